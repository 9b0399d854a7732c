"""Scales lead there and back, and never beyond what a rate or ratio can be."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.outcomes.comparison.chance import floats
from fairterms.outcomes.comparison.funnel_scale import ARCSINE, LOGARITHM, SQUARE_ROOT, Scale

SCALES = (ARCSINE, SQUARE_ROOT, LOGARITHM)


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.name)
@given(value=st.floats(0.001, 1))
def test_a_value_comes_back_as_it_went(scale: Scale, value: float) -> None:
    assert float(scale.back(scale.there(floats(value)))) == pytest.approx(value)


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.name)
@given(one=st.floats(-9, 9), other=st.floats(-9, 9))
def test_the_way_back_never_turns(scale: Scale, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert float(scale.back(floats(low))) <= float(scale.back(floats(high)))


@given(y=st.floats(-50, 50))
def test_a_rate_stays_between_nobody_and_everybody(y: float) -> None:
    assert 0 <= float(ARCSINE.back(floats(y))) <= 1
    assert float(SQUARE_ROOT.back(floats(y))) >= 0


@pytest.mark.parametrize(
    ("scale", "error"), [(ARCSINE, 0.05), (SQUARE_ROOT, 0.05), (LOGARITHM, 0.1)]
)
def test_chance_at_a_size_of_100_is_as_published(scale: Scale, error: float) -> None:
    assert float(scale.standard_error(floats(100))) == pytest.approx(error)


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.name)
def test_the_standard_error_is_what_chance_does(scale: Scale) -> None:
    rng = np.random.default_rng(7)
    size = 400.0
    drawn = rng.binomial(400, 0.4, 20_000) if scale.is_proportion else rng.poisson(size, 20_000)
    spread = float(np.std(scale.there(drawn / size)))
    assert spread == pytest.approx(float(scale.standard_error(floats(size))), rel=0.03)
