"""The page on joint meetings, and the agenda as a page of its own."""

import io
from datetime import date

from docx import Document

from fairterms.monitor.meetings.agenda import OpenItem, Topic, agenda
from fairterms.monitor.meetings.due import due
from fairterms.monitor.meetings.reader import Meetings, read_text
from fairterms.monitor.meetings.section import agenda_blocks, agenda_report, meeting_blocks
from fairterms.publish import docx, html
from fairterms.publish.blocks import Block, Callout, Prose
from fairterms.publish.number_blocks import Row, Table
from fairterms.publish.page import Report
from fairterms.units.period import Period
from tests.monitor.meetings.made_up import TEXT

CONTRACT = Period(date(2027, 1, 1), date(2028, 12, 31))
ON = date(2027, 11, 20)


def made(book: Meetings | None, on: date = ON) -> tuple[Block, ...]:
    blocks = meeting_blocks(book, due(book or Meetings(), CONTRACT, on))
    assert html.render(Report(title="A page", blocks=blocks))
    return blocks


def rows(blocks: tuple[Block, ...], anchor: str) -> tuple[Row, ...]:
    (table,) = (one for one in blocks if isinstance(one, Table) and one.anchor == anchor)
    return table.rows


def words(blocks: tuple[Block, ...]) -> list[str]:
    return [str(one.words) for one in blocks if isinstance(one, Prose)]


def test_without_a_file_the_page_says_what_to_write_and_that_a_meeting_was_missed() -> None:
    blocks = made(None)
    assert any("as [[meeting]]" in one for one in words(blocks))
    assert "two to four a year are usual" in words(blocks)[0]
    (callout,) = (one for one in blocks if isinstance(one, Callout))
    assert callout.title == "1 meeting was not held: 2027-01-01 to 2027-06-30."


def test_an_empty_file_says_for_each_list_what_to_write() -> None:
    said = " ".join(words(made(Meetings())))
    for section in ("[[decision]]", "[[initiative]]", "[[report]]"):
        assert section in said


def test_the_rule_of_the_contract_is_named_with_its_section_and_the_next_day() -> None:
    first, *_ = words(made(read_text(TEXT)))
    assert first == (
        "One joint meeting is due in each quarter (Section 9.2). The next is due by 2027-12-31."
    )


def test_meetings_without_minutes_and_late_decisions_stand_out() -> None:
    blocks = made(read_text(TEXT))
    held = rows(blocks, "meetings-table")
    assert [row.cells[5] for row in held] == ["not there yet", "not there yet"]
    (late,) = rows(blocks, "meetings-decisions-table")
    assert late.cells == ("The factors are shown.", "actuary", "2027-09-15, 66 days ago", "actuary")
    assert late.emphasis == "highlight"


def test_an_initiative_stands_with_what_was_measured_and_never_closed_by_itself() -> None:
    closed, still = rows(made(read_text(TEXT)), "meetings-initiatives-table")
    assert closed.cells[5] == "86.2 %, 2027-10-29, 1,148 people (own records)"
    assert closed.cells[7] == "closed with a measured result"
    assert still.cells[3:8] == (
        "not measured",
        "no number set",
        "not measured yet",
        "coordinator",
        "open, to be reviewed by 2028-03-31",
    )
    (_, late) = rows(made(read_text(TEXT), date(2028, 4, 1)), "meetings-initiatives-table")
    assert late.cells[7] == "open, its review of 2028-03-31 is past"
    assert late.emphasis == "highlight"


def test_a_result_on_few_people_is_not_shown() -> None:
    few = read_text(TEXT.replace("1,148 patients", "9 patients"))
    page = html.render(Report(title="A page", blocks=made(few)))
    assert "86.2" not in page
    assert "too few people to show" in page


def test_a_report_without_its_people_stands_out() -> None:
    without = read_text(TEXT.replace('reporter = "data analyst"\n', ""))
    (row,) = rows(made(without), "meetings-reports-table")
    assert (row.cells[3], row.emphasis) == ("nobody is named", "highlight")


def test_the_agenda_is_a_document_that_can_be_sent() -> None:
    item = OpenItem(Topic.OVERDUE_DUTY, "The April file.", date(2027, 5, 1), "Section 4.1", "plan")
    found = agenda([item], read_text(TEXT), ON, date(2027, 12, 31))
    report = agenda_report(found, "Summit and Juniper")
    opened = Document(io.BytesIO(docx.render(report)))
    text = "\n".join(paragraph.text for paragraph in opened.paragraphs)
    assert "Agenda of the next joint meeting" in text
    assert "To be held by 2027-12-31." in text
    cells = [[cell.text for cell in row.cells] for row in opened.tables[0].rows]
    assert cells[1] == [
        "1",
        "Overdue duty",
        "The April file.",
        "2027-05-01 (203 days)",
        "plan; Section 4.1",
    ]
    assert [row[1] for row in cells[2:]] == ["Decision not carried out", "Equity"]


def test_an_agenda_with_nothing_open_says_whom_to_ask() -> None:
    found = agenda([], Meetings(), ON, has_subgroups=False)
    assert "Nothing is open." in words(agenda_blocks(found))[0]
    assert html.render(agenda_report(found, "A deal"))
