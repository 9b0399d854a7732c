"""Targets without risk adjustment, or with one that cannot be checked."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    ("clause", "why"),
    [
        ("Plan applies its risk factor to the cost target.", "its model is not"),
        ("Results are risk-adjusted.", "its model is not"),
        ("No risk adjustment is made.", "nothing is adjusted"),
        ("The target is risk-adjusted by the CMS-HCC model.", "severity of symptoms"),
    ],
)
def test_an_adjustment_that_cannot_be_checked_is_found(look: Look, clause: str, why: str) -> None:
    (finding,) = look("risk-adjustment", agreement(target=clause))
    assert finding.severity is Severity.CRITICAL
    assert why in finding.why
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


def test_a_named_model_with_severity_clears_it(look: Look) -> None:
    clause = "Targets are adjusted for baseline severity and risk by the model in Exhibit K."
    assert look("risk-adjustment", agreement(target=clause)) == ()


@pytest.mark.parametrize(
    "target",
    [
        (
            "Adjustment for severity. The target follows how ill patients are at the start: it is "
            "the mean of the targets in Table 2, weighted by the patients in each severity band."
        ),
        (
            "The target is the mean of the targets of Table 2, weighted by the number of patients "
            "in each acuity tier, and a tier goes by the first PHQ-9 score."
        ),
        (
            "Goals vary by baseline score. Each patient belongs to a severity group by the first "
            "GAD-7 score."
        ),
    ],
)
def test_bands_of_severity_in_the_text_itself_are_a_model(look: Look, target: str) -> None:
    assert look("risk-adjustment", agreement(target=target)) == ()


def test_bands_that_the_plan_keeps_are_none(look: Look) -> None:
    target = "The target varies by acuity and by severity. Risk tiers and scores are set by Plan."
    (finding,) = look("risk-adjustment", agreement(target=target))
    assert "its model is not" in finding.why


@pytest.mark.parametrize(
    "trap",
    [
        "Provider shall submit Risk Adjustment Data at no cost.",
        "Plan may review records for risk adjustment coding and results.",
        "The cost target is $40.",
    ],
)
def test_coding_data_for_the_plan_are_no_adjustment(look: Look, trap: str) -> None:
    (finding,) = look("risk-adjustment", agreement(target=trap))
    assert isinstance(finding.evidence, AbsenceEvidence)
    (unclear,) = look("risk-adjustment", agreement(target=trap), unread=1)
    assert unclear.status is Status.UNCLEAR


def test_without_a_target_it_says_nothing(look: Look) -> None:
    without = Features(has_incentive=True, has_downside=True)
    assert look("risk-adjustment", agreement(without=("target",)), features=without) == ()


@pytest.mark.parametrize(
    "model",
    [
        '"Risk Model" means the Fernwood Model, which scores age and diagnoses.',
        "Risk scores come from a model of Plan, version 7.1, which does not change.",
    ],
)
def test_a_model_that_is_defined_elsewhere_is_named(look: Look, model: str) -> None:
    target = "The cost target is multiplied by the mean risk score and by severity."
    assert look("risk-adjustment", agreement(model, target=target)) == ()
    (finding,) = look("risk-adjustment", agreement(target=target))
    assert "its model is not" in finding.why


@pytest.mark.parametrize(
    "left_out",
    [
        "Risk scores of the target do not use the scores of any questionnaire.",
        "The Quality Score is not adjusted for severity.",
    ],
)
def test_a_named_model_that_leaves_severity_out_is_told_in_its_own_words(
    look: Look, left_out: str
) -> None:
    model = '"Risk Model" means the Fernwood Model.'
    target = "The target is multiplied by the mean risk score. Baseline severity is reported."
    (finding,) = look("risk-adjustment", agreement(model, left_out, target=target))
    assert "The risk model is named." in finding.why
    assert finding.asks == ("Ask that targets are adjusted for baseline severity.",)
    assert isinstance(finding.evidence, QuoteEvidence)
    assert left_out in finding.evidence.text


def test_an_adjustment_refused_in_so_many_words_is_no_absence(look: Look) -> None:
    refused = "No adjustment is made for the diagnosis or the severity of anyone."
    (finding,) = look("risk-adjustment", agreement(refused, without=("target",)), unread=1)
    assert finding.status is Status.FINDING
    assert "nothing is adjusted" in finding.why


def test_a_sentence_is_quoted_before_a_formula_sheet(look: Look) -> None:
    sheet = "The risk adjustment factor of costs is " + "a sum of terms and " * 30 + "one."
    short = "The cost target is risk adjusted."
    (finding,) = look("risk-adjustment", agreement(sheet, target=short))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert short in finding.evidence.text


def test_a_model_named_in_the_next_section_counts(look: Look) -> None:
    target = "The cost target is multiplied by the ratio of risk scores."
    model = "Risk scores come from the CDPS, with baseline severity."
    other = agreement(without=("target",))
    assert look("risk-adjustment", f"{other}20. {target}\n21. {model}\n") == ()
    (finding,) = look("risk-adjustment", f"{other}20. {target}\n")
    assert "its model is not" in finding.why
