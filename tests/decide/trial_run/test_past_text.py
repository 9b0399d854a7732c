"""A past is kept as text and comes back to the last bit."""

from datetime import date

import numpy as np
import pytest

from fairterms.decide.trial_run.past_text import past_as_text, past_from_text
from fairterms.simulate.capacity.observed import Observed
from fairterms.simulate.forecast.measure_panel import KnownRate
from fairterms.simulate.forecast.own_back_test import OwnBackTest, TriedFigure
from fairterms.simulate.forecast.past import NOTHING_PAST, Past
from fairterms.simulate.patient_cost.law import ObservedCost
from fairterms.simulate.results.back_test import BackTest, PastYear
from fairterms.units.refusal import Refusal

ACCESS = Observed(
    date(2024, 1, 1),
    date(2026, 12, 31),
    148,
    2_553,
    1_818,
    {"requests.a_week": 17.25, "first_visit.half_within": 0.1 + 0.2},
    (1.0, 0.9, 1.1, *([1.0] * 9)),
    {"requests.a_week": 1 / 3},
    (49, 135, 0),
    38,
    2.5,
)
BACK_TEST = OwnBackTest(
    (TriedFigure("response", BackTest(0.8, (PastYear("2025", 0.1, 2 / 3, 0.4, 0.7),))),),
    ("access: two years on record, and a trial needs 3.",),
)
CENTS = np.array([0, 0, 10_001, 2**53 + 1], dtype=np.int64)
PAST = Past(
    ObservedCost(CENTS, 1.1), {"response": KnownRate(1 / 3, 0.01, 901, 3)}, ACCESS, BACK_TEST
)


def test_a_past_comes_back_to_the_last_bit() -> None:
    again = past_from_text(past_as_text(PAST))
    assert (again.rates, again.access, again.back_test) == (PAST.rates, ACCESS, BACK_TEST)
    assert again.cost is not None
    assert again.cost.factor == 1.1
    assert again.cost.amounts_in_cents.dtype == np.int64
    np.testing.assert_array_equal(again.cost.amounts_in_cents, CENTS)


def test_the_same_past_is_always_the_same_text() -> None:
    assert past_as_text(past_from_text(past_as_text(PAST))) == past_as_text(PAST)


def test_nothing_past_stays_nothing() -> None:
    assert past_from_text(past_as_text(NOTHING_PAST)) == NOTHING_PAST


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        past_as_text(PAST)[:-40],
        past_as_text(PAST).replace("past 1", "past 0"),
        past_as_text(PAST).replace('"patients"', '"persons"'),
    ],
)
def test_another_text_is_refused_with_what_to_do(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        past_from_text(text)
    assert refused.value.sentences == (
        "what was kept of the records: cannot be read. It was kept by another version, or only a "
        "part of it was kept. Read the records again."
    )
