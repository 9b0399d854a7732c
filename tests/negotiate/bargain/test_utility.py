"""What outcomes are worth: certainty equivalents, soft worths, and the plan's side."""

import numpy as np
import pytest

from fairterms.negotiate.bargain.utility import (
    Weighing,
    base_of_plan,
    certainty_equivalent,
    soft_worth,
    worth_of_leaving,
)
from fairterms.negotiate.positions.position import (
    Alternative,
    PlanSide,
    QualityWorth,
    SavingsFrom,
    Spread,
)
from fairterms.simulate.results import statistic
from fairterms.simulate.years import net_gains
from fairterms.units.refusal import Refusal
from tests.negotiate.bargain.small_bargains import (
    CAP,
    REPORTS,
    SHARE,
    change,
    small,
    small_years,
)

NOBODY = Spread()


@pytest.mark.parametrize("count", [40, 512, 500])
@pytest.mark.parametrize("weight", [0.0, 0.3, 1.0])
def test_bad_years_weigh_as_the_tail_mean_says(count: int, weight: float) -> None:
    net = np.random.default_rng(count).normal(0, 1000, (3, count))
    blocks = np.zeros(count, dtype=np.int64)
    expected = [
        (1 - weight) * row.mean() + weight * statistic.tail_mean(row, 0.05, blocks).value
        for row in net
    ]
    assert certainty_equivalent(net.copy(), weight) == pytest.approx(expected)


def test_every_outcome_is_weighed_as_a_contract_of_its_own() -> None:
    deal, contract = small()
    years = small_years(64)
    issues = (SHARE, REPORTS, CAP)
    found = Weighing(deal, contract, issues, years, 0.3).weigh()
    assert len(found.group) == 3 * 2 * 3
    changed = contract
    for one in (change("shared", "sharing_rate", "60 %"), change("loss_cap", "owed_cap", "$0.00")):
        changed = changed.replacing(changed.clause(one.clause).with_value(one.term, one.value))
    net = net_gains(deal, changed, years)
    outcome = 2 * 6 + 0 * 3 + 2  # 60 %, monthly reporting, no loss
    expected = certainty_equivalent(net[None, :].copy(), 0.3)[0] - 500.0
    assert found.group[outcome] == pytest.approx(expected, abs=0.005)
    work = float(deal.cost_to_comply)
    assert found.paid[outcome] == pytest.approx(net.mean() + work, abs=0.005)


def test_some_outcomes_are_worth_what_they_are_among_all() -> None:
    deal, contract = small()
    weighing = Weighing(deal, contract, (SHARE, REPORTS, CAP), small_years(64), 0.3)
    everything, some = weighing.weigh(), np.array([17, 3, 3, 8])
    assert weighing.weigh(some).group.tolist() == everything.group[some].tolist()
    assert weighing.weigh(some).paid.tolist() == everything.paid[some].tolist()


def test_soft_worths_are_taken_for_the_side_asked() -> None:
    digits = np.array([[0, 0], [0, 1]])
    assert soft_worth((SHARE, REPORTS), digits, "group").tolist() == [-500.0, 0.0]
    assert soft_worth((SHARE, REPORTS), digits, "high").tolist() == [9000.0, 0.0]


def test_better_quality_is_worth_its_points_to_the_plan() -> None:
    _, contract = small()
    quality = QualityWorth("response", 2.0, Spread(1000.0, 3000.0, 4000.0))
    worse = QualityWorth("access", -1.0, Spread(100.0, 200.0, 300.0))
    side = PlanSide(Spread(5.0, 10.0, 20.0), NOBODY, (quality, worse))
    found = base_of_plan(side, contract, small_years(16))
    assert found == Spread(5.0 + 2000.0 - 300.0, 10.0 + 6000.0 - 200.0, 20.0 + 8000.0 - 100.0)


def test_medical_savings_are_read_from_the_forecast() -> None:
    _, contract = small()
    years = small_years(64)
    side = PlanSide(SavingsFrom("cost", "shared", 0.2), NOBODY)
    found = base_of_plan(side, contract, years)
    costs = years.figures["cost"].values
    assert isinstance(costs, np.ndarray)
    shared = np.mean((1_000_000 - costs) / 2)
    assert found.likely == pytest.approx(costs.mean() - shared, abs=0.01)
    assert found.low == pytest.approx(0.8 * found.likely)
    assert found.high == pytest.approx(1.2 * found.likely)


def test_savings_from_nowhere_are_refused() -> None:
    _, contract = small()
    with pytest.raises(Refusal, match=r"net_cots: is no clause"):
        base_of_plan(PlanSide(SavingsFrom("net_cots", "", 0.2), NOBODY), contract, small_years(16))


def test_an_unlikely_alternative_with_switching_cost_is_worth_less() -> None:
    deal, contract = small()
    other = Alternative("another plan", 40_000.0, (), False, 10_000.0, 0.25)
    assert worth_of_leaving(other, deal, contract, small_years(16), 0.3) == 7_500.0


def test_an_offer_as_alternative_is_settled_on_the_same_years() -> None:
    deal, contract = small()
    years = small_years(64)
    capped = change("loss_cap", "owed_cap", "$0.00")
    other = Alternative("present contract", None, (capped,), False, 0.0, 1.0)
    changed = contract.replacing(contract.clause("loss_cap").with_value("owed_cap", capped.value))
    net = net_gains(deal, changed, years)
    expected = float(certainty_equivalent(net[None, :].copy(), 0.3)[0])
    assert worth_of_leaving(other, deal, contract, years, 0.3) == pytest.approx(expected, abs=0.01)
