"""The page: one table of all, courses, exceptions by due day, hit rates, and its empty states."""

from dataclasses import replace
from datetime import date, timedelta

from fairterms.monitor.indicators.exception_reader import Loss
from fairterms.monitor.indicators.indicator import Guard, Sample
from fairterms.monitor.indicators.section import indicator_blocks
from fairterms.monitor.indicators.watchlist import Watchlist
from fairterms.publish.blocks import Block, Callout, Heading, Prose
from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Chart, Table
from fairterms.publish.page import Report
from fairterms.risks.control.exception import ExceptionItem, Waiver
from fairterms.units.finding import Severity
from fairterms.units.problem import Problem
from tests.monitor.indicators.made_up import SEEN_SOON, counted, month, share, shares, value

QUIET = [82, 84, 80, 83, 81, 85, 82, 79, 84, 83, 81, 82]
HOURS = replace(counted("hours", "250 hours", "400 hours"), meaning="hours nobody pays")
ON = date(2027, 2, 15)


def a_watchlist(*last: Sample) -> Watchlist:
    """Watch two: one whose value of January is given, and quiet hours."""
    hours = [value(at, f"{many} hours") for at, many in enumerate([200, 210] * 6 + [205])]
    return Watchlist((HOURS, SEEN_SOON), (*shares(QUIET), *hours, *last))


def words(blocks: tuple[Block, ...]) -> str:
    """Give every word of the page, as JSON would."""
    Report(title="A", blocks=blocks)
    return repr(blocks)


def table(blocks: tuple[Block, ...], caption: str) -> list[list[str]]:
    (found,) = [one for one in blocks if isinstance(one, Table) and one.caption == caption]
    return [[plain(cell) for cell in row.cells] for row in found.rows]


def callouts(blocks: tuple[Block, ...]) -> list[str]:
    return [one.title for one in blocks if isinstance(one, Callout)]


def test_the_worst_stands_first_with_its_value_its_trend_and_its_lead_time() -> None:
    blocks = indicator_blocks(a_watchlist(share(12, 60, 100)), ON)
    assert callouts(blocks) == ["On 2027-02-15, of 2 indicators: 1 red, 1 green."]
    first, second = table(blocks, "All indicators")
    assert first == [
        "new patients seen within ten days (amber 80 % or less; red 70 % or less)",
        "access",
        "60 % of 100 patients, 2027-01",
        "red",
        "below what chance alone brings (worse)",
        "3 months before the loss it warns of",
        "objective prompt_care",
        "intake lead",
    ]
    assert second[3] == "green"
    assert [type(one) for one in blocks].count(Chart) == 1


def test_what_came_later_is_not_on_the_page() -> None:
    watchlist = a_watchlist(share(12, 60, 100))
    before = indicator_blocks(watchlist, date(2027, 2, 9))
    assert callouts(before) == ["On 2027-02-09, of 2 indicators: 2 green."]
    assert "60 %" not in words(before)


def test_without_indicators_the_page_says_what_to_do_and_what_may_be_taken() -> None:
    heading, said = indicator_blocks(Watchlist(), ON)
    assert isinstance(heading, Heading)
    assert isinstance(said, Prose)
    assert "[[indicator]] in indicators.toml" in plain(said.words)
    assert "first_appointment" in plain(said.words)


def test_every_list_has_an_empty_state() -> None:
    said = words(indicator_blocks(a_watchlist(share(12, 82, 100)), ON))
    for part in ("no chart is shown", "No exception is known", "No loss is written down"):
        assert part in said


def test_lines_that_could_not_be_read_are_told_and_not_repeated() -> None:
    problem = Problem("indicators.toml", 3, "amber is missing", "missing", "why", "fix", "secret")
    broken = replace(a_watchlist(share(12, 82, 100)), problems=(problem, problem))
    blocks = indicator_blocks(broken, ON)
    told = "2 problems in indicators.toml: what they touch is left out of this page."
    assert told in callouts(blocks)
    assert "secret" not in words(blocks)
    one = Watchlist(problems=(problem,))
    assert callouts(indicator_blocks(one, ON))[0].startswith("1 problem in indicators.toml")


