"""The plan may change what it pays."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement

ID = "fee-schedule-change"
CARE = "Members are patients of Provider for covered services of mental health care."


def _with(*clauses: str) -> str:
    return agreement(CARE, CARE, CARE, *clauses)


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("The fees in Exhibit A are subject to modification by Plan.", "subject to modification"),
        ("Plan may change the Fee Schedule at any time.", "may change"),
        ("Plan reserves the right to adjust reimbursement rates.", "reserves the right"),
        ("The Fee Schedule may be revised from time to time.", "may be revised"),
        ("Plan shall have the right to reduce the payment rates of Exhibit A.", "right to reduce"),
        ("Provider is paid by Plan's fee schedule, as amended from time to time.", "as amended"),
        ("Plan pays according to its then-current fee schedule.", "then-current fee schedule"),
        ("Rates are subject to change without notice.", "subject to change"),
        ("Plan is entitled to modify the conversion factor.", "conversion factor"),
        (
            "Plan can revise, at any time and for any reason, the schedule of allowances.",
            "schedule of allowances",
        ),
    ],
)
def test_rates_that_move_at_will_are_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look(ID, _with(clause))
    assert finding.severity is Severity.CRITICAL
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text
    assert "The plan may change the rates alone." in finding.why


@pytest.mark.parametrize(
    ("clause", "words", "says"),
    [
        (
            "A service that is not listed is paid at the rate that Plan establishes.",
            "not listed",
            "It sets the price",
        ),
        (
            "Plan reserves the right to establish a rate for codes that are not priced.",
            "not priced",
            "It sets the price",
        ),
        (
            "Coding edits may be updated without notice to Provider.",
            "without notice",
            "coding edits",
        ),
        (
            "Updates of claims processing and edits take place automatically.",
            "automatically",
            "coding edits",
        ),
        (
            "Plan may change the fee schedule on ninety (90) days' written notice.",
            "may change",
            "change the rates alone",
        ),
    ],
)
def test_unpriced_codes_silent_edits_and_noticed_changes_are_high(
    look: Look, clause: str, words: str, says: str
) -> None:
    (finding,) = look(ID, _with(clause))
    assert finding.severity is Severity.HIGH
    assert says in finding.why
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "The rates in Exhibit A are fixed for the term.",
        "Plan may not change the fee schedule.",
        "The fee schedule may be changed only by an amendment that both parties sign.",
        "Plan may change the fee schedule with the written consent of Provider.",
        "Provider may change its rates on thirty days' notice.",
        "The Medicare fee schedule may be revised from time to time.",
        "Rates are subject to change by CMS.",
        "Plan may adjust its rates to reflect changes in the Medicaid fee schedule.",
        "Plan may change the fee schedule if Provider agrees in writing to a negotiated rate.",
        "A service that is not listed is paid at 60% of billed charges, which sets the rate.",
        "Coding edits are published sixty (60) days before they apply.",
        "Plan may change the premium rates of its products.",
        "Plan may change the interest rates of its loans.",
        "Plan may change the fee schedule. If Provider objects, the change does not take effect.",
        "A service that is not listed is paid at a rate that is determined by mutual agreement.",
        "Overpayment recoveries through claims processing shall occur automatically.",
    ],
)
def test_fixed_agreed_and_public_rates_are_not(look: Look, clause: str) -> None:
    assert look(ID, _with(clause)) == ()


def test_a_schedule_the_plan_may_change_is_quoted_before_unlisted_services(look: Look) -> None:
    text = _with(
        "A service that is not listed is paid at the rate that Plan establishes.",
        "Plan may change the Fee Schedule at any time.",
    )
    (finding,) = look(ID, text)
    assert isinstance(finding.evidence, QuoteEvidence)
    assert "may change the Fee Schedule" in finding.evidence.text
    assert len(finding.more_evidence) == 1
