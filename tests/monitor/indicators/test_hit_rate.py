"""Losses that red preceded, and reds that no loss followed."""

from dataclasses import replace
from datetime import date

from fairterms.monitor.indicators.exception_reader import Loss
from fairterms.monitor.indicators.hit_rate import HitRate, Tally, hit_rate
from fairterms.monitor.indicators.indicator import Guard, Sample
from tests.monitor.indicators.made_up import SEEN_SOON, share

LATE = date(2027, 12, 31)
OWN = SEEN_SOON.guards


def rate(reached: dict[int, int], losses: list[date], on: date = LATE) -> HitRate:
    """Take shares of a hundred by month; 70 and less are red for three months."""
    samples = [share(at, many, 100) for at, many in reached.items()]
    return rate_of(samples, losses, on)


def rate_of(samples: list[Sample], losses: list[date], on: date = LATE) -> HitRate:
    return hit_rate(SEEN_SOON, samples, [Loss(day, "a loss", OWN) for day in losses], on)


def test_a_loss_within_the_lead_time_was_foreseen() -> None:
    # Red of February, known on 10 March, warns up to 10 June.
    found = rate({0: 90, 1: 60, 2: 90}, [date(2026, 6, 10)])
    assert found == HitRate(Tally(1, 1), Tally(1, 1), 0)


def test_a_loss_on_the_day_red_was_known_or_after_the_lead_time_was_not() -> None:
    for day in (date(2026, 3, 10), date(2026, 6, 11)):
        assert rate({0: 90, 1: 60, 2: 90}, [day]) == HitRate(Tally(0, 1), Tally(0, 1), 0)


def test_red_months_in_a_row_are_one_warning() -> None:
    found = rate({0: 90, 1: 60, 2: 60, 3: 60, 4: 90}, [date(2026, 8, 10)])
    assert found == HitRate(Tally(1, 1), Tally(1, 1), 0)
    assert rate({1: 60, 2: 90, 3: 60}, []).followed == Tally(0, 2)


def test_a_warning_whose_time_runs_is_counted_apart() -> None:
    red = {0: 90, 1: 60}
    assert rate(red, [], date(2026, 6, 10)) == HitRate(Tally(0, 0), Tally(0, 0), 1)
    assert rate(red, [], date(2026, 6, 11)) == HitRate(Tally(0, 0), Tally(0, 1), 0)
    hit = rate(red, [date(2026, 4, 1)], date(2026, 4, 2))
    assert hit == HitRate(Tally(1, 1), Tally(1, 1), 0)


def test_losses_before_the_first_value_of_another_guard_or_later_do_not_count() -> None:
    assert rate({0: 60}, [date(2026, 2, 10), date(2028, 1, 1)]).foreseen == Tally(0, 0)
    other = Loss(date(2026, 4, 1), "another", Guard("clause", "savings"))
    found = hit_rate(SEEN_SOON, [share(0, 60, 100)], [other], LATE)
    assert found.foreseen == Tally(0, 0)


def test_a_warning_counts_as_it_was_given_even_where_it_was_restated() -> None:
    restated = share(0, 90, 100, received=date(2026, 5, 1))
    found = rate_of([share(0, 60, 100), restated], [date(2026, 4, 1)])
    assert found == HitRate(Tally(1, 1), Tally(1, 1), 0)


def test_values_of_other_indicators_and_of_later_days_warn_of_nothing() -> None:
    other = replace(share(0, 60, 100), indicator="another")
    assert rate_of([other], [date(2026, 4, 1)]).followed == Tally(0, 0)
    assert rate({0: 60}, [], date(2026, 2, 9)) == HitRate(Tally(0, 0), Tally(0, 0), 0)


def test_a_share_has_its_exact_interval_and_too_few_are_called_so() -> None:
    low, high = Tally(9, 12).interval or (0, 0)
    assert (round(low, 3), round(high, 3)) == (0.428, 0.945)
    assert Tally(0, 0).interval is None
    assert (Tally(3, 9).is_enough, Tally(3, 10).is_enough) == (False, True)
