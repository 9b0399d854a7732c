"""The empirical null follows the middle of the providers and not those far out."""

import numpy as np
import pytest

from fairterms.outcomes.comparison.empirical_null import fit
from fairterms.units.refusal import Refusal

NORMAL = np.random.default_rng(5).normal(0.3, 2.0, 20_000)


def test_spread_and_centre_of_normal_scores_are_found() -> None:
    null = fit(NORMAL)
    assert null.centre == pytest.approx(0.3, abs=0.05)
    assert null.spread == pytest.approx(2.0, abs=0.05)
    judged = null.judge(NORMAL)
    assert np.std(judged) == pytest.approx(1, abs=0.03)


def test_outlying_providers_do_not_hide_themselves() -> None:
    scores = np.concatenate([NORMAL, np.full(2_000, 40.0)])
    assert fit(scores).spread < 2.4
    assert np.std(scores) > 10


def test_less_spread_than_chance_is_taken_for_chance() -> None:
    assert fit(np.linspace(-0.1, 0.1, 50)).spread == 1


def test_a_few_providers_are_refused() -> None:
    with pytest.raises(Refusal, match="empirical null: 5 providers"):
        fit([1, 2, 3, 4, 5])
