"""Losses and chances as they are read."""

import numpy as np
import pytest

from fairterms.risks.appraisal import wording
from fairterms.risks.loss.annual_loss import AnnualLoss


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (14_445.2, "dollars", "$14,400"),
        (999.6, "dollars", "$1,000"),
        (0.0, "dollars", "$0"),
        (86.04, "dollars", "$86.0"),
        (1.234, "files", "1.23 files"),
        (0.0131, "percentage points", "1.31 percentage points"),
        (0.25, "per cent", "25.0 per cent"),
        (0.25, "hours", "0.250 hours"),
    ],
)
def test_an_amount_has_three_figures_and_its_unit(value: float, unit: str, words: str) -> None:
    assert wording.amount(value, unit) == words


def test_only_shares_are_kept_as_fractions() -> None:
    assert [wording.scale(unit) for unit in ("per cent", "percentage points", "hours")] == [
        100,
        100,
        1,
    ]


def test_the_mean_and_the_worst_years_are_told_apart() -> None:
    loss = AnnualLoss(np.arange(100.0), "dollars")
    assert wording.mean(loss) == "$49.5"
    assert wording.worst(loss) == "$97.0", "the mean of 95 to 99"


def test_what_is_rare_is_never_never_and_what_is_usual_never_always() -> None:
    found = [wording.chance(one) for one in (0.0, 0.0004, 0.2, 0.999, 0.9997, 1.0)]
    assert found == ["0 %", "under 0.1 %", "20 %", "99.9 %", "over 99.9 %", "100 %"]
