"""The year's end: every figure named, nothing guessed, the same bytes each time."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from benchmarks.year_end import plain_development

from fairterms.monitor.year_end.forecast import year_end, years_ahead
from fairterms.monitor.year_end.year_to_date import Report, YearToDate
from fairterms.simulate.forecast.panel import fingerprint
from fairterms.units.quantity import parse
from fairterms.units.refusal import Refusal
from tests.monitor.year_end.juniper_year import plain_year, script, small_prior, story, story_on

AUGUST, END = date(2027, 8, 31), date(2028, 8, 31)


def refused(year: YearToDate, day: date = AUGUST) -> Refusal:
    with pytest.raises(Refusal) as found:
        year_end(small_prior(), year, day, plain_development)
    return found.value


@pytest.mark.slow
def test_the_same_seed_gives_the_same_bytes() -> None:
    one, other = (years_ahead(small_prior(), story(), AUGUST, plain_development) for _ in range(2))
    assert fingerprint(one) == fingerprint(other)


def test_the_amounts_are_those_of_the_settled_years() -> None:
    found = story_on(AUGUST)
    payable = found.settled.payable
    assert found.payable.mean.value == pytest.approx(payable.mean())
    assert np.mean((payable >= found.payable.low) & (payable <= found.payable.high)) >= 0.8
    assert found.payable.mean.error > 0
    assert found.loses.value == np.mean(found.settled.net < -0.005)
    assert [one.name for one in found.parts] == list(small_prior().plan.contract.payable)
    assert found.months == 7


def test_each_gate_has_its_chance() -> None:
    gates = {one.id: one.bites.value for one in story_on(AUGUST).gates}
    assert set(gates) == set(story_on(AUGUST).settled.gates)
    assert any(0 < chance < 1 for chance in gates.values())


def test_the_group_owes_where_a_paying_clause_is_below_zero() -> None:
    found = story_on(date(2027, 1, 31))
    below = np.zeros(256, dtype=bool)
    for name in found.settled.pays:
        below |= found.settled.steps[name] < -0.005
    assert found.owes.value == below.mean()
    assert 0 < found.owes.value < 0.3


def test_when_all_has_come_only_the_settlement_is_left() -> None:
    found = story_on(END)
    assert found.figures == ()
    assert found.payable.low == found.payable.high
    assert found.payable.low == pytest.approx(found.payable.mean.value)
    own = script().as_settled(script().draw_year(script().SEED, script().STORY).final())
    interim = story().as_of(END).totals["interim_paid"][1]
    terms = (small_prior().deal.terms).read_text(encoding="utf-8")
    exact = script().settled(terms, own | {"interim_paid": str(interim)})
    assert found.payable.low == pytest.approx(float(exact.payable), abs=0.011)


def test_what_is_out_and_what_has_not_come_is_named() -> None:
    april = story_on(date(2027, 5, 31))
    assert [one.month for one in april.waiting] == [date(2027, 4, 1)]
    assert story_on(date(2027, 6, 20)).unused[0].month == date(2027, 5, 1)
    unseen = story_on(date(2027, 1, 31)).unseen
    assert "paid_claims" in unseen
    assert "measurement.numerator" in unseen
    assert "run_out" not in unseen
    assert story_on(AUGUST).unseen == ()


def test_a_figure_nobody_gives_is_refused_by_name() -> None:
    held = {name: value for name, value in story().held.items() if name != "advance_balance"}
    assert str(refused(replace(story(), held=held))) == (
        "advance_balance: is missing from year/ and forecast.toml\n"
        "      why: the terms read it, and no number is assumed\n"
        "      fix: write advance_balance under [held] in year/figures.toml, or [[figure]] "
        'id = "advance_balance" in forecast.toml'
    )


def test_a_reported_figure_that_nothing_continues_is_refused() -> None:
    odd = Report(date(2027, 3, 1), date(2027, 4, 1), {"smiles": parse("3 smiles")})
    found = refused(replace(story(), reports=(*story().reports, odd)))
    assert found.subject == "year/figures.toml, smiles"
    assert found.what == "is reported, and nothing says how the rest of the year adds to it"


def test_a_held_figure_in_another_unit_is_refused() -> None:
    held = {**story().held, "advance_balance": parse("3 %")}
    assert refused(replace(story(), held=held)).what == (
        "is in per cent, and the scenario gives dollars"
    )


def test_without_the_members_of_each_month_nothing_is_forecast() -> None:
    assert refused(replace(story(), months=())).subject == "member_months"


def test_the_interim_payment_counts_from_the_day_it_was_paid() -> None:
    year = story()
    before, after = (
        years_ahead(small_prior(), year, day, plain_development).figures["interim_paid"].values
        for day in (date(2028, 6, 11), date(2028, 6, 12))
    )
    assert set(before) == {0.0}
    assert min(after) > 100_000


@pytest.mark.slow
def test_late_data_widens_the_range() -> None:
    day = date(2027, 9, 30)
    year = plain_year()
    late = replace(
        year,
        feeds=tuple(
            replace(one, received=None) if one.month >= date(2027, 5, 1) else one
            for one in year.feeds
        ),
    )
    there, out = (year_end(small_prior(), one, day, plain_development) for one in (year, late))
    widths = [
        one.high - one.low
        for found in (there, out)
        for one in found.figures
        if one.name == "paid_claims"
    ]
    assert widths[1] > 1.3 * widths[0]
