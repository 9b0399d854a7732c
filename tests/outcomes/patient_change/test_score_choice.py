"""Which score counts."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.patient_change.score_choice import Pick, Tie, choose, settle_ties
from fairterms.outcomes.patient_change.scores import Series, series
from fairterms.reference.instrument_facts import Direction

WORSE, BETTER = Direction.HIGHER_IS_WORSE, Direction.HIGHER_IS_BETTER
Row = tuple[int, int, int]
rows = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 6), st.integers(0, 27)), min_size=0, max_size=25
)


def columns(table: list[Row]) -> Series:
    """Return rows of patient, day and score as a table of four patients."""
    return series([r[0] for r in table], [r[1] for r in table], [r[2] for r in table], 4)


def plain_ties(scores: list[int], tie: Tie, sign: int) -> float:
    match tie:
        case Tie.FIRST_RECORDED:
            return scores[0]
        case Tie.LAST_RECORDED:
            return scores[-1]
        case Tie.BEST:
            return sign * max(sign * s for s in scores)
        case Tie.WORST:
            return sign * min(sign * s for s in scores)
        case Tie.MEAN:
            return sum(scores) / len(scores)


def plain_choice(table: list[Row], patient: int, pick: Pick, tie: Tie, sign: int) -> float | None:
    """Return one patient's score in plain words, one row at a time."""
    days: dict[int, list[int]] = {}
    for who, day, score in table:
        if who == patient:
            days.setdefault(day, []).append(score)
    settled = [(day, plain_ties(scores, tie, sign)) for day, scores in sorted(days.items())]
    if not settled:
        return None
    match pick:
        case Pick.FIRST:
            return settled[0][1]
        case Pick.LAST:
            return settled[-1][1]
        case Pick.BEST:
            return max(settled, key=lambda pair: sign * pair[1])[1]
        case Pick.WORST:
            return min(settled, key=lambda pair: sign * pair[1])[1]


@pytest.mark.parametrize("direction", [WORSE, BETTER])
@settings(max_examples=30, deadline=None)
@given(table=rows, pick=st.sampled_from(Pick), tie=st.sampled_from(Tie))
def test_the_columns_agree_with_one_patient_at_a_time(
    direction: Direction, table: list[Row], pick: Pick, tie: Tie
) -> None:
    chosen = choose(columns(table), pick, tie, direction)
    sign = -1 if direction is WORSE else 1
    for patient in range(4):
        expected = plain_choice(table, patient, pick, tie, sign)
        assert chosen.is_found[patient] == (expected is not None)
        if expected is not None:
            assert chosen.score[patient] == expected


@settings(max_examples=30, deadline=None)
@given(table=rows, tie=st.sampled_from(Tie))
def test_the_best_score_is_never_worse_than_the_last(table: list[Row], tie: Tie) -> None:
    dated = columns(table)
    best = choose(dated, Pick.BEST, tie, WORSE).score
    last = choose(dated, Pick.LAST, tie, WORSE).score
    found = ~np.isnan(last)
    assert np.all(best[found] <= last[found])


def test_among_equal_scores_the_earliest_day_counts() -> None:
    course = series([0, 0, 0], [0, 10, 20], [9, 4, 4], 1)
    assert choose(course, Pick.BEST, Tie.MEAN, WORSE).day.tolist() == [10]
    assert choose(course, Pick.WORST, Tie.MEAN, BETTER).day.tolist() == [10]


def test_a_score_that_could_not_be_made_is_no_score() -> None:
    course = series([0, 0], [0, 10], [9, np.nan], 2)
    chosen = choose(course, Pick.LAST, Tie.MEAN, WORSE)
    assert chosen.score[0] == 9
    assert chosen.day.tolist() == [0, -1]
    assert chosen.n_scores.tolist() == [1, 0]


@pytest.mark.parametrize(
    ("tie", "expected"),
    [
        (Tie.FIRST_RECORDED, 9),
        (Tie.LAST_RECORDED, 12),
        (Tie.BEST, 6),
        (Tie.WORST, 12),
        (Tie.MEAN, 9),
    ],
)
def test_two_scores_of_one_day_are_settled_as_declared(tie: Tie, expected: float) -> None:
    day = series([0, 0, 0], [5, 5, 5], [9, 6, 12], 1)
    assert settle_ties(day, tie, WORSE).score.tolist() == [expected]
