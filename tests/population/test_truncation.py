"""What a ceiling cuts away."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairterms.population.cost_of_care import Amount, CostRule, Outsiders, ServiceDay
from fairterms.population.member_months import Exposure, MonthRule
from fairterms.population.selection import Selection
from fairterms.population.truncation import Ceiling, PartYear, Truncation, truncate
from fairterms.units.refusal import Refusal
from tests.population.town import YEAR, Town

COST = CostRule(Amount.ALLOWED, ServiceDay.LINE, None, Outsiders.COUNTED)
MEMBERS = Exposure(MonthRule.FIRST_DAY, YEAR, Selection())


def test_lines_below_the_ceiling_are_cut_when_together_they_are_above_it(here: Town) -> None:
    here.bills(("p1", "01-01", "02-01", 600), ("p1", "05-01", "06-01", 500))
    found = truncate(here.connection, COST, MEMBERS, Ceiling(1000, PartYear.WHOLE))
    assert found == Truncation(1, 1, 1100, 100, 0)
    assert found.cents_kept == 1000


@pytest.mark.parametrize(("cents", "cut"), [(999, 0), (1000, 0), (1001, 1)])
def test_the_ceiling_itself_is_not_cut(here: Town, cents: int, cut: int) -> None:
    here.bills(("p1", "01-01", "02-01", cents))
    found = truncate(here.connection, COST, MEMBERS, Ceiling(1000, PartYear.WHOLE))
    assert (found.people_cut, found.cents_cut) == (cut, max(cents - 1000, 0))


def test_without_a_ceiling_nothing_is_cut(here: Town) -> None:
    here.bills(("p1", "01-01", "02-01", 10**9))
    found = truncate(here.connection, COST, MEMBERS, Ceiling(None, PartYear.WHOLE))
    assert found == Truncation(1, 0, 10**9, 0, 0)


def test_a_person_of_three_months_has_a_quarter_of_the_ceiling_where_the_contract_says_so(
    here: Town,
) -> None:
    here.members(("p1", "01-01", "03-31"), ("p2", "01-01", None))
    here.bills(("p1", "01-05", "02-01", 900), ("p2", "01-05", "02-01", 900))
    whole = truncate(here.connection, COST, MEMBERS, Ceiling(1000, PartYear.WHOLE))
    part = truncate(here.connection, COST, MEMBERS, Ceiling(1000, PartYear.BY_MEMBER_MONTHS))
    assert whole.cents_cut == 0
    assert (part.people_cut, part.cents_cut) == (1, 650)


def test_days_of_membership_never_raise_the_ceiling_above_the_whole(here: Town) -> None:
    by_days = Exposure(MonthRule.DAYS, YEAR, Selection(), Decimal("30.4"))
    here.members(("p1", "01-01", None))
    here.bills(("p1", "01-05", "02-01", 1001))
    found = truncate(here.connection, COST, by_days, Ceiling(1000, PartYear.BY_MEMBER_MONTHS))
    assert found.cents_cut == 1


def test_a_person_without_a_month_has_no_ceiling_left_under_it(here: Town) -> None:
    here.bills(("p1", "01-05", "02-01", 900))
    found = truncate(here.connection, COST, MEMBERS, Ceiling(1000, PartYear.BY_MEMBER_MONTHS))
    assert found.cents_kept == 0


def test_reversals_without_their_bill_are_counted_and_shown(here: Town) -> None:
    here.bills(("p1", "01-05", "02-01", -300), ("p2", "01-05", "02-01", 100))
    found = truncate(here.connection, COST, MEMBERS, Ceiling(1000, PartYear.WHOLE))
    assert found == Truncation(2, 0, -200, 0, 1)


def test_a_ceiling_of_nothing_is_refused() -> None:
    with pytest.raises(Refusal, match="is not above"):
        Ceiling(0, PartYear.WHOLE)


def plain(
    lines: list[tuple[str, int, int]], months: dict[str, int], ceiling: int
) -> tuple[int, int]:
    spent: dict[str, int] = {}
    for who, _, cents in lines:
        spent[who] = spent.get(who, 0) + cents
    caps = {who: ceiling * months.get(who, 0) // 12 for who in spent}
    over = {who: max(0, cents - caps[who]) for who, cents in spent.items()}
    return sum(1 for cents in over.values() if cents), sum(over.values())


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.integers(0, 364), st.integers(0, 5_000_000_000)),
        max_size=8,
    ),
    st.dictionaries(st.sampled_from("abc"), st.integers(1, 12)),
    st.integers(1, 9_000_000_000),
    st.randoms(use_true_random=False),
)
def test_what_is_cut_agrees_with_plain_sums_in_any_order(
    here: Town,
    lines: list[tuple[str, int, int]],
    months: dict[str, int],
    ceiling: int,
    luck: object,
) -> None:
    here.empty()
    here.members(*[(who, "01-01", date(2027, n, 28)) for who, n in months.items()])
    shuffled = sorted(lines, key=lambda line: hash((line, str(luck))))
    here.bills(*[(w, date(2027, 1, 1) + timedelta(at), None, c) for w, at, c in shuffled])
    found = truncate(here.connection, COST, MEMBERS, Ceiling(ceiling, PartYear.BY_MEMBER_MONTHS))
    assert (found.people_cut, found.cents_cut) == plain(lines, months, ceiling)
    assert found.cents == sum(cents for *_, cents in lines)
