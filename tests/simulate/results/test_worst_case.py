"""The worst case is proved: no year is worse, caps make it tight, and what has no cap is named."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.contract.clause import Contract
from fairterms.contract.deal import WithoutDeal
from fairterms.simulate.results.box_search import Question
from fairterms.simulate.results.real_years import RealYears
from fairterms.simulate.results.worst_case import WorstCase, worst_case
from tests.payment.one_clause import contract
from tests.simulate.results.small_deals import (
    CAPPED,
    CORRIDOR,
    COSTS,
    EPISODES,
    FEES,
    STOPPED,
    TWO_SIDED,
    VISITS_AVOIDED,
    WITH_DOWNSIDE,
    WITHHOLD,
)
from tests.simulate.results.test_interval_settlement import finite_ranges, of_example

VISITS = {
    f"visits.{code}": (0.0, 20_000.0)
    for code in ["90791", "90832", "90834", "90837", "90846", "90847", "90853", "96127"]
}


def test_a_loss_cap_is_the_worst_case_to_the_cent() -> None:
    found = worst_case(contract(CAPPED), COSTS)
    assert found.amount == pytest.approx(-40_000, abs=0.02)
    assert found.reached == -40_000
    assert found.is_limited
    assert [(one.clause, one.term, one.says) for one in found.limits] == [
        ("result", "loss_cap", "$40,000.00")
    ]
    assert found.year["cost"] >= 1_080_000
    assert found.why == (
        "No year within the ranges gives less than -$40,000.01 (payable); one gives -$40,000.00. "
        "What limits it: result.loss_cap ($40,000.00)."
    )


def test_a_cap_holds_however_far_the_figures_go() -> None:
    found = worst_case(contract(CAPPED), {"cost": (0.0, np.inf)})
    assert found.amount == pytest.approx(-40_000, abs=0.02)
    assert found.reached == -40_000
    assert found.open_figures == ("cost",)
    assert found.is_limited


def test_without_a_cap_only_the_range_of_the_cost_limits_the_loss() -> None:
    found = worst_case(contract(TWO_SIDED), COSTS)
    assert found.amount == pytest.approx(-250_000, abs=1)
    assert not found.is_limited
    assert [(one.clause, one.figure) for one in found.unlimited] == [("result", "cost")]
    assert "Unlimited: no term limits what the clause result can take" in found.why


def test_without_a_cap_and_without_a_range_nothing_is_proved() -> None:
    found = worst_case(contract(TWO_SIDED), {})
    assert found.amount is None
    assert found.slack is None
    assert not found.is_limited
    assert found.why.startswith("Nothing is proved: cost would need a highest value.")
    assert ("proved, dollars", "") in found.as_rows()


def test_a_stop_loss_after_the_sharing_limits_what_is_owed() -> None:
    found = worst_case(contract(STOPPED), {**COSTS, "relief": (0.0, 30_000.0)})
    assert found.amount == pytest.approx(-50_000, abs=1)
    assert ("stopped", "loss_limit") in {(one.clause, one.term) for one in found.limits}


def test_of_two_caps_the_lower_binds() -> None:
    wide = worst_case(contract(CORRIDOR), {**COSTS, "revenue": (1e6, 9e6)})
    narrow = worst_case(contract(CORRIDOR), {**COSTS, "revenue": (1e6, 1.2e6)})
    assert wide.amount == pytest.approx(-80_000, abs=80)
    assert narrow.amount == pytest.approx(-48_000, abs=48)


def test_one_clause_can_be_asked_about_alone() -> None:
    text = FEES + CAPPED
    ranges = {"visits.90837": (0.0, 20_000.0), **COSTS}
    assert worst_case(contract(text), ranges, of="result").amount == pytest.approx(-40_000, abs=1)
    assert worst_case(contract(text), ranges, of="fees").amount == pytest.approx(0, abs=1)


def test_what_is_paid_anyway_is_no_merit_of_the_deal() -> None:
    ranges = {"visits.90837": (0.0, 20_000.0), "quality_score": (0.0, 1.0)}
    found = worst_case(contract(WITHHOLD), ranges, without=WithoutDeal(("fees",)))
    assert found.amount == pytest.approx(-100_000, rel=0.002)
    assert found.reached == pytest.approx(-100_000)


@pytest.mark.slow
def test_what_is_divided_by_what_may_be_zero_is_not_proved() -> None:
    ranges = finite_ranges(contract(EPISODES)) | {"risk_score": (0.0, 2.0)}
    found = worst_case(contract(EPISODES), ranges, rounds=1)
    assert found.amount is None
    assert found.why.startswith("Nothing is proved: within these ranges something is divided by")


def test_terms_that_can_only_pay_have_a_worst_case_of_nothing() -> None:
    found = worst_case(
        contract(VISITS_AVOIDED), {"events": (0.0, 900.0), "member_months": (1e3, 9e3)}
    )
    assert found.reached == 0
    assert found.amount == pytest.approx(0, abs=1)
    assert found.limits == ()


def never_beaten(terms: Contract, found: WorstCase, ranges: dict[str, tuple[float, float]]) -> None:
    """Draw many years, corners among them, and find none below the proved amount."""
    years = RealYears(Question(terms, found.of, WithoutDeal(), ranges))
    dice = np.random.default_rng(11)
    low, high = years.ends
    rows = low + dice.beta(0.3, 0.3, (2_000, len(low))) * (high - low)
    amounts = years.amounts(years.made_real(rows))
    assert found.amount is not None
    assert found.amount <= amounts.min()
    assert found.amount <= found.reached


@pytest.mark.parametrize("name", ["corridor", "netted"])
def test_no_year_is_worse_than_what_is_proved(name: str) -> None:
    terms = contract(WITH_DOWNSIDE[name])
    ranges = finite_ranges(terms)
    never_beaten(terms, worst_case(terms, ranges, rounds=6), ranges)


@settings(max_examples=4, deadline=None)
@given(st.floats(5e5, 1.5e6), st.floats(0, 1e6), st.sampled_from([CAPPED, TWO_SIDED]))
def test_in_any_range_of_cost_the_proof_meets_the_arithmetic(
    low: float, width: float, text: str
) -> None:
    found = worst_case(contract(text), {"cost": (low, low + width)}, rounds=12)
    loss = low + width - 1_000_000
    owed = loss / 2 if loss >= 20_000 else 0.0
    truth = -min(owed, 40_000) if text is CAPPED else -owed
    if loss < -20_000:
        truth = min(-loss / 2, 60_000)
    assert found.amount is not None
    assert truth - max(1, abs(truth) * 0.002) - 0.02 <= found.amount <= truth + 0.02


@pytest.mark.slow
def test_of_the_juniper_deal_the_bound_is_tight() -> None:
    terms = of_example("juniper")
    whole = worst_case(terms, {})
    assert whole.amount is not None
    assert 0 <= whole.reached - whole.amount <= 0.001 * whole.reached + 1
    true_up = worst_case(terms, {}, of="true_up")
    assert true_up.amount == pytest.approx(true_up.reached, abs=1)
    assert ("loss_cap", "owed_cap") in {(one.clause, one.term) for one in true_up.limits}


@pytest.mark.slow
def test_a_shared_loss_of_willow_ends_at_its_cap() -> None:
    found = worst_case(of_example("willow", 2), VISITS, of="shared_result")
    assert found.amount == pytest.approx(found.reached, abs=1)
    assert ("gain_or_loss", "loss_cap") in {(one.clause, one.term) for one in found.limits}
    assert worst_case(of_example("willow", 0), VISITS, of="shared_result").amount == 0


@pytest.mark.slow
@pytest.mark.parametrize(("name", "year"), [("cedar", 0), ("juniper", 0), ("willow", 2)])
def test_no_year_of_an_example_is_worse_than_what_is_proved(name: str, year: int) -> None:
    terms = of_example(name, year)
    ranges = finite_ranges(terms)
    never_beaten(terms, worst_case(terms, ranges, rounds=10), ranges)


@pytest.mark.slow
@pytest.mark.parametrize("name", WITH_DOWNSIDE)
def test_with_all_rounds_no_year_is_worse_and_the_bound_is_near(name: str) -> None:
    terms = contract(WITH_DOWNSIDE[name])
    ranges = finite_ranges(terms)
    found = worst_case(terms, ranges)
    never_beaten(terms, found, ranges)
    assert found.slack is not None
    assert found.slack <= max(1.5, 0.01 * abs(found.reached))
