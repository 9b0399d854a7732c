"""A fee schedule: units × fee × modifier, summed over the codes."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.contract.reader import read_text
from fairterms.payment.binding import problems
from fairterms.payment.models.fee_schedule import MODEL
from fairterms.units.refusal import Refusal
from tests.payment.earlier_clause import agrees_in_floats
from tests.payment.one_clause import HEADER, amount, contract, settle


def schedule(fees: str, more: str = "") -> str:
    """Return a fee schedule with these rows."""
    return f'[[clause]]\nid = "visits"\nmodel = "fee_schedule"\nfees = [{fees}]\n{more}\n'


THERAPY = '{ code = "CPT 90837", fee = "$150.00 per visit" }'
COUNSELOR = '{ code = "CPT 90834 HO", fee = "$100.00 per visit", modifier = "85 %" }'
GROUP = '{ code = "HCPCS H0004", fee = "$25.50 per unit", modifier = "1.1 factor" }'
MEASURED = {
    "visits.90837": "200 visits",
    "visits.90834_HO": "40 visits",
    "visits.H0004": "10 units",
}

CASES = {
    "one code is units times fee": (THERAPY, "", "$30,000.00"),
    "a modifier multiplies its own code only": (f"{THERAPY}, {COUNSELOR}", "", "$33,400.00"),
    "units and visits are counted apart": (
        f"{THERAPY}, {COUNSELOR}, {GROUP}",
        "",
        "$33,680.50",
    ),
    "a percentage of the schedule multiplies everything": (
        f"{THERAPY}, {COUNSELOR}, {GROUP}",
        'percentage_of_schedule = "110 %"',
        "$37,048.55",
    ),
    "a fee without a unit is a fee for a visit": (
        '{ code = "CPT 90837", fee = "$150.00" }',
        "",
        "$30,000.00",
    ),
}


@pytest.mark.parametrize(("fees", "more", "paid"), CASES.values(), ids=CASES.keys())
def test_every_service_is_paid_its_price(fees: str, more: str, paid: str) -> None:
    clauses = schedule(fees, more)
    assert not problems(contract(clauses))
    assert amount(settle(clauses, MEASURED)) == paid
    assert agrees_in_floats(clauses, MEASURED)


def test_each_code_is_one_line_of_the_worksheet_and_the_lines_add_up() -> None:
    sheet = settle(schedule(f"{THERAPY}, {COUNSELOR}, {GROUP}"), MEASURED)
    lines = ["visits.code.90837", "visits.code.90834_HO", "visits.code.H0004"]
    assert [amount(sheet, line) for line in lines] == ["$30,000.00", "$3,400.00", "$280.50"]
    total = sum((sheet.step(line).values[0] for line in lines), Decimal(0))
    assert sheet.step("at_schedule").values[0] == total
    assert sheet.step("visits.code.90834_HO").words == "units × fee × modifier"


def test_units_given_where_visits_are_paid_are_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        settle(schedule(THERAPY), {"visits.90837": "800 units"})
    assert refusal.value.what == "is given in units, but the clause visits reads visits"


def test_a_code_without_a_count_is_refused_and_not_taken_as_none() -> None:
    with pytest.raises(Refusal) as refusal:
        settle(schedule(f"{THERAPY}, {COUNSELOR}"), {"visits.90837": "200 visits"})
    assert (refusal.value.subject, refusal.value.what) == ("visits.90834_HO", "missing")


def test_a_code_of_digits_only_is_a_problem_that_says_how_to_write_it() -> None:
    reading = read_text(HEADER + schedule('{ code = "90837", fee = "$150.00 per visit" }'))
    assert reading.contract is not None
    (objection,) = MODEL.check(reading.contract.clauses[0])
    assert (objection.code, objection.fix) == ("code-as-number", 'write code = "CPT 90837"')


def test_a_code_with_two_prices_is_a_problem() -> None:
    twice = '{ code = "HCPCS 90837", fee = "$99.00 per visit" }'
    (found,) = problems(contract(schedule(f"{THERAPY}, {twice}")))
    assert (found.code, found.what) == ("repeated-row", "the code 90837 has 2 prices")


def test_a_schedule_without_fees_is_a_problem() -> None:
    clauses = '[[clause]]\nid = "visits"\nmodel = "fee_schedule"\n'
    assert [found.code for found in problems(contract(clauses))] == ["missing-term"]


@pytest.mark.parametrize("half", ['{ code = "CPT 90837" }', '{ fee = "$150.00 per visit" }'])
def test_a_code_without_a_price_or_a_price_without_a_code_is_a_problem(half: str) -> None:
    assert [found.code for found in problems(contract(schedule(half)))] == ["missing-number"]


def test_a_fee_schedule_is_fee_for_service() -> None:
    category = MODEL.category(contract(schedule(THERAPY)).clauses[0])
    assert str(category) == "LAN 1, no VBPR code"


COUNTS = some.integers(0, 100_000)


@settings(max_examples=25, deadline=None)
@generated(
    visits=COUNTS,
    units=COUNTS,
    fee=some.decimals(0, 5_000, places=2),
    percentage=some.decimals(0, 300, places=1),
)
def test_twice_the_visits_pay_twice_and_none_pay_nothing(
    visits: int, units: int, fee: Decimal, percentage: Decimal
) -> None:
    first = f'{{ code = "CPT 1A", fee = "${fee:,.2f} per visit", modifier = "50 %" }}'
    clauses = schedule(f"{first}, {GROUP}", f'percentage_of_schedule = "{percentage} %"')
    paid = [
        settle(clauses, {"visits.1A": f"{n * visits} visits", "visits.H0004": f"{n * units} units"})
        .step("visits")
        .values[0]
        for n in (0, 1, 2)
    ]
    assert paid[0] == 0
    assert paid[2] == 2 * paid[1]
    expected = (visits * fee / 2 + units * Decimal("28.05")) * percentage / 100
    assert paid[1] == expected
    figures = {"visits.1A": f"{visits} visits", "visits.H0004": f"{units} units"}
    assert agrees_in_floats(clauses, figures)
