"""Which impact first."""

import numpy as np
import numpy.typing as npt
import pytest

from fairterms.risks.loss.annual_loss import AnnualLoss, annual_loss, of_years
from fairterms.risks.loss.draws import DrawKey
from fairterms.risks.loss.frequency import Chance, Poisson
from fairterms.risks.loss.limits import NO_LIMITS
from fairterms.risks.loss.ranking import Ranked, rank
from fairterms.risks.loss.severity import Fixed, Lognormal
from fairterms.risks.loss.tolerance import Tolerance

FloatArray = npt.NDArray[np.float64]
TRIALS = 20_000


def small_and_often(rate: float = 10.0) -> AnnualLoss:
    return annual_loss(Poisson(rate), Fixed(1_000.0), NO_LIMITS, DrawKey(1, "often"), TRIALS, "$")


def large_and_rare(impact: str = "rare") -> AnnualLoss:
    severity = Lognormal.from_interval(50_000.0, 200_000.0)
    return annual_loss(Chance(0.04), severity, NO_LIMITS, DrawKey(1, impact), TRIALS, "$")


def order(ranked: tuple[Ranked, ...]) -> list[tuple[str, int]]:
    return [(each.impact, each.place) for each in ranked]


def test_the_mean_and_the_tail_rank_in_opposite_ways_where_losses_are_rare_and_large() -> None:
    found = rank({"often": small_and_often(), "rare": large_and_rare()}, {}, seed=1)
    assert order(found.by_expected) == [("often", 1), ("rare", 2)]
    assert order(found.by_tail) == [("rare", 1), ("often", 2)]
    assert all(each.certainty == 1 for each in found.by_expected + found.by_tail)
    assert found.by_beyond == ()


def test_a_value_is_that_of_all_trials() -> None:
    loss = small_and_often()
    found = rank({"often": loss}, {"often": Tolerance(((9_999.0, 0.3),))}, seed=1)
    worst = np.sort(loss.trials)[-TRIALS // 20 :]
    assert found.by_expected[0].value == pytest.approx(loss.mean.value)
    assert found.by_tail[0].value == pytest.approx(worst.mean())
    assert found.by_beyond[0].value == pytest.approx((loss.trials > 9_999).mean() - 0.3)


def test_beyond_tolerance_takes_the_worst_point_of_each_impact_that_has_a_curve() -> None:
    bearable = Tolerance(((20_000.0, 0.02), (60_000.0, 0.001)))
    found = rank(
        {"often": small_and_often(), "rare": large_and_rare(), "unsaid": large_and_rare("x")},
        {"often": bearable, "rare": bearable},
        seed=1,
    )
    assert order(found.by_beyond) == [("rare", 1), ("often", 2)]
    assert found.by_beyond[0].value == pytest.approx(0.034, abs=0.006)


def test_two_that_are_alike_have_an_uncertain_place() -> None:
    found = rank({"one": large_and_rare("late"), "other": large_and_rare("denied")}, {}, seed=1)
    assert all(0.02 < each.certainty < 0.98 for each in found.by_expected)
    assert found.by_expected[0].certainty == found.by_expected[1].certainty


def test_equal_losses_share_a_place_for_certain() -> None:
    same = {"b": large_and_rare(), "a": large_and_rare(), "c": small_and_often(1.0)}
    found = rank(same, {}, seed=1)
    assert order(found.by_expected) == [("a", 1), ("b", 1), ("c", 3)]
    assert found.by_expected[2].certainty == 1


def test_what_impacts_have_in_common_makes_their_order_surer() -> None:
    years = np.asarray(large_and_rare().trials)
    key = DrawKey(1, "x")
    found = rank(
        {
            "whole": of_years(years, TRIALS, key=key, unit="$"),
            "less": of_years(years, TRIALS, times=0.99, key=key, unit="$"),
        },
        {},
        seed=1,
    )
    assert [each.certainty for each in found.by_expected] == [1.0, 1.0]


def one_error_apart(years: int) -> tuple[FloatArray, FloatArray]:
    """Return two losses of the same years whose means differ by one standard error."""
    base = DrawKey(3, "made up").uniforms("loss", years)
    noise = DrawKey(3, "made up").uniforms("noise", years) - 0.5
    away = noise - noise.mean() + noise.std() / np.sqrt(years)
    return base + 1 + away, base + 1


def test_the_probability_of_a_place_is_about_what_the_normal_distribution_says() -> None:
    one, other = (AnnualLoss(each, "$") for each in one_error_apart(TRIALS))
    found = rank({"one": one, "other": other}, {}, seed=1).by_expected
    assert [each.impact for each in found] == ["one", "other"]
    assert found[0].certainty == pytest.approx(0.84, abs=0.06)


def test_repeating_the_years_makes_no_place_surer() -> None:
    key = DrawKey(1, "x")
    one, other = (of_years(each, TRIALS, key=key, unit="$") for each in one_error_apart(500))
    found = rank({"one": one, "other": other}, {}, seed=1).by_expected
    assert found[0].certainty == pytest.approx(0.84, abs=0.06)


def test_one_impact_with_few_years_makes_its_places_unsure() -> None:
    few = one_error_apart(500)[0] - one_error_apart(500)[1] + 1
    repeated = of_years(few, TRIALS, key=DrawKey(1, "x"), unit="$")
    always = AnnualLoss(np.ones(TRIALS), "$")
    found = rank({"few": repeated, "always": always}, {}, seed=1).by_expected
    assert found[0].certainty == pytest.approx(0.84, abs=0.06)


def test_the_same_seed_gives_the_same_certainty() -> None:
    both = {"one": large_and_rare("late"), "other": large_and_rare("denied")}
    assert rank(both, {}, seed=4) == rank(both, {}, seed=4)


def test_losses_of_two_units_have_no_common_order() -> None:
    days = AnnualLoss(np.ones(100), "days")
    with pytest.raises(ValueError, match=r"no common order: \$, aggregate; days, aggregate"):
        rank({"one": AnnualLoss(np.ones(100), "$"), "other": days}, {}, seed=1)


def test_sums_and_single_events_have_no_common_order() -> None:
    single = AnnualLoss(np.ones(100), "$", basis="per occurrence")
    with pytest.raises(ValueError, match="no common order"):
        rank({"one": AnnualLoss(np.ones(100), "$"), "other": single}, {}, seed=1)


def test_nothing_to_rank_is_no_order() -> None:
    found = rank({}, {}, seed=1)
    assert (found.by_expected, found.by_tail, found.by_beyond) == ((), (), ())


def test_too_few_years_are_our_mistake() -> None:
    with pytest.raises(AssertionError, match="16 different years"):
        rank({"one": AnnualLoss(np.ones(15), "$")}, {}, seed=1)
