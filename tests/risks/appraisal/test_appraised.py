"""What is known of one impact."""

from dataclasses import replace

import pytest

from fairterms.risks.register.estimate import Stage
from tests.risks.appraisal.small_register import GUESS, LATE, MARGIN, appraised, estimate, risk


@pytest.mark.parametrize(("stage", "is_inherent"), [("inherent", True), ("current", False)])
def test_only_an_estimate_without_controls_knows_the_loss_without_them(
    stage: str, is_inherent: bool
) -> None:
    text = MARGIN + risk("late") + estimate("late_margin", GUESS, stage)
    (found,) = appraised(text).impacts
    assert found.estimate is not None
    assert found.estimate.stage is Stage(stage)
    assert found.is_inherent is is_inherent


def test_without_an_estimate_nothing_is_known_without_controls() -> None:
    (found,) = appraised(LATE).impacts
    assert found.is_inherent
    assert not replace(found, estimate=None).is_inherent
