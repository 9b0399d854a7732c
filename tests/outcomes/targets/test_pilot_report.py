"""Expand, continue or stop: by the declared rule, and harm is heard at any time."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.outcomes.targets.pilot import plan_size
from fairterms.outcomes.targets.pilot_report import Arm, Decision, report
from tests.outcomes.targets.test_pilot import PILOT


@pytest.mark.parametrize(
    ("new", "usual", "decision", "why"),
    [
        (
            Arm(1050, 660, 60),
            Arm(1050, 525, 62),
            Decision.EXPAND,
            "More improvement, and no rise in deterioration that counts.",
        ),
        (
            Arm(200, 150, 60),
            Arm(200, 100, 10),
            Decision.STOP,
            "More deterioration than under usual care, beyond chance.",
        ),
        (
            Arm(1050, 530, 60),
            Arm(1050, 525, 62),
            Decision.STOP,
            "The gain in improvement is smaller than the gain planned for.",
        ),
        (
            Arm(500, 400, 20),
            Arm(500, 200, 30),
            Decision.CONTINUE,
            "The pilot has fewer patients than planned.",
        ),
        (
            Arm(300, 150, 15),
            Arm(300, 150, 15),
            Decision.CONTINUE,
            "The pilot has fewer patients than planned.",
        ),
        (
            Arm(300, 100, 15),
            Arm(300, 200, 15),
            Decision.STOP,
            "Less improvement than under usual care, beyond chance.",
        ),
        (
            Arm(1050, 590, 60),
            Arm(1050, 525, 62),
            Decision.CONTINUE,
            "A gain in improvement is not shown beyond chance.",
        ),
        (
            Arm(1050, 660, 90),
            Arm(1050, 525, 62),
            Decision.CONTINUE,
            "A rise in deterioration is not ruled out.",
        ),
    ],
)
def test_the_decision_follows_the_rule(new: Arm, usual: Arm, decision: Decision, why: str) -> None:
    found = report(PILOT, new, usual)
    assert (found.decision, found.why) == (decision, why)
    assert found.planned == plan_size(PILOT).patients
    assert found.patients == new.patients


def test_no_result_expands_a_pilot_too_small_to_show_anything() -> None:
    few = replace(PILOT, clinicians=10)
    found = report(few, Arm(5000, 4500, 10), Arm(5000, 1000, 300))
    assert found.decision is Decision.CONTINUE
    assert found.planned is None
    assert found.why == (
        "There are too few clinicians for any number of patients to show the gain."
    )


def test_clustering_widens_the_limits() -> None:
    new, usual = Arm(1050, 660, 60), Arm(1050, 525, 62)
    alone = report(replace(PILOT, icc=0.0), new, usual).benefit
    clustered = report(PILOT, new, usual).benefit
    assert clustered.low < alone.low < alone.high < clustered.high
    assert clustered.difference == alone.difference == pytest.approx(135 / 1050)


def test_no_harm_at_all_is_no_proof_that_there_is_none() -> None:
    harm = report(PILOT, Arm(30, 20, 0), Arm(30, 15, 0)).harm
    assert harm.low < -0.05 < 0.05 < harm.high
    assert harm.low == pytest.approx(-harm.high)
    assert harm.difference == 0


def test_where_nothing_differs_a_pilot_is_rarely_expanded() -> None:
    rng = np.random.default_rng(22)
    weight = 1 / PILOT.icc - 1
    expanded = 0
    for _ in range(400):
        reached = rng.binomial(35, rng.beta(0.5 * weight, 0.5 * weight, (2, 30))).sum(axis=1)
        new, usual = (Arm(1050, int(count), 60) for count in reached)
        expanded += report(PILOT, new, usual).decision is Decision.EXPAND
    assert expanded / 400 <= 0.05
