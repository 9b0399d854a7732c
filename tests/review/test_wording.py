"""Findings in words."""

from dataclasses import replace

from fairterms.reference.law_entry import EXAMPLE
from fairterms.review import wording
from fairterms.units.finding import (
    AbsenceEvidence,
    Authority,
    Checked,
    QuoteEvidence,
    Source,
    WorksheetEvidence,
)

LAW = Source(
    title="Oregon Revised Statutes",
    locator="743B.500",
    jurisdiction="OR",
    known_through="read in 2026",
    status=Authority.LAW,
    checked=Checked.SECOND_HAND,
    scope="commercial plans",
    says="notice of a change.",
)
QUOTE = QuoteEvidence("a.pdf", 3, 0, 4, "Plan")


def test_a_law_is_named_with_its_dates_scope_and_how_well_we_know_it() -> None:
    assert wording.source_words(LAW) == (
        "Compare with Oregon Revised Statutes, 743B.500 (OR; read in 2026): notice of a change. "
        "Scope: commercial plans. Our source is second-hand."
    )


def test_another_states_law_is_an_example_and_short() -> None:
    told = wording.source_words(replace(LAW, scope=f"{EXAMPLE}; commercial plans"))
    assert told == (
        "Elsewhere (OR), as an example: Oregon Revised Statutes, 743B.500: notice of a change."
    )


def test_an_absence_says_what_was_looked_for_and_where() -> None:
    told = wording.absence_words(AbsenceEvidence(("a.pdf",), 12, ("a cap", "a limit")))
    assert told == "Not in the contract: 12 pages of a.pdf were searched for a cap, a limit."
    assert "= 5" in wording.absence_words(WorksheetEvidence("savings", "5"))


def test_words_recognised_from_a_picture_say_so() -> None:
    assert wording.where(QUOTE) == "a.pdf, page 3"
    told = wording.where(replace(QUOTE, is_recognised=True))
    assert "compare the words with it" in told
    assert wording.place(replace(QUOTE, is_recognised=True)).section


def test_the_lines_of_a_quotation_are_joined() -> None:
    assert wording.tidy("a\n b\ufffe c") == "a b c"
