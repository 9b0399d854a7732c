"""Hierarchical linear model, slope against the average."""

import numpy as np
import pytest

from fairterms.outcomes.patient_change.change import ChangeClass, classify
from fairterms.outcomes.patient_change.scores import Scores, series
from fairterms.units.refusal import Refusal
from tests.outcomes.one_declaration import declared, index

N, OCCASIONS = 60, 5


def group_that_does_well() -> Scores:
    """Return 60 patients who all fall by two points an occasion, give or take a quarter."""
    draw = np.random.default_rng(1)
    slopes = -2 + 0.25 * draw.standard_normal(N)
    times = np.arange(OCCASIONS)
    table = 20 + slopes[:, None] * times + 0.5 * draw.standard_normal((N, OCCASIONS))
    rows = series(np.repeat(np.arange(N), OCCASIONS), np.tile(times, N), table.ravel(), N)
    return Scores(table[:, 0], table[:, -1], rows)


def test_in_a_group_where_all_improve_half_are_worse_than_the_average() -> None:
    # The published question is who does better than the average, not who got better.
    counts = classify(declared("hierarchical", cut_off=None), group_that_does_well()).counts()
    usual = classify(declared("jacobson_truax", cut_off=None), group_that_does_well()).counts()
    assert usual[ChangeClass.IMPROVED] == N
    assert counts[ChangeClass.IMPROVED] < N / 2
    assert counts[ChangeClass.DETERIORATED] > 5


def test_without_all_scores_it_refuses() -> None:
    with pytest.raises(Refusal, match="needs series"):
        index(declared("hierarchical"), 20, 14)


def test_a_patient_with_two_scores_is_not_judged() -> None:
    well = group_that_does_well()
    assert well.series is not None
    kept = np.flatnonzero((well.series.patient > 0) | np.isin(well.series.day, [0, 4]))
    scores = Scores(well.first, well.last, well.series.take(kept))
    found = classify(declared("hierarchical", cut_off=None), scores)
    assert found.reason(0) == "not judged: fewer than three scores"
    assert found.n == N - 1


def test_where_slopes_do_not_differ_everybody_is_average() -> None:
    time, wobble = np.tile(np.arange(4), 8), np.tile([0.0, 1.0, 1.0, 0.0], 8)
    rows = series(np.repeat(np.arange(8), 4), time, 20 - 2 * time + wobble, 8)
    scores = Scores(np.full(8, 20.0), np.full(8, 14.0), rows)
    found = classify(declared("hierarchical", cut_off=None), scores)
    assert found.counts()[ChangeClass.UNCHANGED] == 8
