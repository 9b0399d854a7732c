"""The section says where the year stands, what moved it and what is out, in plain words."""

from datetime import date

import pytest
from benchmarks.year_end import plain_development

from fairterms.monitor.year_end.course import Course, course
from fairterms.monitor.year_end.section import feed_blocks, no_year_blocks, year_end_blocks
from fairterms.monitor.year_end.year_to_date import YearToDate
from fairterms.publish import html
from fairterms.publish.blocks import Block, Callout
from fairterms.publish.number_blocks import Chart, Table
from fairterms.publish.page import Report
from tests.monitor.year_end.juniper_year import small_prior, story

MAY = (date(2027, 2, 28), date(2027, 3, 31), date(2027, 5, 31))


def tell(*days: date) -> Course:
    return course(small_prior(), story(), days, plain_development)


@pytest.fixture(scope="module")
def blocks() -> tuple[Block, ...]:
    return year_end_blocks(tell(*MAY))


def table(blocks: tuple[Block, ...], caption: str) -> Table:
    return next(one for one in blocks if isinstance(one, Table) and one.caption == caption)


def page(blocks: tuple[Block, ...]) -> str:
    return html.render(Report(title="A year", blocks=blocks))


def test_the_section_is_a_page(blocks: tuple[Block, ...]) -> None:
    text = page(blocks)
    assert "How 2027 will end" in text
    assert "As of 2027-05-31, from claims paid through March 2027." in text
    assert "nan" not in text


def test_the_chart_holds_every_month(blocks: tuple[Block, ...]) -> None:
    (chart,) = (one for one in blocks if isinstance(one, Chart))
    assert len(chart.data.rows) == 3
    assert len(table(blocks, "The forecast month by month").rows) == 3


def test_the_late_feed_is_said_and_what_it_costs(blocks: tuple[Block, ...]) -> None:
    (out,) = (one for one in blocks if isinstance(one, Callout))
    assert out.title == "Claims data is out"
    said = "The feed of April 2027: due 2027-05-15, 16 days ago. Ask the plan for it."
    assert said in page(blocks)


def test_a_feed_that_restates_says_so_once_it_came() -> None:
    early = page(feed_blocks(story(), date(2027, 10, 11)))
    assert "tells" not in early
    later = page(feed_blocks(story(), date(2027, 11, 30)))
    assert "tells July 2027 anew" in later
    assert "tells August 2027 anew" in later
    assert "1 of 11 feeds came late." in later


@pytest.mark.slow
def test_one_month_alone_says_that_nothing_moved_yet() -> None:
    text = page(year_end_blocks(tell(date(2027, 2, 28))))
    assert "This is the first forecast." in text
    assert "What the contract pays" in text


@pytest.mark.slow
def test_a_year_that_is_all_in_says_so() -> None:
    text = page(year_end_blocks(tell(date(2028, 7, 31), date(2028, 8, 31))))
    assert "All figures are certain." in text
    assert "Everything that was due has come." in text


def test_a_deal_without_a_year_is_told_what_to_do() -> None:
    assert "Make a folder year/ with paid.csv" in page(no_year_blocks())
    none = page(feed_blocks(YearToDate(2027, date(2028, 6, 1)), date(2027, 1, 1)))
    assert "No feed was due yet." in none


def test_what_few_people_stand_behind_stays_in_the_groups_own_room() -> None:
    found = tell(*MAY)
    caption = "The figures at the end of the year"
    abroad = table(year_end_blocks(found), caption)
    home = table(year_end_blocks(found, own_room=True), caption)
    name = "claims above attachment"
    assert name not in {row.cells[0] for row in abroad.rows}
    assert name in {row.cells[0] for row in home.rows}
    assert "own room" in str(abroad.footnote)
    assert home.footnote == ""


def test_only_thresholds_that_are_still_open_are_listed(blocks: tuple[Block, ...]) -> None:
    rows = table(blocks, "Thresholds and caps still open").rows
    latest = tell(MAY[-1]).latest
    assert len(rows) == sum(0 < one.bites.value < 1 for one in latest.gates)
    assert 0 < len(rows) < len(latest.gates)
