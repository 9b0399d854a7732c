"""Every engine agrees: sums on NumPy, sums by numba, and the exact law without any draw."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from fairterms.payment.book import Given
from fairterms.payment.evaluation import run
from fairterms.simulate.draws.keyed import year_keys
from fairterms.simulate.exact_total.aggregation import aggregate, aggregate_above
from fairterms.simulate.exact_total.payment_law import payable_law
from fairterms.simulate.exact_total.total_law import TotalLaw
from fairterms.simulate.patient_cost import compiled_engine
from fairterms.simulate.patient_cost.law import LognormalCost, ObservedCost, PatientCost
from fairterms.simulate.patient_cost.sums import Engine, PatientSums, sums
from fairterms.simulate.patient_cost.table import tables
from fairterms.simulate.years import FloatArray
from fairterms.units.number import FLOAT
from fairterms.units.quantity import MONEY
from tests.payment.one_clause import contract
from tests.simulate.exact_total.cost_laws import TRUE_MEAN, TRUE_OWES, TRUE_SD

LAW = LognormalCost(no_cost=0.15, mean=1_800.0, spread=1.2)
STOP_LOSS = 10_000.0
FEW_PATIENTS, FEW_YEARS = 300, 20_000
ENGINES = [
    "numpy",
    pytest.param(
        "numba",
        marks=pytest.mark.skipif(not compiled_engine.is_installed(), reason="numba is an extra"),
    ),
]


def drawn(
    engine: Engine,
    law: PatientCost = LAW,
    size: tuple[int, int] = (FEW_PATIENTS, FEW_YEARS),
    present: float = 1.0,
    scale: float = 1.0,
) -> PatientSums:
    patients, years = size
    made = tables(law, np.array([scale]), STOP_LOSS, above=True)
    keys = year_keys(20_270_101, "agreement", 0, years)
    steps = np.zeros(years, dtype=np.int64)
    return sums(made, steps, keys, patients, present, engine=engine)


def demand_agreement(dollars: FloatArray, law: TotalLaw, owes_above: float) -> None:
    """Mean, spread, chance of owing and 1 % quantile differ by at most 4 standard errors."""
    years = len(dollars)
    assert abs(dollars.mean() - law.mean) <= 4 * law.sd / math.sqrt(years)
    fourth = law.expect((law.dollars - law.mean) ** 4)
    error_of_sd = math.sqrt((fourth - law.sd**4) / years) / (2 * law.sd)
    assert abs(dollars.std() - law.sd) <= 4 * error_of_sd
    for at in (owes_above, law.quantile(0.01)):
        chance = float(law.cdf(at))
        # A total in cents lies up to half a step beside the grid's.
        roundings = float(law.cdf(at + law.step_dollars)) - float(law.cdf(at - law.step_dollars))
        error = math.sqrt(chance * (1 - chance) / years)
        assert abs((dollars <= at).mean() - chance) <= 4 * error + roundings / 2


def observed(law: PatientCost, patients: int) -> ObservedCost:
    """Return records of a group in which each patient stands for one share of the law."""
    shares = (np.arange(patients) + 0.5) / patients
    return ObservedCost(np.rint(law.quantile(shares) * 100).astype(np.int64))


@pytest.mark.parametrize("engine", ENGINES)
def test_sums_of_a_small_group_have_the_exact_law(engine: Engine) -> None:
    law = aggregate(LAW, FEW_PATIENTS, STOP_LOSS)
    demand_agreement(drawn(engine).paid / 100, law, 1.05 * law.mean)


@pytest.mark.parametrize("engine", ENGINES)
def test_absence_and_a_dear_year_agree(engine: Engine) -> None:
    law = aggregate(LAW, FEW_PATIENTS, STOP_LOSS, present=0.8, scale=1.08)
    found = drawn(engine, present=0.8, scale=1.08)
    demand_agreement(found.paid / 100, law, 1.05 * law.mean)


def test_what_lies_above_the_stop_loss_agrees() -> None:
    law = aggregate_above(LAW, FEW_PATIENTS, STOP_LOSS)
    above = drawn("numpy").above
    assert above is not None
    demand_agreement(above / 100, law, 2 * law.mean)


def test_a_group_drawn_from_its_own_records_agrees() -> None:
    own = observed(LAW, 900)
    law = aggregate(own, FEW_PATIENTS, STOP_LOSS)
    demand_agreement(drawn("numpy", own).paid / 100, law, 1.05 * law.mean)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (lambda: aggregate(LAW, FEW_PATIENTS), "without the stop-loss"),
        (lambda: aggregate(LAW, FEW_PATIENTS + 3, STOP_LOSS), "with one patient in a hundred more"),
        (lambda: aggregate(LAW, FEW_PATIENTS, STOP_LOSS, scale=1.01), "1 % dearer"),
        (
            lambda: aggregate(
                LognormalCost(0.12, 1_780.0, 1.25), FEW_PATIENTS, STOP_LOSS, step=20.0
            ),
            "of another law",
        ),
    ],
)
def test_the_agreement_would_not_miss_another_law(wrong: Callable[[], TotalLaw], why: str) -> None:
    with pytest.raises(AssertionError):
        demand_agreement(drawn("numpy").paid / 100, wrong(), 1.05 * 1_728.72 * FEW_PATIENTS)


def corridor(target: float) -> str:
    return f"""
[[clause]]
id = "corridor"
model = "risk_corridor"
base = "${target:,.2f}"
bands = [{{ up_to = "2 %", group_share = "0 %" }}, {{ group_share = "50 %" }}]
"""


def test_payments_of_simulated_years_have_the_exact_law() -> None:
    terms = contract(corridor(round(FEW_PATIENTS * 1_728.72, 2)))
    law = payable_law(terms, {}, "cost", aggregate(LAW, FEW_PATIENTS, STOP_LOSS))
    cost = Given(drawn("numpy").paid / 100, MONEY)
    paid = run(terms, {"cost": cost}, FEW_YEARS, FLOAT).payable.values
    assert abs(paid.mean() - law.mean) <= 4 * law.sd / math.sqrt(FEW_YEARS)
    error = math.sqrt(law.owes * (1 - law.owes) / FEW_YEARS)
    assert abs((paid < 0).mean() - law.owes) <= 4 * error + 0.0005
    worst = np.sort(paid)[: FEW_YEARS // 20]
    # The error of a tail mean, with the depth of the tail beyond its quantile.
    spread = worst.var() + 0.95 * (law.tail_mean(0.05) - law.quantile(0.05)) ** 2
    assert abs(worst.mean() - law.tail_mean(0.05)) <= 4 * math.sqrt(spread / (0.05 * FEW_YEARS))


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_the_reference_benchmark_agrees_in_full(engine: Engine) -> None:
    law = aggregate(LAW, 3_000, STOP_LOSS)
    dollars = drawn(engine, size=(3_000, 100_000)).paid / 100
    demand_agreement(dollars, law, 1.02 * TRUE_MEAN)
    assert abs(dollars.mean() - TRUE_MEAN) <= 4 * TRUE_SD / math.sqrt(100_000)
    assert abs((dollars > 1.02 * TRUE_MEAN).mean() - TRUE_OWES) <= 4 * 0.0012
