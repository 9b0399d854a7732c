"""Settled on ranges, a contract holds every year that lies in them."""

from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from fairterms.contract.clause import Contract
from fairterms.contract.deal import WithoutDeal
from fairterms.contract.performance_year import performance_years, terms_in_force
from fairterms.payment.book import Given
from fairterms.payment.evaluation import run
from fairterms.payment.loading import load
from fairterms.simulate.results.box_search import Question
from fairterms.simulate.results.interval import Interval
from fairterms.simulate.results.interval_settlement import RANGES, settle_boxes
from fairterms.simulate.results.real_years import RealYears, default_ranges
from fairterms.units.number import EXACT
from tests.payment.one_clause import contract
from tests.simulate.results.small_deals import CAPPED, EPISODES, RECOUPED, WITH_DOWNSIDE

EXAMPLES = Path(__file__).parents[3] / "examples"
FEDERAL = sorted((EXAMPLES / "mssp").glob("*.toml"))
SCALES = {"risk_score": 2.0, "quality_score": 1.0, "run_out": 12.0, "relief": 30_000.0}


def of_example(name: str, year: int = 0) -> Contract:
    terms = load(EXAMPLES / name / "terms.toml").contract
    assert terms is not None
    return terms_in_force(terms, performance_years(terms)[year])


def finite_ranges(terms: Contract) -> dict[str, tuple[float, float]]:
    """Return a range for every figure: declared, or one that makes thresholds matter."""
    return {
        name: (0.5 if name == "risk_score" else low, high if np.isfinite(high) else _high(name))
        for name, (low, high) in default_ranges(terms, {}).items()
    }


def _high(name: str) -> float:
    if name in {"cost", "revenue", "cost_elsewhere"}:
        return 1_500_000.0
    known = [high for end, high in SCALES.items() if name.endswith(end)]
    return known[0] if known else 100.0 if "." in name else 2_000.0


def exact_steps(
    terms: Contract, names: tuple[str, ...], rows: np.ndarray
) -> dict[str, list[Decimal]]:
    """Settle years exactly; shape (years, figures)."""
    given = {
        name: Given(EXACT.column([Decimal(float(value)) for value in rows[:, at]]))
        for at, name in enumerate(names)
    }
    sheet = run(terms, given, len(rows), EXACT)
    return {step.id: list(step.values) for step in sheet.steps}


def check_random_boxes(terms: Contract, seed: int, boxes: int = 2) -> None:
    """Draw boxes and years in them, and find every exact step within its range."""
    dice = np.random.default_rng(seed)
    ranges = finite_ranges(terms)
    years = RealYears(Question(terms, "payable", WithoutDeal(), ranges))
    ends = np.array(list(ranges.values()))
    for _ in range(boxes):
        corners = np.sort(dice.choice([0, 0.2, 0.5, 0.7, 1], (2, len(ends))), axis=0)
        low, high = (ends[:, 0] + corner * (ends[:, 1] - ends[:, 0]) for corner in corners)
        rows = low + dice.choice([0.0, 0.5, 0.83, 1.0], (12, len(ends))) * (high - low)
        rows = years.made_real(rows)
        rows = rows[np.isfinite(years.amounts(rows))]
        low, high = np.minimum(low, rows.min(axis=0)), np.maximum(high, rows.max(axis=0))
        found = settle_boxes(
            terms, {name: Interval(low[[at]], high[[at]]) for at, name in enumerate(ranges)}, 1
        )
        assert not found.is_empty[0]
        for name, values in exact_steps(terms, tuple(ranges), rows).items():
            step = found.steps[name]
            bounds = float(step.low.reshape(-1)[0]), float(step.high.reshape(-1)[0])
            for value in values:
                # Exact divisions keep 40 digits, which is where the tolerance lies.
                slack = abs(value) * Decimal("1e-35")
                assert bounds[0] == -np.inf or Decimal(bounds[0]) <= value + slack, (
                    name,
                    value,
                    bounds,
                )
                assert bounds[1] == np.inf or value <= Decimal(bounds[1]) + slack, (
                    name,
                    value,
                    bounds,
                )


@pytest.mark.parametrize("name", WITH_DOWNSIDE)
def test_every_step_of_every_year_lies_in_its_range(name: str) -> None:
    check_random_boxes(contract(WITH_DOWNSIDE[name]), seed=len(name))


@pytest.mark.parametrize(("name", "year"), [("cedar", 0), ("willow", 2)])
def test_every_step_of_the_examples_lies_in_its_range(name: str, year: int) -> None:
    check_random_boxes(of_example(name, year), seed=7, boxes=1)


