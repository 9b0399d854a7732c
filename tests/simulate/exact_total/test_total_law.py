"""A total's law answers on its grid, mixes over years and adds strata."""

import numpy as np
import pytest

from fairterms.simulate.exact_total.total_law import TotalLaw, added, mixed

LAW = TotalLaw(100.0, np.array([0.1, 0.2, 0.3, 0.4]), first=5)


def test_mean_and_spread_are_those_of_the_points() -> None:
    assert LAW.mean == pytest.approx(700.0)
    assert LAW.sd == pytest.approx(100.0)
    assert LAW.dollars.tolist() == [500.0, 600.0, 700.0, 800.0]


def test_the_chance_up_to_an_amount_counts_the_amount_itself() -> None:
    asked = np.array([-1.0, 499.99, 500.0, 599.0, 600.0, 800.0, 1e9])
    assert LAW.cdf(asked) == pytest.approx([0, 0, 0.1, 0.1, 0.3, 1, 1])


def test_a_point_written_in_dollars_is_the_grids_point() -> None:
    law = TotalLaw(0.1, np.full(10, 0.1))
    assert law.cdf(0.3) == pytest.approx(0.4)
    assert law.cdf(3 * 0.1) == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("chance", "dollars"), [(0.05, 500), (0.1, 500), (0.11, 600), (0.6, 700), (0.999, 800)]
)
def test_a_quantile_is_the_least_amount_with_that_chance(chance: float, dollars: float) -> None:
    assert LAW.quantile(chance) == dollars


def test_an_expectation_takes_one_value_a_point() -> None:
    assert LAW.expect(np.minimum(LAW.dollars, 650.0)) == pytest.approx(625.0)
    with pytest.raises(AssertionError):
        LAW.expect(np.ones(3))


@pytest.mark.parametrize("chance", [[0.5, 0.6], [1.1, -0.1]])
def test_chances_that_are_none_make_no_law(chance: list[float]) -> None:
    with pytest.raises(AssertionError):
        TotalLaw(1.0, np.array(chance))


def test_a_mixture_has_the_weighted_chances_wherever_its_parts_begin() -> None:
    other = TotalLaw(100.0, np.array([0.5, 0.5]), first=7)
    for laws, weights in (([LAW, other], [0.25, 0.75]), ([other, LAW], [0.75, 0.25])):
        both = mixed(laws, weights)
        assert both.first == 5
        assert both.chance == pytest.approx([0.025, 0.05, 0.45, 0.475])


def test_strata_add_up_as_their_convolution() -> None:
    other = TotalLaw(100.0, np.array([0.5, 0.0, 0.5]), first=2)
    both = added([LAW, other])
    assert both.first == 7
    assert both.chance == pytest.approx(np.convolve(LAW.chance, other.chance))
    assert both.mean == pytest.approx(LAW.mean + other.mean)


def test_laws_on_different_steps_do_not_meet() -> None:
    other = TotalLaw(50.0, np.ones(1))
    with pytest.raises(AssertionError, match="different steps"):
        mixed([LAW, other], [0.5, 0.5])
    with pytest.raises(AssertionError, match="different steps"):
        added([LAW, other])
