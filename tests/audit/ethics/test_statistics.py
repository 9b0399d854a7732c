"""Counts of a half-year are released once it is over, and no small one can be worked out."""

from datetime import date

import pytest

from fairterms.audit.ethics.case import SUBJECTS, Case, Step, Subject, Taken
from fairterms.audit.ethics.statistics import HalfYear, half_year, published, received
from fairterms.units.refusal import Refusal

FIRST = HalfYear(2027, 1)
AFTER = date(2027, 7, 1)


def cases(counts: dict[Subject, int], came: date = date(2027, 3, 1)) -> list[Case]:
    return [Case(subject, came) for subject, count in counts.items() for _ in range(count)]


def shown(found: list[Case]) -> dict[str, str]:
    (table,) = published(found, FIRST, AFTER).tables
    return dict(zip([*Subject, "all"], (row[0] for row in table.grid()), strict=True))


def test_halves_follow_one_another() -> None:
    assert half_year(date(2027, 6, 30)) == FIRST
    assert half_year(date(2027, 7, 1)) == HalfYear(2027, 2)
    assert HalfYear(2027, 2).before == FIRST
    assert FIRST.before == HalfYear(2026, 2)
    assert (FIRST.ends, HalfYear(2027, 2).ends) == (date(2027, 6, 30), date(2027, 12, 31))


def test_a_report_counts_in_the_half_year_it_came_in() -> None:
    found = [*cases({Subject.CARE: 3}), *cases({Subject.CARE: 9}, date(2027, 7, 1))]
    assert received(found, FIRST).counts.sum() == 3
    assert received(found, HalfYear(2027, 2)).counts.sum() == 9


def test_a_small_count_and_what_gives_it_away_are_hidden() -> None:
    found = shown(cases({Subject.MONEY: 4, Subject.CARE: 30, Subject.OTHER: 25}))
    assert found[Subject.MONEY] == "not shown"
    assert "not shown" in {found[Subject.CARE], found[Subject.OTHER], found["all"]}
    assert found[Subject.PRIVACY] == "0"


def test_a_single_report_is_not_shown_by_its_sum_either() -> None:
    found = shown(cases({Subject.INTEREST: 1}))
    assert found[Subject.INTEREST] == found["all"] == "not shown"


def test_large_counts_and_none_are_shown() -> None:
    found = shown(cases({Subject.MONEY: 11, Subject.CARE: 30}))
    assert (found[Subject.MONEY], found[Subject.CARE], found["all"]) == ("11", "30", "41")
    assert set(shown([]).values()) == {"0"}


def test_a_half_year_is_asked_for_after_its_last_day() -> None:
    with pytest.raises(Refusal, match="first half of 2027: is not over yet"):
        published([], FIRST, FIRST.ends)


def test_what_became_of_a_report_changes_no_count() -> None:
    before = cases({Subject.MONEY: 12})
    steps = (Taken(Step.ACKNOWLEDGED, date(2027, 3, 4)),)
    later = [Case(one.subject, one.received_on, steps) for one in before]
    assert shown(before) == shown(later)


def test_every_subject_has_its_row() -> None:
    assert received([], FIRST).axes[0].groups == tuple(SUBJECTS[one] for one in Subject)
