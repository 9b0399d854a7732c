"""How an indicator stands on a day, and which way it moves."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.monitor.indicators.indicator import Indicator, Sample, State
from fairterms.monitor.indicators.standing import Standing, stand, trend
from tests.monitor.indicators.made_up import SEEN_SOON, counted, month, share, shares, value

QUIET = [82, 84, 80, 83, 81, 85, 82, 79, 84, 83, 81, 82]


def standing(
    samples: list[Sample], on: date | None = None, indicator: Indicator = SEEN_SOON
) -> Standing:
    day = on or max(one.received for one in samples)
    return stand(indicator, samples, day)


@pytest.mark.parametrize(
    ("reached", "state"), [(850, State.GREEN), (760, State.AMBER), (650, State.RED)]
)
def test_the_last_value_gives_the_colour(reached: int, state: State) -> None:
    found = standing([share(0, 820, 1000), share(1, reached, 1000)])
    assert (found.state, found.because) == (state, "")
    assert found.latest == share(1, reached, 1000)


def test_what_came_later_than_the_day_does_not_count() -> None:
    samples = [share(0, 820, 1000), share(1, 650, 1000)]
    assert standing(samples, date(2026, 3, 9)).state is State.GREEN
    assert standing(samples, date(2026, 3, 10)).state is State.RED


def test_before_the_first_value_nobody_knows() -> None:
    found = standing([], date(2026, 2, 20))
    assert (found.state, found.because) == (State.UNKNOWN, "No value has come in yet.")
    assert found.overdue == ()
    assert found.latest is None


def test_an_overdue_value_makes_the_colour_unknown_and_says_what_it_was() -> None:
    found = standing([share(0, 82, 100)], date(2026, 3, 20))
    assert (found.state, found.overdue) == (State.GREEN, ())
    found = standing([share(0, 82, 100)], date(2026, 3, 21))
    assert found.state is State.UNKNOWN
    assert found.overdue == (month(1),)
    assert found.because == (
        "The value of 2026-02 was due on 2026-03-20. The last one, of 2026-01, was green."
    )


def test_an_old_gap_is_overdue_and_leaves_the_colour() -> None:
    found = standing([share(0, 82, 100), share(2, 82, 100)])
    assert (found.state, found.overdue) == (State.GREEN, (month(1),))


def test_a_share_of_ten_has_no_colour() -> None:
    found = standing([share(0, 3, 10)])
    assert (found.state, found.because) == (State.UNKNOWN, "So few patients are too few to tell.")
    assert standing([share(0, 3, 11)]).state is State.RED


def test_a_red_that_may_be_chance_and_a_green_that_may_be_luck_say_so() -> None:
    assert "may be chance" in standing([share(0, 14, 20)]).because
    assert "may be luck" in standing([share(0, 17, 20)]).because
    assert standing([share(0, 4, 20)]).because == ""
    assert standing([share(0, 100, 100)]).because == ""


def test_where_lower_is_better_chance_and_luck_lie_the_other_way() -> None:
    denied = replace(counted("per cent", "10 %", "20 %", of="claim"), id="seen_soon")
    assert "may be chance" in standing([share(0, 4, 20)], indicator=denied).because
    assert "may be luck" in standing([share(0, 1, 20)], indicator=denied).because
    assert standing([share(0, 19, 20)], indicator=denied).because == ""


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ([82], "no change beyond chance"),
        ([60], "below what chance alone brings (worse)"),
        ([99], "above what chance alone brings (better)"),
        ([80] * 8, "below its usual level eight times in a row (worse)"),
        ([76, 77, 78, 79, 83, 84], "rising six values in a row (better)"),
        ([88, 87, 86, 81, 80, 79], "falling six values in a row (worse)"),
    ],
)
def test_a_trend_is_said_in_plain_words(after: list[int], said: str) -> None:
    assert trend(standing(shares([*QUIET, *after]))) == said


def test_where_lower_is_better_above_is_worse() -> None:
    hours = counted("hours", "250 hours", "400 hours")
    samples = [value(at, f"{many} hours") for at, many in enumerate([200, 210] * 6 + [390])]
    assert trend(standing(samples, indicator=hours)) == "above what chance alone brings (worse)"


def test_too_few_values_have_no_trend() -> None:
    bare = replace(SEEN_SOON, baseline=None)
    assert trend(standing([], date(2026, 2, 1))) == "no value yet"
    assert trend(standing(shares([80]), indicator=bare)) == "one value: no trend can be told"
    told = trend(standing(shares([80, 82]), indicator=bare))
    assert told == "up since 2026-01; whether by chance cannot be told"
    assert trend(standing(shares([80, 80]), indicator=bare)).startswith("unchanged since")
    assert trend(standing(shares([80, 79]), indicator=bare)).startswith("down since")


def test_a_baseline_that_still_grows_has_no_trend() -> None:
    assert trend(standing(shares(QUIET))) == "its baseline is still being gathered"
    assert trend(standing(shares([82, 83, 84]))) == "its baseline is still being gathered"


def test_with_a_short_baseline_only_single_values_are_judged() -> None:
    assert SEEN_SOON.baseline is not None
    short = replace(SEEN_SOON, baseline=replace(SEEN_SOON.baseline, last=month(3)))
    assert trend(standing(shares([82, 84, 80, 83, 82]), indicator=short)) == "inside its limits"
