"""Improvement as a share of the first score."""

import math

import pytest

from fairterms.outcomes.patient_change.change_declaration import ZeroBaseline
from fairterms.outcomes.patient_change.first_score_share import improvement_share
from fairterms.outcomes.patient_change.scores import scores
from fairterms.reference.instrument_facts import Direction

WORSE, BETTER = Direction.HIGHER_IS_WORSE, Direction.HIGHER_IS_BETTER


def share(first: float, last: float, direction: Direction, rule: ZeroBaseline) -> float:
    return float(improvement_share(scores([first], [last]), direction, 0, rule)[0])


@pytest.mark.parametrize(
    ("direction", "rule", "expected"),
    [
        (WORSE, ZeroBaseline.BY_DIRECTION, -math.inf),
        (BETTER, ZeroBaseline.BY_DIRECTION, math.inf),
        (WORSE, ZeroBaseline.UNCHANGED, 0),
        (BETTER, ZeroBaseline.UNCHANGED, 0),
    ],
)
def test_a_rise_from_zero_follows_the_declared_rule(
    direction: Direction, rule: ZeroBaseline, expected: float
) -> None:
    assert share(0, 5, direction, rule) == expected


def test_a_share_of_nothing_is_unknown_when_it_is_left_out() -> None:
    assert math.isnan(share(0, 5, WORSE, ZeroBaseline.LEFT_OUT))


@pytest.mark.parametrize("rule", ZeroBaseline)
@pytest.mark.parametrize("first", [0, 8])
def test_a_missing_score_has_no_share_under_any_rule(first: float, rule: ZeroBaseline) -> None:
    assert math.isnan(share(first, math.nan, WORSE, rule))
