"""Sessions until improvement."""

import pytest

from fairterms.reference.measure import Options, Population
from fairterms.reference.measure_logic.time_to_event import median_of
from fairterms.reference.measures.sessions_to_reliable_improvement import MEASURE
from tests.reference.made_patients import FIRST_SCORE, judged, patient, scores, visits

OPTIONS: Options = {**FIRST_SCORE, "reliable_change": 6, "observed_until": "2027-12-31"}
WEEKS = ("01-01", "01-08", "01-15", "01-22")


def found(*facts: object, **changes: str | float) -> tuple[float | None, int, int]:
    one = judged(MEASURE, patient(*facts), {**OPTIONS, **changes})[0]
    return one.amount, one.count(Population.NUMERATOR), one.count(Population.DENOMINATOR)


def test_sessions_count_up_to_the_day_of_the_improved_score() -> None:
    rows = scores(("01-01", 16), ("01-08", 12), ("01-15", 10), ("01-22", 3))
    assert found(visits(*WEEKS), rows) == (3, 1, 1)


@pytest.mark.parametrize(("points", "expected"), [(10, (2, 1, 1)), (11, (4, 0, 1))])
def test_the_reliable_change_itself_counts(points: float, expected: tuple[int, int, int]) -> None:
    rows = scores(("01-01", 16), ("01-08", points))
    assert found(visits(*WEEKS), rows) == expected


def test_a_patient_who_left_is_watched_and_not_dropped() -> None:
    assert found(visits("01-01", "01-08"), scores(("01-01", 16))) == (2, 0, 1)


def test_improvement_after_the_records_end_is_not_known() -> None:
    rows = scores(("01-01", 16), ("01-15", 2))
    assert found(visits(*WEEKS), rows, observed_until="2027-01-14") == (2, 0, 1)
    assert found(visits(*WEEKS), rows, observed_until="2027-01-15") == (3, 1, 1)


def test_sessions_before_the_first_score_do_not_count() -> None:
    rows = scores(("01-08", 16), ("01-15", 2))
    assert found(visits(*WEEKS), rows) == (2, 1, 1)


def test_two_clinicians_on_one_day_are_one_session() -> None:
    both = (visits("01-01", "01-08"), visits("01-08", clinician="bob"))
    assert found(*both, scores(("01-01", 16), ("01-08", 2))) == (2, 1, 1)


def test_the_median_is_not_the_mean_of_those_who_finished() -> None:
    """Two improve after 2 and 4 sessions; three stay at 6 without improving: no median yet."""
    quick = judged(MEASURE, patient(visits(*WEEKS), scores(("01-01", 16), ("01-08", 2))), OPTIONS)
    slow = judged(MEASURE, patient(visits(*WEEKS), scores(("01-01", 16), ("01-22", 2))), OPTIONS)
    long = visits(*WEEKS, "02-01", "02-08")
    stuck = judged(MEASURE, patient(long, scores(("01-01", 16))), OPTIONS)
    assert median_of([*quick, *slow, *stuck, *stuck, *stuck]) is None
    assert median_of([*quick, *slow, *slow, *stuck, *stuck]) == 4


def test_a_first_score_too_mild_is_not_counted() -> None:
    assert found(visits(*WEEKS), scores(("01-01", 9), ("01-08", 2))) == (None, 0, 0)


def test_the_trace_says_why_in_plain_words() -> None:
    found = judged(
        MEASURE, patient(visits("01-01", "01-08"), scores(("01-01", 16), ("01-08", 9))), OPTIONS
    )[0]
    assert [str(step) for step in found.trace] == [
        (
            "yes: A score between 2027-01-01 and 2027-12-31, the first in the period "
            "(16 points on 2027-01-01)"
        ),
        "yes: The first score is at 10 points or worse (16 points on 2027-01-01)",
        "yes: The first score is in the time observed (records until 2027-12-31)",
        ("yes: Better by at least 6 points than 16 points on 2027-01-01 (9 points on 2027-01-08)"),
        "yes: A session since the first score (2 until 2027-01-08)",
    ]
