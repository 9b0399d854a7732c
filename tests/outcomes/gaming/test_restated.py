"""Only what changed after signing, without both signatures, is measured."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.outcomes.gaming.evidence import Lacking, Restatement
from fairterms.outcomes.gaming.restated import compare
from tests.outcomes.gaming.made_up_world import null


def test_the_loss_is_the_difference_of_the_two_rates() -> None:
    signed, used = np.tile([1.0, 1, 0, np.nan], 25), np.tile([1.0, 0, 0, 1], 25)
    changed = Restatement("window", signed, used, 10, 20, is_agreed=False)
    evidence = replace(null(1, 60), restatements=(changed,))
    found = compare(evidence, "window", "two windows")
    assert found.effect == pytest.approx(1 / 3)
    assert found.n == 75
    assert found.statistic == pytest.approx(5)  # 25 of 25 differences one way
    with pytest.raises(Lacking, match="two definitions"):
        compare(evidence, "definition", "two definitions")


def test_a_change_that_moves_nobody_makes_no_difference() -> None:
    same = Restatement("window", np.ones(30), np.ones(30), 10, 20, is_agreed=False)
    with pytest.raises(Lacking, match="makes a difference"):
        compare(replace(null(1, 60), restatements=(same,)), "window", "two windows")
