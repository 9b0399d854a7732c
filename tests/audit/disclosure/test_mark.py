"""Marks travel with copies, and a record is kept for six years."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.audit.disclosure.mark import Manifest, Mark, MarkedFile, carry, kept_until

RATES = MarkedFile("rates.docx", Mark.PROPRIETARY, "Example Health", date(2027, 2, 5), 7)
LIST = MarkedFile("list.csv", Mark.CONFIDENTIAL, "Cedar Group", date(2027, 1, 5))
OLDER = MarkedFile("old.docx", Mark.PROPRIETARY, "Example Health", date(2026, 5, 5))
FOLDER = Manifest((RATES, LIST, OLDER))


def test_a_copy_carries_every_mark_of_what_it_was_made_from() -> None:
    found = carry(FOLDER, {"report.pdf": ["rates.docx", "list.csv", "plain.txt"]})
    assert {(one.owner, one.mark) for one in found.of("report.pdf")} == {
        ("Example Health", Mark.PROPRIETARY),
        ("Cedar Group", Mark.CONFIDENTIAL),
    }
    assert {one.line for one in found.files} == {0}


def test_what_was_made_of_unmarked_files_has_no_mark() -> None:
    assert carry(FOLDER, {"copy.txt": ["plain.txt"]}).files == ()
    assert FOLDER.of("plain.txt") == ()


def test_of_the_same_mark_twice_the_older_day_counts() -> None:
    for sources in (["rates.docx", "old.docx"], ["old.docx", "rates.docx"]):
        (one,) = carry(FOLDER, {"both.docx": sources}).files
        assert (one.path, one.since) == ("both.docx", date(2026, 5, 5))


def test_a_copy_of_a_copy_carries_the_same_marks() -> None:
    once = carry(FOLDER, {"a.docx": ["rates.docx", "list.csv"]})
    twice = carry(once, {"b.docx": ["a.docx"]})
    assert [(one.mark, one.owner, one.since) for one in twice.files] == [
        (one.mark, one.owner, one.since) for one in once.files
    ]


@pytest.mark.parametrize(
    ("made", "last", "until"),
    [
        (date(2027, 2, 5), None, date(2033, 2, 5)),
        (date(2027, 2, 5), date(2029, 6, 1), date(2035, 6, 1)),
        (date(2027, 2, 5), date(2026, 6, 1), date(2033, 2, 5)),
        (date(2024, 2, 29), None, date(2030, 3, 1)),
    ],
)
def test_a_record_is_kept_six_years_from_the_later_day(
    made: date, last: date | None, until: date
) -> None:
    assert kept_until(made, last) == until


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_six_years_are_never_fewer_days_than_six_years(made: date) -> None:
    kept = kept_until(made) - made
    assert timedelta(days=2191 - 1) <= kept <= timedelta(days=2193)
