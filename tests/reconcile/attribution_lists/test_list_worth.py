"""Two lists in dollars."""

from datetime import date
from decimal import Decimal

import pytest

from fairterms.population.list_difference import Lists
from fairterms.reconcile.attribution_lists.list_worth import ListWorth, weigh
from fairterms.reconcile.attribution_lists.month_figures import MonthFigures
from fairterms.reconcile.restatement.effect import Basis
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal
from tests.population.town import Town
from tests.reconcile.attribution_lists.made_up import (
    FEE,
    HEADER,
    SAVINGS,
    TERMS,
    basis,
    two_lists,
)


def dollars(found: ListWorth) -> dict[str, Decimal | None]:
    return {one.sort: one.alone.dollars if one.alone else None for one in found.changes}


def test_months_and_people_are_counted_by_sort_of_change(here: Town) -> None:
    found = weigh(here.connection, two_lists(here, people=2), basis())
    assert {one.sort: (one.months, one.people) for one in found.changes} == {
        "added_late": (4, 2),
        "dropped_late": (2, 2),
        "added": (20, 2),
        "dropped": (20, 2),
    }
    assert (found.moved_months, found.moved_people, found.net_months) == (20, 2, 2)
    assert len(found.months) == 12


def test_each_sort_is_worth_what_the_terms_make_of_it(here: Town) -> None:
    # A month is worth $20 of shared savings. The fee of $2 is paid for months to come, taken back
    # for months removed, and not paid for months added in retrospect.
    found = weigh(here.connection, two_lists(here), basis())
    assert dollars(found) == {
        "added_late": 2 * 20,
        "dropped_late": -1 * 22,
        "added": 10 * 22,
        "dropped": -10 * 22,
    }
    assert found.together is not None
    assert found.together.dollars == 18
    assert found.one_month is not None
    assert found.one_month.dollars == 20
    assert [(move.title, int(move.dollars)) for move in found.together.moves] == [
        ("savings", 20),
        ("Monthly fee", -2),
    ]


def test_a_list_compared_with_itself_is_worth_nothing(here: Town) -> None:
    lists = two_lists(here)
    same = Lists(lists.older, lists.older, 15, lists.selection)
    found = weigh(here.connection, same, basis())
    assert not found.is_changed
    assert set(dollars(found).values()) == {0}


def test_where_a_figure_is_missing_members_are_counted_and_dollars_are_not_guessed(
    here: Town,
) -> None:
    lacking = basis(TERMS.replace("removals only", "additions only"))
    found = weigh(here.connection, two_lists(here), lacking)
    assert found.is_changed
    assert found.together is None
    assert "months_added" in found.why_not
    assert set(dollars(found).values()) == {None}


def test_where_two_figures_count_months_the_reader_names_the_one(here: Town) -> None:
    text = HEADER + SAVINGS + FEE.replace("retroactive", "# retroactive")
    lists = two_lists(here)
    assert "both count member months" in weigh(here.connection, lists, basis(text)).why_not
    named = MonthFigures(("listed_months",), (), (), ())
    found = weigh(here.connection, lists, basis(text), named)
    assert found.together is not None
    assert found.together.dollars == 2


def test_terms_that_read_no_member_months_say_so(here: Town) -> None:
    text = HEADER + SAVINGS.replace('"$40.00 PMPM"', '"$400,000.00"')
    found = weigh(here.connection, two_lists(here), basis(text))
    assert "read no member months" in found.why_not


def test_a_year_within_a_month_is_refused(here: Town) -> None:
    one = basis()
    odd = Basis(one.contract, Period(date(2027, 1, 15), date(2027, 12, 31)), one.figures)
    with pytest.raises(Refusal, match="starts on 2027-01-15, within a month"):
        weigh(here.connection, two_lists(here), odd)
