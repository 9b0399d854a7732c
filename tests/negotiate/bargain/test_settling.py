"""Outcomes are settled in part, and to the same dollars as when each is settled whole."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.contract.offer import Change, Offer, apply
from fairterms.negotiate.bargain import settling
from fairterms.negotiate.bargain.settling import Options, OutcomeSettlement
from fairterms.payment.gain import gains as gains_of
from fairterms.simulate.years import FloatArray, IntArray, Years, settled
from fairterms.units.refusal import Refusal
from tests.negotiate.bargain.small_bargains import change, small, small_years
from tests.simulate.clause_price.made_up import example, years_around


def options(clause: str, term: str, *values: object) -> list[list[Change]]:
    return [[], *([change(clause, term, value)] for value in values)]


JUNIPER: Options = [
    options("care_coordination", "rate", "$0.60 PMPM", "$0.85 PMPM"),
    options("benchmark", "risk_cap_up", "4 %", "2 %"),
    options("stop_loss", "credit_share", "80 %", "100 %"),
    options("quality_gate", "quality_minimum", "52.5 %", "57.5 %"),
    options("gain_cap", "paid_cap", "1 % of benchmark", "5 % of benchmark"),
    options("phase_in", "downside_share", "0 %", "100 %"),
    options("loss_cap", "owed_cap", "1 % of benchmark", "4 % of benchmark"),
]
CEDAR: Options = [
    options("fees", "fees", [{"code": "CPT 90837", "fee": "$160.00 per visit"}]),
    options("performance", "budget", "$1.00 PMPM", "$2.00 PMPM"),
    options("performance", "if_too_few", "not scored, weight moves to the others"),
    options("withhold", "rate", "1 %", "4 %"),
    options("annual_limit", "paid_cap", "2 % of fees", "$500,000.00"),
]


def whole(
    deal: Deal, contract: Contract, chosen: Options, digits: IntArray, years: Years
) -> FloatArray:
    """Settle one outcome as a contract of its own, against what is paid anyway as written."""
    changes = tuple(c for at, digit in enumerate(digits) for c in chosen[at][digit])
    written = settled(contract, years)
    anyway = written.payable.values - gains_of(deal, contract, written)
    paid = settled(apply(contract, Offer("", changes, "")), years).payable.values
    return np.asarray(paid - anyway)


@pytest.mark.parametrize(
    ("name", "chosen", "count"),
    [
        ("juniper", JUNIPER, 8),
        ("cedar", CEDAR, 40),
        pytest.param("juniper", JUNIPER, 120, marks=pytest.mark.slow),
    ],
)
def test_random_outcomes_have_the_dollars_of_whole_settlements(
    name: str, chosen: Options, count: int
) -> None:
    deal, contract = example(name)
    years = years_around(deal, 32)
    settlement = OutcomeSettlement(deal, contract, chosen, years)
    picked = np.random.default_rng(5).integers(0, settlement.space.size, count)
    found = settlement.measure(picked, lambda gains: gains)
    for outcome, gains in zip(picked, found, strict=True):
        digits = settlement.space.digits(np.array([outcome]))[0]
        assert gains == pytest.approx(whole(deal, contract, chosen, digits, years), abs=1e-6)


def test_small_blocks_side_by_side_and_no_remembered_clauses_change_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    deal, contract = example("juniper")
    years = years_around(deal, 32)
    everything = np.arange(3**7)[::97]
    kept = OutcomeSettlement(deal, contract, JUNIPER, years).measure(everything, lambda g: g)
    monkeypatch.setattr(settling, "SETTLED_ONCE", 0)
    monkeypatch.setattr(settling, "LOOKED_UP", 1)
    monkeypatch.setattr(settling, "ROWS", 100)
    apart = OutcomeSettlement(deal, contract, JUNIPER, years)
    assert apart.measure(everything, lambda g: g, threads=2).tobytes() == kept.tobytes()


def test_as_many_outcomes_as_versions_are_not_mixed_up() -> None:
    deal, contract = example("cedar")
    years = years_around(deal, 16)
    settlement = OutcomeSettlement(deal, contract, CEDAR[1:2], years)
    found = settlement.measure(np.array([2, 2, 2]), lambda gains: gains)
    once = settlement.measure(np.array([2]), lambda gains: gains)
    assert found.tobytes() == np.repeat(once, 3, axis=0).tobytes()


def test_a_higher_fee_is_a_gain_although_fees_are_paid_anyway() -> None:
    deal, contract = example("cedar")
    years = years_around(deal, 16)
    fees = contract.clause("fees").terms["fees"].value
    assert isinstance(fees, tuple)
    fewer = replace(change("fees", "fees", []), value=fees[1:])
    settlement = OutcomeSettlement(deal, contract, [[[], [fewer]]], years)
    written, less = settlement.measure(np.array([0, 1]), lambda gains: gains.mean(axis=1)[:, None])
    assert less[0] < written[0] - 100_000


def test_an_option_that_changes_who_pays_is_refused() -> None:
    deal, contract = example("juniper")
    pays = options("recoupment_limit", "pays", True)
    with pytest.raises(Refusal, match="changes which clauses pay"):
        OutcomeSettlement(deal, replace(contract, payable=()), [pays], years_around(deal, 8))


def test_a_clause_with_too_many_texts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "MOST_FORMS", 2)
    deal, contract = small()
    with pytest.raises(Refusal, match="more than 2 possible texts"):
        OutcomeSettlement(
            deal, contract, [options("loss_cap", "owed_cap", "$1.00", "$2.00")], small_years(8)
        )
