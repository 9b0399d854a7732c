"""One law as recorded."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.reference.law_topics import LINES
from fairterms.units.finding import Checked
from tests.reference.one_law import LAW


@pytest.mark.parametrize(
    ("line", "may"),
    [("commercial", True), ("medicaid", False), ("medicare", True), ("", True), ("all", True)],
)
def test_only_what_is_known_to_pass_a_line_by_does_not_reach_it(line: str, may: bool) -> None:
    assert LAW.may_reach(line) is may


@pytest.mark.parametrize(
    ("since", "until", "is_in_force"),
    [
        (None, None, True),
        (date(2027, 1, 1), None, True),
        (date(2027, 12, 31), None, True),
        (date(2028, 1, 1), None, False),
        (None, date(2027, 1, 1), True),
        (None, date(2026, 12, 31), False),
        (date(2020, 1, 1), date(2030, 12, 31), True),
    ],
)
def test_a_law_is_compared_with_when_it_holds_on_a_day_of_the_contract(
    since: date | None, until: date | None, is_in_force: bool
) -> None:
    law = replace(LAW, since=since, until=until)
    assert law.is_in_force(date(2027, 1, 1), date(2027, 12, 31)) is is_in_force
    assert law.is_in_force(None, None)


def test_what_was_not_checked_is_said() -> None:
    assert LAW.not_checked == ("marketplace", "self-funded", "medicare", "medicare advantage")
    assert LAW.reach == (
        "reaches commercial insurance; leaves out Medicaid; "
        "not checked for any other line of business"
    )
    few = replace(LAW, leaves_out=("medicaid", "medicare", "medicare advantage"))
    assert few.reach.endswith("; not checked for marketplace plans, self-funded employer plans")
    none = replace(LAW, reaches=(), leaves_out=())
    assert none.reach == "not checked for any line of business"
    assert "not checked" not in replace(LAW, reaches=tuple(LINES), leaves_out=()).reach


def test_dates_that_nobody_recorded_are_said() -> None:
    assert LAW.dates == "dates not recorded"
    assert replace(LAW, since=date(2020, 1, 2)).dates == "since 2020-01-02, end not recorded"
    assert replace(LAW, until=date(2020, 1, 2)).dates == (
        "beginning not recorded, until 2020-01-02"
    )


def test_a_source_shows_dates_scope_and_that_counsel_must_confirm() -> None:
    source = replace(LAW, since=date(2020, 1, 2), warning="a bill is under way").source()
    assert source.known_through == (
        "since 2020-01-02, end not recorded; a made-up copy was read; last checked: 2026-11"
    )
    assert source.scope == (
        "plans and clinicians; reaches commercial insurance; leaves out Medicaid; not checked for "
        "any other line of business; a bill is under way; counsel must confirm"
    )


def test_an_example_is_marked_first_in_its_scope() -> None:
    scope = LAW.source(is_example=True).scope
    assert scope.startswith("another state's rule; shown as an example; ")
    assert "another state" not in LAW.source().scope


def test_what_was_not_read_asks_to_be_confirmed_before_use() -> None:
    told = replace(LAW, checked=Checked.SECOND_HAND).source()
    assert told.known_through.endswith("; confirm before use")
    assert "before use" not in LAW.source().known_through


def test_an_impossible_law_cannot_be_made() -> None:
    with pytest.raises(AssertionError, match="whose law"):
        replace(LAW, jurisdiction="CO")
    with pytest.raises(AssertionError, match="topic"):
        replace(LAW, topics=("weather",))
    with pytest.raises(AssertionError, match="line of business"):
        replace(LAW, reaches=("dental",))
    with pytest.raises(AssertionError, match="reached or not"):
        replace(LAW, reaches=("medicaid",))
