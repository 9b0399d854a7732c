"""What is accepted, watched and outside its rule, on the page."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.publish.blocks import Block, Prose
from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Table
from fairterms.risks.control.acceptance import Acceptance
from fairterms.risks.control.book import ControlBook
from fairterms.risks.control.page import CurrentRating, control_blocks
from fairterms.risks.control.watch_section import watch_blocks
from tests.risks.control.made_up import IMPACTS, INDICATOR, ON, exception, reading

HELD = Acceptance("wrong_pay", "e2", "medium", "small", "practice owner", date(2027, 6, 30))
BOOK = ControlBook(
    acceptances=(HELD,),
    indicators=(INDICATOR,),
    readings=(reading(4, "7"), reading(5, "4.25")),
    exceptions=(exception(),),
)


def row(blocks: list[Block], caption: str, at: int = 0) -> list[str]:
    found = next(b for b in blocks if isinstance(b, Table) and b.caption == caption)
    return [plain(cell) for cell in found.rows[at].cells]


@pytest.mark.parametrize(
    ("ratings", "holds"),
    [
        (None, "yes"),
        ({"wrong_pay": ("e2", "medium")}, "yes"),
        (
            {"wrong_pay": ("e2", "high")},
            'no longer: the risk was rated "medium", and it is now high',
        ),
    ],
)
def test_an_acceptance_says_whether_it_holds(
    ratings: dict[str, tuple[str, str]] | None, holds: str
) -> None:
    blocks = watch_blocks(IMPACTS, BOOK, ON, ratings)
    assert row(blocks, "Risks accepted as they are")[-1] == holds


def test_an_acceptance_is_stale_where_its_impact_is_no_longer_rated() -> None:
    blocks = watch_blocks(IMPACTS, BOOK, ON, {})
    assert "there is none now" in row(blocks, "Risks accepted as they are")[-1]


def test_the_page_hands_its_ratings_on() -> None:
    blocks = control_blocks(IMPACTS, BOOK, ON, None, {"wrong_pay": CurrentRating("e3", "medium")})
    assert "the current one is e3" in row(blocks, "Risks accepted as they are")[-1]


def test_the_last_reading_is_shown_with_its_light() -> None:
    blocks = watch_blocks(IMPACTS, BOOK, ON, None)
    assert row(blocks, "Indicators and their last readings")[3:7] == [
        "3 % or higher",
        "6 % or higher",
        "4.25 % of 400 lines, 2027-05-01 to 2027-05-31; its file was not kept",
        "amber",
    ]
    red = watch_blocks(IMPACTS, BOOK, date(2027, 5, 15), None)
    assert row(red, "Indicators and their last readings")[6] == "red"


def test_an_indicator_nobody_read_says_so() -> None:
    blocks = watch_blocks(IMPACTS, replace(BOOK, readings=()), ON, None)
    shown = row(blocks, "Indicators and their last readings")
    assert shown[5:7] == ["none yet", "nobody has looked"]


def test_exceptions_come_with_what_is_next_and_without_a_penalty() -> None:
    blocks = watch_blocks(IMPACTS, BOOK, ON, None)
    assert row(blocks, "Exceptions and their reviews") == [
        "the plan's list of March",
        "every list is accepted within 10 days",
        "medium",
        "review overdue since 2027-04-25",
        "data lead: find the cause",
    ]
    assert any(isinstance(b, Prose) and "no penalty" in plain(b.words) for b in blocks)


def test_a_late_reading_is_listed_as_an_exception() -> None:
    late = watch_blocks(IMPACTS, BOOK, date(2027, 7, 2), None)
    assert row(late, "Exceptions and their reviews", 1)[1] == "the indicator mismatch"


def test_nothing_to_watch_shows_nothing() -> None:
    assert watch_blocks(IMPACTS, ControlBook(), ON, None) == []
