"""Exceptions lead to a review of their cause."""

from datetime import date

import pytest

from fairterms.risks.control.exception import (
    OWN_STRATUM,
    STARTS_A_REVIEW,
    CauseClass,
    Waiver,
    of_late_reading,
)
from fairterms.risks.control.impossible import Impossible
from tests.risks.control.made_up import INDICATOR, exception

WAIVER = Waiver("the plan mends it by May", "practice owner", date(2027, 6, 30))


@pytest.mark.parametrize(
    ("changes", "on", "stands", "is_open"),
    [
        ({}, date(2027, 4, 25), "review due by 2027-04-25", True),
        ({}, date(2027, 4, 26), "review overdue since 2027-04-25", True),
        ({"waiver": WAIVER}, date(2027, 6, 30), "waived until 2027-06-30", False),
        ({"waiver": WAIVER}, date(2027, 7, 1), "review overdue since 2027-04-25", True),
        (
            {"resolution": "sent again", "cause": CauseClass.WORK},
            date(2027, 7, 1),
            "resolved",
            False,
        ),
    ],
)
def test_it_stands_as_its_days_say(
    changes: dict[str, object], on: date, stands: str, is_open: bool
) -> None:
    item = exception(**changes)
    assert item.stands(on) == stands
    assert item.is_open(on) is is_open


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"rule": ""}, "no rule and no indicator"),
        ({"indicator": "mismatch"}, "both a rule and an indicator"),
        ({"due": date(2027, 4, 10)}, "is due"),
        ({"resolution": "sent again"}, "its cause is not named"),
        ({"waiver": Waiver("it is so", "Data Lead", date(2027, 6, 30))}, "of their own"),
    ],
)
def test_an_exception_that_cannot_be_so_is_refused(changes: dict[str, object], said: str) -> None:
    with pytest.raises(Impossible, match=said):
        exception(**changes)


def test_it_starts_a_review_and_no_penalty() -> None:
    assert "no penalty" in STARTS_A_REVIEW
    assert exception().next_step == "data lead: find the cause"
    assert exception(cause=CauseClass.RECORD).next_step == "data lead: mend the cause (record)"


def test_a_subgroup_moves_to_a_stratum_of_its_own() -> None:
    assert exception(cause=CauseClass.SUBGROUP).next_step == OWN_STRATUM
    assert "the benchmark penalty is lifted" in OWN_STRATUM


def test_a_late_reading_is_an_exception_of_its_own() -> None:
    due = date(2027, 1, 31)
    assert of_late_reading(INDICATOR, due, due) is None
    late = of_late_reading(INDICATOR, due, date(2027, 2, 1))
    assert late is not None
    assert (late.opened, late.due) == (date(2027, 2, 1), date(2027, 2, 15))
    assert (late.indicator, late.owner) == ("mismatch", "billing lead")
    assert late.id == "late_mismatch_2027_01_31"
