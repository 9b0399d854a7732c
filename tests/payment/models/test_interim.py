"""Interim payments during the year, and the true-up at its end."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.model import Category
from fairterms.payment.models.interim import MODEL
from fairterms.units.refusal import Refusal
from tests.payment.earlier_clause import RESULT, agrees_in_floats, cost_for
from tests.payment.one_clause import amount, contract, settle


def interim(terms: str) -> str:
    return RESULT + f'[[clause]]\nid = "pay"\nmodel = "interim"\nof = "result"\n{terms}\n'


HALF = 'interim_share = "50 %"'
WHOLE_YEAR = HALF + '\nfinal_run_out = "8 months"'
LIMITED = WHOLE_YEAR + '\nrepayment_limit = "$20,000.00"'
NO_MORE_THAN_PAID = WHOLE_YEAR + '\nrepayment_limit = "100 % of interim_paid"'
THREE_MONTHS, EIGHT_MONTHS = "3 months", "8 months"


def figures(earned: Decimal | int, paid: Decimal | int, run_out: str) -> dict[str, str]:
    return {"cost": cost_for(earned), "interim_paid": f"${paid:,.2f}", "run_out": run_out}


CASES = {
    "half of what was earned is paid early": (WHOLE_YEAR, 80_000, 0, THREE_MONTHS, "$40,000.00"),
    "what was paid before is taken off": (
        WHOLE_YEAR,
        80_000,
        30_000,
        THREE_MONTHS,
        "$10,000.00",
    ),
    "nothing is asked back during the year": (WHOLE_YEAR, 40_000, 30_000, THREE_MONTHS, "$0.00"),
    "a deficit to date pays nothing yet": (WHOLE_YEAR, -40_000, 0, THREE_MONTHS, "$0.00"),
    "the rest is paid at the end": (WHOLE_YEAR, 80_000, 40_000, EIGHT_MONTHS, "$40,000.00"),
    "too much is given back at the end": (WHOLE_YEAR, 10_000, 40_000, EIGHT_MONTHS, "-$30,000.00"),
    "repayment stops at its limit": (LIMITED, 10_000, 40_000, EIGHT_MONTHS, "-$20,000.00"),
    "a limit above the repayment changes nothing": (
        LIMITED,
        30_000,
        40_000,
        EIGHT_MONTHS,
        "-$10,000.00",
    ),
    "losses of the year are owed beyond the limit": (
        NO_MORE_THAN_PAID,
        -50_000,
        40_000,
        EIGHT_MONTHS,
        "-$90,000.00",
    ),
    "no interim payments, nothing to repay": (
        NO_MORE_THAN_PAID,
        0,
        0,
        EIGHT_MONTHS,
        "$0.00",
    ),
    "interim payments are all repaid": (
        NO_MORE_THAN_PAID,
        0,
        40_000,
        EIGHT_MONTHS,
        "-$40,000.00",
    ),
}


@pytest.mark.parametrize(
    ("terms", "earned", "paid", "run_out", "now"), CASES.values(), ids=CASES.keys()
)
def test_it_pays_what_the_clause_says(
    terms: str, earned: int, paid: int, run_out: str, now: str
) -> None:
    clauses = interim(terms)
    assert problems(contract(clauses)) == ()
    assert amount(settle(clauses, figures(earned, paid, run_out))) == now
    assert agrees_in_floats(clauses, figures(earned, paid, run_out))


def test_a_contract_without_a_final_reconciliation_only_pays_interim() -> None:
    known = {"cost": cost_for(80_000), "interim_paid": "$30,000.00"}
    assert problems(contract(interim(HALF))) == ()
    assert amount(settle(interim(HALF), known)) == "$10,000.00"


def test_without_a_final_reconciliation_nothing_is_ever_asked_back() -> None:
    known = {"cost": cost_for(80_000), "interim_paid": "$40,000.01"}
    worksheet = settle(interim(HALF), known)
    assert amount(worksheet) == "$0.00"
    assert worksheet.gate("nothing_asked_back").bites[0]


def test_the_least_of_several_repayment_limits_applies() -> None:
    limits = '\nrepayment_limit = ["$20,000.00", "25 % of interim_paid"]'
    worksheet = settle(interim(WHOLE_YEAR + limits), figures(0, 40_000, EIGHT_MONTHS))
    assert problems(contract(interim(WHOLE_YEAR + limits))) == ()
    assert amount(worksheet) == "-$10,000.00"


@pytest.mark.parametrize(
    ("final", "run_out", "is_final"),
    [
        ("8 months", "7 months", False),
        ("8 months", "8 months", True),
        ("8 months", "9 months", True),
        ("more than 8 months", "8 months", False),
        ("more than 8 months", "9 months", True),
        ("240 days", "239 days", False),
        ("240 days", "240 days", True),
    ],
)
def test_the_reconciliation_is_final_when_the_run_out_is_complete(
    final: str, run_out: str, *, is_final: bool
) -> None:
    clauses = interim(WHOLE_YEAR.replace("8 months", final))
    worksheet = settle(clauses, figures(80_000, 40_000, run_out))
    assert amount(worksheet) == ("$40,000.00" if is_final else "$0.00")
    gate = worksheet.gate("final_run_out")
    assert bool(gate.bites[0]) is is_final
    assert gate.otherwise == "the run-out is not complete, so this is an interim payment"


def test_a_table_raises_the_share_at_the_end_of_the_year() -> None:
    shares = (
        'interim_share = { by = "quarters", '
        'rows = [["1 quarter", "50 %"], ["4 quarters", "100 %"]] }'
    )
    known = figures(80_000, 30_000, THREE_MONTHS)
    assert amount(settle(interim(shares), {**known, "quarters": "3 quarters"})) == "$10,000.00"
    assert amount(settle(interim(shares), {**known, "quarters": "4 quarters"})) == "$50,000.00"


@pytest.mark.parametrize(
    ("earned", "paid", "run_out", "gate", "bites"),
    [
        (80_000, 40_000, THREE_MONTHS, "nothing_asked_back", False),
        (80_000, 40_001, THREE_MONTHS, "nothing_asked_back", True),
        (80_000, 90_000, EIGHT_MONTHS, "nothing_asked_back", False),
        (80_000, 100_000, EIGHT_MONTHS, "repayment_limit", False),
        (80_000, 100_001, EIGHT_MONTHS, "repayment_limit", True),
        (80_000, 200_000, THREE_MONTHS, "repayment_limit", False),
    ],
)
def test_gates_say_where_they_bit(
    earned: int, paid: int, run_out: str, gate: str, *, bites: bool
) -> None:
    found = settle(interim(LIMITED), figures(earned, paid, run_out)).gate(gate)
    assert bool(found.bites[0]) is bites
    assert found.otherwise.startswith(
        "this is the final" if gate == "nothing_asked_back" else "this is an interim"
    )


def test_a_negative_interim_payment_is_refused() -> None:
    known = {**figures(80_000, 0, THREE_MONTHS), "interim_paid": "-$1.00"}
    with pytest.raises(Refusal, match="interim_paid: is below zero"):
        settle(interim(WHOLE_YEAR), known)


CENTS = some.integers(0, 40_000_000).map(lambda cents: Decimal(cents) / 100)
RESULTS = some.integers(-40_000_000, 40_000_000).map(lambda cents: Decimal(cents) / 100)


@settings(max_examples=25, deadline=None)
@generated(RESULTS, CENTS)
def test_without_a_limit_the_year_comes_to_exactly_what_was_earned(
    earned: Decimal, paid: Decimal
) -> None:
    now = settle(interim(WHOLE_YEAR), figures(earned, paid, EIGHT_MONTHS)).amounts()[0]
    assert paid + now == earned


@settings(max_examples=25, deadline=None)
@generated(RESULTS, CENTS)
def test_an_interim_payment_is_never_negative_and_never_passes_the_share(
    earned: Decimal, paid: Decimal
) -> None:
    now = settle(interim(WHOLE_YEAR), figures(earned, paid, THREE_MONTHS)).amounts()[0]
    assert now >= 0
    assert now == 0 or abs(2 * (paid + now) - earned) <= Decimal("0.01")


@settings(max_examples=25, deadline=None)
@generated(CENTS, CENTS)
def test_a_group_without_losses_never_repays_more_than_the_limit(
    earned: Decimal, paid: Decimal
) -> None:
    worksheet = settle(interim(LIMITED), figures(earned, paid, EIGHT_MONTHS))
    assert worksheet.amounts()[0] >= -20_000
    assert agrees_in_floats(interim(LIMITED), figures(earned, paid, EIGHT_MONTHS))


@settings(max_examples=25, deadline=None)
@generated(some.lists(RESULTS, min_size=1, max_size=4))
def test_quarters_paid_one_after_the_other_never_ask_back_and_end_at_the_amount_earned(
    earned_to_date: list[Decimal],
) -> None:
    paid = Decimal(0)
    for earned in earned_to_date:
        paid += settle(interim(WHOLE_YEAR), figures(earned, paid, THREE_MONTHS)).amounts()[0]
        assert paid >= 0
    last = settle(interim(WHOLE_YEAR), figures(earned_to_date[-1], paid, EIGHT_MONTHS))
    assert paid + last.amounts()[0] == earned_to_date[-1]


def test_a_limit_without_a_final_reconciliation_is_objected_to() -> None:
    found = problems(contract(interim(HALF + '\nrepayment_limit = "$20,000.00"')))
    assert "missing-number" in [problem.code for problem in found]
    assert found[0].what == (
        "repayment is limited, but no final_run_out says when anything is repaid"
    )


def test_an_interim_clause_without_its_share_is_objected_to() -> None:
    found = problems(contract(interim('final_run_out = "8 months"')))
    assert [problem.code for problem in found] == ["missing-number"]


def test_a_modifier_has_no_category_of_its_own() -> None:
    assert MODEL.category(contract(interim(HALF)).clauses[1]) == Category()


def test_a_clause_that_takes_no_result_is_objected_to() -> None:
    found = problems(contract(interim(HALF).replace('of = "result"\n', "")))
    assert [problem.code for problem in found] == ["missing-of"]
