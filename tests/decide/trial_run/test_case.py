"""A setting changes exactly what it names, and what cannot stand together is refused."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from fairterms.contract.value import show
from fairterms.decide.trial_run.case import Case, case_of, sliders
from fairterms.simulate.forecast.measure_panel import KnownRate
from fairterms.simulate.forecast.past import Past
from fairterms.simulate.years import Years
from fairterms.units.refusal import Refusal
from tests.decide.trial_run.made_up import FEW, at, paid_on_a_measure, paid_on_cost


def drawn(case: Case) -> Years:
    return case.years(case.plan(FEW))


def mean(case: Case, figure: str) -> float:
    values = drawn(case).figures[figure].values
    assert not isinstance(values, tuple)
    return float(np.mean(values))


def test_no_setting_is_the_deal_as_it_stands() -> None:
    deal = paid_on_a_measure()
    assert case_of(deal, {}).prepared is deal
    same = {one.id: one.now for one in sliders(deal)}
    assert case_of(deal, same).prepared is deal


def test_a_term_is_set_and_the_deal_itself_is_not_touched() -> None:
    deal = paid_on_a_measure()
    moved = case_of(deal, at(deal, "performance.budget", 5)).prepared
    budgets = [
        show(one.contract.clause("performance").terms["budget"].value) for one in (moved, deal)
    ]
    assert budgets == ["$2.10 PMPM", "$2.00 PMPM"]


def test_two_terms_of_one_clause_are_both_set() -> None:
    deal = paid_on_a_measure()
    settings = at(deal, "withhold.rate", 5) | at(deal, "withhold.tiers.1.at", 4)
    withhold = case_of(deal, settings).prepared.contract.clause("withhold")
    assert show(withhold.terms["rate"].value) == "5.5 %"
    assert "52 %" in show(withhold.terms["tiers"].value)


def test_terms_that_cannot_stand_together_are_refused() -> None:
    deal = paid_on_a_measure()
    settings = {"performance.measures.1.tiers.1.at": Decimal("0.6")}
    with pytest.raises(Refusal, match="these settings: the tier at 55 % follows the tier at 60 %"):
        case_of(deal, settings)


def test_a_figures_level_moves_every_year_by_the_same_factor() -> None:
    deal = paid_on_a_measure()
    settings = {"level.member_months": Decimal(5400)}
    assert mean(case_of(deal, settings), "member_months") == pytest.approx(
        1.5 * mean(Case(deal), "member_months")
    )


def test_a_factors_middle_moves_what_follows_it() -> None:
    deal = paid_on_a_measure()
    more = case_of(deal, {"factor.attribution.centre": Decimal("0.1")})
    assert mean(more, "visits.90837") > 1.08 * mean(Case(deal), "visits.90837")


def test_a_spread_widens_the_years_and_not_their_middle() -> None:
    deal = paid_on_cost()
    wide, usual = (
        drawn(one).figures["cost"].values
        for one in (case_of(deal, {"factor.trend.spread": Decimal("0.05")}), Case(deal))
    )
    assert np.std(wide) > 1.1 * np.std(usual)
    assert np.mean(wide) == pytest.approx(np.mean(usual), rel=0.01)


def test_a_usual_rate_is_set_in_the_scenario_or_in_what_the_records_gave() -> None:
    deal = paid_on_a_measure()
    settings = {"measure.response.rate": Decimal("0.6")}
    assert mean(case_of(deal, settings), "response.numerator") > 90
    specs = tuple(replace(one, from_records=True) for one in deal.declared.measures)
    known = replace(
        deal,
        declared=replace(deal.declared, measures=specs),
        past=Past(rates={"response": KnownRate(0.4, 0.02, 900)}),
    )
    moved = case_of(known, settings).prepared
    assert moved.past.rates["response"] == KnownRate(0.6, 0.02, 900)
    assert moved.expected == deal.expected


def test_a_measures_own_spread_is_set() -> None:
    deal = paid_on_a_measure()
    moved = case_of(deal, {"measure.response.spread": Decimal("0.05")}).prepared
    assert [one.spread for one in moved.declared.measures] == [0.05]


def test_a_larger_group_has_more_people() -> None:
    deal = paid_on_cost()
    assert mean(case_of(deal, {"group.size": Decimal(2)}), "cost") == pytest.approx(
        2 * mean(Case(deal), "cost"), rel=0.1
    )


def test_the_cost_of_the_work_is_set() -> None:
    deal = paid_on_a_measure()
    moved = case_of(deal, {"cost_to_comply": Decimal(5000)})
    assert (moved.deal.cost_to_comply, deal.deal.cost_to_comply) == (Decimal(5000), Decimal(4000))
