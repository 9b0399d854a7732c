"""Charts of those that are not green, with gaps, bounds and their words."""

from datetime import timedelta

from fairterms.monitor.indicators.charts_section import chart_blocks
from fairterms.monitor.indicators.indicator import Indicator, Sample
from fairterms.monitor.indicators.standing import stand
from fairterms.publish.blocks import Block, Heading, Prose
from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Chart
from tests.monitor.indicators.made_up import SEEN_SOON, counted, month, share, shares, value

QUIET = [82, 84, 80, 83, 81, 85, 82, 79, 84, 83, 81, 82]


def blocks(
    samples: list[Sample], indicator: Indicator = SEEN_SOON, *, own_room: bool = False
) -> tuple[Block, ...]:
    day = max(one.received for one in samples) + timedelta(days=1)
    return chart_blocks([stand(indicator, samples, day)], "courses", own_room=own_room)


def chart(samples: list[Sample], indicator: Indicator = SEEN_SOON) -> Chart:
    heading, found = blocks(samples, indicator)
    assert isinstance(heading, Heading)
    assert isinstance(found, Chart)
    return found


def test_a_green_one_has_no_chart() -> None:
    _, said = blocks(shares(QUIET))
    assert isinstance(said, Prose)
    assert "no chart is shown" in plain(said.words)


def test_one_that_is_not_green_is_drawn_with_its_bounds() -> None:
    found = chart(shares([*QUIET, 60]))
    assert found.title == "New patients seen within ten days"
    assert "Marked: Amber at 80 %. Marked: Red at 70 %." in found.alternative
    assert "1 of 13 values stands out: 2027-01 at 60 % (outside the limits)" in found.alternative
    assert "simulated" in plain(found.note)


def test_a_period_without_a_value_is_left_open() -> None:
    samples = [one for one in shares([*QUIET, 82, 60]) if one.period != month(12)]
    found = chart(samples)
    values = found.spec["data"]
    assert isinstance(values, dict)
    assert [row["y"] for row in values["values"]][12:] == [None, 0.6]


def test_amounts_stand_in_their_own_unit_and_rates_have_no_bounds() -> None:
    money = counted("dollars PMPM", "$41.00 PMPM", "$42.00 PMPM")
    samples = [value(at, f"${cost}.00 PMPM") for at, cost in enumerate([39, 40] * 6 + [43])]
    assert "Red at $42" in chart(samples, money).alternative
    rate = counted("members", "30 members", "60 members", of="member")
    samples = [value(at, f"{many} members", 9_000) for at, many in enumerate([20, 24] * 6 + [66])]
    assert "Marked" not in chart(samples, rate).alternative


def test_a_chart_with_one_small_month_stays_in_the_groups_room() -> None:
    samples = [share(0, 7, 20), *shares([82, 60])[1:]]
    _, said = blocks(samples)
    assert isinstance(said, Prose)
    assert "in the group's own room only" in plain(said.words)
    assert isinstance(blocks(samples, own_room=True)[1], Chart)


def test_a_long_history_shows_its_last_three_years() -> None:
    many = [share(at, 60, 100) for at in range(50)]
    assert len(chart(many).data.rows) == 36
