"""A form asked once."""

from fairterms.reference.measure import Options
from fairterms.reference.measure_logic.answered_forms import judge_forms
from tests.reference.made_patients import YEAR, day, patient, scores, visits

OPTIONS: Options = {
    "instrument": "phq9",
    "same_day": "worse",
    "gap_days": 30,
    "from_day": 0,
    "until_day": 20,
    "which_answer": "last",
    "observed_until": "2028-12-31",
    "good": 5,
}


def test_each_episode_is_asked_by_itself() -> None:
    who = patient(visits("03-01", "06-01"), scores(("03-05", 5), ("06-05", 6)))
    found = judge_forms(who, YEAR, OPTIONS, ("well", "good"))
    assert [(one.group, one.day, sum(one.counts.values())) for one in found] == [
        ("answered", day("03-01"), 3),
        ("well", day("03-01"), 3),
        ("answered", day("06-01"), 3),
        ("well", day("06-01"), 2),
    ]


def test_where_higher_is_worse_good_is_at_the_points_or_below() -> None:
    for points, total in ((4, 3), (5, 3), (6, 2)):
        who = patient(visits("03-01"), scores(("03-05", points)))
        found = judge_forms(who, YEAR, OPTIONS, ("well", "good"))
        assert sum(found[1].counts.values()) == total


def test_nobody_seen_is_no_case() -> None:
    (found,) = judge_forms(patient(scores(("03-05", 5))), YEAR, OPTIONS, ("well", "good"))
    assert found.counts == {}
