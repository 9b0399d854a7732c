"""Eighteen concerns, seen, not seen, or unclear."""

import pytest

from fairterms.review.concerns import CONCERNS
from fairterms.review.context import Reading
from fairterms.review.features import Features
from fairterms.review.reading import CHECKS
from fairterms.review.scorecard import Material, Question, Reply, fill_in
from fairterms.units.finding import QuoteEvidence
from tests.review.conftest import Read
from tests.review.questions.conftest import ABSENT, UNTOLD, finding, text_of

EACH = pytest.mark.parametrize("concern", CONCERNS, ids=[one.text for one in CONCERNS])


def reading_of(read_all: Read, *clauses: str, unread: int = 0) -> Reading:
    return read_all(text_of("Group keeps its records.", *clauses), unread=unread)


def test_there_are_eighteen_in_order_each_heard_by_checks() -> None:
    assert [one.id for one in CONCERNS] == [f"concern_{number:02}" for number in range(1, 19)]
    for one in CONCERNS:
        assert one.checks
        assert {check.replace("-", "_") for check in one.checks} <= set(CHECKS)
        assert one.rule


@EACH
def test_a_finding_of_its_check_is_the_concern_seen(concern: Question, read_all: Read) -> None:
    reading = reading_of(read_all)
    found = finding(reading, concern.checks[0], ABSENT)
    answer = concern.answer(Material(reading, (found,)))
    assert answer.reply is Reply.YES
    assert answer.evidence_for == (found.evidence,)


@EACH
def test_a_text_not_read_whole_leaves_it_unclear(concern: Question, read_all: Read) -> None:
    reading = reading_of(read_all, unread=1)
    found = finding(reading, concern.checks[0], UNTOLD)
    answer = concern.answer(Material(reading, (found,)))
    assert answer.reply is Reply.UNCLEAR


@EACH
def test_no_concern_is_claimed_where_no_one_is_paid_by_results(
    concern: Question, read_all: Read
) -> None:
    reading = read_all(text_of("Plan shall pay claims."), Features())
    answer = concern.answer(Material(reading, ()))
    assert answer.reply is Reply.UNCLEAR or concern.id == "concern_13"


SOUND = {
    1: "Each objective has one owner, one measure and one date.",
    2: "This Agreement may be amended only by a writing signed by both parties.",
    3: "Response means a PHQ-9 score 50% lower.",
    4: "Patients off track are listed without penalty.",
    5: "Group never owes more than 2% of fees.",
    6: "Targets are adjusted for risk by the CMS-HCC model from age and severity.",
    7: "The Benchmark is the Base Year cost multiplied by the trend.",
    8: "Targets stay the same for three years.",
    9: "Attribution is prospective, by Exhibit T.",
    10: "A measure of fewer than thirty patients is not scored, and its weight is divided.",
    11: "Plan shall deliver member-level files each month.",
    12: "Group's independent auditor may re-perform any settlement.",
    13: "Plan shall reimburse the actual cost of measurement.",
    14: "Only the dated documents of Exhibit D apply.",
    15: "No payment is an inducement to reduce or limit care.",
    16: "Plan pays $40 each month for a Member with serious mental illness.",
    17: "Early indicators are shared each month.",
    18: "Group shall not penalize any individual Clinician by cost.",
}


@pytest.mark.parametrize("number", SOUND)
def test_a_safeguard_in_the_text_answers_not_seen_and_is_quoted(
    number: int, read_all: Read
) -> None:
    reading = reading_of(read_all, SOUND[number], unread=1)
    answer = CONCERNS[number - 1].answer(Material(reading, ()))
    assert answer.reply is Reply.NO
    assert isinstance(answer.evidence_against[0], QuoteEvidence)


def test_checks_that_stay_silent_on_a_whole_text_answer_not_seen_by_name(read_all: Read) -> None:
    reading = reading_of(read_all)
    (line,) = fill_in([CONCERNS[3]], Material(reading, ()))
    assert line.answer.reply is Reply.NO
    assert "controls-exceptions" in line.answer.because
