"""The quick price of a clause is the report's, worked out without every combination."""

import numpy as np

from fairterms.decide.trial_run.quick_prices import prices_given_the_rest
from fairterms.decide.trial_run.run import standing_side
from fairterms.simulate.clause_price.prices import price
from tests.decide.trial_run.made_up import FEW, paid_on_a_measure, paid_on_cost


def test_a_quick_price_is_the_reports_to_the_last_bit() -> None:
    for deal in (paid_on_a_measure(), paid_on_cost()):
        side = standing_side(deal, FEW)
        quick = prices_given_the_rest(deal.deal, side.contract, side.years)
        whole = price(deal.deal, side.contract, side.years)
        given = {one.id: one.mean.given_the_rest for one in whole.prices}
        assert {one.id for one in quick.prices} <= given.keys()
        assert quick.prices
        for one in quick.prices:
            assert one.mean.given_the_rest == given[one.id]
        assert quick.in_force == whole.in_force


def test_the_largest_comes_first_and_what_moves_nothing_is_named_apart() -> None:
    deal = paid_on_a_measure()
    side = standing_side(deal, FEW)
    quick = prices_given_the_rest(deal.deal, side.contract, side.years)
    sizes = [abs(one.mean.given_the_rest.value) for one in quick.prices]
    assert sizes == sorted(sizes, reverse=True)
    assert not {one.id for one in quick.unmoved} & {one.id for one in quick.prices}
    assert (
        any(one.id == "performance.minimum_denominator" for one in quick.unmoved) or quick.unmoved
    )


def test_what_was_not_worked_out_is_not_known() -> None:
    deal = paid_on_a_measure()
    side = standing_side(deal, FEW)
    quick = prices_given_the_rest(deal.deal, side.contract, side.years)
    assert np.isnan(quick.prices[0].mean.fair_share.value)
    assert np.isnan(quick.struck.mean.value)
