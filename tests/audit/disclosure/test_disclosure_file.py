"""The file of disclosures is read whole, and every problem is named with its line."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.audit.disclosure.disclosure import Form, Summary
from fairterms.audit.disclosure.disclosure_file import DisclosureReading, read
from fairterms.audit.disclosure.mark import Mark

ENTRY = """[[disclosure]]
id = "rates"
on = 2027-02-09
by = "plan"
to = ["auditor", "actuary"]
form = "oral"
what = "how the rates are built"
mark = "proprietary"
marked_on = 2027-02-05
summary = { file = "evidence/rates.docx", on = 2027-03-02 }
"""
UNMARKED = (
    '[[disclosure]]\nid = "screen"\non = 2027-01-09\nby = "group"\nform = "visual"\nwhat = "x"\n'
)


def reading(folder: Path, text: str) -> DisclosureReading:
    path = folder / "disclosures.toml"
    path.write_text(text, encoding="utf-8")
    return read(path)


def test_an_entry_is_read_whole(tmp_path: Path) -> None:
    found = reading(tmp_path, ENTRY)
    assert (found.problems, found.summary_days) == ((), 30)
    (one,) = found.disclosures
    assert (one.id, one.on, one.by, one.to) == (
        "rates",
        date(2027, 2, 9),
        "plan",
        ("auditor", "actuary"),
    )
    assert (one.form, one.mark, one.marked_on) == (Form.ORAL, Mark.PROPRIETARY, date(2027, 2, 5))
    assert one.summary == Summary("evidence/rates.docx", date(2027, 3, 2))
    assert one.line == 1


def test_an_unmarked_one_is_read_and_not_a_problem(tmp_path: Path) -> None:
    found = reading(tmp_path, f"[rules]\nsummary_days = 10\n{ENTRY}{UNMARKED}")
    assert found.problems == ()
    assert found.summary_days == 10
    assert [one.id for one in found.disclosures] == ["screen", "rates"]
    assert not found.disclosures[0].is_protected


def test_without_a_file_there_is_nothing_to_mend(tmp_path: Path) -> None:
    assert read(tmp_path / "disclosures.toml") == DisclosureReading((), 30, ())


@pytest.mark.parametrize(
    ("old", "new", "what", "line"),
    [
        ('id = "rates"', 'id = "Rates"', '"Rates" is not an id', 2),
        ("on = 2027-02-09", "", "on is missing", 1),
        ("on = 2027-02-09", 'on = "soon"', "on is not a date", 3),
        ('by = "plan"', "", "by is missing", 1),
        ('form = "oral"', "", "form is missing", 1),
        ('form = "oral"', 'form = "sung"', 'form: there is no "sung"', 6),
        ('what = "how the rates are built"', "", "what is missing", 1),
        ('mark = "proprietary"', "", "marked_on stands without mark", 9),
        ("marked_on = 2027-02-05", "", "mark stands without marked_on", 8),
        ('mark = "proprietary"', 'mark = "secret"', 'mark: there is no "secret"', 8),
        ("marked_on = 2027-02-05", "marked_on = 2027", "marked_on is not a date", 9),
        ("on = 2027-03-02", "on = 2027-02-08", "the summary came before what it sums up", 10),
        ('file = "evidence/rates.docx", ', "", "file is missing", 10),
        (
            '{ file = "evidence/rates.docx", on = 2027-03-02 }',
            '"yes"',
            "summary is not a table",
            10,
        ),
        ('by = "plan"', 'by = "plan"\nwho = "x"', 'there is no key called "who"', 5),
        ('to = ["auditor", "actuary"]', 'to = "auditor"', "to is not a list of words", 5),
        ("[[disclosure]]", "[disclosure]", "disclosure is not a list of tables", 1),
        ("[[disclosure]]", "[[told]]", 'there is no section called "told"', 1),
        ("[[disclosure]]", "[rules]\nsummary_days = 0\n[[disclosure]]", "summary_days is not", 2),
        ("[[disclosure]]", "rules = 1\n[[disclosure]]", "rules is not a table", 1),
    ],
)
def test_every_problem_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, what: str, line: int
) -> None:
    assert old in ENTRY
    found = reading(tmp_path, ENTRY.replace(old, new, 1))
    shown = [(one.what, one.line) for one in found.problems]
    assert any(words.startswith(what) and at == line for words, at in shown), shown
    assert all(one.why and one.fix for one in found.problems)


def test_an_id_names_one_disclosure(tmp_path: Path) -> None:
    found = reading(tmp_path, ENTRY + ENTRY)
    assert [one.what for one in found.problems] == ['the id "rates" is used twice']
    assert len(found.disclosures) == 1


def test_a_file_that_is_no_toml_is_said_to_be_none(tmp_path: Path) -> None:
    assert reading(tmp_path, "[[").problems[0].code == "not-toml"
