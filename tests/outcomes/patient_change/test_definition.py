"""One complete reading of an outcome measure."""

from dataclasses import replace

import pytest

from fairterms.outcomes.group_effects.effect_size import ReferenceSpread
from fairterms.outcomes.patient_change.change_declaration import ZeroBaseline
from fairterms.outcomes.patient_change.definition import (
    BeyondError,
    Criterion,
    Definition,
    EndState,
    Points,
    Share,
    rate,
)
from fairterms.outcomes.patient_change.episodes import EpisodeRule
from fairterms.outcomes.patient_change.response import Missing
from fairterms.outcomes.patient_change.score_choice import Pick, Tie
from fairterms.outcomes.patient_change.scores import series
from fairterms.reference.instrument_facts import Direction
from tests.outcomes.one_declaration import HERE

RULE = EpisodeRule(
    Direction.HIGHER_IS_WORSE,
    Tie.LAST_RECORDED,
    index=Pick.FIRST,
    index_within=0,
    index_at_least=None,
    last=Pick.LAST,
    last_from=1,
    last_until=365,
    seen_until=500,
)
BASE = Definition(Points(5), RULE, Missing.FAILURE)
# Falls by 5, by 6, by 10 and back to 9; a fifth patient has no last score.
GROUP = series(
    [0, 0, 1, 1, 2, 2, 2, 3, 3, 4],
    [0, 90, 0, 90, 0, 60, 90, 0, 90, 0],
    [18, 13, 14, 8, 16, 6, 15, 12, 12, 17],
    5,
)


def counts(definition: Definition) -> tuple[int, int]:
    found = rate(definition, GROUP)
    return found.numerator, found.denominator


@pytest.mark.parametrize(
    ("criterion", "expected"),
    [
        (Points(5), 2),
        (Points(6), 1),
        (Share(0.4, 0, ZeroBaseline.LEFT_OUT), 1),
        (EndState(9), 1),
        (EndState(8), 0),
        (BeyondError(ReferenceSpread(6, None, HERE), 0.84, 1.0), 2),
        (BeyondError(ReferenceSpread(6, None, HERE), 0.84, 1.96), 0),
    ],
)
def test_each_criterion_counts_who_reached_it(criterion: Criterion, expected: int) -> None:
    assert counts(BASE.reading(criterion)) == (expected, 5)


def test_own_spread_decides_otherwise_than_the_benchmarks() -> None:
    # The four paired patients' own SD is 2.58 points: with it a fall of five is reliable.
    own = BeyondError(None, 0.84, 1.96)
    assert counts(BASE.reading(own)) == (2, 5)


def test_the_best_score_counts_more_than_the_last() -> None:
    best = replace(BASE, scores=replace(RULE, last=Pick.BEST))
    assert counts(best) == (3, 5)


@pytest.mark.parametrize(
    ("missing", "expected"),
    [(Missing.FAILURE, (2, 5)), (Missing.LEFT_OUT, (2, 4)), (Missing.SUCCESS, (3, 5))],
)
def test_missing_is_what_the_contract_says(missing: Missing, expected: tuple[int, int]) -> None:
    assert counts(replace(BASE, missing=missing)) == expected


def test_a_patient_whose_days_are_not_over_does_not_count_yet() -> None:
    assert counts(replace(BASE, scores=replace(RULE, seen_until=200))) == (2, 4)


def test_a_share_of_nothing_is_left_out_when_declared() -> None:
    nothing = series([0, 0, 1, 1], [0, 90, 0, 90], [0, 0, 10, 5], 2)
    half = BASE.reading(Share(0.5, 0, ZeroBaseline.LEFT_OUT))
    assert rate(half, nothing).denominator == 1
    counted = BASE.reading(Share(0.5, 0, ZeroBaseline.UNCHANGED))
    assert rate(counted, nothing).denominator == 2
