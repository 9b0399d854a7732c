"""A sound agreement raises nothing; without a sound clause, or with a bad one, it does."""

from functools import lru_cache

import pytest

from fairterms.contract import deal as deals
from fairterms.document import readability
from fairterms.document.document import Document
from fairterms.document.reader import read
from fairterms.review.cards import GOOD_FAITH
from fairterms.review.reading import CHECKS, review
from fairterms.review.reviewed import look_at
from fairterms.review.scorecard import Material, Reply, fill_in
from fairterms.units.finding import (
    Evidence,
    Finding,
    QuoteEvidence,
    Severity,
    Status,
)
from tests.review.conftest import EVERYTHING, Look
from tests.review.healthy_text import WILLOW, parts, with_clause, without

MILD = (Severity.LOW,)

CUTS = {
    "admin-funding": (
        *("3", "4.4", "4.5", "3.6", "7.5", "8", "Task", "Topic"),
        *("Loss in the first year",),
    ),
    "attribution-method": ("1.1", "1.2", "E-2", "E-3", "E-4"),
    "audit-of-plan": ("8", "4.9", "C-6", "11.4"),
    "care-limiting-incentive": ("2.3",),
    "controls-exceptions": ("6.3", "7.6"),
    "data-feed": ("6", "F-1", "C-5.3", "C-6.1"),
    "data-ownership": ("5.1", "5.2", "F-3"),
    "dispute-process": ("11",),
    "group-reward-rule": ("6.2",),
    "high-need-payment": ("3", "1.11", "4.5", "C-2", "E-5", "Base year", "Program Year"),
    "leading-indicators": ("7.4", "Early indicator", "Table G-2"),
    "loss-cap": ("5", "C-4.3", "D-2", "Line"),
    "meeting-cadence": ("7.2", "7.3"),
    "network-undisclosed": ("3.2",),
    "new-member-rule": ("C-1.2", "E-3"),
    "parity-terms": ("6.5",),
    "patient-talk": ("13.1",),
    "prompt-pay": ("2", "4.2", "C-6.3"),
    "quality-gate": ("B-1.3", "C-5.4"),
    "recalibration-process": ("7.7",),
    "reconciliation-terms": ("8", "C-6"),
    "recoup-limits": ("4.7", "4.8", "4.9"),
    "responsibility-split": ("7.5", "Task", "Table H-1"),
    "retaliation-protection": ("13.2",),
    "risk-adjustment": ("4", "B-3", "C-2", "E-5", "E-6"),
    "risk-phase-in": ("5", "C-5", "D-2", "D-3", "Topic"),
    "shared-objectives": ("7.1", "G-1", "Objective"),
    "stop-loss": ("C-2.2", "C-3", "Line", "Early indicator", "Topic"),
    "undefined-term": ("1.14",),
    "undertreatment-watch": ("6.4", "Early indicator", "Objective"),
}
"""What to cut out of the agreement so that a safeguard is missing: check to parts."""

