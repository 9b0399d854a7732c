"""From what a check saw to a finding."""

from dataclasses import replace

from fairterms.review.check import Sighting, always
from fairterms.review.reading import CHECKS
from fairterms.units.finding import QuoteEvidence, Severity, Status
from tests.review.conftest import OPENING, Read

CHECK = CHECKS["amend_unilateral"]
SEEN = Sighting(QuoteEvidence("a.pdf", 1, 0, 4, "Plan"))


def test_a_finding_carries_what_the_check_knows() -> None:
    finding = CHECK.finding(SEEN)
    assert finding.check == "amend-unilateral"
    assert (finding.title, finding.why, finding.asks) == (CHECK.title, CHECK.why, CHECK.asks)
    assert (finding.severity, finding.status) == (Severity.CRITICAL, Status.FINDING)


def test_what_was_seen_here_comes_first() -> None:
    seen = replace(SEEN, detail="Seen.", subject='"timely"', asks=("Ask this.",))
    finding = CHECK.finding(replace(seen, severity=Severity.LOW, unclear_because="page 2"))
    assert finding.title == 'Plan changes terms alone: "timely"'
    assert finding.why == f"Seen. {CHECK.why}"
    assert finding.asks == ("Ask this.", *CHECK.asks)
    assert (finding.severity, finding.status) == (Severity.LOW, Status.UNCLEAR)


def test_a_check_applies_to_every_agreement_unless_it_says_otherwise(read_all: Read) -> None:
    assert always(read_all(OPENING))
