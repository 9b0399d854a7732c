"""Care given by the group and elsewhere, counted in the store and one by one."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.population.care_counts import Amount, CareElsewhere, Continuity, Hospital
from fairterms.population.care_elsewhere import find
from fairterms.population.care_rules import OwnBy, People, Side
from fairterms.population.care_settings import Settings
from fairterms.population.cost_of_care import Amount as Which
from fairterms.population.cost_of_care import Outsiders
from fairterms.population.member_months import MonthRule
from fairterms.units.refusal import Refusal
from tests.population.care_made_up import (
    SETTINGS,
    Line,
    Twin,
    elsewhere,
    make,
    put_group,
    put_lines,
    put_members,
    settle_in,
    small_town,
    stay,
)
from tests.population.town import Town


def settings(
    people: People, own_by: OwnBy, outsiders: Outsiders, month: MonthRule, group_is_one: bool
) -> Settings:
    return replace(
        SETTINGS,
        people=people,
        own_by=own_by,
        cost=replace(SETTINGS.cost, outsiders=outsiders),
        exposure=replace(SETTINGS.exposure, rule=month),
        visits=replace(SETTINGS.visits, group_is_one=group_is_one),
    )


CASES = [
    settings(people, own_by, *rest)
    for (people, own_by), rest in zip(
        product(People, OwnBy),
        [
            (Outsiders.COUNTED, MonthRule.FIRST_DAY, False),
            (Outsiders.LEFT_OUT, MonthRule.FIFTEENTH, True),
            (Outsiders.LEFT_OUT, MonthRule.FIRST_DAY, False),
        ]
        * 3,
        strict=True,
    )
]


@pytest.mark.parametrize(
    "declared",
    [pytest.param(one, marks=[pytest.mark.slow] if n % 4 else []) for n, one in enumerate(CASES)],
)
def test_sets_and_single_persons_give_the_same_counts(here: Town, declared: Settings) -> None:
    made = make(seed=CASES.index(declared), people=20)
    settle_in(here, made)
    found, twin = find(here.connection, declared), Twin(made, declared)
    assert found.people == len(twin.people) > 2
    assert found.members.counted == sum(len(months) for months in twin.months.values())
    for side, amount in zip(Side, sides(found), strict=True):
        assert (amount.amount, amount.people) == twin.cost(side.value)
    assert {p.name: (p.cost.amount, p.cost.people) for p in found.parts} == twin.parts()
    visits = twin.visits()
    assert [found.visits.own.amount, found.visits.elsewhere.amount] == [
        sum(side == which for *_, side in visits) for which in ("own", "elsewhere")
    ]
    assert found.visits.amount == len(visits) > 5
    nameless = [side for _, npi, side in visits if npi is None and side != "own"]
    assert found.visits_without_provider == len(nameless)
    assert {n: who for n, who in found.providers.items() if who} == twin.providers()
    assert found.continuity == Continuity(*twin.continuity())
    assert found.hospital == Hospital(*twin.hospital())
    assert found.hospital.days > 2


def sides(found: CareElsewhere) -> tuple[Amount, Amount, Amount]:
    return found.cost.own, found.cost.elsewhere, found.cost.not_named


def test_shares_are_of_all_care_and_of_care_by_others(here: Town) -> None:
    small_town(
        here,
        [
            Line("a", "02-01", 300_00),
            elsewhere("a", "02-08"),
            Line("b", "02-01", 100_00, None, None),
            stay("b", "03-01", "03-05", 500_00),
        ],
    )
    found = find(here.connection, SETTINGS)
    assert found.cost.share_own == Fraction(3, 10)
    assert found.cost.share_elsewhere == Fraction(6, 10)
    assert found.visits.share_elsewhere == Fraction(1, 3)
    assert found.cost.not_named == Amount(100_00, 1)
    assert found.providers == {0: 1, 1: 1}
    assert found.share_out_of_reach == 0
    assert found.hospital == Hospital(1, 1, 4, 0)


def test_a_clinician_who_left_gives_care_elsewhere_afterwards(here: Town) -> None:
    put_group(here, ("c1", "N1", "2027-03-31"))
    put_members(here, ("a", "01-01", None, "c1"))
    put_lines(here, [Line("a", f"0{month}-10", billing=None) for month in (2, 3, 4)])
    found = find(here.connection, SETTINGS)
    assert (found.visits.own.amount, found.visits.elsewhere.amount) == (2, 1)


def test_a_visit_taken_back_is_none_but_its_cost_nets_out(here: Town) -> None:
    small_town(here, [Line("a", "02-01", 90_00), Line("a", "02-01", -90_00), Line("a", "02-09", 0)])
    found = find(here.connection, SETTINGS)
    assert found.visits.own == Amount(1, 1)
    assert found.cost.own.amount == 0
    assert found.cost.share_own is None


def test_a_visit_with_the_group_needs_no_number_of_its_clinician(here: Town) -> None:
    small_town(here, [Line("a", "02-01", rendering=None), Line("a", "02-02", 1, None, "E1")])
    assert find(here.connection, SETTINGS).visits_without_provider == 1


def test_two_lines_on_one_day_are_one_visit_and_two_providers_two(here: Town) -> None:
    small_town(
        here,
        [Line("a", "02-01"), Line("a", "02-01"), elsewhere("a", "02-01")],
    )
    assert find(here.connection, SETTINGS).visits.amount == 2


def test_a_missing_diagnosis_is_not_guessed_where_it_decides(here: Town) -> None:
    small_town(
        here,
        [
            Line("a", "02-01", 1, diagnosis=None),
            replace(stay("a", "02-01", "02-02", 2), diagnosis="I10"),
            Line("a", "02-01", 4, diagnosis="I10"),
        ],
    )
    found = {part.name: part.cost.amount for part in find(here.connection, SETTINGS).parts}
    assert found == {
        "behavioral stays": 0,
        "medical stays": 2,
        "behavioral visits": 0,
        "other care": 4,
        "not known": 1,
    }


def test_care_out_of_reach_is_counted_by_person_once(here: Town) -> None:
    small_town(
        here,
        [
            replace(stay("a", "02-01", "02-02", 60), diagnosis="I10"),
            Line("a", "02-01", 20, diagnosis="I10"),
            Line("a", "03-01", 20),
        ],
    )
    found = find(here.connection, SETTINGS)
    assert found.reach == {True: Amount(20, 1), False: Amount(80, 1), None: Amount(0, 0)}
    assert found.share_out_of_reach == Fraction(4, 5)


def test_overlapping_bills_of_one_stay_are_not_counted_twice(here: Town) -> None:
    small_town(
        here,
        [
            stay("a", "2026-12-28", "01-04"),
            stay("a", "01-02", "01-06"),
            stay("a", "01-06", "01-08"),
            stay("a", "02-01", "02-01"),
            stay("a", "12-30", "2028-01-09"),
            stay("b", "03-01", None),
            replace(stay("b", "04-01", "04-09", 70), claim="back"),
            replace(stay("b", "04-01", "04-09", -70), claim="back"),
        ],
    )
    assert find(here.connection, SETTINGS).hospital == Hospital(1, 3, 7 + 1 + 2, 1)


def test_patients_who_are_not_on_the_list_are_named_as_a_gap(here: Town) -> None:
    small_town(here, [Line("a", "02-01")])
    here.visits(("a", "c1", "02-01", "finished"), ("z", "c1", "02-01", "finished"))
    found = find(here.connection, replace(SETTINGS, people=People.PATIENTS))
    assert (found.people, found.seen_but_no_members) == (1, 1)


def test_a_feed_of_the_groups_own_bills_is_doubted(here: Town) -> None:
    small_town(here, [Line("a", "02-01")])
    said = " ".join(find(here.connection, SETTINGS).doubts)
    for words in ("only the group's own bills", "mental health", "pharmacy"):
        assert words in said
    here.empty()
    more = [elsewhere("a", "02-02", 100_00, "I10"), Line("a", "02-03", 5, None, None)]
    small_town(here, [*more, Line("a", "02-04", claim_type="pharmacy")])
    (doubt,) = find(here.connection, SETTINGS).doubts
    assert doubt.startswith("Some bills name no provider in the field this deal goes by.")


def test_bills_without_any_diagnosis_are_not_taken_for_mental_health(here: Town) -> None:
    small_town(here, [Line("a", "02-01", diagnosis=None)])
    assert "mental health" not in " ".join(find(here.connection, SETTINGS).doubts)


def test_no_bill_at_all_is_said_once(here: Town) -> None:
    small_town(here, [])
    assert find(here.connection, SETTINGS).doubts == ("There is no bill at all in this period.",)


def test_without_a_number_of_its_own_the_group_is_refused(here: Town) -> None:
    put_group(here, ("c1", None, None))
    with pytest.raises(Refusal, match="every bill would count as care elsewhere"):
        find(here.connection, replace(SETTINGS, own_ids=()))


def test_a_period_without_anybody_is_refused(here: Town) -> None:
    put_group(here, ("c1", "N1", None))
    put_members(here, ("a", "01-01", None, "x9"))
    with pytest.raises(Refusal, match="nobody counts from 2027-01-01"):
        find(here.connection, SETTINGS)


def test_a_missing_amount_is_refused(here: Town) -> None:
    small_town(here, [Line("a", "02-01")])
    paid = replace(SETTINGS, cost=replace(SETTINGS.cost, amount=Which.PAID))
    with pytest.raises(Refusal, match="has no paid amount"):
        find(here.connection, paid)


@given(st.lists(st.sampled_from("wxyz"), min_size=2, max_size=9))
def test_continuity_is_the_chance_that_two_visits_are_with_one_provider(visits: list[str]) -> None:
    n = len(visits)
    pairs = Fraction(
        sum(visits[i] == visits[j] for i in range(n) for j in range(n) if i != j), n * (n - 1)
    )
    squares = sum(visits.count(one) ** 2 for one in set(visits))
    assert Fraction(squares - n, n * (n - 1)) == pairs
