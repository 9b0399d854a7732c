"""The blocks flag what is not protected, and say what to do where nothing is there."""

from datetime import date

from fairterms.audit.disclosure.disclosure import Disclosure, Form
from fairterms.audit.disclosure.disclosure_file import DisclosureReading
from fairterms.audit.disclosure.mark import Manifest, Mark, MarkedFile
from fairterms.audit.disclosure.section import disclosure_blocks, mark_blocks
from fairterms.publish.fragment import render
from fairterms.units.problem import Problem

ON = date(2027, 4, 1)
RATES = Disclosure(
    "rates",
    date(2027, 2, 9),
    "plan",
    ("auditor",),
    Form.ORAL,
    "how the rates are built",
    Mark.PROPRIETARY,
    date(2027, 2, 5),
)
SCREEN = Disclosure("screen", date(2027, 2, 10), "plan", (), Form.VISUAL, "a screen")


def test_a_late_summary_and_an_unmarked_disclosure_stand_out() -> None:
    html = render(disclosure_blocks(DisclosureReading((RATES, SCREEN), 30, ()), ON))
    assert "Its written summary was due by 2027-03-11. Ask for it." in html
    assert "Not protected" in html
    assert "screen: It was not marked" in html
    assert "within 30 days" in html


def test_where_all_are_marked_nothing_is_flagged() -> None:
    html = render(disclosure_blocks(DisclosureReading((RATES,), 60, ()), ON))
    assert "Not protected" not in html
    assert "within 60 days" in html


def test_problems_of_the_file_are_shown() -> None:
    problem = Problem("disclosures.toml", 3, "on is missing", "missing", "why", "write on")
    html = render(disclosure_blocks(DisclosureReading((), 30, (problem,)), ON))
    assert "Line 3: on is missing. write on." in html


def test_empty_states_say_what_to_do() -> None:
    html = render((*disclosure_blocks(DisclosureReading((), 30, ()), ON), *mark_blocks(Manifest())))
    assert "mark it in disclosures.toml" in html
    assert "An owner marks one in marks.toml" in html
    assert "<table" not in html


def test_a_marked_file_says_until_when_it_is_kept() -> None:
    one = MarkedFile("rates.docx", Mark.PROPRIETARY, "Plan", date(2027, 2, 5))
    html = render(mark_blocks(Manifest((one,))))
    assert "2033-02-05" in html
    assert "45 CFR 164.316(b)(2)(i)" in html
