"""Only one side must make good what it costs the other."""

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
        "Provider shall indemnify, defend and hold harmless Plan from any claims.",
        "Provider agrees to hold Plan and its officers harmless from all losses.",
        "Provider further agrees to and hereby does indemnify Plan against all costs.",
        "Provider will defend and indemnify Plan and the State against any suit.",
        "Plan shall be indemnified and held harmless by Provider from all claims.",
        'Provider shall indemnify Plan and its officers (the "Indemnified Parties").',
        "Provider must save and keep Plan harmless from its acts.",
        "The Group shall indemnify and hold harmless the Health Plan for all liability.",
    ],
)
def test_a_promise_of_the_group_alone_is_found(look: Look, clause: str) -> None:
    (finding,) = look("indemnity-direction", agreement(clause))
    assert finding.severity is Severity.CRITICAL
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Each party shall indemnify and hold harmless the other party from its own negligence.",
        "and Provider shall each indemnify, defend and hold harmless the other party and others.",
        "Plan and Provider shall indemnify each other.",
        "Provider shall indemnify Plan. Plan shall indemnify Provider to the same extent.",
        "Provider shall hold Members harmless from sums that Plan owes.",
        "Provider shall, at all times, indemnify and hold harmless the State, its agencies.",
        "Plan shall indemnify and hold harmless Provider from its coverage decisions.",
        "Nothing here requires Provider to indemnify Plan.",
        "Provider shall not be required to indemnify Plan.",
        "In no event shall Provider indemnify Plan for its own negligence.",
        "The indemnifying party shall pay the costs of the indemnified party.",
    ],
)
def test_mutual_promises_and_those_to_others_are_not(look: Look, clause: str) -> None:
    assert look("indemnity-direction", agreement(clause)) == ()


def test_a_promise_denied_is_no_answer_of_the_plan(look: Look) -> None:
    promise = "Provider shall indemnify Plan for the acts of its staff."
    denied = "In no event shall Provider indemnify Plan for fines of Plan."
    (finding,) = look("indemnity-direction", agreement(promise, denied))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert promise in finding.evidence.text


def test_parties_defined_as_the_state_are_the_state(look: Look) -> None:
    state = 'Provider shall indemnify the State and its officers (the "Indemnified Parties").'
    later = "Provider shall indemnify the Indemnified Parties against claims of patents."
    assert look("indemnity-direction", agreement(state, later)) == ()


def test_a_promise_that_covers_the_plans_decisions_is_found_beside_one_of_the_plan(
    look: Look,
) -> None:
    wide = "Provider shall indemnify Plan for all claims, including its coverage decisions."
    back = "Plan shall indemnify Provider for its negligence."
    (finding,) = look("indemnity-direction", agreement(wide, back))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert wide in finding.evidence.text


@pytest.mark.parametrize(
    ("clause", "is_found"),
    [
        ("Customer shall indemnify and hold Supplier harmless from all claims.", True),
        ("CUSTOMER SHALL INDEMNIFY AND DEFEND SUPPLIER AGAINST ALL CLAIMS.", True),
        (
            "Customer shall indemnify Supplier. Supplier shall indemnify Customer.",
            False,
        ),
        ("Each of Supplier and Customer shall indemnify the other.", False),
    ],
)
def test_it_reads_other_contracts(look: Look, clause: str, is_found: bool) -> None:
    found = look("indemnity-direction", f"{SUPPLY}1. Supplier shall sell tools.\n2. {clause}\n")
    assert bool(found) is is_found


def test_it_reads_terms_that_speak_to_their_reader(look: Look) -> None:
    yours = "You agree to indemnify us against all claims."
    terms = "TERMS OF SERVICE\nBy using the service you agree to these terms.\n"
    (finding,) = look("indemnity-direction", f"{terms}{yours}\nYou may leave at any time.\n")
    assert isinstance(finding.evidence, QuoteEvidence)
    assert yours in finding.evidence.text
    ours = "We will indemnify you against all claims."
    assert look("indemnity-direction", f"{terms}{ours}\nYou may leave at any time.\n") == ()
