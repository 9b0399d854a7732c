"""Every weakness written into the example agreements is found, and their fair parts are left alone.

Cedar is an incentive on fee-for-service, Juniper shared savings and losses; what each of them
hides is told in its README.
"""

from functools import lru_cache
from pathlib import Path

import pytest

from fairterms.document.document import Document
from fairterms.document.reader import read
from fairterms.review.features import Features
from fairterms.review.reading import review
from fairterms.units.finding import Finding, QuoteEvidence, Status
from tests.review.conftest import EVERYTHING

EXAMPLES = Path(__file__).parents[2] / "examples"
INCENTIVE = Features(has_incentive=True, has_target=True)
FEATURES = {"cedar": INCENTIVE, "juniper": EVERYTHING}

PLANTED = {
    "cedar": (
        # What the README lists.
        ("amend-unilateral", "8.1", "Plan may amend this Agreement, including its exhibits"),
        ("amend-notice-days", "8.1", "thirty (30) days’ written notice"),
        ("amend-objection-right", "8.2", "deemed to have accepted the amendment"),
        ("manual-incorporated", "11.1", "the Provider Manual and the Program Policies"),
        ("manual-incorporated", "2.3", "shall control"),
        ("manual-change-notice", "8.4", "is not an amendment"),
        ("recoup-during-dispute", "4.7", "does not suspend or delay the offset"),
        ("recoup-limits", "4.6", "within the thirty-six (36) months"),
        ("fee-schedule-change", "4.2", "subject to modification by Plan"),
        ("amend-retroactive", "4.2", "may take effect as of an earlier date"),
        ("plan-discretion", "6.3", "in its sole discretion"),
        ("dispute-process", "6.3", "determination is final and binding"),
        ("risk-adjustment", "B-7.1", "No adjustment is made for the severity"),
        ("audit-of-plan", "6.3", "final and binding"),
        ("data-ownership", "5.5", "are the property of Plan"),
        ("reporting-burden", "5.4", "any other report that Plan requests"),
        ("reporting-burden", "C-2", "within five (5) business days"),
        # What a careful reader finds besides.
        ("admin-funding", "2.5", "own cost of doing so"),
        ("affiliate-access", "11.3", "may use the Fees"),
        ("assignment-one-way", "11.2", "without Plan’s prior written consent"),
        ("attribution-method", "1.9", "as in effect from time to time"),
        ("audit-burden", "5.3", "may extrapolate"),
        ("data-feed", "3.3", "in such form as Plan considers appropriate"),
        ("drafter-rule-waived", "11.6", "without regard to which party drafted it"),
        ("fee-schedule-change", "A-3", "the rate Plan establishes for it"),
        ("fee-schedule-change", "4.8", "without notice"),
        ("group-reward-rule", "6.9", "may rate participating providers"),
        ("high-need-payment", "B-7.1", "the circumstances of patients"),
        ("immediate-termination", "7.4", "if Plan believes"),
        ("incentive-at-will", "6.4", "may suspend or discontinue the Program"),
        ("incentive-at-will", "B-1.1", "on the last day of the Program Year"),
        ("leading-indicators", "3.3", "at such times"),
        ("liability-limit", "10.2", "In no event shall Plan be liable"),
        ("measure-change", "6.2", "may revise the measures, the thresholds and the weights"),
        ("medical-necessity-standard", "1.6", "services that Plan determines"),
        ("platform-mandate", "2.6", "Group shall use Plan’s provider portal"),
        ("post-termination-care", "7.5", "such longer period as Plan reasonably requires"),
        ("promises-erased", "11.1", "supersedes all prior discussions"),
        ("prompt-pay", "4.7", "without interest"),
        ("quality-gate", "B-4.4", "the share earned is zero for all measures"),
        ("quality-gate", "B-4.3", "its weight is not earned"),
        ("quality-term-undefined", "6.2", "quality benchmarks"),
        ("rate-secrecy", "5.7", "shall not disclose the Fees"),
        ("recalibration-process", "6.2", "Plan may revise the measures"),
        ("reconciliation-terms", "9.2", "deemed accepted"),
        ("shared-objectives", "6.1", "in a spirit of partnership"),
        ("slogan-rhetoric", "6.1", "better, faster and more affordable care"),
        ("undertreatment-watch", "6.7", "the number of visits per Member"),
        ("vague-term", "2.2", "in a timely manner"),
        ("vague-term", "4.2", "reasonable efforts"),
        ("vbp-terms-outside", "B-7.2", "are set out in the Program Policies"),
    ),
    "juniper": (
        # What the README lists.
        ("internal-contradiction", "1.33", "fifty-two and one-half percent (52.5%)"),
        ("internal-contradiction", "C-3.4", "sixty-two and one-half percent (62.5%)"),
        ("new-member-rule", "A-5.1", "Plan may add Members to, or remove Members from"),
        ("reconciliation-terms", "7.5", "deemed accepted by Group"),
        ("recoup-during-dispute", "7.7", "does not suspend recovery"),
        ("audit-of-plan", "7.9", "is conclusive"),
        # What a careful reader finds besides.
        ("amend-objection-right", "10.3", "is acceptance of the change"),
        ("benchmark-method", "B-2.6", "as determined by Plan"),
        ("data-feed", "D-1.2", "when reasonably available"),
        ("fee-schedule-change", "10.3", "the editing and pricing of claims"),
        ("gain-loss-asymmetry", "B-7.4", "The Administrative Reduction applies to savings only"),
        ("high-need-payment", "6.7", "will discuss in the Committee"),
        ("manual-change-notice", "10.3", "forty-five (45) days’ notice"),
        ("manual-incorporated", "14.4", "and the Policies are the entire agreement"),
        ("risk-adjustment", "B-2.8", "do not use the scores of the instruments"),
        ("stop-loss", "B-4.4", "the amount stated in a notice"),
    ),
}
"""Deal to its weaknesses: the check, the section as numbered in the text, words of the quote."""

