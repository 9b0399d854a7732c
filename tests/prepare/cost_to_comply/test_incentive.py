from decimal import Decimal

from fairterms.payment.evaluation import run
from fairterms.payment.gain import gains
from fairterms.payment.given import stack
from fairterms.prepare.cost_to_comply.funding import Funding
from fairterms.prepare.cost_to_comply.incentive import (
    REFERENCE,
    Incentive,
    Revenue,
    incentive,
    revenue,
)
from fairterms.prepare.cost_to_comply.kind import Family
from fairterms.prepare.cost_to_comply.spread import Spread
from tests.prepare.cost_to_comply.made_up import example

FEE = Funding("fee", "Fee", Decimal(100), (Family.COORDINATION,))
LOAN = Funding("loan", "Loan", Decimal(50), (Family.SYSTEMS,), is_lent=True)
OLD = Funding("fees", "Forms", Decimal(30), (Family.MEASURING,), is_paid_anyway=True)


def test_the_gain_leaves_out_what_is_paid_anyway() -> None:
    deal, contract, _, settlement = example("cedar")
    found = incentive(deal, contract, settlement, ())
    # 4,469,638.83 payable less 4,459,278.00 of fees.
    assert found.gain == Decimal("10360.83")


def test_pay_for_results_is_what_is_neither_pay_for_work_nor_lent() -> None:
    deal, contract, _, settlement = example("cedar")
    found = incentive(deal, contract, settlement, (FEE, LOAN, OLD))
    assert (found.for_work, found.lent) == (Decimal(100), Decimal(50))
    assert found.for_results == Decimal("10210.83")
    assert found.kept == Decimal("10310.83")


def test_what_is_left_of_the_gain_and_for_an_hour() -> None:
    found = Incentive(Decimal(1000), Decimal(0), Decimal(0))
    assert found.left(Spread.of(100, 400, 1500)) == (Decimal(-500), Decimal(600), Decimal(900))
    assert found.per_hour(Spread.of(10, 20, 90)) == 50
    assert found.per_hour(Spread.exact(0)) is None


def test_what_is_lent_is_never_left_to_the_group() -> None:
    found = Incentive(Decimal(1000), Decimal(0), Decimal(300))
    assert found.left(Spread.exact(100)) == (Decimal(600), Decimal(600), Decimal(600))
    assert found.per_hour(Spread.exact(10)) == 70


def test_the_share_is_of_both_agreements() -> None:
    money = Revenue(Decimal(300), Decimal(700), "fees", has_fees=False)
    share = money.share(Spread.of(50, 100, 300))
    assert share == Spread.of("0.05", "0.1", "0.3")
    assert money.is_whole


def test_without_fees_the_share_is_said_to_be_of_a_part() -> None:
    assert not Revenue(Decimal(300), None, "", has_fees=False).is_whole
    assert Revenue(Decimal(-5), None, "", has_fees=True).share(Spread.exact(1)) is None


def test_fees_are_known_by_the_models_that_pay_for_care() -> None:
    _, contract, _, settlement = example("cedar")
    found = revenue(contract, settlement, None, "")
    assert found.has_fees
    assert found.gross == settlement.payable


def test_the_reference_range_is_that_of_the_requirement() -> None:
    assert (Decimal("0.10"), Decimal("0.25")) == REFERENCE


def test_the_gain_is_the_one_that_the_payment_room_knows() -> None:
    deal, contract, _, settlement = example("cedar")
    worksheet = run(contract, stack([settlement.figures]), rows=1)
    (gain,) = gains(deal, contract, worksheet)
    assert incentive(deal, contract, settlement, ()).gain == gain
