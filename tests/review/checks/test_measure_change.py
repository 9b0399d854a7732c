"""The plan may change measures or targets alone."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement

CHECK = "measure-change"


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("Plan may revise the measures and the thresholds annually.", "may revise the measures"),
        ("Payor reserves the right to modify performance targets at any time.", "reserves"),
        ("Quality measures may be changed by Plan from time to time.", "may be changed"),
        ("HMO shall have the right to add, delete or replace metrics.", "right to add"),
        ("The weights are subject to change annually.", "subject to change"),
        ("Health Plan will update the benchmarks each year.", "update the benchmarks"),
        ("Company may, in its sole discretion, adjust the scoring methodology.", "adjust"),
        ("will review program components and update them as necessary.", "program components"),
        ("Additional episodes will be identified and added as determined by Plan.", "added"),
        ("Provider shall meet the quality goals as revised by Plan from time to time.", "revised"),
        ("Plan may require reports to be submitted monthly.", "monthly"),
    ],
)
def test_a_right_of_the_plan_to_move_what_is_measured_is_found(
    look: Look, clause: str, words: str
) -> None:
    (finding,) = look(CHECK, agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Measures change yearly by joint vote after testing.",
        "The Committee may revise the measures each year.",
        "Plan may revise the measures only by an amendment.",
        "Plan may not change the measures during the term.",
        "Plan may change the measures with the written consent of Provider.",
        "Plan may update a measure to conform with changes in HEDIS.",
        "Plan may revise a measure as required by law.",
        "Provider may revise its own quality measures.",
        "The parties may adjust the targets by mutual agreement.",
        "Plan may take security measures and change them.",
        "Plan may amend its fee schedules and other targets.",
    ],
)
def test_joint_changes_changes_of_law_and_other_measures_are_not(look: Look, clause: str) -> None:
    assert look(CHECK, agreement(clause)) == ()


def test_without_pay_by_results_it_says_nothing(look: Look) -> None:
    bad = agreement("Plan may revise the measures annually.")
    assert look(CHECK, bad, features=Features()) == ()


def test_what_is_measured_leads_and_reports_follow(look: Look) -> None:
    often = "Plan may increase the frequency of files."
    moved = "Plan may revise the thresholds for any later year."
    (finding,) = look(CHECK, agreement(often, moved))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert moved in finding.evidence.text
    assert len(finding.more_evidence) == 1
