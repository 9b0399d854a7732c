"""A new entry of a log, as text."""

import tomllib
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from fairterms.correspondence.writing import appended

WORDS = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_whatever_was_said_is_read_back_as_it_was_said(said: list[str]) -> None:
    text = ""
    for one in said:
        text = appended(text, {"id": "a", "quote": one, "on": date(2026, 1, 2), "fulfils": True})
    read = tomllib.loads(text)["entry"]
    assert [one.get("quote", "") for one in read] == said
    assert read[0]["on"] == date(2026, 1, 2)


def test_what_stands_there_is_not_touched() -> None:
    before = '# What was said.\n\n[[entry]]\nid = "first"\n'
    assert appended(before, {"id": "second"}).startswith(before)


def test_empty_values_are_left_out() -> None:
    assert appended("", {"id": "a", "how": "", "fulfils": False, "questions": ()}) == (
        '[[entry]]\nid = "a"\n'
    )
