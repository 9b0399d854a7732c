"""The keys of one entry: words, days, yes or no, and closed lists."""

from datetime import date, datetime

import pytest

from fairterms.correspondence.entry import Channel
from fairterms.correspondence.entry_table import EntryTable
from fairterms.units.notes import Notes


def table(**raw: object) -> EntryTable:
    return EntryTable(raw, ("entry", 0), Notes("log.toml", (), {}))


def test_words_are_joined_over_their_lines() -> None:
    assert table(by="contracting\n  lead").text("by") == "contracting lead"


# A time without a zone is what TOML may hold, and no date.
@pytest.mark.parametrize("raw", ["2026-10-03", 3, datetime(2026, 10, 3, 12)])  # noqa: DTZ001
def test_what_is_no_day_is_told(raw: object) -> None:
    one = table(on=raw)
    assert one.day("on") is None
    assert [problem.code for problem in one.notes.found] == ["not-a-day"]


def test_a_day_is_a_day() -> None:
    assert table(on=date(2026, 10, 3)).day("on") == date(2026, 10, 3)
    assert table().day("on") is None


def test_yes_in_quotes_is_no_yes() -> None:
    one = table(fulfils="true")
    assert one.is_true("fulfils") is False
    assert [problem.code for problem in one.notes.found] == ["not-a-flag"]


def test_a_misspelt_choice_gets_the_nearest_one() -> None:
    one = table(how="leter")
    assert one.choice("how", Channel) is None
    assert one.notes.found[0].fix == 'did you mean "letter"?'


def test_one_name_may_stand_without_its_brackets() -> None:
    assert table(questions="gf_q13").names("questions", ("gf_q13",)) == ("gf_q13",)
    one = table(questions=["gf_q13", "gf_q99"])
    assert one.names("questions", ("gf_q13",)) == ("gf_q13",)
    assert len(one.notes.found) == 1


def test_a_number_is_no_words() -> None:
    one = table(by=3)
    assert one.needed("by", "analyst") == ""
    assert [problem.code for problem in one.notes.found] == ["not-words"]
