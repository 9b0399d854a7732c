"""Unchanged people who entered above a cut improve by as much as foretold."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.outcomes.gaming.entry_regression import expect_by_itself
from fairterms.outcomes.gaming.evidence import Lacking
from tests.outcomes.gaming.made_up_world import MEAN, RELIABILITY, SPREAD, TERMS


@pytest.mark.parametrize("share", [0.2, 0.5])
def test_the_fall_and_the_rate_of_unchanged_people_are_foretold(share: float) -> None:
    draws = np.random.default_rng(1)
    true = draws.normal(MEAN, SPREAD * np.sqrt(RELIABILITY), 200_000)
    noise = SPREAD * np.sqrt(1 - RELIABILITY)
    first, second = (np.round(true + draws.normal(0, noise, 200_000)) for _ in range(2))
    entered = first >= 10
    terms = replace(TERMS, response_share=share)
    found = expect_by_itself(first[entered], terms)
    assert found.points == pytest.approx((first - second)[entered].mean(), abs=0.02)
    assert found.rate == pytest.approx(terms.reached(first, second)[entered].mean(), abs=0.004)
    assert found.subtract(0.6) == pytest.approx(0.6 - found.rate)


def test_a_perfect_measure_gives_nothing_by_itself() -> None:
    almost = replace(TERMS, reliability=1 - 1e-9)
    found = expect_by_itself(np.array([12.0, 20]), almost)
    assert (found.points, found.rate) == pytest.approx((0, 0), abs=1e-6)


def test_without_agreed_terms_nothing_is_assumed() -> None:
    with pytest.raises(Lacking, match="agreed mean, spread and reliability"):
        expect_by_itself(np.array([12.0]), replace(TERMS, population_sd=None))
