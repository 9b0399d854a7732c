"""What a part of an agreement calls the plan."""

import time

import pytest

from fairterms.review.parties import Side
from tests.review.conftest import Read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            (
                "OHPX may recover what it paid for a Member who was not covered. OHPX shall tell "
                "Provider of each overpayment."
            ),
            "OHPX",
        ),
        (
            (
                "At the option of Elm Care, Provider shall keep on treating Members. Elm Care's "
                "fee "
                "schedule sets the copayment and the rates for Covered Services."
            ),
            "Elm Care",
        ),
        (
            (
                "Provider shall follow Larkhaven Policies on prior authorization. Members choose "
                "freely. "
                "Visits of Larkhaven are announced; credentialing is up to Larkhaven."
            ),
            "Larkhaven",
        ),
        (
            (
                "ACO shall share savings with each ACO Participant. ACO retains a reserve. "
                "Participants "
                "treat beneficiaries."
            ),
            "ACO",
        ),
    ],
)
def test_the_name_that_acts_on_the_group_is_the_plan(read_all: Read, text: str, name: str) -> None:
    named = read_all(text).parties
    assert named.subject(f"{name} may amend it.", len(name) + 1) is Side.PLAN


def test_practices_of_a_network_are_its_participants(read_all: Read) -> None:
    text = "ACO shall share savings with each ACO Participant. ACO retains a reserve for Members."
    named = read_all(text).parties
    assert named.subject("ACO Participant shall pay.", len("ACO Participant ")) is Side.GROUP


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # An authority is not the plan, and neither is a thing.
        ("CMS may audit Provider. CMS shall see each Member's records of Covered Services.", "CMS"),
        ("PMPM shall be paid by Plan for Members. PMPM may be paid to Provider.", "PMPM"),
        # Nor is anybody in a contract about something else.
        ("OAKCO may sell lamps. OAKCO shall pay Distributor. OAKCO reserves its marks.", "OAKCO"),
        # A word that is written small elsewhere is no name.
        (
            "Auditor may see claims of Members. The auditor is paid. Auditor shall tell Plan.",
            "Auditor",
        ),
    ],
)
def test_who_is_no_plan_is_not_named_so(read_all: Read, text: str, name: str) -> None:
    named = read_all(text).parties
    assert named.subject(f"{name} may amend it.", len(name) + 1) is not Side.PLAN


def test_names_that_an_opening_defines_are_kept(read_all: Read) -> None:
    opening = (
        'AGREEMENT\nThis Agreement is between Cedar, Inc. ("Plan") and Fern Group ("Provider").\n'
    )
    named = read_all(opening + "OHPX may audit Members. OHPX shall pay a copayment.").parties
    assert named.subject("OHPX may amend it.", 5) is not Side.PLAN


def test_a_long_text_is_read_in_time(read_all: Read) -> None:
    text = "Provider treats Members for Covered Services. " + "Aa Bb Cc Dd " * 5_000
    started = time.process_time()
    assert read_all(text).parties.plan
    assert time.process_time() - started < 2
