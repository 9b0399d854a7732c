"""Cronbach's alpha: by hand, at its ends, and without incomplete forms."""

import numpy as np
import pytest

from fairterms.outcomes.forms.item_consistency import alpha
from fairterms.units.refusal import Refusal


def test_alpha_by_hand() -> None:
    # Items (0, 1, 2, 3) and (1, 0, 3, 2): variances 5/3 each, totals 1, 1, 5, 5 with variance 16/3.
    forms = [[0, 1], [1, 0], [2, 3], [3, 2]]
    assert alpha(forms) == pytest.approx(2 * (1 - (10 / 3) / (16 / 3)))


def test_items_that_say_the_same_agree_fully() -> None:
    assert alpha([[0, 0, 0], [1, 1, 1], [3, 3, 3]]) == pytest.approx(1)


def test_incomplete_forms_are_left_out() -> None:
    forms = np.array([[0, 1], [1, 0], [2, 3], [3, 2], [np.nan, 3]])
    assert alpha(forms) == alpha(forms[:4])


def test_alpha_does_not_depend_on_the_unit() -> None:
    forms = np.array([[0, 1, 1], [1, 0, 2], [2, 3, 3], [3, 2, 1]])
    assert alpha(forms * 2 + 1) == pytest.approx(alpha(forms))


@pytest.mark.parametrize(
    "forms",
    [[[1, 2]], [[1], [2], [3]], [[1, 2], [2, 1]], [[np.nan, 1], [2, 1]]],
    ids=["one form", "one item", "equal totals", "one complete form"],
)
def test_forms_that_cannot_tell_are_refused(forms: list[list[float]]) -> None:
    with pytest.raises(Refusal, match="cannot be worked out"):
        alpha(forms)