FAIR = {
    "cedar": (
        *("exclusivity", "exit-without-cause", "indemnity-direction", "most-favoured-rate"),
        *("patient-talk", "pay-when-paid", "penalty-pass-through", "arbitration-only"),
    ),
    "juniper": (
        *("all-products", "amend-unilateral", "amend-retroactive", "arbitration-only"),
        *("assignment-one-way", "audit-burden", "bh-record-privacy", "data-ownership"),
        *("exclusivity", "exit-without-cause", "immediate-termination", "indemnity-direction"),
        *("liability-limit", "loss-cap", "parity-terms", "patient-talk", "pay-when-paid"),
        *("penalty-pass-through", "prompt-pay", "rate-secrecy", "retaliation-protection"),
        *("risk-phase-in", "shared-objectives", "suit-deadline", "undertreatment-watch"),
    ),
}
"""Deal to the checks whose subject its text treats fairly."""

# The larger agreement takes longer to read.
MARKS = {"cedar": (), "juniper": (pytest.mark.slow,)}
ROWS = [
    pytest.param(deal, *row, marks=MARKS[deal]) for deal, rows in PLANTED.items() for row in rows
]
FAIR_ROWS = [
    pytest.param(deal, check, marks=MARKS[deal])
    for deal, checks in FAIR.items()
    for check in checks
]
DEALS = [pytest.param(deal, marks=MARKS[deal]) for deal in PLANTED]


@lru_cache(maxsize=2)
def document(deal: str) -> Document:
    """Read a deal's agreement."""
    return read(EXAMPLES / deal / "contract" / "01-agreement.pdf")


@lru_cache(maxsize=2)
def findings(deal: str) -> tuple[Finding, ...]:
    """Review a deal's agreement."""
    return review([document(deal)], FEATURES[deal])


@lru_cache(maxsize=2)
def sections(deal: str) -> dict[str, str]:
    """Return the source text of a deal by the number that each paragraph starts with."""
    source = (EXAMPLES / deal / "source" / "01-agreement.md").read_text(encoding="utf-8")
    blocks = (" ".join(block.split()).replace("**", "") for block in source.split("\n\n"))
    return {block.partition(" ")[0]: block for block in blocks if block}


@pytest.mark.parametrize(("deal", "check", "section", "words"), ROWS)
def test_a_planted_weakness_is_found(deal: str, check: str, section: str, words: str) -> None:
    assert words in sections(deal)[section], "the list of weaknesses must follow the text"
    quoted = [
        " ".join(evidence.text.split())
        for finding in findings(deal)
        if finding.check == check
        for evidence in (finding.evidence, *finding.more_evidence)
        if isinstance(evidence, QuoteEvidence)
    ]
    assert any(words in quote for quote in quoted)


@pytest.mark.parametrize(("deal", "check"), FAIR_ROWS)
def test_a_fair_part_is_left_alone(deal: str, check: str) -> None:
    found = [one for one in findings(deal) if one.check == check]
    assert [one for one in found if one.status is Status.FINDING] == []


@pytest.mark.parametrize("deal", DEALS)
def test_every_quotation_stands_in_the_document(deal: str) -> None:
    for finding in findings(deal):
        for evidence in (finding.evidence, *finding.more_evidence):
            if isinstance(evidence, QuoteEvidence):
                assert document(deal).text[evidence.start : evidence.end] == evidence.text
