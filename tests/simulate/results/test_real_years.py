"""Real years within ranges: found low, with whole counts and nobody counted who is not there."""

import numpy as np
import pytest

from fairterms.contract.deal import WithoutDeal
from fairterms.simulate.results.box_search import Question
from fairterms.simulate.results.real_years import RealYears, default_ranges
from tests.payment.one_clause import contract
from tests.simulate.results.small_deals import CAPPED, COSTS, RECOUPED, TWO_SIDED, WITHHOLD
from tests.simulate.results.test_settled_years import SCORED


def of(text: str, **bounds: tuple[float, float]) -> RealYears:
    terms = contract(text)
    return RealYears(Question(terms, "payable", WithoutDeal(), default_ranges(terms, bounds)))


def test_ranges_are_those_given_then_those_declared_then_not_below_zero() -> None:
    declared = '[[figure]]\nid = "cost"\nunit = "$"\nlowest = "$5.00"\nhighest = "$9.00"\n'
    assert default_ranges(contract(CAPPED), COSTS) == COSTS
    assert default_ranges(contract(declared + CAPPED), {}) == {"cost": (5, 9)}
    assert default_ranges(contract(CAPPED), {}) == {"cost": (0, np.inf)}
    assert default_ranges(contract(WITHHOLD), {})["quality_score"] == (0, 1)


def test_the_worst_corner_is_found() -> None:
    years = of(TWO_SIDED, **COSTS)
    year, amount = years.lowest(*(end[None] for end in years.ends))
    assert year.tolist() == [1_500_000]
    assert amount == pytest.approx(-250_000)


def test_a_threshold_within_the_range_is_found_to_the_cent() -> None:
    # Savings of just under the minimum of 2 % pay nothing, a cent more pays 10,000.
    years = of(TWO_SIDED, cost=(960_000.0, 990_000.0))
    year, amount = years.lower(np.array([960_000.0]))
    assert amount == 0
    assert year[0] > 980_000


def test_counts_are_whole_and_nobody_meets_a_measure_who_is_not_there() -> None:
    years = of(SCORED, **{"response.numerator": (0, 90), "response.denominator": (0, 60)})
    found = years.made_real(np.array([[70.4, 40.2], [-5.0, 99.0]]))
    assert found.tolist() == [[40, 40], [0, 60]]


def test_a_year_that_is_refused_is_no_year_and_spoils_no_other() -> None:
    years = of(RECOUPED, **{**COSTS, "advance_balance": (-50.0, 0.0)})
    number = years.figures.index("advance_balance")
    rows = np.tile((years.ends[0] + years.ends[1]) / 2, (5, 1))
    rows[:, number] = [0, -50, 0, -1, 0]
    assert np.isfinite(years.amounts(rows)).tolist() == [True, False, True, False, True]
