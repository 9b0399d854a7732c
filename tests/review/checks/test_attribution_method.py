"""Members are assigned to the group in a way that it cannot check."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

CHECK = "attribution-method"
SOUND = (
    "Members are attributed prospectively to the practice with the plurality of their visits in "
    "the preceding twenty-four months. Plan sends the attribution list by the tenth day of each "
    "month. Provider may report an error in the list, and Plan corrects it within 30 days."
)


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("Members are attributed to Provider as determined by Plan.", "determined by Plan"),
        (
            (
                "An Attributed Member is a Member whom Plan's attribution method, as in effect "
                "from "
                "time to time, assigns to Provider."
            ),
            "from time to time",
        ),
        ("Payor assigns Members to Group under Payor's assignment methodology.", "methodology"),
        ("Enrollees are aligned with the practice in the manner HMO determines.", "HMO determines"),
        ("Patients are attributed to the group by a model developed by Company.", "by Company"),
        ("Members assigned to Provider are counted in the target.", "Members assigned"),
        ("The Quarterback is designated for each episode.", "designated"),
    ],
)
def test_an_attribution_that_the_plan_alone_knows_is_found(
    look: Look, clause: str, words: str
) -> None:
    (finding,) = look(CHECK, agreement(clause))
    assert finding.severity is Severity.CRITICAL
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        SOUND,
        (
            "Attribution is prospective. A Member is attributed to the group that furnished more "
            "of "
            "those visits than any other group. The Attribution List is delivered monthly. "
            "Provider "
            "may dispute an error in the list."
        ),
        (
            "Beneficiaries are assigned retrospectively by the plurality of primary care services. "
            "Plan delivers a quarterly roster. Either party may challenge the assignment."
        ),
        (
            "Members are aligned to the practice they select when they enroll, as of the first day "
            "of "
            "the year. A monthly roster is sent. Discrepancies in the roster are corrected."
        ),
    ],
)
def test_a_rule_with_method_timing_list_and_challenge_is_not(look: Look, clause: str) -> None:
    assert look(CHECK, agreement(clause)) == ()


@pytest.mark.parametrize(
    ("left_out", "missing"),
    [
        (
            "Provider may report an error in the list, and Plan corrects it within 30 days.",
            "correct",
        ),
        ("Plan sends the attribution list by the tenth day of each month.", "a list of members"),
    ],
)
def test_a_rule_that_leaves_a_part_out_says_which(look: Look, left_out: str, missing: str) -> None:
    clause = SOUND.replace(left_out, "")
    (finding,) = look(CHECK, agreement(clause))
    assert finding.severity is Severity.HIGH
    assert missing in finding.why


@pytest.mark.parametrize(
    "trap",
    [
        "This is no assignment of benefits of Members.",
        "A claim of Provider assigned to Plan by any person is void.",
        "A Member is assigned by the State to a case manager.",
    ],
)
def test_other_assignments_are_no_attribution(look: Look, trap: str) -> None:
    (finding,) = look(CHECK, agreement(trap))
    assert isinstance(finding.evidence, AbsenceEvidence)


def test_without_any_rule_it_is_absent_or_unclear(look: Look) -> None:
    (finding,) = look(CHECK, agreement())
    assert isinstance(finding.evidence, AbsenceEvidence)
    assert finding.status is Status.FINDING
    (unread,) = look(CHECK, agreement(), unread=1)
    assert unread.status is Status.UNCLEAR
    (outside,) = look(CHECK, agreement("Provider shall comply with the Provider Manual."))
    assert outside.status is Status.UNCLEAR


def test_without_pay_by_results_it_says_nothing(look: Look) -> None:
    assert look(CHECK, agreement(), features=Features()) == ()


def test_a_method_that_both_sides_settle_is_not_the_plans(look: Look) -> None:
    bad = "Members are attributed as determined by Plan."
    joint = "Members are attributed as determined by the Joint Committee."
    (alone,) = look(CHECK, agreement(bad))
    (shared,) = look(CHECK, agreement(joint))
    assert "The plan alone" in alone.why
    assert "The plan alone" not in shared.why


def test_the_wait_for_a_first_visit_is_no_rule_of_attribution(look: Look) -> None:
    rule = "Members are attributed to Provider as Plan determines from time to time."
    wait = "Days until a first visit of new patients are shown to both parties."
    (finding,) = look("attribution-method", agreement(rule, wait))
    assert "The plan alone" in finding.why
