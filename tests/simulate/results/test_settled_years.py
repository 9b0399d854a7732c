"""One pass over the years keeps what every later question needs."""

import numpy as np
import pytest

from fairterms.simulate.results.settled_years import measures_paid_on, settle_years
from fairterms.simulate.years import CHUNK, net_gains, settled
from tests.payment.one_clause import contract
from tests.simulate.results.small_deals import CAPPED, FEES, WITHHOLD, costs, deal, years

SCORED = """
[[measure]]
id = "response"
name = "Response"
direction = "higher is better"

[[clause]]
id = "bonus"
model = "pay_for_performance"
budget = "$10,000.00"
if_too_few = "not scored, weight lost"
measures = [{ measure = "response", direction = "higher is better", weight = "100 %", minimum_denominator = "30 patients", tiers = [{ at = "45 %", share = "50 %" }, { at = "52 %", share = "100 %" }] }]
"""  # noqa: E501


def test_it_agrees_with_the_net_gains_of_the_years_over_the_chunks() -> None:
    terms, made = contract(CAPPED), years({"cost": costs(CHUNK + 500)})
    found = settle_years(deal(), terms, made)
    assert len(found) == CHUNK + 500
    np.testing.assert_allclose(found.net, net_gains(deal(), terms, made), atol=0.01)
    np.testing.assert_array_equal(found.payable, settled(terms, made).payable.values)
    np.testing.assert_array_equal(found.gates["result.loss_cap"], found.payable == -40_000)
    assert found.otherwise["result.loss_cap"] == "the share of losses does not exceed the cap"
    assert found.pays == ("result",)


def test_what_would_be_paid_anyway_is_no_gain_and_leaves_no_crumbs() -> None:
    terms = contract(FEES.replace("$100.00", "$104.37"))
    made = years({"visits.90837": np.random.default_rng(1).uniform(1e4, 2e4, 500)})
    found = settle_years(deal(without=("fees",)), terms, made)
    assert found.payable.min() > 1e6
    np.testing.assert_array_equal(found.gains, 0.0)
    np.testing.assert_array_equal(found.net, -12_000.0)


def test_a_withhold_is_kept_step_by_step_when_asked_for() -> None:
    terms = contract(WITHHOLD)
    made = years({"visits.90837": np.full(10, 1_000.0), "quality_score": np.full(10, 0.7)})
    plain = settle_years(deal(), terms, made)
    asked = settle_years(deal(), terms, made, ("withhold.returned", "nobody.writes_this"))
    assert set(plain.steps) == {"fees", "withhold"}
    assert set(asked.steps) == {"fees", "withhold", "withhold.returned"}
    np.testing.assert_allclose(asked.steps["withhold.returned"], 2_500)


def test_the_measures_of_a_scorecard_are_kept_with_their_rates() -> None:
    terms = contract(SCORED)
    assert [name for name, _ in measures_paid_on(terms)["bonus"]] == ["response"]
    made = years({"response.numerator": np.arange(40.0), "response.denominator": np.full(40, 60.0)})
    found = settle_years(deal(), terms, made)
    np.testing.assert_allclose(found.steps["bonus.response.rate"], np.arange(40) / 60)
    assert set(np.unique(found.steps["bonus.response.share"])) == {0.0, 0.5, 1.0}


@pytest.mark.parametrize("extra", [0.0, 1_500.0])
def test_dearer_care_comes_off_the_net_margin_and_not_off_the_gain(extra: float) -> None:
    terms = contract(CAPPED)
    made = years({"cost": costs(200)})
    made.delivery[:] = extra
    found = settle_years(deal(), terms, made)
    np.testing.assert_allclose(found.net, found.gains - 12_000 - extra)
