"""An entire-agreement clause erases what was promised before signing."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement

ID = "promises-erased"


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("This Agreement is the entire agreement of the parties.", "entire agreement"),
        (
            "This Agreement constitutes the entire understanding and supersedes all prior talks.",
            "supersedes",
        ),
        (
            "This Agreement replaces all earlier proposals, offers and assurances.",
            "replaces all earlier",
        ),
        (
            "All prior negotiations and representations are merged into this Agreement.",
            "are merged",
        ),
        (
            "There are no promises other than those set forth in this Agreement.",
            "no promises other than",
        ),
        (
            "Provider has not relied on any statement that is not in this Agreement.",
            "has not relied",
        ),
        (
            "This Agreement is the complete and exclusive statement of what was agreed.",
            "exclusive statement",
        ),
        (
            "This Agreement cancels any previous oral arrangement between the parties.",
            "previous oral",
        ),
        ("THIS AGREEMENT IS THE ENTIRE AGREEMENT OF THE PARTIES.", "ENTIRE AGREEMENT"),
    ],
)
def test_a_clause_that_erases_promises_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look(ID, agreement(clause))
    assert finding.severity is Severity.MEDIUM
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        (
            "This Agreement, together with the written assurances listed in Exhibit A, "
            "is the entire "
            "agreement of the parties."
        ),
        (
            "This clause supersedes any oral or written contrary agreement between Provider and a "
            "Member."
        ),
        "This clause supersedes all prior understandings between Provider and a Member.",
        "If a part is ended, it shall terminate the entire Agreement.",
        "This rule applies to the entire agreement.",
        "Plan shall replace earlier files with later ones.",
        "Exhibit B supersedes Exhibit A where they differ.",
        "Plan makes no representation that Members will choose Provider.",
    ],
)
def test_sound_and_other_clauses_are_not(look: Look, clause: str) -> None:
    assert look(ID, agreement(clause)) == ()


def test_written_assurances_in_the_next_sentence_count_too(look: Look) -> None:
    clause = "This Agreement is the entire agreement of the parties."
    spared = " The assurances listed in Exhibit A remain part of this Agreement."
    assert look(ID, agreement(clause)) != ()
    assert look(ID, agreement(clause + spared)) == ()


def test_the_clause_that_calls_itself_entire_and_replaces_is_quoted_first(look: Look) -> None:
    text = agreement(
        "There are no promises other than those set forth in this Agreement.",
        "This is the entire agreement and supersedes all prior understandings.",
    )
    (finding,) = look(ID, text)
    assert isinstance(finding.evidence, QuoteEvidence)
    assert "entire agreement and supersedes" in finding.evidence.text
    assert len(finding.more_evidence) == 1
