"""The rules of the incentive stand in a document that is not at hand."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement

CHECK = "vbp-terms-outside"


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("The incentive is described in the Program Description.", "Program Description"),
        ("Measure specifications are set out in the Program Policies.", "Program Policies"),
        ("Performance payments are made as described on Plan's website.", "website"),
        ("Quality measures will be published by Plan each year.", "published"),
        ("Thresholds will be communicated annually.", "communicated"),
        ("Bonus amounts are paid in accordance with the Quality Incentive Guide.", "Guide"),
        ("The attribution rules are located in the provider manual.", "provider manual"),
        ("Targets shall be announced to Provider before the start of a year.", "announced"),
        ("Eligibility is subject to the requirements of the program guide.", "program guide"),
    ],
)
def test_rules_that_stand_elsewhere_are_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look(CHECK, agreement(clause))
    assert finding.severity is Severity.CRITICAL
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "The program description, dated May 4, is Exhibit V.",
        "The measures are set out in Exhibit Q.",
        "Thresholds will be provided in the attached Appendix.",
        "Targets shall be set by the method of Section 4.",
        "Quality indicators are listed in Section 4 of this Agreement.",
        "Results will be published by the State on its website.",
        "The measures are HEDIS specifications published by NCQA.",
        "Fee schedules are posted on the website.",
        "Targets shall be set by the Joint Committee before each year.",
        "The outlier threshold for an admission is stated in the provider manual.",
    ],
)
def test_rules_at_hand_and_other_matters_are_not(look: Look, clause: str) -> None:
    assert look(CHECK, agreement(clause)) == ()


def test_a_document_that_was_supplied_is_at_hand(look: Look) -> None:
    clause = "Provider shall comply with the program description. Incentives are described in the "
    clause += "program description."
    assert look(CHECK, agreement(clause)) != ()
    assert look(CHECK, agreement(clause), program_description_2027="What is paid.") == ()


def test_without_an_incentive_it_says_nothing(look: Look) -> None:
    bad = agreement("The incentive is described in the Program Description.")
    assert look(CHECK, bad, features=Features(has_target=True)) == ()


def test_rules_of_an_outcomes_payment_that_stand_elsewhere_are_found(look: Look) -> None:
    clause = "The rules of the Outcomes Payment are set out in the program description of Plan."
    (finding,) = look("vbp-terms-outside", agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Plan shall calculate the shared risk claims in accordance with the Operations Manual.",
        (
            "Plan will adopt policies on what a practice must meet to be eligible to receive "
            "incentive "
            "payments."
        ),
    ],
)
def test_sums_by_a_manual_and_rules_to_be_adopted_are_found(look: Look, clause: str) -> None:
    (finding,) = look("vbp-terms-outside", agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause[:25] in finding.evidence.text


def test_rules_that_both_adopt_are_not_outside(look: Look) -> None:
    clause = (
        "The parties jointly adopt policies on what a practice must meet to be eligible to receive "
        "incentive payments."
    )
    assert look("vbp-terms-outside", agreement(clause)) == ()
