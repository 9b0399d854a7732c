"""Numbers that can be turned."""

import numpy as np
import pytest

from fairterms.simulate.drivers.knob import Knob, knobs
from fairterms.simulate.drivers.resettle import Resettled
from fairterms.simulate.years import net_gains
from tests.simulate.drivers.small_year import deal, plan, years

KNOBS = {one.id: one for one in knobs(plan(), years())}


def test_terms_cells_and_figures_the_contract_reads_are_knobs() -> None:
    assert {
        "result.loss_rate",
        "result.loss_cap",
        "benchmark.years.2.pmpm",
        "quality.measures.1.tiers.1.at",
        "quality.measures.1.minimum_denominator",
        "start_up.steps.1.value",
        "fees.fees.1.fee",
        "cost",
        "member_months",
        "response.numerator",
    } <= set(KNOBS)
    assert not [name for name in KNOBS if "weight" in name]  # they add up to 100 % together


def test_a_formula_is_no_number() -> None:
    assert "result.benchmark" not in KNOBS
    assert "benchmark.years.1.risk_ratio" not in KNOBS


def test_shares_reach_from_nothing_to_all_and_amounts_half_way() -> None:
    rate, cap, cost = (KNOBS[name] for name in ("result.loss_rate", "result.loss_cap", "cost"))
    assert (rate.low, rate.now, rate.high) == (0.0, 0.5, 1.0)
    assert (cap.low, cap.high) == (15_000, 45_000)
    assert (cost.low, cost.high) == (270_000, 810_000)
    assert rate.is_term
    assert not cost.is_term


def test_a_title_names_clause_term_and_row() -> None:
    assert KNOBS["benchmark.years.2.pmpm"].title == "benchmark, years, Base 2026, pmpm"
    assert KNOBS["quality.measures.1.tiers.1.at"].title == "quality, measures, response, no. 1, at"


@pytest.mark.parametrize("knob", KNOBS.values(), ids=list(KNOBS))
def test_turning_a_number_changes_it_and_nothing_else(knob: Knob) -> None:
    part = years().part(0, 32)
    on = Resettled(deal(), plan().contract, part)
    assert knob.net(on, knob.now) == pytest.approx(on.net)
    # What is settled again must be all that follows from the number.
    if knob.is_term:
        whole = net_gains(
            deal(), plan().contract.replacing(knob.clause(on.contract, knob.high)), part
        )
    else:
        whole = net_gains(deal(), plan().contract, knob.years(part, knob.high))
    assert np.array_equal(knob.net(on, knob.high), whole)


def test_a_figure_is_turned_by_the_same_factor_in_every_year() -> None:
    turned = KNOBS["cost"].years(years(), 540_000 * 1.1).figures
    before = years().figures
    assert np.asarray(turned["cost"].values) == pytest.approx(
        np.asarray(before["cost"].values) * 1.1
    )
    assert np.array_equal(turned["above"].values, before["above"].values)
