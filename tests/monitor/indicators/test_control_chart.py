"""A chart marks what stands out after its baseline, and says what cannot be told."""

from dataclasses import replace

from fairterms.monitor.indicators.control_chart import ControlChart, chart_of
from fairterms.monitor.indicators.indicator import Baseline
from fairterms.monitor.indicators.rules import Rule
from tests.monitor.indicators.made_up import SEEN_SOON, month, share, shares

QUIET = [70, 72, 68, 71, 69, 73, 70, 67, 72, 71, 69, 70]


def marked(chart: ControlChart) -> list[tuple[str, str]]:
    return [(str(one.sample.period), rule.value) for one in chart.points for rule in one.rules]


def test_a_value_outside_its_limits_stands_out() -> None:
    chart = chart_of(SEEN_SOON, shares([*QUIET, 71, 50, 70]))
    assert marked(chart) == [("2027-02", "outside the limits")]
    assert chart.judges_rows
    assert chart.alarms is not None


def test_the_same_share_of_few_patients_does_not() -> None:
    samples = [*shares(QUIET), share(12, 10, 20)]
    assert marked(chart_of(SEEN_SOON, samples)) == []


def test_rows_may_reach_back_into_the_baseline() -> None:
    baseline = [*QUIET[:-5], 72, 73, 72, 73, 72]
    chart = chart_of(SEEN_SOON, shares([*baseline, 73, 74, 73]))
    assert marked(chart) == [("2027-03", Rule.ONE_SIDE.value)]


def test_nothing_within_the_baseline_stands_out_but_it_is_told() -> None:
    chart = chart_of(SEEN_SOON, shares([*QUIET[:-1], 50, 70]))
    assert marked(chart) == []
    assert "(2026-12): find out what happened then" in chart.notes[-1]
    assert [one.is_baseline for one in chart.points] == [True] * 12 + [False]


def test_a_missing_month_ends_a_row() -> None:
    falling = [*shares(QUIET), *(share(12 + at, 66 - at, 100) for at in range(6))]
    assert ("2027-06", Rule.ONE_WAY.value) in marked(chart_of(SEEN_SOON, falling))
    gap = [one for one in falling if one.period != month(14)]
    assert Rule.ONE_WAY.value not in [rule for _, rule in marked(chart_of(SEEN_SOON, gap))]


def test_a_short_baseline_judges_single_values_and_says_so() -> None:
    short = replace(SEEN_SOON, baseline=Baseline(month(0), month(3)))
    chart = chart_of(short, shares([70, 72, 68, 71, *[64] * 10, 20]))
    assert marked(chart) == [("2027-03", Rule.OUTSIDE.value)]
    assert not chart.judges_rows
    assert "has only 4 values" in chart.notes[-1]


def test_without_a_baseline_the_values_stand_by_themselves() -> None:
    chart = chart_of(replace(SEEN_SOON, baseline=None), shares(QUIET))
    assert (chart.centre, chart.alarms, len(chart.points)) == (None, None, 12)
    assert {one.limits for one in chart.points} == {None}
    assert not any(one.is_outside for one in chart.points)
    assert chart.notes[0].startswith("No baseline")


def test_without_a_value_there_is_an_empty_chart() -> None:
    assert chart_of(SEEN_SOON, []).points == ()
