"""The panel of years: its means, its spread, and the same bytes however it is cut."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.simulate.forecast.measure_panel import KnownRate
from fairterms.simulate.forecast.panel import Plan, fingerprint, held_figures, shard, simulate
from fairterms.simulate.forecast.past import Past
from fairterms.simulate.forecast.planning import Sample
from fairterms.simulate.years import FloatArray, Years, settled
from fairterms.units.quantity import Quantity
from tests.simulate.forecast.plans import FORECAST, declared, plan


@pytest.fixture(scope="module")
def base() -> Plan:
    return plan()


@pytest.fixture(scope="module")
def years(base: Plan) -> Years:
    return simulate(base)


def column(years: Years, name: str) -> FloatArray:
    values = years.figures[name].values
    assert not isinstance(values, tuple)
    return values


@pytest.mark.parametrize(("threads", "shards"), [(1, 1), (2, 2), (2, 4), (1, 3)])
def test_threads_and_shards_change_no_byte(
    base: Plan, years: Years, threads: int, shards: int
) -> None:
    assert fingerprint(simulate(base, threads, shards)) == fingerprint(years)


def test_a_shard_alone_is_that_part_of_the_whole(base: Plan, years: Years) -> None:
    assert fingerprint(shard(base, 96, 200)) == fingerprint(years.part(96, 200))


def test_another_seed_or_another_year_draws_other_numbers(base: Plan, years: Years) -> None:
    other_seed = shard(replace(base, seed=2028), 0, 64)
    other_year = shard(replace(base, year=1), 0, 64)
    for other in (other_seed, other_year):
        for name in ("cost", "response.numerator", "member_months", "visits.90837", "reports"):
            assert not np.array_equal(column(other, name), column(years, name)[:64]), name


def test_every_figure_has_the_mean_of_the_expected_scenario(base: Plan, years: Years) -> None:
    for name, level in base.expected.values.items():
        assert isinstance(level, Quantity)
        if name in {"above", "reports"}:
            continue  # their level is that of their own law
        values = column(years, name)
        error = values.std() / np.sqrt(len(values))
        assert abs(values.mean() - float(level.amount)) <= 4 * error + 1e-9, name


def test_values_taken_by_chance_have_their_chances(years: Years) -> None:
    reports = column(years, "reports")
    assert set(reports) == {3.0, 4.0}
    assert np.mean(reports == 3) == pytest.approx(0.25, abs=4 * np.sqrt(0.25 * 0.75 / len(reports)))


def test_a_figure_nobody_names_is_held_and_listed(base: Plan, years: Years) -> None:
    assert set(column(years, "untouched")) == {12.0}
    assert held_figures(base.expected, years) == ("untouched",)


def test_what_is_above_the_attachment_is_a_part_of_the_cost(years: Years) -> None:
    assert (column(years, "above") <= column(years, "cost")).all()
    assert (column(years, "above") > 0).any()


def test_without_factors_only_chance_between_patients_is_left() -> None:
    still = simulate(plan(declared()))
    moved = simulate(plan(declared(trend="4 %")))
    apart = column(moved, "cost").std() ** 2 - column(still, "cost").std() ** 2
    assert np.sqrt(apart) == pytest.approx(0.04 * 540_000, rel=0.2)
    assert np.all(still.factors["trend"] == 0)


def test_a_year_level_factor_makes_losses_far_likelier() -> None:
    """The commonest error: patient noise alone makes a risky contract look safe."""
    law = 'no_cost = "15 %", spread = "1.2 factor"'
    generous = declared(FORECAST.replace(law, 'no_cost = "0 %", spread = "0.2 factor"'))
    still = plan(generous)
    factors = {**generous.factors, "trend": replace(generous.factors["trend"], spread=0.08)}
    moved = plan(replace(generous, factors=factors))
    safe, risky = (
        np.mean(settled(one.contract, simulate(one)).payable.values < -20_000)
        for one in (still, moved)
    )
    assert safe == 0
    assert risky > 0.1


@pytest.mark.parametrize(("dearer", "lowest", "highest"), [("-50", -1, -0.15), ("0", -0.1, 0.1)])
def test_dearer_patients_respond_less_in_the_same_year(
    dearer: str, lowest: float, highest: float
) -> None:
    """Cost and response come from the same patient, so they move against each other."""
    found = simulate(plan(declared(FORECAST.replace("-20 percentage", f"{dearer} percentage"))))
    rate = column(found, "response.numerator") / column(found, "response.denominator")
    per_month = column(found, "cost") / column(found, "member_months")
    assert lowest < np.corrcoef(rate, per_month)[0, 1] < highest


def test_the_groups_own_rate_and_its_error_are_used_where_asked() -> None:
    text = FORECAST.replace('id = "response"', 'id = "response"\nrate = "records"')
    known = Past(rates={"response": KnownRate(0.3, 0.10, 20)})
    sure = Past(rates={"response": KnownRate(0.3, 0.001, 200_000)})
    wide, narrow = (
        column(found, "response.numerator") / column(found, "response.denominator")
        for found in (simulate(plan(declared(text), past=one)) for one in (known, sure))
    )
    assert wide.mean() == pytest.approx(0.3, abs=0.02)
    assert wide.std() > 1.4 * narrow.std()
    own = simulate(plan(declared(FORECAST), past=known))
    assert column(own, "response.numerator").mean() == pytest.approx(40, abs=1)


def test_moving_one_factor_leaves_everything_else_as_it_was(base: Plan, years: Years) -> None:
    stressed = replace(base, declared=base.declared.with_factor("staffing", centre=-0.15))
    found = simulate(stressed)
    for name in ("cost", "above", "member_months", "response.numerator"):
        assert np.array_equal(column(found, name), column(years, name)), name
    fewer = column(found, "visits.90837").mean() / column(years, "visits.90837").mean()
    assert fewer == pytest.approx(0.85, abs=0.005)


def test_a_factor_that_grows_is_less_certain_in_later_years(base: Plan) -> None:
    growing = replace(base, declared=base.declared.with_factor("trend", grows=0.04))
    first, third = (simulate(replace(growing, year=year)).factors["trend"] for year in (0, 2))
    assert third.mean() == pytest.approx(1.04**2 - 1, abs=0.01)
    assert third.std() / first.std() == pytest.approx(np.sqrt(3) * 1.04**2, rel=0.05)


def test_a_level_that_rests_on_few_years_is_itself_uncertain(base: Plan) -> None:
    known = base.declared.factors["trend"]
    rested = replace(
        base.declared, factors={**base.declared.factors, "trend": replace(known, rests_on=3)}
    )
    sure, unsure = (
        simulate(replace(base, declared=one)).factors["trend"] for one in (base.declared, rested)
    )
    assert unsure.std() / sure.std() == pytest.approx(np.sqrt(4 / 3), rel=0.01)
    assert unsure.mean() == pytest.approx(sure.mean(), abs=0.002)


def test_what_care_costs_the_group_counts_only_above_the_expected_year() -> None:
    text = FORECAST + '[[delivery]]\nfigure = "visits.90837"\ncost = "$80.00 per visit"\n'
    found = simulate(plan(declared(text, staffing="5 %")))
    assert np.array_equal(found.delivery, 80 * (column(found, "visits.90837") - 900))


def test_care_that_is_held_costs_what_was_expected() -> None:
    text = FORECAST + '[[delivery]]\nfigure = "untouched"\ncost = "$80.00 per visit"\n'
    assert not simulate(plan(declared(text, staffing="5 %"))).delivery.any()


def test_a_figure_that_moves_in_few_years_is_not_held(base: Plan, years: Years) -> None:
    rare = np.full(len(years), 12.0)
    rare[-1] = 13.0
    moved = {**years.figures, "untouched": replace(years.figures["untouched"], values=rare)}
    assert held_figures(base.expected, replace(years, figures=moved)) == ()
    beside = {**years.figures, "untouched": replace(years.figures["untouched"], values=rare * 0)}
    assert held_figures(base.expected, replace(years, figures=beside)) == ()


def test_the_number_of_years_is_a_multiple_of_the_blocks() -> None:
    with pytest.raises(AssertionError, match="multiple of 32"):
        plan(sample=Sample(number=100))