@pytest.mark.slow
@pytest.mark.parametrize("path", FEDERAL, ids=[path.stem for path in FEDERAL])
def test_every_step_of_the_federal_contracts_lies_in_its_range(path: Path) -> None:
    terms = load(path).contract
    assert terms is not None
    for seed in range(8):
        check_random_boxes(terms_in_force(terms, performance_years(terms)[0]), seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_many_boxes_of_every_contract_hold_their_years(seed: int) -> None:
    for text in WITH_DOWNSIDE.values():
        check_random_boxes(contract(text), seed)
    for name, year in (("cedar", 0), ("juniper", 0), ("willow", 1), ("willow", 2)):
        check_random_boxes(of_example(name, year), seed)


def test_a_range_of_one_number_gives_that_years_amount() -> None:
    for cost, paid in ((900_000, 50_000), (1_000_000, 0), (1_060_000, -30_000), (2e6, -40_000)):
        ranges = {"cost": Interval([float(cost)], [float(cost)])}
        found = settle_boxes(contract(CAPPED), ranges, 1).named("payable")
        assert found.low[0] == pytest.approx(paid, abs=1e-6)
        assert found.high[0] == pytest.approx(paid, abs=1e-6)


def test_a_box_without_any_year_is_empty() -> None:
    terms = of_example("cedar")
    ranges = finite_ranges(terms)
    ranges["response.numerator"], ranges["response.denominator"] = (90.0, 95.0), (40.0, 80.0)
    boxes = {name: Interval([low], [high]) for name, (low, high) in ranges.items()}
    assert settle_boxes(terms, boxes, 1).is_empty[0]


def test_a_box_in_which_every_year_is_refused_is_empty() -> None:
    terms = contract(RECOUPED)
    ranges = finite_ranges(terms) | {"interim_paid": (-9.0, 5.0)}
    boxes = {name: Interval([low, low], [high, high]) for name, (low, high) in ranges.items()}
    boxes["interim_paid"] = Interval([-9.0, -9.0], [5.0, -1.0])
    assert settle_boxes(terms, boxes, 2).is_empty.tolist() == [False, True]


def test_a_step_is_cut_to_the_range_it_is_given() -> None:
    ranges = {"cost": Interval([8e5, 8e5], [1.5e6, 1.5e6])}
    cut = {"result.savings": Interval([-np.inf, 0.0], [0.0, np.inf])}
    found = settle_boxes(contract(CAPPED), ranges, 2, cut).named("payable")
    assert found.low == pytest.approx([-40_000, 0], abs=1e-6)
    assert found.high == pytest.approx([0, 60_000], abs=1e-6)
    none = settle_boxes(contract(CAPPED), ranges, 2, {"result.savings": Interval(5e6, 6e6)})
    assert none.is_empty.all()


def test_a_plain_mask_is_settled_both_ways() -> None:
    terms = contract(EPISODES)
    ranges = {name: Interval([low], [high]) for name, (low, high) in finite_ranges(terms).items()}
    for name, value in (("episodes", 100.0), ("cost", 30_000.0), ("risk_score", 1.0)):
        ranges[name] = Interval([value], [value])
    found = settle_boxes(terms, ranges, 1).named("payable")
    # The indicator may be met or missed: a gain of 10,000 or nothing.
    assert found.low[0] == pytest.approx(0, abs=1e-6)
    assert found.high[0] == pytest.approx(10_000, abs=1e-6)


@pytest.mark.parametrize("mode", ["half up", "half even", "down", "up"])
def test_rounded_ranges_hold_rounded_numbers(mode: str) -> None:
    cent, dice = Decimal("0.01"), np.random.default_rng(3)
    whole = np.sort(dice.integers(-4_000, 4_000, (200, 2)), axis=1) / 800
    found = RANGES.round(Interval(whole[:, 0], whole[:, 1]), cent, mode)
    for at, ends in enumerate(whole):
        for value in (*ends, ends.mean()):
            exact = EXACT.round(EXACT.column([Decimal(float(value))]), cent, mode)[0]
            assert Decimal(float(found.low[at])) <= exact <= Decimal(float(found.high[at]))


def test_endless_ranges_stay_endless_when_rounded() -> None:
    found = RANGES.round(Interval([-np.inf], [np.inf]), Decimal("0.01"), "half even")
    assert (found.low[0], found.high[0]) == (-np.inf, np.inf)
