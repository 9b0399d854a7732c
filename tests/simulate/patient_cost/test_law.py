import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.simulate.patient_cost.law import LognormalCost, ObservedCost, PatientCost
from fairterms.units.refusal import Refusal

LOGNORMAL = LognormalCost(no_cost=0.15, mean=1_800.0, spread=1.2)
OBSERVED = ObservedCost(np.array([0, 0, 100, 300, 300, 1_000], dtype=np.int64))
LAWS = [LOGNORMAL, LognormalCost(0.0, 50.0, 4.0), OBSERVED, OBSERVED.scaled(0.93)]
FINE = (np.arange(400_000) + 0.5) / 400_000


@pytest.mark.parametrize("law", LAWS)
def test_the_mean_is_that_of_the_quantiles(law: PatientCost) -> None:
    assert law.quantile(FINE).mean() == pytest.approx(law.mean, rel=0.01)


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("attachment", [0.0, 0.5, 2.0, 3.0, 100.0, 9_000.0])
def test_the_limited_mean_is_that_of_cut_quantiles(law: PatientCost, attachment: float) -> None:
    cut = np.minimum(law.quantile(FINE), attachment).mean()
    assert float(law.limited_mean(attachment)) == pytest.approx(cut, rel=1e-4, abs=1e-9)


@pytest.mark.parametrize("law", LAWS)
def test_without_an_attachment_nothing_is_cut(law: PatientCost) -> None:
    assert float(law.limited_mean(np.inf)) == pytest.approx(law.mean)


@pytest.mark.parametrize("law", LAWS)
def test_the_upper_mean_is_the_integral_of_the_last_quantiles(law: PatientCost) -> None:
    costs = law.quantile(FINE)
    for share in (0.1, 0.35, 0.9):
        dearest = costs[1 - share < FINE].sum() / len(FINE)
        assert float(law.upper_mean(share)) == pytest.approx(dearest, rel=0.02)
    assert law.upper_mean([0.0, 1.0]).tolist() == [0.0, pytest.approx(law.mean)]


@pytest.mark.parametrize("law", LAWS)
def test_the_share_below_a_quantile_is_at_least_what_was_asked(law: PatientCost) -> None:
    u = np.array([0.01, 0.15, 0.5, 0.77, 0.99])
    assert (law.cdf(law.quantile(u)) >= u - 1e-12).all()
    assert law.cdf([-1.0, np.inf]).tolist() == [0.0, 1.0]


@given(
    no_cost=st.floats(0, 0.9),
    mean=st.floats(10, 10_000),
    spread=st.floats(0.2, 4),
    factor=st.floats(0.5, 2),
    attachment=st.floats(1, 50_000),
)
@settings(max_examples=30, deadline=None)
def test_a_dearer_year_scales_everything(
    no_cost: float, mean: float, spread: float, factor: float, attachment: float
) -> None:
    law = LognormalCost(no_cost, mean, spread)
    dearer = law.scaled(factor)
    assert dearer.mean == pytest.approx(mean * factor)
    assert float(dearer.quantile(0.97)) == pytest.approx(float(law.quantile(0.97)) * factor)
    assert float(dearer.upper_mean(0.1)) == pytest.approx(float(law.upper_mean(0.1)) * factor)
    limited = float(law.limited_mean(attachment / factor)) * factor
    assert float(dearer.limited_mean(attachment)) == pytest.approx(limited)


def test_the_costing_patients_have_the_declared_spread() -> None:
    costs = LOGNORMAL.quantile(0.15 + 0.85 * FINE)
    assert costs.mean() == pytest.approx(1_800 / 0.85, rel=1e-4)
    assert costs.std() / costs.mean() == pytest.approx(1.2, rel=0.01)
    assert float(LOGNORMAL.cdf(0.0)) == 0.15
    assert (LOGNORMAL.quantile([0.0, 0.1, 0.149]) == 0).all()


def test_the_observed_law_repeats_the_records() -> None:
    assert OBSERVED.quantile([0.0, 0.3, 0.34, 0.5, 0.51, 1.0]).tolist() == [0, 0, 1, 1, 3, 10]
    assert OBSERVED.cdf([0.0, 0.99, 1.0, 3.0, 10.0]).tolist() == [
        pytest.approx(share / 6) for share in (2, 2, 3, 5, 6)
    ]
    assert OBSERVED.mean == pytest.approx(17 / 6)


def test_a_record_is_cut_where_the_share_falls_inside_it() -> None:
    assert float(OBSERVED.upper_mean(1 / 12)) == pytest.approx(10 / 12)
    assert float(OBSERVED.upper_mean(0.25)) == pytest.approx((10 + 1.5) / 6)


def test_years_dearer_and_cheaper_are_told_apart() -> None:
    # A planted fault: a factor whose sign is lost would make 8 % cheaper 8 % dearer.
    assert OBSERVED.scaled(0.92).mean < OBSERVED.mean < OBSERVED.scaled(1.08).mean
    assert OBSERVED.scaled(1.1).scaled(1.1).mean == pytest.approx(OBSERVED.mean * 1.21)


@pytest.mark.parametrize("factor", [0.0, -0.08, float("nan"), float("inf")])
@pytest.mark.parametrize("law", [LOGNORMAL, OBSERVED])
def test_a_change_given_for_a_factor_is_our_mistake(law: PatientCost, factor: float) -> None:
    with pytest.raises(AssertionError, match="a factor multiplies"):
        law.scaled(factor)


@pytest.mark.parametrize("wrong", [(1.0, 5.0, 1.0), (0.1, 0.0, 1.0), (0.1, 5.0, 0.0)])
def test_a_law_that_cannot_be_is_not_built(wrong: tuple[float, float, float]) -> None:
    with pytest.raises(AssertionError):
        LognormalCost(*wrong)


@pytest.mark.parametrize("cents", [[3, 1], [-1, 4]])
def test_records_out_of_order_or_below_nothing_are_our_mistake(cents: list[int]) -> None:
    with pytest.raises(AssertionError):
        ObservedCost(np.array(cents, dtype=np.int64))


def test_an_empty_list_of_patients_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        ObservedCost(np.array([], dtype=np.int64))
    assert str(refusal.value) == (
        "patients' costs: no patient is on record\n"
        "      why: what a patient costs cannot be taken from an empty list\n"
        "      fix: give the records of a year, or declare the mean and the spread of the costs"
    )
