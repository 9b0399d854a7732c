"""The part on findings: every word of an answer, nobody's small counts, and who acts next."""

from datetime import date

import pytest

from fairterms.audit.engagement.finding_section import finding_blocks, initiative_blocks, waits
from fairterms.audit.engagement.reader import read_text
from fairterms.audit.engagement.standing import stand
from fairterms.publish.blocks import Block, Callout, Heading, Prose, Quote
from fairterms.publish.page import Report
from fairterms.publish.tree import as_tree
from tests.audit.engagement.made_up import AGREED, CLOSED, FINDING, HEAD, ISSUE, WHOLE, WORK

TOLD = HEAD + WORK + FINDING + ISSUE
WORDS = "We do not agree.\n\nNot at all."
SAYS_NO = (
    AGREED[: AGREED.index("answer")]
    + 'answer = "disagree"\nreason = "We do not agree.\\n\\nNot at all."\n'
)


def blocks(text: str, on: date) -> tuple[Block, ...]:
    book = read_text(text).book
    issued = [one for one in stand(book, on) if one.issued_on]
    return finding_blocks(issued, book.up_to(on))


def said(text: str, on: date) -> str:
    return str(as_tree(Report(title="Audit", blocks=blocks(text, on))))


def test_an_answer_is_quoted_word_for_word_with_who_gave_it() -> None:
    quotes = [one for one in blocks(TOLD + SAYS_NO, date(2028, 11, 1)) if isinstance(one, Quote)]
    assert [(one.text, one.where.document) for one in quotes] == [
        (WORDS, "Answer of the plan, by actuary")
    ]
    assert quotes[0].why == ""


def test_a_small_count_is_taken_out_of_an_answer_and_that_is_said() -> None:
    answer = SAYS_NO.replace("Not at all", "It was 4 members")
    (quote,) = [one for one in blocks(TOLD + answer, date(2028, 11, 1)) if isinstance(one, Quote)]
    assert quote.text == "We do not agree.\n\nIt was [1 to 10] members."
    assert "taken out" in str(quote.why)


@pytest.mark.parametrize(
    "words",
    [
        *("B-7.4", "Line 15 comes first.", "An older sheet was used.", "$4,108.00 too little."),
        *("Work it out again.", "Line 13 is taken after Line 15.", "2028-10-06", "by new.csv"),
    ],
)
def test_a_finding_says_all_its_parts(words: str) -> None:
    assert words in said(WHOLE, date(2029, 1, 1))


def test_no_part_of_a_report_tells_a_small_count() -> None:
    text = WHOLE.replace("Line 15 comes first.", "Three patients waited.")
    text = text.replace("Line 13 is taken after Line 15.", "We saw 7 members.")
    text = text.replace("Worked out again.", "Looked at 9 members.")
    whole = said(text, date(2029, 1, 1))
    assert not any(one in whole for one in ("Three patients", "7 members", "9 members"))
    assert whole.count("[1 to 10]") == 3


def test_what_is_late_is_in_a_box_of_its_own() -> None:
    assert not any(isinstance(one, Callout) for one in blocks(TOLD, date(2028, 11, 5)))
    (box,) = [one for one in blocks(TOLD, date(2028, 11, 6)) if isinstance(one, Callout)]
    assert "the plan to answer, by 2028-11-05" in str(box.blocks)


def test_without_a_finding_it_says_what_to_do() -> None:
    head, words = blocks(HEAD + WORK + FINDING, date(2029, 1, 1))
    assert isinstance(head, Heading)
    assert isinstance(words, Prose)
    assert "[[issue]]" in str(words.words)


@pytest.mark.parametrize(
    ("text", "on", "who"),
    [
        (HEAD + WORK + FINDING, date(2028, 10, 1), "the auditor, before it is told"),
        (TOLD, date(2028, 10, 6), "the plan to answer, by 2028-11-05"),
        (TOLD + SAYS_NO, date(2028, 11, 1), "the committee, which hears both views"),
        (TOLD + AGREED, date(2028, 11, 1), "the auditor to verify, by 2028-12-05"),
        (TOLD + AGREED + CLOSED, date(2029, 1, 1), "nobody"),
    ],
    ids=["draft", "told", "disputed", "acting", "closed"],
)
def test_who_acts_next_is_said(text: str, on: date, who: str) -> None:
    (one,) = stand(read_text(text).book, on)
    assert waits(one) == who


def improved(text: str) -> str:
    book = read_text(text).book
    return str(as_tree(Report(title="A", blocks=initiative_blocks(book, date(2029, 1, 1)))))


def test_an_improvement_shows_its_measured_effect_and_when_it_is_too_small_does_not() -> None:
    assert "99 %, 2028-12-12 (report of December)" in improved(WHOLE)
    assert "closed with a measured effect" in improved(WHOLE)
    few = improved(WHOLE.replace('value = "99 %"', 'value = "99 %"\npeople = 300'))
    assert "too few people to show" in few
    assert "99 %, 2028" not in few
    assert "[[initiative]]" in improved(TOLD)


def test_an_improvement_after_a_draft_is_not_told() -> None:
    text = WHOLE.replace(ISSUE, "").replace(AGREED, "").replace(CLOSED, "")
    assert "Lines in order" not in improved(text)


def test_who_disagrees_is_heard_also_while_the_other_side_acts() -> None:
    told = TOLD.replace('about = ["plan"]', 'about = ["plan", "group"]')
    text = told + AGREED + SAYS_NO.replace('party = "plan"', 'party = "group"')
    (one,) = stand(read_text(text).book, date(2028, 11, 1))
    assert waits(one) == (
        "the auditor to verify, by 2028-12-05; and the committee, which hears both views"
    )
