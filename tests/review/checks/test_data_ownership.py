"""The plan owns the data, or may use them for more than the agreement."""

import pytest

from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    "clause",
    [
        "All data shall be the property of Plan.",
        "Reports and analytics are the sole property of the Plan.",
        "Outcome data is owned by Plan.",
        "Plan shall own all data submitted under this Agreement.",
        "Data that Provider submits belong to Plan.",
        "Plan may use Provider's records and data for research.",
        "Provider shall permit Plan to copy records for audit, and for research.",
        "Plan may use and sell data of Members.",
        (
            "Provider agrees that Plan or its designees may use performance data for business "
            "purposes."
        ),
        "Plan may disclose such data for any purpose, including product development.",
        "Plan shall be the sole owner of all outcome data.",
        "Provider hereby assigns to Plan all right, title and interest in the data.",
        "Provider grants Plan a perpetual license to use data it submits.",
    ],
)
def test_ownership_and_further_use_by_the_plan_are_found(look: Look, clause: str) -> None:
    (finding,) = look("data-ownership", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Medical records are the property of Provider.",
        "Data remains the property of the party that disclosed it.",
        "Plan shall not use data for research or sale.",
        "Plan may use data for research only with the written consent of Provider.",
        "Plan's own reports are kept for ten years.",
        "Provider may use its data for research.",
        "Confidential Information furnished by Plan remains the property of Plan.",
        "Plan may use data for the purposes of this Agreement.",
        "Plan shall pay for Members who take part in research.",
        "Plan retains the right to audit records.",
    ],
)
def test_the_groups_own_and_limited_uses_are_not(look: Look, clause: str) -> None:
    assert look("data-ownership", agreement(clause)) == ()


def test_silence_beside_a_duty_to_share_is_found_and_a_blank_page_makes_it_unclear(
    look: Look,
) -> None:
    (finding,) = look("data-ownership", agreement(without=("records",)))
    assert isinstance(finding.evidence, AbsenceEvidence)
    (unclear,) = look("data-ownership", agreement(without=("records",)), unread=1)
    assert unclear.status is Status.UNCLEAR


def test_silence_without_a_duty_to_share_is_not(look: Look) -> None:
    assert look("data-ownership", agreement(without=("records", "data"))) == ()


def test_a_sellers_data_are_another_matter(look: Look) -> None:
    text = (
        'SUPPLY AGREEMENT\nThis Agreement is made between Oak Lamps, Inc. ("Company") and Birch '
        'Wire, LLC ("Supplier").\n1. All sales data are the property of Company.'
    )
    assert look("data-ownership", text) == ()


def test_files_to_deliver_without_a_word_on_whose_they_are_are_an_absence(look: Look) -> None:
    files = "Provider shall deliver the outcome files within thirty (30) days after each quarter."
    (finding,) = look("data-ownership", agreement(files, without=("records", "data")))
    assert isinstance(finding.evidence, AbsenceEvidence)
    assert look("data-ownership", agreement(files)) == ()
