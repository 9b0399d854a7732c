"""Nothing keeps a change from reaching back."""

import pytest

from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import ONE_SIDED, Look, agreement

RIGHT = "Plan may amend this Agreement by ninety days' notice."


@pytest.mark.parametrize(
    "ban",
    [
        "No amendment applies to services given before its effective date.",
        "An amendment shall not take effect retroactively.",
        "Amendments apply only prospectively.",
    ],
)
def test_a_ban_on_backdating_clears_it(look: Look, ban: str) -> None:
    assert look("amend-retroactive", agreement(change=f"{RIGHT} {ban}")) == ()


def test_a_missing_ban_is_found_and_a_blank_page_makes_it_unclear(look: Look) -> None:
    (finding,) = look("amend-retroactive", agreement(change=RIGHT))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, AbsenceEvidence)
    assert finding.evidence.documents == ("agreement.txt",)
    assert finding.why.startswith("No clause that keeps a change from reaching back was found.")
    (unclear,) = look("amend-retroactive", agreement(change=RIGHT), unread=1)
    assert unclear.status is Status.UNCLEAR
    assert unclear.why.startswith("In what was read, no clause that keeps")


def test_terms_that_are_about_no_care_are_not_asked_for_a_ban(look: Look) -> None:
    terms = 'These Terms of Use are between Ashdown Inc. (the "Company") and each customer. '
    assert look("amend-retroactive", f"{terms}Company may amend these Terms at any time.") == ()


def test_claims_that_are_not_adjusted_retroactively_are_no_ban(look: Look) -> None:
    trap = "No change of a claim is made retroactively."
    assert look("amend-retroactive", agreement(trap, change=RIGHT)) != ()


def test_a_change_made_retroactive_by_the_text_is_quoted(look: Look) -> None:
    clause = "An amendment may be made effective retroactively to January."
    (finding,) = look("amend-retroactive", agreement(change=f"{RIGHT} {clause}"), unread=1)
    assert finding.status is Status.FINDING
    assert isinstance(finding.evidence, QuoteEvidence)
    assert finding.evidence.text == clause


def test_what_both_sides_sign_they_may_date_as_they_like(look: Look) -> None:
    assert look("amend-retroactive", agreement()) == ()


def test_a_transplanted_safeguard_clears_everything_but_the_right(look: Look) -> None:
    assert look("amend-retroactive", agreement(change=ONE_SIDED)) == ()


@pytest.mark.parametrize(
    "clause",
    [
        "A modification may take effect from an earlier date if Plan sees an error.",
        "A change may be made effective as of an earlier date.",
    ],
)
def test_an_earlier_date_is_backdating_in_other_words(look: Look, clause: str) -> None:
    (finding,) = look("amend-retroactive", agreement(change=f"{RIGHT} {clause}"), unread=1)
    assert finding.status is Status.FINDING
    assert isinstance(finding.evidence, QuoteEvidence)
    assert finding.evidence.text == clause
    forbidden = "A change may not take effect from an earlier date."
    (finding,) = look("amend-retroactive", agreement(change=f"{RIGHT} {forbidden}"), unread=1)
    assert finding.status is Status.UNCLEAR


def test_a_change_that_may_reach_back_is_found_beside_a_ban(look: Look) -> None:
    may = "An amendment may take effect as of an earlier date that Plan names."
    (finding,) = look("amend-retroactive", agreement(ONE_SIDED, may))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert may in finding.evidence.text
