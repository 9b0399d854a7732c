"""What a deal adds, for one settlement or for many, in decimals or in floats."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal, WithoutDeal
from fairterms.contract.performance_year import performance_years
from fairterms.decide.money import outcomes
from fairterms.payment.evaluation import run
from fairterms.payment.gain import gains
from fairterms.payment.given import stack
from fairterms.payment.loading import load
from fairterms.units.number import EXACT, FLOAT
from tests.payment.one_clause import contract, given

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


TAKEN = """
[[clause]]
id = "{name}"
model = "shared_savings"
benchmark = "$10.00 PMPM"
minimum_savings_rate = "0 %"
sharing_rate = "50 %"

[[clause]]
id = "kept"
model = "percentage_reduction"
of = "{name}"
rate = "10 %"
applies_to = "gains only"
"""


@pytest.mark.parametrize("name", ["savings", "shared"])
def test_a_clause_that_is_called_like_a_step_is_still_its_result(
    name: str, cedar: tuple[Deal, Contract]
) -> None:
    """The model has a step called savings: $200.00, of which half is shared."""
    terms = contract(TAKEN.format(name=name))
    deal = replace(cedar[0], without_deal=WithoutDeal(("kept",)))
    figures = given({"cost": "$800.00", "member_months": "100 member-months"}, EXACT)
    (found,) = gains(deal, terms, run(terms, figures, 1))
    # Payable is $90.00; what is paid anyway is the change that "kept" makes: -$10.00.
    assert found == Decimal("100.00")
