"""The parts of a settlement add up, and a deal is judged by what it adds."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal, WithoutDeal
from fairterms.contract.performance_year import performance_years
from fairterms.decide.money import outcomes, parts, settled
from fairterms.payment.loading import load
from fairterms.settle.settlement import settle

CEDAR = Path(__file__).parents[2] / "examples" / "cedar"


@pytest.fixture(scope="module")
def cedar() -> tuple[Deal, Contract]:
    loaded = load(CEDAR / "terms.toml").contract
    assert loaded is not None
    return deals.read(CEDAR), loaded


def test_the_parts_add_up_to_the_amount_payable(cedar: tuple[Deal, Contract]) -> None:
    deal, terms = cedar
    for scenario in deal.scenarios:
        settlement = settle(terms, scenario)
        total = sum((part.amount for part in parts(terms, settlement, deal)), Decimal(0))
        assert abs(total - settlement.payable) <= Decimal("0.005")


def test_the_gain_leaves_out_what_is_paid_anyway(cedar: tuple[Deal, Contract]) -> None:
    deal, terms = cedar
    for outcome in outcomes(deal, terms, performance_years(terms)):
        assert outcome.settlement is not None
        fees = outcome.settlement.line("fees").value
        assert outcome.gain == outcome.settlement.payable - fees
        assert outcome.net == outcome.gain - deal.cost_to_comply


def test_an_amount_paid_anyway_is_taken_off(cedar: tuple[Deal, Contract]) -> None:
    deal, terms = cedar
    other = replace(deal, without_deal=WithoutDeal(("fees",), Decimal(1000)))
    before = outcomes(deal, terms, performance_years(terms))[0]
    after = outcomes(other, terms, performance_years(terms))[0]
    assert before.gain - after.gain == 1000


def test_a_refused_scenario_is_kept_with_its_refusal(cedar: tuple[Deal, Contract]) -> None:
    deal, terms = cedar
    broken = replace(deal.scenarios[0], values={})
    found = outcomes(replace(deal, scenarios=(broken,)), terms, performance_years(terms))
    assert found[0].settlement is None
    assert found[0].refusal is not None
    assert settled(found) == ()
