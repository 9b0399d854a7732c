"""What is known of a step beyond its arithmetic is true of every year, and tightens its range."""

import numpy as np
import pytest

from fairterms.simulate.results.interval import Interval
from fairterms.simulate.results.interval_settlement import settle_boxes
from tests.payment.one_clause import contract
from tests.simulate.results.small_deals import CAPPED
from tests.simulate.results.test_settled_years import SCORED

ADVANCED = (
    CAPPED
    + """
[[clause]]
id = "recouped"
model = "advance"
of = "result"
"""
)
CARRIED = (
    CAPPED
    + """
[[clause]]
id = "carried"
model = "deficit_carry_forward"
of = "result"
years = "1 year"
"""
)


def one(low: float, high: float) -> Interval:
    return Interval([low], [high])


def test_an_advance_takes_back_no_more_than_is_earned() -> None:
    ranges = {"cost": one(8e5, 1.5e6), "advance_balance": one(0, 300_000)}
    found = settle_boxes(contract(ADVANCED), ranges, 1).named("recouped")
    assert found.low[0] == pytest.approx(-40_000)  # the loss cap, and not 300,000 below it


def test_deficits_of_earlier_years_never_make_a_payment_negative() -> None:
    ranges = {"cost": one(8e5, 1.5e6), "earlier_deficits": one(0, 300_000)}
    assert settle_boxes(contract(CARRIED), ranges, 1).named("carried").low[0] == 0


def test_a_rate_is_a_share_and_points_are_no_more_than_the_weights() -> None:
    moved = SCORED.replace("weight lost", "weight moves to the others")
    ranges = {"response.numerator": one(0, 500), "response.denominator": one(0, 500)}
    found = settle_boxes(contract(moved), ranges, 1)
    for name in ("bonus.response.rate", "bonus.points"):
        assert (found.named(name).low[0], found.named(name).high[0]) == (0, 1)
    assert found.named("payable").high[0] == pytest.approx(10_000)
    assert np.isfinite(found.named("payable").low[0])


def test_on_a_ladder_points_are_measures_met() -> None:
    ladder = SCORED.replace('weight = "100 %", ', "").replace(
        "if_too_few", 'ladder = [{ at = "1 measure", share = "100 %" }]\nif_too_few'
    )
    ranges = {"response.numerator": one(0, 500), "response.denominator": one(0, 500)}
    found = settle_boxes(contract(ladder), ranges, 1).named("bonus.points")
    assert (found.low[0], found.high[0]) == (0, 1)
