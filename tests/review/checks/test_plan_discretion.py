"""What the plan may decide alone."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement

ID = "plan-discretion"
CARE = (
    "Members are patients of Provider for covered services.",
    "Provider gives each Member mental health care.",
)


def _with(*clauses: str) -> str:
    return agreement(*CARE, *clauses)


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (
            "Plan may, in its sole discretion, end the participation of a Clinician.",
            "sole discretion",
        ),
        ("Plan shall determine in its absolute discretion what is paid.", "absolute discretion"),
        ("The bonus is paid at Plan's sole discretion.", "Plan's sole discretion"),
        ("The amount is at the discretion of Plan.", "at the discretion of Plan"),
        ("In its sole discretion, Plan may reject a file.", "In its sole discretion"),
        ("Plan's determination of the score is final and binding.", "final and binding"),
        ("Plan may end this Agreement if in Plan's opinion care suffers.", "Plan's opinion"),
        ("Plan may refuse payment in its sole judgment.", "sole judgment"),
        (
            "The decision by Plan on the appeal shall be final and conclusive.",
            "final and conclusive",
        ),
        ("Payment is at the sole and absolute discretion of Plan.", "sole and absolute discretion"),
    ],
)
def test_a_decision_of_the_plan_alone_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look(ID, _with(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text
    assert "The plan decides alone in 1 place; the group in no place." in finding.why


@pytest.mark.parametrize(
    "clause",
    [
        "Plan may, in its reasonable discretion, ask for records.",
        "Either party may, in its sole discretion, decline a request.",
        "Provider may, in its sole discretion, decline a referral.",
        "Plan may develop new products in its sole discretion.",
        "Plan may in its sole discretion select its own vendors.",
        "Plan may waive a deadline in its sole discretion.",
        "Clinicians use their professional discretion.",
        "The State Agency may, in its sole discretion, ask for records.",
        "Plan has no discretion to withhold a payment.",
        "The decision of the arbitrator is final and binding.",
    ],
)
def test_sound_mutual_and_own_decisions_are_not(look: Look, clause: str) -> None:
    assert look(ID, _with(clause)) == ()


def test_discretion_of_both_sides_in_like_number_is_no_finding(look: Look) -> None:
    text = _with(
        "Plan may, in its sole discretion, decline a Clinician.",
        "Provider may, in its sole discretion, decline a referral.",
    )
    assert look(ID, text) == ()


def test_milder_words_count_from_two_places_on_and_less(look: Look) -> None:
    one = "Files are due as determined by Plan."
    two = "Plan may ask for such records as it deems appropriate, as Plan deems appropriate."
    assert look(ID, _with(one)) == ()
    (finding,) = look(ID, _with(one, two))
    assert finding.severity is Severity.MEDIUM


def test_what_is_about_money_is_quoted_first(look: Look) -> None:
    text = _with(
        "Plan may in its sole discretion choose the form of a letter.",
        "Plan may in its sole discretion reduce a payment.",
    )
    (finding,) = look(ID, text)
    assert isinstance(finding.evidence, QuoteEvidence)
    assert "reduce a payment" in finding.evidence.text


def test_an_agreement_without_patients_is_left_alone(look: Look) -> None:
    text = 'LEASE\nThis is between Fern, Inc. ("Owner") and Oak, Inc. ("Tenant").\n1. Owner may '
    assert look(ID, text + "refuse in its sole discretion.\n") == ()


def test_one_mild_place_about_money_is_enough(look: Look) -> None:
    (finding,) = look(ID, _with("The trend factors are as determined by Plan."))
    assert finding.severity is Severity.MEDIUM


def test_a_clinicians_judgment_of_care_balances_nothing(look: Look) -> None:
    plan = "Plan may, in its sole discretion, decline to pay any amount of the incentive."
    care = "Clinicians of Provider decide on care by their own judgment."
    (finding,) = look("plan-discretion", agreement(plan, care))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert plan in finding.evidence.text
