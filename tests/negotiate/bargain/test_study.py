"""A bargain is studied as a whole: weighed, weighed again, and varied."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.negotiate.bargain import study as study_module
from fairterms.negotiate.bargain.study import Bargain, check_draws, study, study_years
from fairterms.negotiate.bargain.utility import Weighing
from fairterms.simulate.forecast.declaration import CostSpec, Patients
from fairterms.units.refusal import Refusal
from tests.negotiate.bargain.small_bargains import (
    CAP,
    REPORTS,
    SHARE,
    money_issue,
    plain_frontier,
    positions,
    small,
    small_years,
)
from tests.simulate.small_outlook import FEW, small_deal, small_forecast

ISSUES = (SHARE, REPORTS, CAP)


def made(count: int = 512, worth: float = -60_000.0) -> Bargain:
    deal, contract = small()
    return study_years(deal, contract, small_years(count), positions(*ISSUES, worth=worth))


MADE = made()


def test_the_frontier_is_that_of_all_outcomes_weighed_on_the_same_years() -> None:
    deal, contract = small()
    found = Weighing(deal, contract, ISSUES, small_years(), 0.3).weigh()
    soft = np.array([4000.0 if one // 3 % 2 == 0 else 0.0 for one in range(18)])
    plan = np.round(10_000.0 + soft - found.paid, 2)
    assert {one.outcome for one in MADE.points} == plain_frontier(found.group, plan)
    for one in MADE.points:
        assert one.group == found.group[one.outcome]
        assert one.plan.likely == pytest.approx(plan[one.outcome], abs=0.01)


def test_doubt_about_savings_and_reports_widens_what_the_plan_has() -> None:
    for one in MADE.points:
        is_given = one.outcome // 3 % 2 == 0
        assert one.plan.likely - one.plan.low == pytest.approx(5000 + 3000 * is_given, abs=0.02)
        assert one.plan.high - one.plan.likely == pytest.approx(10000 + 5000 * is_given, abs=0.02)


def test_solutions_are_on_the_frontier_and_suit_both() -> None:
    chosen = (*MADE.solutions.nash, *MADE.solutions.kalai_smorodinsky, *MADE.solutions.utilitarian)
    assert chosen
    for outcome in chosen:
        point = MADE.point(outcome)
        assert point.group >= MADE.leaves
        assert point.plan.likely >= MADE.plan_leaves.likely


def test_a_better_alternative_leaves_fewer_agreements() -> None:
    assert made(worth=50_000.0).solutions.feasible < MADE.solutions.feasible
    assert made(worth=50_000.0).leaves == 50_000.0


def test_trades_hold_on_all_years() -> None:
    found = made(2048)
    assert (found.screened, found.years) == (512, 2048)
    assert found.trades
    for trade in found.trades:
        assert trade.group >= 0
        assert trade.plan.likely >= 0


def test_moves_on_all_years_are_those_of_whole_settlements() -> None:
    deal, contract = small()
    found = made(2048)
    again = Weighing(deal, contract, ISSUES, small_years(2048), 0.3).weigh()
    written = found.written.outcome
    for move in found.moves:
        outcome = found.space.changed(written, move.issue, move.option)
        expected = again.group[outcome] - again.group[written]
        assert move.group == pytest.approx(expected, abs=0.01)


def test_a_term_of_one_number_has_its_reservation_value() -> None:
    ends = {one.issue: one.found for one in MADE.reservations}
    assert set(ends) == {0, 2}, "sharing rate and loss cap are one number each"
    halfway = MADE.leaves + round((ends[2].at_lowest + ends[2].at_highest) / 2)
    found = {one.issue: one for one in made(worth=halfway).reservations}[2]
    assert (str(found.low), str(found.high)) == ("$0.00", "$25,000.00")
    (value,) = found.found.values
    deal, contract = small()
    at = money_issue("at", "loss_cap", "owed_cap", f"${value:.2f}")
    weighed = Weighing(deal, contract, (at,), small_years(), 0.3).weigh().group[1]
    assert weighed == pytest.approx(halfway, abs=0.05)


def test_a_long_frontier_is_thinned_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not MADE.is_thinned
    monkeypatch.setattr(study_module, "MOST_POINTS", 3)
    thinned = made()
    assert thinned.is_thinned
    assert len(thinned.points) == 3
    assert {one.outcome for one in thinned.points} < {one.outcome for one in MADE.points}


def test_equal_outcomes_are_told_once_by_the_one_nearest_to_the_text() -> None:
    idle = money_issue("idle", "shared", "minimum_savings_rate", "0 %")
    deal, contract = small()
    found = study_years(deal, contract, small_years(), positions(idle, *ISSUES))
    assert found.space.size == 36
    assert {found.options(one.outcome)[0] for one in found.points} == {0}
    assert len(found.points) == len(MADE.points)


@pytest.mark.slow
def test_a_forecast_is_studied_in_its_years() -> None:
    year = small_forecast(sample=FEW).riskiest
    assert year is not None
    budget = money_issue("budget", "performance", "budget", "$2.50 PMPM")
    found = study(small_deal(), year, positions(budget, REPORTS))
    assert found.years == len(year.years)
    assert found.written.group == pytest.approx(
        found.point(found.points[-1].outcome).group, abs=1e5
    )


@pytest.mark.slow
def test_an_option_by_which_years_are_drawn_is_refused() -> None:
    year = small_forecast(sample=FEW).riskiest
    assert year is not None
    declared = year.plan.declared
    spec = replace(declared.patients[0], above="cost_above", attachment="performance.budget")
    assert isinstance(spec, Patients)
    assert spec.cost is None or isinstance(spec.cost, CostSpec)
    drawn = replace(year, plan=replace(year.plan, declared=replace(declared, patients=(spec,))))
    budget = money_issue("budget", "performance", "budget", "$2.50 PMPM")
    with pytest.raises(Refusal, match="by which the forecast draws cost"):
        check_draws((budget,), drawn)
    check_draws((budget,), year)


def test_points_and_solutions_are_those_of_all_years() -> None:
    deal, contract = small()
    found = made(2048)
    again = Weighing(deal, contract, ISSUES, small_years(2048), 0.3).weigh()
    for one in (*found.points, found.written, *found.packages):
        assert one.group == pytest.approx(again.group[one.outcome], abs=0.01)
