"""A limit of liability protects one side only."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement

SUPPLY = (
    "SUPPLY AGREEMENT\nThis Supply Agreement is entered into between Alder Tools, Inc. "
    '("Supplier") and Birch Homes, LLC ("Customer").\n'
)


@pytest.mark.parametrize(
    "clause",
    [
        "In no event shall Plan be liable to Provider for lost profits.",
        "Further, in no event shall or its Affiliates be liable to Provider for punitive damages.",
        "Under no circumstances will Plan or its officers be held responsible for lost revenue.",
        "IN NO EVENT SHALL PLAN BE LIABLE FOR INDIRECT OR CONSEQUENTIAL DAMAGES.",
        "Plan's total liability under this Agreement shall not exceed $5,000.",
        "The aggregate liability of Plan is limited to the fees of the last three months.",
        "Plan shall not be liable to Provider for any loss of income.",
        "Neither Plan nor its directors shall be liable for consequential damages.",
        "Plan will have no liability for any special or indirect damages.",
        "Provider hereby waives any claim for punitive damages.",
        "Provider's sole and exclusive remedy is to end this Agreement.",
    ],
)
def test_a_limit_for_the_plan_alone_is_found(look: Look, clause: str) -> None:
    (finding,) = look("liability-limit", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "In no event shall either party be liable to the other for punitive damages.",
        "Neither party is liable for lost profits.",
        "Neither Plan nor Provider shall be liable for consequential damages.",
        "NEITHER PROVIDER NOR PLAN WILL BE LIABLE FOR INDIRECT DAMAGES.",
        "In no event shall Provider be liable to Plan for lost profits.",
        "Provider's total liability under this Agreement shall not exceed $5,000.",
        "Plan will not be liable to Provider, nor will Provider be liable to Plan, for losses.",
        "In no event shall a Member be liable to Provider for sums that Plan owes.",
        "The State shall not be liable for any damages.",
        "The indemnifying party shall not be liable for any settlement made without its consent.",
        "Plan is liable for its own negligence.",
        "Plan shall not be liable for any loss from causes beyond its reasonable control.",
        "Provider shall maintain general liability insurance with limits of $1,000,000.",
        "Plan is not responsible for the hours of Provider's offices.",
    ],
)
def test_mutual_limits_and_limits_for_others_are_not(look: Look, clause: str) -> None:
    assert look("liability-limit", agreement(clause)) == ()


def test_the_last_sentence_after_a_mutual_limit_is_found(look: Look) -> None:
    mutual = "In no event shall either party be liable for indirect damages."
    last = "Plan shall in no event be liable to Provider for any damages beyond the fees paid."
    (finding,) = look("liability-limit", agreement(f"{mutual} {last}"))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert last in finding.evidence.text
    assert mutual not in finding.evidence.text


def test_a_matching_limit_for_the_group_answers_it(look: Look) -> None:
    plan = "In no event shall Plan be liable to Provider for lost profits."
    group = "In no event shall Provider be liable to Plan for lost profits."
    assert look("liability-limit", agreement(plan, group)) == ()


@pytest.mark.parametrize(
    ("clause", "is_found"),
    [
        ("In no event shall Supplier be liable to Customer for lost profits.", True),
        ("IN NO EVENT WILL SUPPLIER'S LIABILITY EXCEED THE PRICE PAID.", True),
        ("NEITHER SUPPLIER NOR CUSTOMER SHALL BE LIABLE FOR LOST PROFITS.", False),
        ("Neither Supplier nor its affiliates shall be liable for lost profits.", True),
        (
            "Supplier shall not be liable for losses. Customer shall not be liable for losses.",
            False,
        ),
    ],
)
def test_it_reads_other_contracts(look: Look, clause: str, is_found: bool) -> None:
    found = look("liability-limit", f"{SUPPLY}1. Supplier shall sell tools.\n2. {clause}\n")
    assert bool(found) is is_found


def test_it_reads_terms_that_speak_to_their_reader(look: Look) -> None:
    limit = "We are not liable for anything that happens to your files."
    yours = "You are not liable to us for use by others."
    terms = "TERMS OF SERVICE\nBy using the service you agree to these terms.\n"
    (finding,) = look("liability-limit", f"{terms}{limit}\nYou may leave at any time.\n")
    assert isinstance(finding.evidence, QuoteEvidence)
    assert limit in finding.evidence.text
    assert look("liability-limit", f"{terms}{yours}\nYou may leave at any time.\n") == ()


def test_in_no_event_is_the_plan_liable(look: Look) -> None:
    clause = "In no event is Plan liable to Provider for more than one thousand dollars."
    (finding,) = look("liability-limit", agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text
    both = "In no event is either party liable to the other for punitive damages."
    assert look("liability-limit", agreement(both)) == ()


def test_what_a_second_insurer_owes_of_a_bill_limits_no_fault(look: Look) -> None:
    clause = (
        "When Plan is the secondary plan, Plan's liability shall not exceed the rate less what the "
        "primary plan paid."
    )
    assert look("liability-limit", agreement(clause)) == ()


def test_a_patients_discharge_gives_up_no_claim(look: Look) -> None:
    clause = "A claim that is late after the Member's discharge will be Provider's liability."
    assert look("liability-limit", agreement(clause)) == ()
