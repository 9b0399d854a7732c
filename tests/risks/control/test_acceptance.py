"""An acceptance goes stale by computation."""

from datetime import date

import pytest

from fairterms.risks.control.acceptance import Acceptance

HELD = Acceptance("wrong_pay", "e2", "medium", "small", "practice owner", date(2027, 6, 30))


@pytest.mark.parametrize("on", [date(2027, 1, 1), date(2027, 6, 30)])
def test_it_holds_through_its_last_day(on: date) -> None:
    assert HELD.stale_because("e2", "medium", on) == ""


@pytest.mark.parametrize(
    ("estimate", "rating", "on", "why"),
    [
        ("e2", "medium", date(2027, 7, 1), "it ended on 2027-06-30"),
        (
            "e3",
            "medium",
            date(2027, 6, 1),
            "it was given on estimate e2, and the current one is e3",
        ),
        ("", "medium", date(2027, 6, 1), "it was given on estimate e2, and there is none now"),
        ("e2", "high", date(2027, 6, 1), 'the risk was rated "medium", and it is now high'),
        ("e2", "", date(2027, 6, 1), 'the risk was rated "medium", and nobody rates it now'),
    ],
)
def test_it_is_stale_once_it_ended_or_the_estimate_or_rating_changed(
    estimate: str, rating: str, on: date, why: str
) -> None:
    assert HELD.stale_because(estimate, rating, on) == why


def test_every_reason_is_told() -> None:
    assert HELD.stale_because("e3", "low", date(2028, 1, 1)).count(";") == 2
