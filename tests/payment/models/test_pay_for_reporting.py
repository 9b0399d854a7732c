"""Pay for reporting: flat or per report, with a number required and a limit."""

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.evaluation import survey
from fairterms.payment.models.pay_for_reporting import MODEL
from fairterms.units.refusal import Refusal
from tests.payment.earlier_clause import agrees_in_floats
from tests.payment.one_clause import amount, contract, settle


def reporting(terms: str) -> str:
    """Return a pay-for-reporting clause with these terms."""
    return f'[[clause]]\nid = "reports"\nmodel = "pay_for_reporting"\n{terms}\n'


FLAT = 'amount = "$24,000.00"\nreports_required = "at least 12 reports"'
PART = f'{FLAT}\nif_fewer = "paid in proportion"'
EACH = 'rate = "$500.00 per report"'
LIMITED = f'{EACH}\nmost_reports = "10 reports"'
ALL = f'{LIMITED}\nreports_required = "at least 8 reports"'

CASES = {
    "one report too few earns nothing of a flat sum": (FLAT, 11, "$0.00"),
    "the reports required earn the flat sum": (FLAT, 12, "$24,000.00"),
    "more reports earn no more": (FLAT, 13, "$24,000.00"),
    "more than eleven is twelve": (FLAT.replace("at least 12", "more than 11"), 11, "$0.00"),
    "in proportion, one report too few": (PART, 11, "$22,000.00"),
    "in proportion, none": (PART, 0, "$0.00"),
    "in proportion, all": (PART, 12, "$24,000.00"),
    "in proportion, more": (PART, 18, "$24,000.00"),
    "each report is paid": (EACH, 7, "$3,500.00"),
    "no report is paid nothing": (EACH, 0, "$0.00"),
    "one below the limit": (LIMITED, 9, "$4,500.00"),
    "at the limit": (LIMITED, 10, "$5,000.00"),
    "one above the limit": (LIMITED, 11, "$5,000.00"),
    "one short of all or nothing": (ALL, 7, "$0.00"),
    "enough for all or nothing": (ALL, 8, "$4,000.00"),
    "enough, and above the limit": (ALL, 30, "$5,000.00"),
}


@pytest.mark.parametrize(("terms", "accepted", "paid"), CASES.values(), ids=CASES.keys())
def test_accepted_reports_are_paid(terms: str, accepted: int, paid: str) -> None:
    clauses, figures = reporting(terms), {"reports_accepted": f"{accepted} reports"}
    assert not problems(contract(clauses))
    assert amount(settle(clauses, figures)) == paid
    assert agrees_in_floats(clauses, figures)


GATES = {
    "just enough": (ALL, 8, "reports_required", False, "enough reports were accepted"),
    "one too few": (ALL, 7, "reports_required", True, "enough reports were accepted"),
    "one too few of a flat sum": (
        PART,
        11,
        "reports_required",
        True,
        "enough reports were accepted",
    ),
    "at the limit": (ALL, 10, "most_reports", False, "no more reports came than are paid for"),
    "above the limit": (ALL, 11, "most_reports", True, "no more reports came than are paid for"),
}


@pytest.mark.parametrize(
    ("terms", "accepted", "gate", "bites", "otherwise"), GATES.values(), ids=GATES.keys()
)
def test_the_gate_says_whether_it_bit(
    terms: str, accepted: int, gate: str, *, bites: bool, otherwise: str
) -> None:
    found = settle(reporting(terms), {"reports_accepted": f"{accepted} reports"}).gate(gate)
    assert bool(found.bites[0]) is bites
    assert found.otherwise == otherwise


def test_silence_about_fewer_reports_is_read_as_nothing_and_reported() -> None:
    silent = survey(contract(reporting(FLAT))).silent
    assert silent == {("reports", "if_fewer"): "nothing is paid"}
    assert not survey(contract(reporting(PART))).silent


def test_a_share_of_no_reports_required_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        settle(reporting(PART.replace("12", "0")), {"reports_accepted": "3 reports"})
    assert refusal.value.subject == "reports.reports_required"


PROBLEMS = {
    "no price": ('reports_required = "3 reports"', ["missing-number"]),
    "two prices": (f"{FLAT}\n{EACH}", ["two-rates"]),
    "a flat sum for nothing stated": ('amount = "$24,000.00"', ["missing-number"]),
    "a limit below what is required": (ALL.replace("at least 8", "11"), ["cap-below-floor"]),
    "a rule for fewer that changes nothing": (
        f'{EACH}\nif_fewer = "paid in proportion"',
        ["unread-term"],
    ),
    "a price for something else": ('rate = "$500.00 per visit"', ["wrong-unit"]),
}


@pytest.mark.parametrize(("terms", "codes"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_terms_that_contradict_each_other_are_problems(terms: str, codes: list[str]) -> None:
    assert [found.code for found in problems(contract(reporting(terms)))] == codes


def test_a_limit_at_what_is_required_is_no_problem() -> None:
    assert not problems(contract(reporting(ALL.replace("at least 8", "10"))))


def test_it_is_a_payment_for_reporting() -> None:
    category = MODEL.category(contract(reporting(EACH)).clauses[0])
    assert str(category) == "LAN 2B, VBPR p4r"


@settings(max_examples=25, deadline=None)
@generated(
    accepted=some.integers(0, 60),
    more=some.integers(0, 60),
    terms=some.sampled_from([FLAT, PART, EACH, LIMITED, ALL]),
)
def test_one_more_accepted_report_never_pays_less(accepted: int, more: int, terms: str) -> None:
    fewer, later = (
        settle(reporting(terms), {"reports_accepted": f"{number} reports"}).amounts()[0]
        for number in (accepted, accepted + more)
    )
    assert 0 <= fewer <= later
    if terms != EACH:
        assert later <= {FLAT: 24_000, PART: 24_000}.get(terms, 5_000)
    assert agrees_in_floats(reporting(terms), {"reports_accepted": f"{accepted} reports"})
