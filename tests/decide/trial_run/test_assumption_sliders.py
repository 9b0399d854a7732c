"""What somebody expects of the year has sliders: factors, rates, figures, the group."""

from dataclasses import replace
from decimal import Decimal

from fairterms.decide.trial_run.assumption_sliders import (
    assumption_sliders,
    movable_levels,
    usual_rate,
)
from fairterms.simulate.forecast.declaration import FigureSpec
from fairterms.simulate.forecast.measure_panel import KnownRate
from fairterms.simulate.forecast.past import Past
from fairterms.units.quantity import Quantity, count
from tests.decide.trial_run.made_up import paid_on_a_measure, paid_on_cost, slider


def test_only_factors_that_move_something_have_sliders() -> None:
    found = [one.id for one in assumption_sliders(paid_on_cost()) if one.id.startswith("factor")]
    named = ("trend", "acuity", "attribution", "staffing")
    assert found == [f"factor.{name}.{end}" for name in named for end in ("centre", "spread")]


def test_a_spread_reaches_from_nothing_to_twice_itself() -> None:
    one = slider(paid_on_a_measure(), "factor.attribution.spread")
    assert (one.least, one.now, one.most) == (Decimal(0), Decimal("0.05"), Decimal("0.1"))


def test_factors_that_move_patients_draw_them_again() -> None:
    assert slider(paid_on_cost(), "factor.trend.centre").is_drawn
    assert slider(paid_on_cost(), "factor.attribution.spread").is_drawn
    assert not slider(paid_on_cost(), "factor.staffing.centre").is_drawn


def test_a_usual_rate_is_of_the_scenario_unless_the_records_give_it() -> None:
    deal = paid_on_a_measure()
    assert usual_rate(deal, "response") == Decimal("0.5")
    specs = tuple(replace(one, from_records=True) for one in deal.declared.measures)
    wanting = replace(deal, declared=replace(deal.declared, measures=specs))
    assert usual_rate(wanting, "response") == Decimal("0.5")
    known = replace(wanting, past=Past(rates={"response": KnownRate(0.42175, 0.02, 900)}))
    assert usual_rate(known, "response") == Decimal("0.422")
    (one,) = [one for one in assumption_sliders(known) if one.id == "measure.response.rate"]
    assert (one.now, one.source) == (Decimal("0.422"), "the group's records")


def test_a_measure_that_counts_nobody_has_no_rate() -> None:
    assert usual_rate(paid_on_a_measure(), "unheard_of") is None


def test_figures_that_move_with_something_else_have_no_level() -> None:
    assert set(movable_levels(paid_on_a_measure())) == {"member_months", "visits.90837"}
    assert set(movable_levels(paid_on_cost())) == {"member_months"}


def test_a_figure_that_takes_one_of_a_few_values_has_no_level() -> None:
    deal = paid_on_cost()
    chances = ((Quantity(Decimal(3600), count("member-month")), 1.0),)
    specs = (FigureSpec("member_months", chances=chances),)
    assert not movable_levels(replace(deal, declared=replace(deal.declared, figures=specs)))


def test_the_group_has_its_size_and_its_cost() -> None:
    size = slider(paid_on_a_measure(), "group.size")
    assert [size.written(at) for at in (size.least, size.now, size.most)] == [
        "50 %",
        "100 %",
        "200 %",
    ]
    cost = slider(paid_on_a_measure(), "cost_to_comply")
    assert (cost.now, cost.source) == (Decimal(4000), "deal.toml")
