"""Notice of a change is short, soft or missing."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement

RIGHT = "Plan may amend this Agreement"


@pytest.mark.parametrize(
    ("clause", "why"),
    [
        (f"{RIGHT} by thirty (30) days' notice.", "Notice of a change is 30 days."),
        (f"{RIGHT}. Notice of an amendment is given 45 days ahead.", "a change is 45 days."),
        (f"{RIGHT} upon ten (10) business days' notice.", "a change is 10 business days."),
        (f"{RIGHT}. Plan will make a good faith effort to give notice.", "Only an effort"),
        (f"{RIGHT}, and will endeavor to provide sixty (60) days' notice of it.", "Only an effort"),
        (f"{RIGHT} at any time without notice.", "may come without notice, or at once"),
        (
            f"{RIGHT}. A change takes effect upon posting. {RIGHT}, effective immediately.",
            "at once",
        ),
        (f"{RIGHT}.", "The right to change names no notice at all."),
    ],
)
def test_a_short_or_soft_notice_is_found(look: Look, clause: str, why: str) -> None:
    (finding,) = look("amend-notice-days", agreement(change=clause))
    assert finding.severity is Severity.HIGH
    assert why in finding.why
    assert isinstance(finding.evidence, QuoteEvidence)


@pytest.mark.parametrize(
    "clause",
    [
        f"{RIGHT} by sixty (60) days' written notice.",
        f"{RIGHT} by ninety days' notice.",
        f"{RIGHT} by forty-five (45) business days' notice.",
        f"{RIGHT} by two (2) months' notice.",
        f"{RIGHT} by 90 days' notice. A change the law requires comes by 10 days' notice.",
        f"{RIGHT} by 90 days' notice. Provider may then terminate by 30 days' notice.",
        "An amendment binds when both parties sign it.",
    ],
)
def test_a_fair_notice_is_not(look: Look, clause: str) -> None:
    assert look("amend-notice-days", agreement(change=clause)) == ()


def test_a_soft_notice_in_an_attachment_overrides_the_body(look: Look) -> None:
    soft = "Plan shall make a good faith effort to give notice of amendments of this Attachment."
    text = agreement(f"EXHIBIT C\n{soft}", change=f"{RIGHT} by 90 days' notice.")
    (finding,) = look("amend-notice-days", text)
    assert isinstance(finding.evidence, QuoteEvidence)
    assert finding.evidence.text == soft


def test_the_clause_that_states_the_short_notice_leads(look: Look) -> None:
    silent = "Plan may revise the Program for a later year."
    short = f"{RIGHT} by thirty (30) days' notice."
    (finding,) = look("amend-notice-days", agreement(silent, short))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert short in finding.evidence.text
    assert finding.more_evidence == ()
    assert "no notice at all" not in finding.why


def test_no_notice_at_all_is_said_only_where_no_notice_clause_exists(look: Look) -> None:
    elsewhere = "Plan shall give ninety (90) days' notice of amendments."
    assert look("amend-notice-days", agreement("1.1 Aside.", elsewhere, change=f"{RIGHT}.")) == ()
    by_law = "Plan shall give ten (10) days' notice of amendments required by law."
    (finding,) = look("amend-notice-days", agreement(by_law, change=f"{RIGHT}."))
    assert "no notice at all" in finding.why
