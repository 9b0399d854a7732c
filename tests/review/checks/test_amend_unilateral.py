"""The plan may change the terms alone."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    "clause",
    [
        "Plan may amend this Agreement on thirty days' notice.",
        "Plan may, in its sole discretion, modify any Attachment.",
        "Plan reserves the right to change the terms of this Agreement at any time.",
        "Plan shall be entitled to revise or amend any Exhibit.",
        "This Agreement may be amended at any time by Plan.",
        "Except as set out here, retains the right to amend this Agreement and its attachments.",
        "will modify or amend the Program with thirty days' written notice to the Provider.",
        "Provider agrees that Plan may alter this Agreement, including to comply with law.",
    ],
)
def test_a_right_of_the_plan_alone_is_found(look: Look, clause: str) -> None:
    (finding,) = look("amend-unilateral", agreement(change=clause))
    assert finding.severity is Severity.CRITICAL
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "This Agreement may be amended only in a writing signed by both parties.",
        "The parties may amend this Agreement.",
        "Either party may amend this Agreement with the written consent of the other.",
        "Plan may amend this Agreement to comply with changes in law.",
        "Plan may amend this Agreement, with the written consent of Provider.",
        "Provider may amend its own Exhibit.",
        "Plan may not amend this Agreement.",
        "The State may amend this Agreement.",
        "This Agreement shall be automatically modified to conform to Regulatory Requirements.",
        "Plan may modify the provider's directory entry in its network.",
        "Regulatory Requirements means any law, as amended from time to time.",
        "Plan may change its formulary.",
        "Except as set out here, may amend this Agreement.",
    ],
)
def test_other_changes_are_not(look: Look, clause: str) -> None:
    assert look("amend-unilateral", agreement(change=clause)) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "We may change these terms at any time by posting them here.",
        "Fernweb reserves the right to modify its prices without notice.",
    ],
)
def test_posted_terms_are_read_as_well(look: Look, sentence: str) -> None:
    text = f"You may use the site. You keep your password. Your account is yours. {sentence}\n"
    (finding,) = look("amend-unilateral", text)
    assert isinstance(finding.evidence, QuoteEvidence)
    assert sentence in finding.evidence.text


def test_further_places_are_shown(look: Look) -> None:
    text = agreement("Plan may modify the Program.", change="Plan may amend this Agreement.")
    (finding,) = look("amend-unilateral", text)
    assert len(finding.more_evidence) == 1


def test_a_right_over_the_whole_agreement_leads(look: Look) -> None:
    whole = "Plan may amend this Agreement, including its exhibits."
    (finding,) = look("amend-unilateral", agreement("Plan may revise the Program.", change=whole))
    (finding_too,) = look("amend-unilateral", agreement(whole, change="Plan may revise the Terms."))
    for one in (finding, finding_too):
        assert isinstance(one.evidence, QuoteEvidence)
        assert whole in one.evidence.text
