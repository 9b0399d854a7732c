"""A change against chance: sums, chance of a year, and what it takes to see it."""

from dataclasses import replace
from fractions import Fraction
from math import isnan, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.population.care_rules import CostChange, Proof, RateChange
from fairterms.population.care_tables import laid_out
from fairterms.population.impactability import Moments, judge, moments, weigh
from tests.population.care_made_up import SETTINGS, Line, Twin, make, settle_in, small_town
from tests.population.town import Town

PROOF = Proof(0.05, 0.80)
FEWER = CostChange("fewer", "behavioral stays", Fraction(1, 2), Fraction(1, 10), "made up", False)


def of_people(cents: list[int], months: list[int]) -> Moments:
    return Moments(
        len(cents),
        sum(months),
        sum(m * m for m in months),
        sum(cents),
        sum(c * c for c in cents),
        sum(c * m for c, m in zip(cents, months, strict=True)),
        Fraction(1),
        sum(c != 0 for c in cents),
    )


def test_sums_are_the_same_by_set_and_by_person(here: Town) -> None:
    made = make(seed=5)
    settle_in(here, made)
    twin = Twin(made, SETTINGS)
    with laid_out(here.connection, SETTINGS) as tables:
        found = moments(here.connection, SETTINGS, tables)
    people = sorted(twin.people)
    for name in ("", *SETTINGS.parts.names):
        mine = [line for line in twin.lines if name in ("", twin.part(line))]
        cents = [sum(line.cents for line in mine if line.person == who) for who in people]
        wanted = of_people(cents, [len(twin.months[who]) for who in people])
        with_cost = len({line.person for line in mine})
        assert found[name] == replace(wanted, people_with_cost=with_cost), name
    assert found["behavioral stays"].cents > 0


@given(
    st.lists(st.tuples(st.integers(0, 10**7), st.integers(1, 12)), min_size=2, max_size=30),
)
def test_the_variance_is_that_of_a_ratio_written_out(rows: list[tuple[int, int]]) -> None:
    cents, months = [c for c, _ in rows], [m for _, m in rows]
    ratio, n = Fraction(sum(cents), sum(months)), len(rows)
    squares = sum((c - ratio * m) ** 2 for c, m in rows)
    wanted = Fraction(n, n - 1) * squares / sum(months) ** 2
    assert of_people(cents, months).variance == pytest.approx(float(wanted), rel=1e-12)


def test_one_person_tells_nothing_about_chance() -> None:
    assert isnan(of_people([100], [12]).variance)


def test_the_chance_of_a_year_is_that_of_drawing_people_again() -> None:
    luck = np.random.default_rng(3)
    cents = np.rint(luck.lognormal(8, 1.2, 600) * (luck.random(600) < 0.6)).astype(int)
    months = luck.integers(1, 13, 600)
    drawn = luck.integers(600, size=(1500, 600))
    years = cents[drawn].sum(axis=1) / months[drawn].sum(axis=1)
    found = sqrt(of_people(cents.tolist(), months.tolist()).variance)
    assert found == pytest.approx(float(years.std(ddof=1)), rel=0.07)


def test_the_needed_size_gives_the_declared_power_when_years_are_drawn() -> None:
    luck = np.random.default_rng(4)
    cents = np.rint(luck.lognormal(7, 0.8, 400)).astype(int).tolist()
    town = of_people(cents, [1] * 400)
    change = 0.08 * float(town.pmpm_cents)
    seen = judge(change, 2 * town.variance, 400.0, PROOF)
    assert seen.needed is not None
    assert not seen.is_seen
    size = seen.needed
    before, after = (luck.choice(cents, (1500, size)).mean(axis=1) for _ in range(2))
    limit = seen.chance_range * sqrt(400 / size)
    fell, same = before - (after - change), before - after
    assert float((fell > limit).mean()) == pytest.approx(0.80, abs=0.04)
    assert float((np.abs(same) > limit).mean()) == pytest.approx(0.05, abs=0.02)


def test_four_times_the_members_see_a_change_of_half_the_size() -> None:
    large, small = judge(2.0, 1.0, 400, PROOF), judge(1.0, 1.0 / 4, 1600, PROOF)
    assert large.needed is not None
    assert small.needed is not None
    assert small.needed == pytest.approx(4 * large.needed, rel=0.01)
    assert large.chance_of_seeing == pytest.approx(small.chance_of_seeing)


def test_no_change_is_never_seen_and_no_chance_hides_none() -> None:
    assert judge(0.0, 1.0, 10, PROOF).needed is None
    assert not judge(0.0, 1.0, 10, PROOF).is_seen
    assert judge(1.0, 0.0, 10, PROOF).is_seen


def test_a_change_saves_the_declared_share_of_its_part(here: Town) -> None:
    made = make(seed=6)
    settle_in(here, made)
    declared = replace(SETTINGS, scenarios=(FEWER,), proof=PROOF)
    found = weigh(here.connection, declared)
    one, twin = found.costs[0], Twin(made, declared)
    stays, people = twin.parts()["behavioral stays"]
    months = sum(len(m) for m in twin.months.values())
    assert one.pmpm_cents == Fraction(stays, 20 * months)
    assert one.people == people
    assert one.share_of_total == Fraction(stays, 20 * sum(line.cents for line in twin.lines))
    assert one.in_part.chance_range < one.in_total.chance_range
    assert not one.in_total.is_seen


def test_a_part_that_costs_nothing_saves_nothing(here: Town) -> None:
    small_town(here, [Line("a", "02-01")])
    found = weigh(here.connection, replace(SETTINGS, scenarios=(FEWER,), proof=PROOF))
    assert found.costs[0].pmpm_cents == 0
    assert found.costs[0].in_total.needed is None


def test_a_rate_needs_the_patients_a_hand_calculation_gives(here: Town) -> None:
    small_town(here, [Line("a", "02-01")])
    rate = RateChange("follow-up", 0.60, 0.65, 800, "made up")
    found = weigh(here.connection, replace(SETTINGS, rates=(rate,), proof=PROOF))
    # (1.959964 + 0.841621)² × (0.24 + 0.2275) / 0.05² = 1467.7
    assert found.rates[0].seen.needed == 1468
    assert not found.rates[0].seen.is_seen
