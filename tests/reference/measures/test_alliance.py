"""The working alliance."""

import pytest

from fairterms.reference.measure import Options
from fairterms.reference.measures.alliance import GOOD, MEASURE
from tests.reference.made_patients import is_reached, patient, scores, visits

OPTIONS: Options = {
    "instrument": "wai_sr",
    "same_day": "worse",
    "gap_days": 90,
    "from_day": 0,
    "until_day": 42,
    "which_answer": "first",
    "observed_until": "2028-12-31",
    "good_from": 48,
}


@pytest.mark.parametrize(("points", "good"), [(47, False), (48, True)])
def test_good_begins_at_the_declared_points(points: float, good: bool) -> None:
    who = patient(visits("03-01"), scores(("03-01", points), instrument="wai_sr"))
    assert is_reached(MEASURE, who, OPTIONS, GOOD) is good
    assert is_reached(MEASURE, who, OPTIONS, "answered") is True


@pytest.mark.parametrize(("at", "answered"), [("02-28", False), ("04-12", True), ("04-13", False)])
def test_only_early_answers_count(at: str, answered: bool) -> None:
    who = patient(visits("03-01"), scores((at, 50), instrument="wai_sr"))
    assert is_reached(MEASURE, who, OPTIONS, "answered") is answered