def test_few_people_are_masked_unless_the_page_stays_in_the_groups_room() -> None:
    watchlist = a_watchlist(share(12, 13, 19))
    outside = indicator_blocks(watchlist, ON)
    assert callouts(outside) == ["On 2027-02-15, of 2 indicators: 1 green, 1 not shown."]
    rows = table(outside, "All indicators")
    shown = next(row for row in rows if row[0].startswith("new patients"))
    assert shown[2] == "not shown, 2027-01"
    assert shown[3].startswith("It rests on 1 to 10 people")
    assert shown[4] == "not shown"
    for told in ("68.4", "13 of", "19 patients", "red since"):
        assert told not in words(outside)
    inside = indicator_blocks(watchlist, ON, own_room=True)
    assert "of 19 patients" in words(inside)
    assert "red since 2027-01" in words(inside)


def test_a_month_of_few_people_hides_the_history_but_not_a_later_colour() -> None:
    samples = [one for one in shares(QUIET) if one.period != month(3)]
    watchlist = Watchlist(
        (SEEN_SOON,),
        (*samples, share(3, 5, 12), share(12, 60, 100)),
        losses=(Loss(date(2027, 2, 14), "a loss", SEEN_SOON.guards),),
    )
    blocks = indicator_blocks(watchlist, ON)
    (row,) = table(blocks, "All indicators")
    assert (row[2], row[3], row[4]) == ("60 % of 100 patients, 2027-01", "red", "not shown")
    assert table(blocks, "How well each indicator has warned")[0][1:] == ["not shown"] * 3
    assert not [one for one in blocks if isinstance(one, Chart)]


def test_exceptions_stand_by_due_day_and_start_a_review() -> None:
    waiver = Waiver("two clinicians begin in May", "practice council", date(2027, 6, 30))
    item = ExceptionItem(
        "evening",
        "all are offered a time within ten days",
        "",
        "adults in the evening (64 patients)",
        Severity.MEDIUM,
        ON,
        ON + timedelta(days=30),
        "intake lead",
        waiver=waiver,
    )
    watchlist = replace(a_watchlist(share(12, 60, 100)), exceptions=(item,))
    blocks = indicator_blocks(watchlist, ON)
    red, waived = table(blocks, "Exceptions by the day their review is due")
    assert red[0] == "2027-02-24"
    assert red[1:3] == ["new patients seen within ten days", "red since 2027-01"]
    assert red[5] == "intake lead: find the cause"
    assert waived[0] == "2027-03-17"
    assert waived[4] == "waived until 2027-06-30, by practice council: two clinicians begin in May"
    assert "It is no penalty." in words(blocks)


def test_a_waiver_that_has_expired_waives_nothing() -> None:
    waiver = Waiver("later", "practice council", ON - timedelta(days=1))
    item = ExceptionItem(
        "late", "a rule", "", "", Severity.LOW, ON, ON, "intake lead", waiver=waiver
    )
    watchlist = replace(a_watchlist(share(12, 82, 100)), exceptions=(item,))
    (row,) = table(indicator_blocks(watchlist, ON), "Exceptions by the day their review is due")
    assert (row[2], row[4]) == ("no group of people", "review due by 2027-02-15")


def test_hit_rates_say_their_numbers_or_that_there_are_too_few() -> None:
    losses = (
        Loss(date(2026, 12, 31), "a loss", SEEN_SOON.guards),
        Loss(date(2026, 12, 31), "another", Guard("clause", "savings")),
    )
    watchlist = replace(a_watchlist(share(12, 60, 100)), losses=losses)
    rows = table(indicator_blocks(watchlist, ON), "How well each indicator has warned")
    seen = {row[0]: row[1:] for row in rows}["new patients seen within ten days"]
    assert seen == ["0 of 1: too few to tell (below 10)", "no warning has run out", "1"]


def test_losses_after_the_day_are_not_known_yet() -> None:
    loss = Loss(date(2027, 2, 16), "a loss", SEEN_SOON.guards)
    watchlist = replace(a_watchlist(share(12, 60, 100)), losses=(loss,))
    assert "No loss is written down" in words(indicator_blocks(watchlist, ON))
