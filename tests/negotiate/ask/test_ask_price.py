"""Worth and ratio of a price."""

from math import inf

import pytest

from fairterms.negotiate.ask.ask_price import AskPrice, Sort
from fairterms.simulate.drivers.outcome import Outcome
from fairterms.simulate.results.estimate import Estimate


def outcome(mean: float, worst: float) -> Outcome:
    return Outcome(Estimate(mean, 1.0), Estimate(worst, 1.0), Estimate(0.0, 0.0))


def test_bad_years_count_by_their_weight() -> None:
    price = AskPrice(Sort.EXPECTED, "Words.", outcome(100, 500), Estimate(100, 1))
    assert price.worth(0) == 100
    assert price.worth(0.25) == 200
    assert price.worth(1) == 500
    assert price.ratio(0.25) == 2


@pytest.mark.parametrize("cost", [None, Estimate(0, 0), Estimate(5, 3), Estimate(-40, 1)])
def test_what_costs_the_plan_nothing_has_no_end_of_worth_per_dollar(cost: Estimate | None) -> None:
    price = AskPrice(Sort.IF_USED, "Words.", outcome(100, 100), cost)
    assert price.ratio(0.25) == inf


def test_what_is_worth_nothing_has_no_ratio() -> None:
    assert AskPrice(Sort.IF_USED, "Words.", outcome(-3, -3)).ratio(0.25) == 0
    assert AskPrice(Sort.NOT_PRICED, "Words.").ratio(0.25) == 0


def test_an_upper_limit_alone_orders_asks_of_its_sort() -> None:
    assert AskPrice(Sort.OPEN, "Words.", at_most=900.0).worth(0.25) == 900
