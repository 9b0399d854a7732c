"""The two-scale rule of NHS Talking Therapies."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.patient_change.scores import scores
from fairterms.outcomes.patient_change.two_scales import (
    ScaleRule,
    TwoScaleCounts,
    TwoScaleResult,
    judge,
)
from tests.outcomes.one_declaration import HEARSAY, HERE

PHQ, GAD = ScaleRule("PHQ-9", 10, 6, HERE), ScaleRule("GAD-7", 8, 4, HERE)
NAN = float("nan")
Course = tuple[float, float, float, float]


def found(*courses: Course) -> TwoScaleResult:
    """Judge courses given as PHQ-9 first and last, GAD-7 first and last."""
    phq = scores([c[0] for c in courses], [c[1] for c in courses])
    gad = scores([c[2] for c in courses], [c[3] for c in courses])
    return judge((PHQ, phq), (GAD, gad))


def change(course: Course) -> str:
    result = found(course)
    names = ["improved", "deteriorated", "unchanged"]
    columns = [result.is_improved, result.is_deteriorated, result.is_unchanged]
    return " ".join(n for n, c in zip(names, columns, strict=True) if c[0])


@pytest.mark.parametrize(
    ("course", "expected"),
    [
        ((15, 9, 8, 8), "improved"),
        ((15, 10, 8, 8), "unchanged"),
        ((15, 15, 12, 8), "improved"),
        ((15, 9, 8, 12), "unchanged"),
        ((15, 9, 8, 11), "improved"),
        ((15, 21, 8, 8), "deteriorated"),
        ((15, 21, 12, 8), "unchanged"),
        ((15, 9, NAN, 8), ""),
    ],
    ids=[
        "depression falls by six",
        "a fall of five is not reliable",
        "anxiety falls by four",
        "one falls, the other rises",
        "a small rise does not undo it",
        "depression rises",
        "one rises, the other falls",
        "no pair",
    ],
)
def test_change_is_judged_on_both_scales(course: Course, expected: str) -> None:
    assert change(course) == expected


@pytest.mark.parametrize(
    ("course", "is_case", "is_recovered"),
    [
        ((10, 9, 7, 7), True, True),
        ((9, 9, 8, 7), True, True),
        ((10, 9, 7, 8), True, False),
        ((9, 5, 7, 5), False, False),
    ],
    ids=["a case at exactly ten", "a case by anxiety", "anxiety has risen to the cut", "no case"],
)
def test_recovery_needs_a_case_first_and_none_last(
    course: Course, is_case: bool, is_recovered: bool
) -> None:
    result = found(course)
    assert (bool(result.is_case[0]), bool(result.is_recovered[0])) == (is_case, is_recovered)


def test_recovery_without_reliable_improvement_is_not_reliable_recovery() -> None:
    result = found((11, 9, 7, 7), (15, 9, 7, 7))
    assert result.is_recovered.tolist() == [True, True]
    assert result.is_reliably_recovered.tolist() == [False, True]


def test_a_missing_first_score_leaves_caseness_open_unless_the_other_scale_decides() -> None:
    result = found((NAN, 5, 7, 5), (NAN, 5, 8, 5), (9, 5, 7, 5))
    assert result.is_case.tolist() == [False, True, False]
    assert result.is_not_case.tolist() == [False, False, True]


def test_unpaired_courses_stay_in_every_denominator_and_no_case_leaves_recoverys() -> None:
    counts = found((15, 9, 8, 7), (15, NAN, 8, 7), (9, 5, 7, 5), (NAN, 5, 7, 5)).counts()
    assert (counts.improvement.numerator, counts.improvement.denominator) == (1, 4)
    assert (counts.recovery.numerator, counts.recovery.denominator) == (1, 3)
    assert counts.without_class == 2


@pytest.mark.parametrize(
    ("year", "counts", "percent"),
    [
        # NHS England, NHS Talking Therapies annual reports: England, published counts and rates.
        (
            "2017-18",
            (554709, 36767, 368518, 32931, 147631, 263295, 250395),
            (66.4, 50.8, 48.3, 5.9),
        ),
        (
            "2024-25",
            (670419, 35234, 452284, 39157, 170457, 321061, 301815),
            (67.5, 50.5, 47.5, 5.8),
        ),
    ],
)
def test_englands_rates_come_out_as_published(
    year: str, counts: tuple[int, ...], percent: tuple[float, ...]
) -> None:
    england = TwoScaleCounts(*counts)
    rates = (
        england.improvement,
        england.recovery,
        england.reliable_recovery,
        england.deterioration,
    )
    assert tuple(rate.percent for rate in rates) == percent


def test_dividing_by_paired_courses_or_by_known_cases_gives_other_rates() -> None:
    # 2017-18: 517,393 known cases, and 549 courses whose caseness is not known.
    assert round(100 * 263295 / 517393, 1) == 50.9
    england = TwoScaleCounts(670419, 35234, 452284, 39157, 170457, 321061, 301815)
    paired = england.finished - england.without_class
    assert england.without_class == 8521
    assert round(100 * england.improved / paired, 1) == 68.3


def test_unconfirmed_constants_reach_the_result() -> None:
    doubtful = ScaleRule("GAD-7", 8, 4, HEARSAY)
    pair = scores([15], [9])
    assert judge((PHQ, pair), (doubtful, pair)).unconfirmed == ("GAD-7",)


point = st.one_of(st.integers(0, 27).map(float), st.just(NAN))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(point, point, point, point), min_size=1, max_size=15))
def test_every_paired_course_is_in_one_class_and_reliable_recovery_is_both(
    courses: list[Course],
) -> None:
    result = found(*courses)
    classes = (
        result.is_improved.astype(int)
        + result.is_deteriorated.astype(int)
        + result.is_unchanged.astype(int)
    )
    assert classes.tolist() == result.is_paired.astype(int).tolist()
    assert not (result.is_reliably_recovered & ~result.is_improved).any()
    assert not (result.is_recovered & ~result.is_case).any()
    assert not (result.is_case & result.is_not_case).any()
