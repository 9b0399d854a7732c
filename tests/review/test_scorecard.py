"""Every question keeps the same manners, and the worked contracts are answered as by a reader."""

from pathlib import Path

import pytest

from fairterms.document.reader import read_all as read_paths
from fairterms.review.cards import GOOD_FAITH
from fairterms.review.context import Reading
from fairterms.review.features import Features
from fairterms.review.reading import CHECKS, review
from fairterms.review.reviewed import Reviewed, look_at
from fairterms.review.scorecard import (
    Answer,
    Material,
    Question,
    Reply,
    StatedTerm,
    evidence_of,
    fill_in,
)
from fairterms.units.finding import QUESTIONS, AbsenceEvidence, QuoteEvidence, Status
from tests.review.conftest import ONE_SIDED, Read, agreement

EXAMPLES = Path(__file__).parents[2] / "examples"
QUESTIONED = pytest.mark.parametrize("question", GOOD_FAITH.values(), ids=list(GOOD_FAITH))
BARE = "Group shall pay its share of any deficit in each year against the benchmark."
CEDAR = "ununnnnnunnnnnnnnnnn"  # Program Policies, not supplied, would prevail over the text.
JUNIPER = "ynynyuyuyunyyuuunyyy"


def material(reading: Reading) -> Material:
    return Material(reading, review(reading.documents, reading.features))


def filled(example: str) -> tuple[Reviewed, str]:
    documents, _ = read_paths([EXAMPLES / example / "contract" / "01-agreement.pdf"])
    reviewed = look_at(documents)
    lines = fill_in(GOOD_FAITH.values(), Material(reviewed.reading, reviewed.findings))
    return reviewed, "".join(line.answer.reply.value[0] for line in lines)


def test_the_twenty_questions_are_those_that_findings_name() -> None:
    assert tuple(GOOD_FAITH) == QUESTIONS
    assert [question.id for question in GOOD_FAITH.values()] == list(QUESTIONS)


@QUESTIONED
def test_a_question_says_how_it_is_answered_in_a_few_plain_sentences(question: Question) -> None:
    assert question.text.endswith("?")
    assert question.rule.count(". ") <= 2
    assert "unclear" in question.rule.lower()
    assert {check.replace("-", "_") for check in question.checks} <= set(CHECKS)


@QUESTIONED
def test_the_order_of_findings_changes_nothing(question: Question, read_all: Read) -> None:
    reading = read_all(agreement(ONE_SIDED, BARE, "Plan may revise the measures at any time."))
    found = list(material(reading).findings)
    assert len(found) > 5
    first = question.answer(Material(reading, tuple(found)))
    for turned in (found[::-1], found[3:] + found[:3], found[1::2] + found[::2]):
        assert question.answer(Material(reading, tuple(turned))) == first


@QUESTIONED
def test_a_blank_page_turns_every_no_by_absence_into_unclear(
    question: Question, read_all: Read
) -> None:
    text = agreement(BARE, without=("data", "records", "audit", "target", "stop_loss"))
    whole = question.answer(material(read_all(text)))
    blanked = question.answer(material(read_all(text, unread=1)))
    is_by_absence = whole.evidence_against and all(
        isinstance(one, AbsenceEvidence) for one in whole.evidence_against
    )
    if whole.reply is Reply.NO and is_by_absence:
        assert blanked.reply is Reply.UNCLEAR
        assert "could not be read" in blanked.because
    assert not any(
        isinstance(one, AbsenceEvidence)
        for one in blanked.evidence_against
        if blanked.reply is Reply.NO
    )


def test_some_questions_are_answered_no_by_absence(read_all: Read) -> None:
    text = agreement(BARE, without=("data", "records", "audit", "target", "stop_loss"))
    lines = fill_in(GOOD_FAITH.values(), material(read_all(text)))
    absent = [
        line.question.id
        for line in lines
        if line.answer.reply is Reply.NO
        and isinstance(line.answer.evidence_against[0], AbsenceEvidence)
    ]
    assert len(absent) >= 4


@QUESTIONED
def test_an_agreement_that_pays_no_one_by_results_is_never_told_no_about_results(
    question: Question, read_all: Read
) -> None:
    reading = read_all(agreement(), features=Features())
    answer = question.answer(material(reading))
    if "by results" in answer.because:
        assert answer.reply is Reply.UNCLEAR
        assert answer.evidence_against == ()


@QUESTIONED
def test_yes_shows_words_and_every_quotation_is_exact(question: Question, read_all: Read) -> None:
    reading = read_all(agreement(ONE_SIDED))
    answer = question.answer(material(reading))
    text = reading.documents[0].text
    for quote in (*answer.evidence_for, *answer.evidence_against):
        if isinstance(quote, QuoteEvidence):
            assert text[quote.start : quote.end] == quote.text


def test_an_answer_without_a_reason_or_a_yes_without_words_cannot_be_made() -> None:
    with pytest.raises(AssertionError, match="says why"):
        Answer(Reply.NO, "")
    with pytest.raises(AssertionError, match="rests on"):
        Answer(Reply.YES, "It is so.")


def test_a_term_counts_only_with_the_place_that_says_it(read_all: Read) -> None:
    reading = read_all(agreement())
    terms = {
        "loss_cap": StatedTerm("loss_cap", "2 %", "offer.pdf, 3"),
        "stop_loss": StatedTerm("stop_loss", "$9"),
    }
    given = Material(reading, (), terms)
    assert len(given.stated("loss_cap", "stop_loss", "phase_in")) == 1
    assert given.terms["loss_cap"].evidence.value == "2 % (offer.pdf, 3)"


def test_evidence_of_findings_is_given_once_and_unclear_findings_apart(read_all: Read) -> None:
    given = material(read_all(agreement(ONE_SIDED), unread=1))
    plain = given.plain("amend-unilateral")
    assert [one.status for one in plain] == [Status.FINDING]
    assert len(evidence_of((*plain, *plain))) == 1
    assert all(one.status is Status.UNCLEAR for one in given.unclear(*_all_checks()))
    assert given.unclear(*_all_checks())


def _all_checks() -> list[str]:
    return [check.id for check in CHECKS.values()]


@pytest.mark.parametrize(
    ("example", "expected"),
    [("cedar", CEDAR), pytest.param("juniper", JUNIPER, marks=pytest.mark.slow)],
)
def test_a_worked_contract_is_answered_as_a_careful_reader_would(
    example: str, expected: str
) -> None:
    assert filled(example)[1] == expected
