"""The page shows what the clause gives and leaves open, where each request stands, what to do."""

from dataclasses import replace
from datetime import date

from fairterms.audit.rights.reader import RightsReading
from fairterms.audit.rights.right import NotStated, Stated, Stop
from fairterms.audit.rights.section import NOT_SAID, clocks, rights_blocks
from fairterms.document.school_grade import grade
from fairterms.publish.blocks import Block, Callout, Definitions, Prose, Quote
from fairterms.publish.number_blocks import Table
from fairterms.publish.page import Report, plain
from fairterms.reference.measure_logic.working_days import DayCount
from fairterms.units.period import Period
from tests.audit.rights.made_up import QUOTE, REQUEST, RIGHT

READING = RightsReading((RIGHT,), (REQUEST,))
LATE = date(2028, 4, 2)


def terms(blocks: tuple[Block, ...]) -> dict[str, str]:
    (found,) = [one for one in blocks if isinstance(one, Definitions)]
    return {one.name: plain(one.words) for one in found.entries}


def test_the_terms_are_shown_beside_the_words_of_the_clause() -> None:
    blocks = rights_blocks(READING, LATE)
    assert [one.text for one in blocks if isinstance(one, Quote)] == [QUOTE]
    shown = terms(blocks)
    assert shown["Notice before access"] == "30 calendar days"
    assert (shown["How often"], shown["How far back"]) == ("1 audit a year", "3 years")
    assert shown["When the clock stops"] == "never: the clause does not say that it does"
    stopping = RightsReading((replace(RIGHT, stops_when="while closed"),))
    assert terms(rights_blocks(stopping, LATE))["When the clock stops"] == "while closed"
    Report(title="Audit", blocks=blocks)


def test_business_days_say_which_holidays_are_known() -> None:
    right = replace(RIGHT, counted=DayCount(True, frozenset({LATE})), yearly_cap=Stated(0))
    shown = terms(rights_blocks(RightsReading((right,)), LATE))
    assert shown["Notice before access"] == "30 business days, holidays listed: 1"
    assert shown["How often"] == "no limit"
    none = replace(RIGHT, counted=DayCount(True, frozenset()))
    shown = terms(rights_blocks(RightsReading((none,)), LATE))
    assert shown["Notice before access"] == "30 business days, holidays listed: none"


def test_what_the_clause_leaves_open_is_a_warning() -> None:
    gap = NotStated("notice_days", "7.9", "Ask for ten days")
    reading = RightsReading((replace(RIGHT, notice_days=gap),), (REQUEST,))
    blocks = rights_blocks(reading, LATE)
    assert terms(blocks)["Notice before access"] == NOT_SAID
    (warning,) = [one for one in blocks if isinstance(one, Callout) and one.kind == "warning"]
    assert str(gap) in str(warning.blocks)
    (table,) = [one for one in blocks if isinstance(one, Table)]
    assert table.rows[0].cells[3] == NOT_SAID


def test_a_late_request_stands_out_with_what_to_do() -> None:
    (table,) = [one for one in rights_blocks(READING, LATE) if isinstance(one, Table)]
    (row,) = table.rows
    assert row.emphasis == "highlight"
    assert row.cells[2:] == (
        *("2028-03-01", "2028-03-31", "late (2 days after the day)"),
        "Write to the other side, and name the clause and the day.",
    )


def test_requests_of_later_days_are_not_shown() -> None:
    assert clocks(READING, date(2028, 2, 1)) == ()
    prose = [one for one in rights_blocks(READING, date(2028, 2, 1)) if isinstance(one, Prose)]
    assert plain(prose[-1].words).startswith("No request to audit was made by 2028-02-01.")


def test_without_any_right_the_page_says_what_to_look_and_ask_for() -> None:
    (_, prose) = rights_blocks(RightsReading(is_written=False), LATE)
    assert isinstance(prose, Prose)
    assert "not legal advice" in plain(prose.words)
    assert grade(plain(prose.words)) <= 9


def test_a_request_tells_of_no_few_people() -> None:
    stop = Stop(Period(LATE, LATE), "3 patients complained")
    asked = replace(REQUEST, scope="the charts of 4 patients", stops=(stop,))
    shown = str(rights_blocks(RightsReading((RIGHT,), (asked,)), LATE))
    assert "4 patients" not in shown
    assert "3 patients" not in shown
    assert "[1 to 10] patients" in shown
