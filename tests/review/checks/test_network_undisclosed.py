"""The plan does not show who else is in its network."""

import pytest

from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

SOUND = "Plan shall provide its provider directory to Provider."


@pytest.mark.parametrize(
    "clause",
    [
        SOUND,
        "Plan posts an updated provider network directory on its website.",
        "Plan shall supply each quarter a list of its participating providers.",
        "Plan supplies its provider directory, panel capacity and referral volumes every quarter.",
        "A list of all participating providers is available on request.",
        "Provider may inspect the roster of network clinicians.",
        "Plan shall make available network adequacy reports.",
        "The provider directory is published by Plan each month.",
        "Plan will share referral volumes with Provider.",
    ],
)
def test_any_way_of_showing_the_network_clears_it(look: Look, clause: str) -> None:
    assert look("network-undisclosed", agreement(clause)) == ()


@pytest.mark.parametrize(
    "clause",
    [
        "",
        "Plan shall list Provider and its clinicians in its provider directory.",
        "Plan may use Provider's name and address in its directory.",
        "Provider shall maintain a list of its participating clinicians for Plan.",
        "Provider shall make updates to its directory information.",
        "Plan shall not provide its directory to Provider.",
    ],
)
def test_other_words_about_directories_do_not(look: Look, clause: str) -> None:
    (finding,) = look("network-undisclosed", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, AbsenceEvidence)


@pytest.mark.parametrize(
    "clause",
    [
        "Plan does not promise any number of referrals.",
        "Plan makes no representation or guarantee as to the volume of patients.",
        "Nothing in this Agreement guarantees that a minimum number of Members will be referred.",
    ],
)
def test_a_refusal_to_promise_patients_is_quoted(look: Look, clause: str) -> None:
    (finding,) = look("network-undisclosed", agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text
    assert look("network-undisclosed", agreement(clause, SOUND)) == ()


def test_what_was_not_read_or_supplied_makes_it_unclear(look: Look) -> None:
    (unread,) = look("network-undisclosed", agreement(), unread=1)
    assert unread.status is Status.UNCLEAR
    bound = "Provider shall comply with the Provider Manual."
    (outside,) = look("network-undisclosed", agreement(bound))
    assert outside.status is Status.UNCLEAR


def test_a_lease_has_no_network(look: Look) -> None:
    lease = "LEASE\nThis Lease is made between Oak Hall, LLC and Birch Shop, LLC.\n1. Rent is due."
    assert look("network-undisclosed", lease) == ()
