"""What a deal adds, for one settlement or for many, in decimals or in floats."""

from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.contract.performance_year import performance_years
from fairterms.decide.money import outcomes
from fairterms.payment.evaluation import run
from fairterms.payment.gain import gains
from fairterms.payment.given import stack
from fairterms.payment.loading import load
from fairterms.units.number import FLOAT

CEDAR = Path(__file__).parents[2] / "examples" / "cedar"


@pytest.fixture(scope="module")
def cedar() -> tuple[Deal, Contract]:
    loaded = load(CEDAR / "terms.toml").contract
    assert loaded is not None
    return deals.read(CEDAR), loaded


def test_gains_of_a_batch_equal_those_of_single_settlements(cedar: tuple[Deal, Contract]) -> None:
    deal, terms = cedar
    batch = gains(deal, terms, run(terms, stack(deal.scenarios), len(deal.scenarios)))
    single = [one.gain for one in outcomes(deal, terms, performance_years(terms))]
    assert list(batch) == single


def test_gains_in_floats_are_those_in_decimals(cedar: tuple[Deal, Contract]) -> None:
    deal, terms = cedar
    rows = len(deal.scenarios)
    exact = gains(deal, terms, run(terms, stack(deal.scenarios), rows))
    floats = gains(deal, terms, run(terms, stack(deal.scenarios, FLOAT), rows, FLOAT))
    assert floats.dtype == float
    assert list(floats) == pytest.approx([float(one) for one in exact], abs=0.02)
