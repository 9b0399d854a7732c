"""The plan may end the agreement at once because of what it believes."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (
            (
                "Plan may terminate this Agreement immediately if Plan believes that patients "
                "may be harmed."
            ),
            "believes",
        ),
        (
            "Plan may end this Agreement immediately for cause, including a lapse of insurance.",
            "for cause, including",
        ),
        ("Plan may terminate this Agreement immediately for cause.", "for cause"),
        (
            (
                "At Plan's option, Plan may take the lower price or it may terminate this "
                "Agreement immediately upon notice."
            ),
            "may terminate this Agreement immediately upon notice",
        ),
        (
            "Plan may suspend Provider's participation at once upon any allegation of misconduct.",
            "allegation",
        ),
        (
            (
                "If in Plan's opinion a Clinician is unfit, Plan may terminate this Agreement "
                "forthwith."
            ),
            "opinion",
        ),
        (
            (
                "This Agreement may be terminated immediately by Plan if Plan determines that "
                "it is in its best interests."
            ),
            "determines",
        ),
        ("Plan may terminate this Agreement at any time without notice.", "without notice"),
        (
            "Plan may, in its sole discretion, immediately suspend this Agreement.",
            "sole discretion",
        ),
        (
            (
                "A failure to cooperate, as determined by Plan, is grounds for immediate "
                "termination of this Agreement."
            ),
            "grounds for immediate termination",
        ),
        (
            (
                "Plan shall have the right to terminate this Agreement effective immediately "
                "where it suspects fraud."
            ),
            "suspects",
        ),
    ],
)
def test_a_belief_that_ends_it_at_once_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look("immediate-termination", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Plan may terminate this Agreement immediately if Provider's license is revoked.",
        "Plan may terminate immediately for cause. Cause means only the loss of a license.",
        (
            "Plan may terminate this Agreement immediately for cause. Provider may terminate this "
            "Agreement immediately for cause."
        ),
        "Either party may terminate this Agreement immediately for cause, including fraud.",
        "Provider may keep the old rates or it may terminate this Agreement immediately.",
        (
            "Either party may terminate this Agreement immediately if it believes that the "
            "other is insolvent."
        ),
        "Provider may terminate this Agreement immediately if it believes that Plan is insolvent.",
        (
            "Plan may terminate this Agreement immediately if a court determines that "
            "Provider committed fraud."
        ),
        (
            "Plan may terminate this Agreement on ninety days' notice if it believes that "
            "Provider is in breach."
        ),
        "Plan may not terminate this Agreement immediately on a mere belief.",
        "Plan may immediately suspend the Program if it believes that it fails.",
        "Plan may suspend payments at once if it suspects an error.",
    ],
)
def test_facts_and_rights_of_both_are_not(look: Look, clause: str) -> None:
    assert look("immediate-termination", agreement(clause)) == ()


def test_a_ground_in_a_list_is_found(look: Look) -> None:
    listed = (
        "This Agreement may be terminated immediately by Plan if:\n(a) Provider loses its "
        "license;\n"
        "(b) Plan reasonably believes that the safety of patients is at risk; or\n"
        "(c) Provider is excluded from Medicare."
    )
    (finding,) = look("immediate-termination", agreement(listed))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert "reasonably believes" in finding.evidence.text
    assert finding.more_evidence == ()


def test_a_group_that_may_do_the_same_makes_it_even(look: Look) -> None:
    plan = (
        "Plan may terminate this Agreement immediately if it believes that Provider is in breach."
    )
    group = (
        "Provider may terminate this Agreement immediately if it believes that Plan is in breach."
    )
    assert look("immediate-termination", agreement(plan, group)) == ()


def test_accounts_closed_at_any_time_are_found(look: Look) -> None:
    terms = (
        "TERMS OF SERVICE\nThese terms of service are between you and Larch Ltd. By using "
        "the service, "
        "you agree to be bound by them. We offer the service to you, and you use it with care.\n"
        "1. You keep your password safe. Your account is yours.\n"
        "2. We may suspend or terminate your account at any time for any reason.\n"
        "3. You may tell us what you think. We read what you write to us.\n"
    )
    (finding,) = look("immediate-termination", terms)
    assert isinstance(finding.evidence, QuoteEvidence)
    assert "terminate your account" in finding.evidence.text


def test_what_an_employee_is_accused_of_is_no_ground_of_the_plans(look: Look) -> None:
    listed = (
        "This Agreement may be terminated immediately by Plan if:\n(a) Provider loses its "
        "license; or\n"
        "(b) an employee is not removed after an allegation of fraud."
    )
    assert look("immediate-termination", agreement(listed)) == ()


def test_the_groups_own_list_is_not_read_as_the_plans(look: Look) -> None:
    listed = (
        "This Agreement may be terminated immediately by Plan if:\n(a) Provider loses its "
        "license.\n"
        "This Agreement may be terminated immediately by Provider if:\n(a) Plan loses its "
        "license; or\n"
        "(b) Provider believes that Plan is insolvent."
    )
    assert look("immediate-termination", agreement(listed)) == ()


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (
            (
                "Plan may terminate immediately upon loss of a license or any event that "
                "materially "
                "impairs Provider's services."
            ),
            "materially impairs",
        ),
        (
            (
                "At Plan's option, Plan may take the lower rate or may terminate this Agreement "
                "immediately upon written notice."
            ),
            "immediately",
        ),
        (
            "Plan may terminate immediately upon any event that could harm a program.",
            "could harm",
        ),
    ],
)
def test_a_loose_ground_or_a_mere_option_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look("immediate-termination", agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text
