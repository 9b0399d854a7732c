"""Signs that no page may hold, or that deceive the eye, become visible."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.publish.legible import REPLACEMENT, legible


@pytest.mark.parametrize(
    "text", ["", "plain", "é ñ ’ “ ” — − ≥ § 漢字 😀", "a\tb\nc", "soft\u00adhyphen", "עברית"]
)
def test_text_that_can_be_shown_stays_as_it_is(text: str) -> None:
    assert legible(text) == text


@pytest.mark.parametrize(
    "sign",
    ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\ud800", "\ufffe", "\uffff", "\ufdd0"],
)
def test_a_sign_no_page_may_hold_becomes_visible(sign: str) -> None:
    assert legible(f"a{sign}b") == f"a{REPLACEMENT}b"


@pytest.mark.parametrize("sign", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_a_sign_that_turns_the_reading_order_becomes_visible(sign: str) -> None:
    assert legible(f"$100{sign}001") == f"$100{REPLACEMENT}001"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\f", "\n"])
def test_every_kind_of_line_end_is_one_line_end(end: str) -> None:
    assert legible(f"é{end}b") == legible(f"e{end}b").replace("e", "é") == "é\nb"


@given(st.text())
def test_legible_text_stays_legible(text: str) -> None:
    once = legible(text)
    assert legible(once) == once
    once.encode()
