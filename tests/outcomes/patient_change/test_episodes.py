"""Episodes from dated scores."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.patient_change.episodes import (
    FAR,
    REASONS,
    EpisodeReason,
    EpisodeRule,
    Episodes,
    Spans,
    cut,
    split_by_gap,
)
from fairterms.outcomes.patient_change.score_choice import Pick, Tie
from fairterms.outcomes.patient_change.scores import Series, series
from fairterms.reference.instrument_facts import Direction

RULE = EpisodeRule(
    Direction.HIGHER_IS_WORSE,
    Tie.LAST_RECORDED,
    index=Pick.FIRST,
    index_within=30,
    index_at_least=10,
    last=Pick.LAST,
    last_from=120,
    last_until=240,
    seen_until=1_000,
)
Row = tuple[int, int, int]


def columns(table: list[Row]) -> Series:
    """Return rows of patient, day and score as a table of three patients."""
    return series([r[0] for r in table], [r[1] for r in table], [r[2] for r in table], 3)


def course(*scores: tuple[int, float]) -> Series:
    """Return one patient's dated scores."""
    return series([0] * len(scores), [d for d, _ in scores], [s for _, s in scores], 1)


def whole(rule: EpisodeRule, *scores: tuple[int, float]) -> Episodes:
    """Cut one patient's scores as one episode without an end."""
    span = Spans(np.array([0]), np.array([min(d for d, _ in scores)]), np.array([FAR]))
    return cut(course(*scores), span, rule)


def reason(found: Episodes) -> str:
    return EpisodeReason(found.reasons[0]).name


@pytest.mark.parametrize(
    ("days", "episodes"),
    [([0, 90], 1), ([0, 91], 2), ([0, 91, 182], 3), ([0, 0, 0], 1)],
)
def test_a_silence_longer_than_the_gap_starts_an_episode(days: list[int], episodes: int) -> None:
    assert split_by_gap(course(*[(d, 10) for d in days]), 90).patient.size == episodes


def test_an_episode_lasts_as_long_as_declared_and_no_longer() -> None:
    history = course((0, 15), (80, 12), (160, 9), (240, 8))
    spans = split_by_gap(history, 90, longest=160)
    assert (spans.first_day.tolist(), spans.last_day.tolist()) == ([0], [160])
    rule = replace(RULE, last_until=None)
    assert cut(history, spans, rule).last.score.tolist() == [9]


@pytest.mark.parametrize(
    ("day", "expected"),
    [(119, "NO_LAST"), (120, "COMPLETE"), (240, "COMPLETE"), (241, "NO_LAST")],
)
def test_the_days_for_the_last_score_include_both_ends(day: int, expected: str) -> None:
    assert reason(whole(RULE, (0, 15), (day, 6))) == expected


@pytest.mark.parametrize(("day", "expected"), [(30, "COMPLETE"), (31, "NO_INDEX")])
def test_the_days_for_the_first_score_include_the_last(day: int, expected: str) -> None:
    assert reason(whole(RULE, (0, 9), (day, 15), (200, 6))) == expected


@pytest.mark.parametrize(("score", "expected"), [(10, "COMPLETE"), (9, "NO_INDEX")])
def test_a_first_score_exactly_at_the_threshold_is_severe_enough(score: int, expected: str) -> None:
    assert reason(whole(RULE, (0, score), (200, 6))) == expected


def test_the_worst_score_may_be_declared_the_first() -> None:
    history = ((0, 12), (10, 18), (200, 6))
    assert whole(RULE, *history).index.score.tolist() == [12]
    assert whole(replace(RULE, index=Pick.WORST), *history).index.score.tolist() == [18]


def test_an_episode_whose_days_are_not_over_is_not_yet_due() -> None:
    early = replace(RULE, seen_until=239)
    assert reason(whole(early, (0, 15))) == "NOT_YET_DUE"
    assert reason(whole(replace(RULE, seen_until=240), (0, 15))) == "NO_LAST"


def test_a_last_score_can_still_be_replaced_until_its_days_are_over() -> None:
    found = whole(replace(RULE, seen_until=200), (0, 15), (150, 6))
    assert reason(found) == "COMPLETE"
    assert found.is_final.tolist() == [False]
    assert whole(RULE, (0, 15), (150, 6)).is_final.tolist() == [True]


def test_declared_spans_take_only_the_scores_within_them() -> None:
    history = course((-5, 20), (0, 15), (150, 6), (301, 2))
    spans = Spans(np.array([0, 0]), np.array([0, 301]), np.array([300, FAR]))
    found = cut(history, spans, RULE)
    assert found.index.score.tolist()[0] == 15
    assert found.last.score.tolist()[0] == 6
    assert found.reasons.tolist() == [EpisodeReason.COMPLETE, EpisodeReason.NO_INDEX]


def test_a_span_without_scores_is_kept_with_its_reason() -> None:
    spans = Spans(np.array([0, 1]), np.array([0, 0]), np.array([300, 300]))
    rows = series([0, 0], [0, 150], [15, 6], 2)
    assert cut(rows, spans, RULE).reasons.tolist() == [
        EpisodeReason.COMPLETE,
        EpisodeReason.NO_INDEX,
    ]


def test_overlapping_spans_are_our_mistake() -> None:
    with pytest.raises(AssertionError, match="one episode at a time"):
        Spans(np.array([0, 0]), np.array([0, 5]), np.array([5, 9]))


def test_nobody_has_no_episodes() -> None:
    nobody = series([], [], [], 3)
    spans = split_by_gap(nobody, 90)
    assert cut(nobody, spans, RULE).reasons.size == 0


def test_episodes_of_a_period_start_with_a_first_score_in_it() -> None:
    found = whole(RULE, (5, 15), (200, 6))
    assert found.started(5, 5).tolist() == [True]
    assert found.started(6, 400).tolist() == [False]


def test_every_reason_has_a_sentence() -> None:
    assert set(REASONS) == set(EpisodeReason)


def plain_episodes(table: list[Row], gap: int) -> list[tuple[int, str, float | None, float | None]]:
    """Cut episodes one row at a time: patient, reason, first and last score."""
    found: list[tuple[int, str, float | None, float | None]] = []
    for patient in range(3):
        by_day = {day: score for who, day, score in table if who == patient}
        groups: list[list[int]] = []
        for day in sorted(by_day):
            if groups and day - groups[-1][-1] <= gap:
                groups[-1].append(day)
            else:
                groups.append([day])
        for days in groups:
            early = [d for d in days if d - days[0] <= 30 and by_day[d] >= 10]
            if not early:
                found.append((patient, "NO_INDEX", None, None))
                continue
            late = [d for d in days if 120 <= d - early[0] <= 240]
            first = float(by_day[early[0]])
            if late:
                found.append((patient, "COMPLETE", first, float(by_day[late[-1]])))
            else:
                found.append((patient, "NO_LAST", first, None))
    return found


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 2),
            st.integers(0, 30).map(lambda d: 15 * d),
            st.integers(0, 27),
        ),
        max_size=30,
    ),
    st.sampled_from([45, 90, 200]),
)
def test_the_columns_agree_with_one_patient_at_a_time(table: list[Row], gap: int) -> None:
    rows = columns(table)
    found = cut(rows, split_by_gap(rows, gap), RULE)
    got = [
        (
            int(found.patient[at]),
            EpisodeReason(found.reasons[at]).name,
            None if np.isnan(found.index.score[at]) else float(found.index.score[at]),
            None if np.isnan(found.last.score[at]) else float(found.last.score[at]),
        )
        for at in range(found.patient.size)
    ]
    assert got == plain_episodes(table, gap)