BAD = {
    "affiliate-access": (
        "Plan’s affiliates, and other payors to whom Plan rents its network, may pay Group at the "
        "Fees."
    ),
    "all-products": "Plan may add Group to any new network or product by notice.",
    "amend-notice-days": "Plan may amend this Agreement by fifteen (15) days’ written notice.",
    "amend-objection-right": (
        "Plan may amend this Agreement by notice. If Group does not object within thirty (30) "
        "days, Group is deemed to have accepted the amendment."
    ),
    "amend-retroactive": (
        "Plan may amend this Agreement, and an amendment may take effect as of an earlier date "
        "that Plan names."
    ),
    "amend-unilateral": "Plan may amend this Agreement at any time by sending Group a new text.",
    "arbitration-only": (
        "Every dispute is resolved only by binding arbitration in the county of Plan’s head "
        "office, and Group waives its right to go to court."
    ),
    "assignment-one-way": (
        "Plan may assign this Agreement to any buyer without consent. Group may not assign it "
        "without Plan’s consent."
    ),
    "audit-burden": (
        "Group shall let Plan’s auditors in without notice, shall copy records for them without "
        "charge, and Plan may extrapolate what they find to all claims."
    ),
    "benchmark-method": (
        "Plan shall set the Benchmark for each Program Year in its sole discretion."
    ),
    "benchmark-ratchet": "Each year the Benchmark is reset to Group’s own cost of the year before.",
    "care-limiting-incentive": (
        "Group earns a bonus if its patients have fewer than six sessions on average."
    ),
    "data-ownership": (
        "All data that Group sends under this Agreement are the property of Plan, and Plan may "
        "sell them for research."
    ),
    "dispute-process": "Plan’s decision on a dispute is final and binding on Group.",
    "drafter-rule-waived": "This Agreement is not construed against the party that drafted it.",
    "exclusivity": "During the term Group shall not contract with any other health plan.",
    "exit-without-cause": (
        "Plan may end this Agreement without cause on thirty (30) days’ notice, and Group on one "
        "hundred eighty (180) days’ notice."
    ),
    "fee-schedule-change": "Plan may change the Fees at any time.",
    "gain-loss-asymmetry": (
        "The three percent minimum applies to gains only, and every loss is shared from the first "
        "dollar."
    ),
    "group-reward-rule": (
        "Plan ranks each Clinician by results and pays the Outcomes Payment by that ranking."
    ),
    "immediate-termination": (
        "Plan may terminate this Agreement at once if it believes that a Member may be at risk."
    ),
    "incentive-at-will": (
        "Plan may suspend or end the Outcomes Payment at any time, and amounts that have not been "
        "paid lapse."
    ),
    "indemnity-direction": (
        "Group shall indemnify Plan against all claims that arise from this Agreement, whatever "
        "their cause."
    ),
    "internal-contradiction": (
        "Plan shall pay or deny a Clean Claim within sixty (60) days after it arrives."
    ),
    "liability-limit": (
        "In no event is Plan liable to Group for more than one thousand dollars ($1,000)."
    ),
    "manual-change-notice": (
        "Plan may change the Provider Manual by posting a new version on its website."
    ),
    "manual-incorporated": (
        "Group shall comply with Plan’s payment policies as posted on its website, which are "
        "incorporated into this Agreement."
    ),
    "measure-change": "Plan may revise the measures and their goals at any time.",
    "medical-necessity-standard": (
        "A service is Medically Necessary only if Plan determines so under its own medical "
        "policies."
    ),
    "most-favoured-rate": (
        "Group shall give Plan a rate that is no higher than the lowest rate it accepts from any "
        "other payor."
    ),
    "parity-terms": "Every tenth therapy visit needs prior authorization by Plan.",
    "patient-talk": (
        "Group shall not say anything to a Member that disparages Plan or its decisions on "
        "coverage."
    ),
    "pay-when-paid": (
        "Plan owes a payment to Group only after Plan has received the funds from the employer."
    ),
    "penalty-pass-through": (
        "Group shall repay Plan any fine or penalty that an agency assesses against Plan."
    ),
    "plan-discretion": (
        "Plan may, in its sole discretion, decline to pay any amount under Exhibit B."
    ),
    "platform-mandate": (
        "Group shall use Plan’s portal for all records and shall buy the software it needs at its "
        "own expense."
    ),
    "post-termination-care": (
        "After this Agreement ends Group shall go on treating Members for as long as Plan asks."
    ),
    "promises-erased": (
        "This Agreement supersedes all earlier statements, assurances and representations."
    ),
    "prompt-pay": "Plan will use its best efforts to pay claims within thirty (30) days.",
    "quality-gate": "No Outcomes Payment is made unless all measures are met.",
    "rate-secrecy": (
        "Group shall not disclose the Fees or any other term of this Agreement to anyone."
    ),
    "reconciliation-terms": (
        "A Settlement Report to which Group does not object within fifteen (15) days is deemed "
        "accepted."
    ),
    "recoup-during-dispute": "An objection does not delay the offset of an overpayment.",
    "recoup-limits": "Plan may recover any overpayment at any time without notice.",
    "reporting-burden": (
        "Group shall submit any other report that Plan requests within five (5) days."
    ),
    "risk-adjustment": "No adjustment of any goal is made for the severity of patients.",
    "slogan-rhetoric": "Together the parties will make care better, faster and cheaper for all.",
    "suit-deadline": (
        "Group may bring no action against Plan more than one (1) year after the facts."
    ),
    "vague-term": "Group shall answer Plan’s requests in a timely and adequate manner.",
    "vbp-terms-outside": (
        "The rules of the Outcomes Payment are set out in Plan’s program description on its "
        "website."
    ),
}
"""A bad clause to put in, beside the sound ones: check to clause."""

INSTEAD = {
    "attribution-method": (
        "Members are attributed to Group as Plan determines from time to time.",
        ("1.1", "1.2", "C-2", "E-2", "E-3", "E-4", "E-5"),
    ),
    "audit-of-plan": ("Plan’s figures are conclusive, and Group may not audit them.", ("8",)),
    "bh-record-privacy": (
        "Group shall furnish to Plan all treatment records that Plan asks for.",
        ("5.3", "5.4"),
    ),
}
"""A bad clause that takes the place of sound ones: check to clause and parts cut out."""


@lru_cache(maxsize=1)
def agreement() -> tuple[Document, ...]:
    """Return the agreement as it lies in the example's folder."""
    return tuple(read(path) for path in sorted((WILLOW / "contract").glob("*.pdf")))


