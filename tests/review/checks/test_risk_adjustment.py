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
