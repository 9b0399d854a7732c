"""Where only the total is uncertain, the payment's law is exact, atoms and all."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.payment.book import Given
from fairterms.payment.evaluation import run
from fairterms.simulate.exact_total.aggregation import aggregate
from fairterms.simulate.exact_total.part import Part
from fairterms.simulate.exact_total.payment_law import PaymentLaw, law_of, payable_law
from fairterms.simulate.exact_total.total_law import TotalLaw
from fairterms.simulate.exact_total.year_level import total_over_years
from fairterms.units.number import EXACT, FLOAT
from fairterms.units.quantity import MONEY, parse
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import contract, given
from tests.simulate.exact_total.cost_laws import PATIENTS, REFERENCE, STOP_LOSS, TRUE_OWES

CORRIDOR = contract("""
[[clause]]
id = "corridor"
model = "risk_corridor"
base = "$5,186,169.00"
bands = [{ up_to = "2 %", group_share = "0 %" }, { group_share = "50 %" }]

[[clause]]
id = "limit"
model = "cap"
of = "corridor"
paid_cap = "$259,308.45"
owed_cap = "$259,308.45"
""")
SAVINGS = contract("""
[[clause]]
id = "savings"
model = "shared_savings"
benchmark = "$41.20 PMPM"
minimum_savings_rate = "2 %"
sharing_rate = "50 %"
""")
MONTHS = given({"member_months": "120,000 member-months"}, FLOAT)
TOTAL = TotalLaw(100_000.0, np.array([0.1, 0.2, 0.4, 0.2, 0.1]), first=47)
ATOMS = PaymentLaw(np.array([-100.0, -20.0, 0.0, 50.0]), np.array([0.05, 0.1, 0.6, 0.25]))


@pytest.fixture(scope="module")
def reference() -> PaymentLaw:
    total = aggregate(REFERENCE, PATIENTS, STOP_LOSS)
    return payable_law(CORRIDOR, {}, "cost", total)


def test_the_published_chances_are_met(reference: PaymentLaw) -> None:
    assert reference.owes == pytest.approx(TRUE_OWES, abs=5e-5)
    nothing = float(reference.chance[reference.amounts == 0][0])
    assert nothing == pytest.approx(0.659, abs=5e-4)


def test_the_published_tail_is_met_although_most_years_pay_nothing(reference: PaymentLaw) -> None:
    assert reference.quantile(0.01) == pytest.approx(-76_400, abs=50)
    assert reference.tail_mean(0.20) == pytest.approx(-25_300, abs=50)
    # The mean of every year at or below the 20 % quantile, the commonest mistake, is far off.
    at_or_below = reference.amounts <= reference.quantile(0.20)
    mistaken = (reference.chance * reference.amounts)[at_or_below].sum()
    assert mistaken / reference.chance[at_or_below].sum() == pytest.approx(-6_100, abs=50)


def test_a_year_level_trend_gives_the_published_tail() -> None:
    part = Part(REFERENCE, attachment=STOP_LOSS)
    total = total_over_years(part, PATIENTS, 0.04, step=50.0)
    law = payable_law(CORRIDOR, {}, "cost", total)
    assert law.owes == pytest.approx(0.312, abs=5e-4)
    assert law.quantile(0.01) == pytest.approx(-210_400, abs=150)


def test_every_payment_is_the_settlement_of_its_total() -> None:
    law = payable_law(SAVINGS, MONTHS, "cost", TOTAL)
    for dollars, chance in zip(TOTAL.dollars, TOTAL.chance, strict=True):
        cost = {"cost": Given(EXACT.column([parse(f"${dollars:,.2f}").amount]), MONEY)}
        figures = given({"member_months": "120,000 member-months"})
        paid = float(run(SAVINGS, {**figures, **cost}, 1).payable.values[0])
        assert law.chance[law.amounts == paid][0] > chance - 1e-12
    assert law.chance.sum() == pytest.approx(1)
    assert len(law.amounts) == 3  # three of the totals save too little and pay nothing


def test_a_long_grid_is_settled_in_pieces_like_one() -> None:
    total = TotalLaw(50.0, np.full(20_000, 1 / 20_000), first=84_000)
    law = payable_law(SAVINGS, MONTHS, "cost", total)
    months = replace(MONTHS["member_months"], values=np.full(20_000, 120_000.0))
    cost = {"member_months": months, "cost": Given(total.dollars, MONEY)}
    paid = run(SAVINGS, cost, 20_000, FLOAT).payable.values
    assert law.mean == pytest.approx(paid.mean())
    assert law.sd == pytest.approx(paid.std())


def test_years_that_give_a_figure_once_and_for_all_may_be_handed_over_whole() -> None:
    months = replace(MONTHS["member_months"], values=np.full(7, 120_000.0))
    unread = Given(np.arange(7.0), None)
    handed = payable_law(SAVINGS, {"member_months": months, "visits": unread}, "cost", TOTAL)
    assert handed.amounts.tolist() == payable_law(SAVINGS, MONTHS, "cost", TOTAL).amounts.tolist()


def test_a_contract_that_reads_another_uncertain_figure_is_refused() -> None:
    months = replace(MONTHS["member_months"], values=np.array([120_000.0, 121_000.0]))
    with pytest.raises(Refusal) as refused:
        payable_law(SAVINGS, {"member_months": months}, "cost", TOTAL)
    assert str(refused.value) == (
        "member_months: differs from year to year, and a clause reads it\n"
        "      why: the exact law knows the year's total only, not what comes with it\n"
        "      fix: simulate this contract, or give one member_months for every year"
    )


def test_a_contract_that_does_not_read_the_total_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        payable_law(SAVINGS, MONTHS, "visits", TOTAL)
    assert "visits: is not read by any clause" in str(refused.value)
    assert "fix: name one of the figures the contract reads: cost, member_months" in str(
        refused.value
    )


def test_a_contract_that_reads_patient_by_patient_is_refused() -> None:
    listed = contract("""
[[clause]]
id = "truncated"
model = "truncation"
ceiling = "$10,000.00"
excess_from = "each cost"
""")
    with pytest.raises(Refusal, match="is read as a list, one number for each patient"):
        payable_law(listed, {}, "member_cost", TOTAL)


def test_a_figure_nobody_gives_is_refused() -> None:
    with pytest.raises(Refusal, match="member_months: missing"):
        payable_law(SAVINGS, {}, "cost", TOTAL)


def test_owing_is_strictly_below_zero() -> None:
    assert ATOMS.owes == pytest.approx(0.15)
    assert ATOMS.below(-20.0) == pytest.approx(0.05)


@pytest.mark.parametrize(
    ("share", "dollars"),
    [(0.01, -100), (0.05, -100), (0.06, -20), (0.15, -20), (0.2, 0), (0.9, 50)],
)
def test_a_quantile_is_the_least_payment_with_that_share(share: float, dollars: float) -> None:
    assert ATOMS.quantile(share) == dollars


@pytest.mark.parametrize(
    ("share", "dollars"),
    [(0.05, -100.0), (0.1, -60.0), (0.15, -7 / 0.15), (0.2, -35.0), (1.0, 5.5)],
)
def test_a_tail_takes_of_its_last_payment_what_fits(share: float, dollars: float) -> None:
    assert ATOMS.tail_mean(share) == pytest.approx(dollars)


def test_equal_payments_are_one_atom() -> None:
    law = law_of(np.array([0.0, 5.0, -0.0, -3.0]), np.array([0.25, 0.25, 0.3, 0.2]))
    assert law.amounts.tolist() == [-3.0, 0.0, 5.0]
    assert law.chance == pytest.approx([0.2, 0.55, 0.25])
