"""A sign is seen, looked for and not seen, or unclear."""

from dataclasses import replace

from fairterms.review import mutual_terms
from fairterms.review.scorecard import Material, Reply
from fairterms.review.signs import Sign, always
from fairterms.units.finding import WorksheetEvidence
from tests.review.conftest import Read
from tests.review.questions.conftest import finding, text_of

SIGN = Sign(
    "a_sign",
    "A sign",
    ("drafter-rule-waived",),
    (mutual_terms.BOTH_DRAFTED,),
    (mutual_terms.BLANKS,),
    applies=always,
    caution="Ask.",
)


def test_the_rule_names_its_checks_its_words_and_its_safeguard() -> None:
    rule = SIGN.question.rule
    assert "drafter-rule-waived" in rule
    assert mutual_terms.BLANKS.words in rule
    assert mutual_terms.BOTH_DRAFTED.words in rule


def test_findings_and_words_are_counted_together_and_the_caution_follows(read_all: Read) -> None:
    reading = read_all(text_of("No rule against the drafter.", "Please leave blank."))
    found = finding(reading, "drafter-rule-waived", "No rule against the drafter.")
    answer = SIGN.answer(Material(reading, (found,)))
    assert (answer.reply, answer.because) == (Reply.YES, "Seen in 2 places. Ask.")


def test_a_sign_and_its_safeguard_are_shown_side_by_side(read_all: Read) -> None:
    reading = read_all(text_of("Both parties took part in drafting.", "Please leave blank."))
    answer = SIGN.answer(Material(reading, ()))
    assert answer.reply is Reply.YES
    assert "Both parties" in str(answer.evidence_against)


def test_silence_is_no_only_where_all_was_read(read_all: Read) -> None:
    text = text_of("Group keeps records.")
    assert SIGN.answer(Material(read_all(text), ())).reply is Reply.NO
    assert SIGN.answer(Material(read_all(text, unread=1), ())).reply is Reply.UNCLEAR


def test_the_log_may_hold_the_sign_or_the_contrary(read_all: Read) -> None:
    line = WorksheetEvidence("log, 2026-10-01, analyst of the plan", "refusal: No.")
    given = Material(read_all(text_of("Group keeps records.")), ())
    seen = replace(SIGN, talks=lambda _given: ((line,), ())).answer(given)
    assert (seen.reply, seen.evidence_for) == (Reply.YES, (line,))
    against = replace(SIGN, words=(mutual_terms.BLANKS,), talks=lambda _given: ((), (line,)))
    blank = Material(read_all(text_of("Please leave blank.")), ())
    assert against.answer(blank).evidence_against == (line,)


def test_a_caution_may_depend_on_what_was_given(read_all: Read) -> None:
    told = replace(SIGN, caution=lambda given: f"{len(given.findings)} findings.")
    assert told.answer(Material(read_all(text_of("Group keeps records.")), ())).because.endswith(
        "0 findings."
    )
