"""The file of obligations, read with every problem and its line."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.monitor.calendar.length import Length, Unit
from fairterms.monitor.obligations.book import FILE, Book
from fairterms.monitor.obligations.obligation import Citation, Confirmed, Cure, Party
from fairterms.monitor.obligations.reader import read, read_text
from tests.monitor.obligations.conftest import BOOK, event


def _codes(text: str) -> list[tuple[str, int]]:
    return [(one.code, one.line) for one in read_text(text).problems]


def test_an_obligation_is_read_with_all_it_says() -> None:
    book = read_text(BOOK)
    assert book.problems == ()
    one = book.obligations[0]
    assert (one.id, one.line, one.owed_by, one.owed_to) == (
        "claims_file",
        3,
        Party.PLAN,
        Party.GROUP,
    )
    assert one.grace == Length(5, Unit.BUSINESS_DAYS)
    assert one.cure == Cure(Length(10, Unit.DAYS), is_from_notice=True)
    assert one.calendar == "CO"
    assert one.cite == Citation("01-agreement.pdf", "D-1.2", "files P-2 and P-3", 20)
    assert one.confirmed == Confirmed("contracting lead", date(2026, 12, 4))
    assert book.obligations[3].owed_to is Party.BOTH
    assert [one.id for one in book.proposed(date(2027, 1, 1))] == ["contacts"]


def test_a_first_day_may_come_round_again() -> None:
    text = BOOK + '\n[[obligation]]\nid = "fee"\nowed_by = "plan"\nwhat = "Pay"\ndue = 2027-01-20\n'
    book = read_text(text + 'recurrence = "monthly"\n')
    assert book.obligations[-1].rule.words == "January 20, 2027, then monthly"
    assert _codes(text + 'recurrence = "weekly"\n') == [("unknown-recurrence", 54)]


SOUND = 'id = "a"\nowed_by = "plan"\nwhat = "Send it"\ndue = 2027-01-20\n'


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('id = "a"', "", "bad-id"),
        ('id = "a"', 'id = "A file"', "bad-id"),
        ('owed_by = "plan"', "", "missing"),
        ('owed_by = "plan"', 'owed_by = "payer"', "unknown-party"),
        ('what = "Send it"', "", "missing"),
        ("due = 2027-01-20", "", "missing"),
        ("due = 2027-01-20", 'due = "in good time"', "bad-due"),
        ("due = 2027-01-20", "due = 20", "bad-due"),
        ("due = 2027-01-20", "due = []", "bad-due"),
        ("due = 2027-01-20", 'due = "3 business days after a notice"', "missing"),
        ("due = 2027-01-20", 'due = "3 days after"', "bad-due"),
        ("due = 2027-01-20", 'due = "3 days after no_such_thing"', "unknown-obligation"),
        ("due = 2027-01-20", 'due = 2027-01-20\ncalendar = "Oregon"', "unknown-calendar"),
        ("due = 2027-01-20", 'due = 2027-01-20\ngrace = "a while"', "bad-length"),
        ("due = 2027-01-20", 'due = 2027-01-20\ncure = "10 days after lunch"', "bad-length"),
        ("due = 2027-01-20", 'due = 2027-01-20\nstatus = "done"', "unknown-key-of-an-entry"),
        ("due = 2027-01-20", "due = 2027-01-20\nconfirmed = true", "not-parts"),
        ("due = 2027-01-20", 'due = 2027-01-20\nconfirmed = { by = "lead" }', "missing"),
        ("due = 2027-01-20", 'due = 2027-01-20\ncite = { document = "a.pdf" }', "missing"),
        ("due = 2027-01-20", 'due = 2027-01-20\nreplaces = "b"', "unknown-obligation"),
        (
            "due = 2027-01-20",
            "due = 2027-01-20\nstarts = 2027-03-01\nends = 2027-02-01",
            "bad-days",
        ),
    ],
)
def test_each_thing_to_mend_is_said_once_with_its_line(old: str, new: str, code: str) -> None:
    problems = read_text("[[obligation]]\n" + SOUND.replace(old, new)).problems
    assert [one.code for one in problems] == [code]
    assert problems[0].line >= 1
    assert problems[0].fix


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (event("e", "no_such", "done", "2027-05-01"), "unknown-obligation"),
        (event("e", "answer", "sent", "2027-05-01"), "unknown-kind"),
        (event("e", "answer", "done", '"May 1"'), "not-a-day"),
        (event("e", "answer", "waived", "2027-05-01", reason="agreed"), "missing"),
        (event("e", "answer", "waived", "2027-05-01", approved_by="lead"), "missing"),
        (event("e", "answer", "disputed", "2027-05-01"), "missing"),
        (event("e", "answer", "note", "2027-05-01"), "missing"),
        (event("e", "answer", "done", "2027-05-01", corrects="f"), "bad-correction"),
        (event("e", "answer", "done", "2027-05-01", state="late"), "unknown-key-of-an-entry"),
        (event("e", "answer", "started", "2027-05-01") * 2, "duplicate-id"),
        ("\n[[duty]]\n", "unknown-section"),
    ],
)
def test_an_event_says_which_obligation_what_when_and_who(told: str, code: str) -> None:
    assert [one.code for one in read_text(BOOK + told).problems] == [code]


def test_an_event_cannot_be_of_tomorrow() -> None:
    text = BOOK + event("e", "answer", "started", "2027-05-02")
    assert read_text(text, today=date(2027, 5, 2)).problems == ()
    found = read_text(text, today=date(2027, 5, 1)).problems
    assert [one.code for one in found] == ["later-than-today"]


def test_days_of_the_calendar_are_days() -> None:
    assert read_text("also_open = [2027-03-31]\n" + BOOK).also_open == (date(2027, 3, 31),)
    assert _codes('also_closed = ["March 31"]\n' + BOOK) == [("not-a-day", 1)]


def test_all_problems_are_told_together() -> None:
    text = BOOK.replace('owed_by = "group"', 'owed_by = "us"').replace(
        'due = "45 days after final_report"', 'due = "soon"'
    )
    assert _codes(text) == [("unknown-party", 16), ("bad-due", 33)]


def test_a_message_reads_word_for_word() -> None:
    text = "[[obligation]]\n" + SOUND.replace("2027-01-20", '"soon"')
    assert str(read_text(text).problems[0]) == (
        'obligations.toml:5: due is no rule that can be worked out: "soon" [bad-due]\n'
        '    5 | due = "soon"\n'
        "      why: without it nobody can say what is late\n"
        "      fix: write a day such as 2027-03-01, or a rule: "
        '"15th of each month, next business day", "30 days after the end of each quarter", '
        '"April 1 of each year" or "20 business days after receipt of the notice"'
    )


def test_a_file_is_read_from_a_folder_with_the_evidence_beside_it(tmp_path: Path) -> None:
    assert read(tmp_path) is None
    evidence = 'evidence = { file = "letters/a.txt", sha256 = "' + "0" * 64 + '" }\n'
    text = BOOK + event("e", "answer", "started", "2027-05-02") + evidence
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    book = read(tmp_path)
    assert book is not None
    assert [one.code for one in book.problems] == ["evidence-missing"]
    assert book.events[0].evidence is not None


def test_what_is_not_toml_or_not_text_is_one_problem(tmp_path: Path) -> None:
    assert [one.code for one in read_text("[[obligation").problems] == ["not-toml"]
    assert [one.code for one in read_text("obligation = 3").problems] == ["not-a-list"]
    (tmp_path / FILE).write_bytes(b"\xff\xfe")
    book = read(tmp_path)
    assert isinstance(book, Book)
    assert [one.code for one in book.problems] == ["not-text"]