def objections(findings: tuple[Finding, ...]) -> list[str]:
    """Return what a reader would be told of: not mild, or not clear."""
    return [
        f"{one.check}: {one.why}"
        for one in findings
        if one.severity not in MILD or one.status is Status.UNCLEAR
    ]


def test_nothing_in_it_is_objected_to() -> None:
    assert objections(review(agreement(), EVERYTHING)) == []


@pytest.mark.slow
def test_nothing_is_objected_to_when_its_kind_is_read_from_its_text() -> None:
    reviewed = look_at(agreement())
    assert reviewed.reading.features == EVERYTHING
    assert reviewed.missing == ()
    assert objections(reviewed.findings) == []


@pytest.mark.slow
def test_nothing_in_its_word_file_is_objected_to() -> None:
    (path,) = sorted((WILLOW / "contract").glob("*.docx"))
    assert objections(look_at([read(path)]).findings) == []


@pytest.mark.slow
def test_every_good_faith_question_is_answered_yes_or_needs_what_only_the_group_knows() -> None:
    reviewed = look_at(agreement())
    lines = fill_in(GOOD_FAITH.values(), Material(reviewed.reading, reviewed.findings))
    replies = {line.question.id: line.answer.reply for line in lines}
    # Whether it can make the reports, and what the work costs it.
    own = {"gf_q06", "gf_q08"}
    assert {name for name, reply in replies.items() if reply is Reply.UNCLEAR} <= own
    assert Reply.NO not in replies.values()


def test_it_is_easy_to_read() -> None:
    measured = readability.measure(agreement())
    assert measured is not None
    assert measured.score > 55


def test_its_documents_are_all_at_hand() -> None:
    assert deals.read(WILLOW).missing == ()


def test_the_printed_benchmarks_follow_from_the_base_years() -> None:
    """Table C-2 is Table C-1, weighted and brought forward; in cents, so exact."""
    tables = {part.text.splitlines()[0].split("  ")[0]: part.text for part in parts()}
    base = [row.split("  ") for row in tables["Base year"].splitlines()[1:]]
    printed = next(part.text for part in parts() if part.text.startswith("Program Year  Growth"))
    for column, group in ((2, 2), (3, 3)):
        parts_of_2027 = [
            int(row[1].rstrip("%")) * round(float(row[column].strip("$")) * 100)
            * round(float(row[4]) * 10_000)
            for row in base
        ]  # fmt: skip
        cents = (sum(parts_of_2027) + 500_000) // 1_000_000
        for row in printed.splitlines()[1:]:
            year = row.split("  ")
            grown = (cents * round(float(year[1]) * 10_000) + 5_000) // 10_000
            assert grown == round(float(year[group].strip("$")) * 100)


@pytest.mark.slow
@pytest.mark.parametrize("check", CUTS)
def test_a_safeguard_that_is_cut_out_is_missed(look: Look, check: str) -> None:
    assert look(check, without()) == ()
    findings = look(check, without(*CUTS[check]))
    assert findings, f"nothing is missed without {CUTS[check]}"
    assert findings[0].status is Status.FINDING


@pytest.mark.slow
@pytest.mark.parametrize("check", BAD)
def test_a_bad_clause_is_seen_among_sound_ones(look: Look, check: str) -> None:
    findings = look(check, with_clause(BAD[check]))
    assert any(is_quoted(BAD[check], one) for one in findings)


@pytest.mark.slow
@pytest.mark.parametrize("check", INSTEAD)
def test_a_bad_clause_in_the_place_of_a_sound_one_is_seen(look: Look, check: str) -> None:
    clause, cuts = INSTEAD[check]
    findings = look(check, with_clause(clause, *cuts))
    assert any(is_quoted(clause, one) for one in findings)


def is_quoted(clause: str, finding: Finding) -> bool:
    """Say whether a finding quotes some of a clause."""
    return any(_holds(evidence, clause) for evidence in (finding.evidence, *finding.more_evidence))


def _holds(evidence: Evidence, clause: str) -> bool:
    if not isinstance(evidence, QuoteEvidence):
        return False
    quoted = evidence.text.removeprefix("14.8 ").strip()
    return quoted in clause or clause in quoted


def test_every_check_that_misses_something_has_a_cut() -> None:
    """Those left out need a fault to be there before a safeguard against it can be missing."""
    needs_a_fault = {
        "amend-objection-right", "amend-retroactive", "benchmark-method", "bh-record-privacy",
        "manual-incorporated", "quality-term-undefined",
    }  # fmt: skip
    missing = {one.id for one in CHECKS.values() if "absence" in {d.value for d in one.detects}}
    assert missing - set(CUTS) == needs_a_fault


def test_cutting_takes_away_just_what_is_named() -> None:
    assert "C-5.1 " in without()
    assert "C-5.1 " not in without("C-5")
    assert "C-4.3 " in without("C-5")
