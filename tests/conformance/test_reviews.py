"""The starter labels on a real agreement are found, and its traps are not."""

from functools import cache
from pathlib import Path

import pytest

from fairterms.document.document import Document
from fairterms.document.quotes import find
from fairterms.document.reader import read
from fairterms.review.features import Features
from fairterms.review.reading import review
from fairterms.units.finding import Finding, QuoteEvidence, Severity, Status

CONTRACTS = Path(__file__).resolve().parents[3] / "shared" / "data" / "contracts"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (CONTRACTS / "tn3.pdf").is_file(),
        reason="the real agreements may not be passed on and are not on this machine",
    ),
]

LABELS = [
    ("amend-unilateral", 11, "retains the right to amend this Agreement"),
    ("amend-notice-days", 11, "making a good faith effort to provide notice"),
    ("amend-objection-right", 11, "will constitute acceptance of the amendment by Provider"),
    (
        "manual-incorporated",
        13,
        "provider manual(s), together with any items incorporated herein by reference",
    ),
    ("recoup-during-dispute", 4, "such appeal shall not suspend"),
    ("stop-loss", 18, "Episode Provider Stop-loss: A methodology"),
]
TRAPS = [
    (7, "shall each indemnify, defend and hold harmless the other party"),
    (6, "shall not be prohibited from discussing fully with a Member"),
    (42, "shall provide its Tennessee Provider Directory to Provider"),
]
DEAL = Features(has_target=True, has_downside=True, has_incentive=True)


@cache
def agreement(name: str) -> Document:
    return read(CONTRACTS / name)


@cache
def findings(name: str) -> tuple[Finding, ...]:
    return review([agreement(name)], DEAL)


def quotes(finding: Finding) -> list[QuoteEvidence]:
    everything = (finding.evidence, *finding.more_evidence)
    return [evidence for evidence in everything if isinstance(evidence, QuoteEvidence)]


@pytest.mark.parametrize(("check", "page", "words"), LABELS)
def test_a_label_is_found_with_its_page_and_words(check: str, page: int, words: str) -> None:
    (label,) = find(agreement("tn3.pdf"), words)
    (finding,) = [f for f in findings("tn3.pdf") if f.check == check]
    lead = quotes(finding)[0]
    assert finding.status is Status.FINDING
    assert lead.page == page
    assert lead.start <= label.start < label.end <= lead.end


@pytest.mark.parametrize(("page", "words"), TRAPS)
def test_a_trap_is_in_no_finding(page: int, words: str) -> None:
    (trap,) = find(agreement("tn3.pdf"), words)
    assert trap.page == page
    for finding in findings("tn3.pdf"):
        for quote in quotes(finding):
            assert quote.end <= trap.start or trap.end <= quote.start, finding.check


@pytest.mark.parametrize("name", ["tn2.pdf", "tn3.pdf"])
def test_every_quotation_is_word_for_word(name: str) -> None:
    document = agreement(name)
    for finding in findings(name):
        for quote in quotes(finding):
            assert quote.text == document.text[quote.start : quote.end]
            assert quote.page == document.page_at(quote.start).number


@pytest.mark.parametrize("name", ["tn2.pdf", "tn3.pdf"])
def test_nothing_is_said_to_be_absent_while_pages_are_unread(name: str) -> None:
    for finding in findings(name):
        if not quotes(finding):
            assert finding.status is Status.UNCLEAR
            assert "could not be read" in finding.unclear_because
            assert "not supplied: provider manual" in finding.unclear_because


def test_medicare_coding_data_are_not_taken_for_risk_adjustment() -> None:
    (finding,) = [f for f in findings("tn3.pdf") if f.check == "risk-adjustment"]
    assert finding.severity is Severity.CRITICAL
    assert all(17 <= quote.page <= 30 for quote in quotes(finding))


def test_an_agreement_of_the_same_family_gives_the_same_findings() -> None:
    labelled = {check for check, _, _ in LABELS}
    found = {f.check for f in findings("tn2.pdf") if f.status is Status.FINDING}
    assert labelled <= found
