"""Past years against their forecasts, with honest words for few of them."""

import numpy as np
import pytest

from fairterms.simulate.results.back_test import PastYear, back_test, past_year


def year(label: str, actual: float) -> PastYear:
    return PastYear(label, -10_000, 30_000, actual)


def test_few_years_prove_little_and_the_words_say_so() -> None:
    found = back_test([year("2023", 0), year("2024", 29_000), year("2025", -15_000)])
    assert found.held == 2
    assert found.fitting_coverage() == pytest.approx((0.0943, 0.9916), abs=1e-3)
    assert found.words() == (
        "2 of 3 past years fell into the 80 % range. That fits a range that holds between 9 % and "
        "99 % of years. 3 years are too few to tell a good forecast by."
    )


def test_without_past_years_nothing_is_claimed() -> None:
    assert "nothing can be said" in back_test([]).words()


def test_many_years_can_break_or_keep_the_promise() -> None:
    good = back_test([year(str(at), 0 if at % 5 else 99_999) for at in range(25)])
    bad = back_test([year(str(at), 0 if at % 2 else 99_999) for at in range(30)])
    assert good.words().endswith("The record is no reason to doubt the forecast.")
    assert bad.words().endswith("The forecast does not keep its promise.")


def test_all_held_and_none_held_have_their_own_ends() -> None:
    assert back_test([year("a", 0)] * 4).fitting_coverage()[1] == 1
    assert back_test([year("a", 1e9)] * 4).fitting_coverage()[0] == 0
    assert back_test([year("a", 0)] * 4).fitting_coverage()[0] == pytest.approx(0.3976, abs=1e-3)


def test_the_ends_of_a_range_belong_to_it() -> None:
    assert year("2024", 30_000).is_held
    assert not year("2024", 30_000.01).is_held


def test_a_past_forecast_is_given_as_years_or_as_quantiles() -> None:
    values = np.arange(1_000.0)
    one = past_year("2024", values, 250.0)
    assert (one.low, one.high) == (100, 899)
    assert one.rank == pytest.approx(0.2505)
    two = past_year("2025", {0.1: -5.0, 0.5: 10.0, 0.9: 30.0}, 20.0)
    assert (two.low, two.high) == (-5, 30)
    assert two.rank == pytest.approx(0.7)
    found = back_test([one, two])
    assert found.ranks == (one.rank, two.rank)
    assert found.as_rows()[1] == ("2025", -5, 30, 20, "yes")


def test_quantiles_without_the_ends_of_the_range_are_not_enough() -> None:
    with pytest.raises(KeyError, match=r"0\.1"):
        past_year("2025", {0.05: -5.0, 0.5: 10.0, 0.95: 30.0}, 20.0)
