"""What the fonts of a PDF cannot draw is found and made visible."""

import pytest

from fairterms.publish.drawable import drawable, undrawable


def test_the_signs_of_contracts_can_be_drawn() -> None:
    assert undrawable("§ ¶ † • ■ □ ✓ ½ ≥ ≤ − – — … ‘ ’ “ ” é ñ € ° × → \u00a0\u00ad\ufffd") == set()


def test_plain_letters_are_not_even_asked_about() -> None:
    assert undrawable("Only plain letters, 100 %.\n") == set()


@pytest.mark.parametrize("sign", ["\uf0b7", "漢", "😀", "\ufeff", "ไ"])
def test_a_sign_without_a_shape_is_found_among_others(sign: str) -> None:
    assert undrawable(f"§ 2 {sign} é") == {sign}


def test_a_mark_goes_with_the_sign_it_stands_on() -> None:
    family = "👨\u200d👩\u200d👧"
    missing = undrawable(f"a\u20dd b {family}")
    assert missing == {"a\u20dd", family}
    assert drawable(f"a\u20dd b {family} a", missing) == "\ufffd b \ufffd a"


def test_signs_that_can_be_drawn_stay() -> None:
    missing = undrawable("漢字 é")
    assert drawable("漢 é § 字", missing) == "\ufffd é § \ufffd"
    assert drawable("é §", frozenset()) == "é §"
