"""The years before anything was known are the forecast's own, and learn from what is seen."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.monitor.year_end.prior import level_of, prior_years
from fairterms.units.period import calendar_year
from fairterms.units.quantity import MONEY
from fairterms.units.refusal import Refusal
from tests.monitor.year_end.juniper_year import small_prior


def test_what_the_terms_read_is_known() -> None:
    prior = small_prior()
    assert {"paid_claims", "measurement.numerator", "run_out"} <= set(prior.wanted)
    assert prior.unit("paid_claims") == MONEY
    assert prior.payers is not None
    assert prior.payers.paid == "paid_claims"


def test_chance_is_the_same_each_time_and_another_for_another_name() -> None:
    prior = small_prior()
    assert prior.chance("a", 3).shape == (256, 3)
    assert np.array_equal(prior.chance("a", 3), prior.chance("a", 3))
    assert not np.array_equal(prior.chance("a", 3), prior.chance("b", 3))
    assert np.array_equal(prior.chance("a", 3)[:, :2], prior.chance("a", 2))


def test_a_figure_that_stays_as_it_is_has_no_scores() -> None:
    prior = small_prior()
    assert not prior.score("advance_balance").any()
    assert np.std(prior.score("member_months")) == pytest.approx(1)


def test_without_a_month_the_level_is_as_expected() -> None:
    scores = np.linspace(-2, 2, 9)
    found = level_of(0.1, np.zeros(0), np.zeros(0), scores)
    np.testing.assert_allclose(found, 0.1 * scores - 0.005)


def test_many_sure_months_leave_nothing_of_what_was_expected() -> None:
    found = level_of(0.1, np.full(50, 0.3), np.full(50, 1e-6), np.array([-1.0, 1.0]))
    np.testing.assert_allclose(found, 0.3, atol=1e-3)


def test_a_deal_without_an_expected_scenario_is_refused() -> None:
    prior = small_prior()
    deal = replace(prior.deal, scenarios=())
    with pytest.raises(Refusal, match="has no expected scenario"):
        prior_years(deal, prior.plan.contract, prior.plan.declared, calendar_year(2027))


def test_claims_in_two_figures_are_refused() -> None:
    prior = small_prior()
    declared = prior.plan.declared
    other = replace(declared.patients[0], id="others", paid="other_claims")
    plan = replace(prior.plan, declared=replace(declared, patients=(*declared.patients, other)))
    with pytest.raises(Refusal, match=r"counts claims in 2 figures \(other_claims, paid_claims\)"):
        _ = replace(prior, plan=plan).payers
