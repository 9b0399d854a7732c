"""Loss exceedance."""

import numpy as np
import pytest
from scipy import special  # type: ignore[import-untyped,unused-ignore]

from fairterms.risks.loss.annual_loss import AnnualLoss, largest_event, of_years
from fairterms.risks.loss.draws import DrawKey
from fairterms.risks.loss.exceedance import even_levels, exact_band, exceedance
from fairterms.risks.loss.frequency import Poisson
from fairterms.risks.loss.limits import NO_LIMITS
from fairterms.risks.loss.severity import Fixed

YEARS = AnnualLoss(np.array([0.0, 0.0, 10.0, 20.0]), "$")


def test_only_what_is_strictly_more_counts() -> None:
    curve = exceedance(YEARS, [-1.0, 0.0, 9.9, 10.0, 20.0])
    assert curve.probability.tolist() == [1.0, 0.5, 0.5, 0.25, 0.0]


def test_a_curve_falls_and_lies_in_its_band() -> None:
    loss = AnnualLoss(DrawKey(1, "made up").uniforms("loss", 1_000), "$")
    curve = exceedance(loss, even_levels(loss))
    assert (np.diff(curve.probability) <= 0).all()
    assert ((curve.low <= curve.probability) & (curve.probability <= curve.high)).all()


def test_the_band_is_exact() -> None:
    # At each end the binomial chance of what was seen, or of more, is 2.5 %.
    low, high = exact_band([0.2], 50)
    assert 1 - special.bdtr(9, 50, low[0]) == pytest.approx(0.025)
    assert special.bdtr(10, 50, high[0]) == pytest.approx(0.025)


def test_the_band_of_never_and_of_always_ends_at_0_and_at_1() -> None:
    low, high = exact_band([0.0, 1.0], 30)
    assert (low[0], high[1]) == (0.0, 1.0)
    assert high[0] == pytest.approx(1 - 0.025 ** (1 / 30))
    assert low[1] == pytest.approx(0.025 ** (1 / 30))


def test_repeating_the_years_makes_the_band_no_narrower() -> None:
    years = DrawKey(1, "made up").uniforms("loss", 200)
    once = exceedance(AnnualLoss(years, "$"), [0.5])
    often = exceedance(of_years(years, 20_000, key=DrawKey(1, "x"), unit="$"), [0.5])
    assert often.low == pytest.approx(once.low)
    assert often.high == pytest.approx(once.high)


def test_a_curve_says_whether_it_is_of_sums_or_of_single_events() -> None:
    largest = largest_event(Poisson(1.0), Fixed(5.0), NO_LIMITS, DrawKey(1, "x"), 100, "days")
    assert exceedance(YEARS, [0.0]).label == "aggregate: all events of a year, in $"
    expected = "per occurrence: the largest single event, in days"
    assert exceedance(largest, [0.0]).label == expected


def test_levels_that_do_not_rise_are_our_mistake() -> None:
    with pytest.raises(AssertionError, match="the levels of a curve rise"):
        exceedance(YEARS, [5.0, 5.0])


def test_even_levels_end_where_hardly_a_year_is_dearer() -> None:
    loss = AnnualLoss(np.arange(10_001.0), "$")
    levels = even_levels(loss, 5)
    assert levels.tolist() == pytest.approx([0.0, 2_497.5, 4_995.0, 7_492.5, 9_990.0])


def test_a_loss_that_is_rarer_than_the_drawing_ends_at_its_largest_year() -> None:
    trials = np.zeros(10_000)
    trials[7] = 50.0
    assert even_levels(AnnualLoss(trials, "$"))[-1] == 50


def test_a_year_that_never_loses_has_one_level() -> None:
    nothing = AnnualLoss(np.zeros(10), "$")
    assert exceedance(nothing, even_levels(nothing)).probability.tolist() == [0.0]
