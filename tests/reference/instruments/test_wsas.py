"""WSAS: four of five answers are enough."""

import math

from fairterms.reference.instruments.wsas import INSTRUMENT
from tests.reference.judged import band, change, is_refused, points


def test_a_person_without_work_is_scored_from_four_answers() -> None:
    assert points("wsas", [math.nan, 4, 4, 4, 4]) == 20


def test_two_missing_answers_give_no_score() -> None:
    assert math.isnan(points("wsas", [math.nan, math.nan, 4, 4, 4]))


def test_twenty_is_still_the_middle_band() -> None:
    names = [band("wsas", total) for total in (9, 10, 20, 21)]
    assert names == [
        "below clinical",
        "significant impairment",
        "significant impairment",
        "moderately severe or worse",
    ]


def test_41_is_refused_and_its_reliable_change_is_marked_as_unconfirmed() -> None:
    assert is_refused("wsas", 41)
    assert change("wsas", "general") == 8
    assert "change general" in INSTRUMENT.unconfirmed
