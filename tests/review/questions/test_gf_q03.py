from fairterms.review.features import Features
from fairterms.review.scorecard import Reply
from tests.review.questions.conftest import ABSENT, UNTOLD, Fill


def test_dated_steps_are_yes(fill: Fill) -> None:
    answer = fill(
        "gf_q03",
        "The share of losses is thirty percent (30%) in 2027 and sixty percent (60%) in 2028.",
    )
    assert answer.reply is Reply.YES
    assert "steps" in answer.because


def test_a_first_year_of_upside_only_is_yes(fill: Fill) -> None:
    answer = fill("gf_q03", "The first year is upside-only.")
    assert answer.reply is Reply.YES


def test_losses_from_the_first_day_are_no(fill: Fill) -> None:
    answer = fill(
        "gf_q03",
        "Group owes shared losses from the Effective Date.",
        seen=[("risk-phase-in", "Group owes shared losses from the Effective Date.")],
    )
    assert answer.reply is Reply.NO
    assert "first year" in answer.because


def test_a_whole_text_without_steps_is_no(fill: Fill) -> None:
    answer = fill("gf_q03", "Group shall pay deficits.", seen=[("risk-phase-in", ABSENT)])
    assert answer.reply is Reply.NO
    assert "read whole" in answer.because


def test_a_text_not_read_whole_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q03", "Group shall pay deficits.", seen=[("risk-phase-in", UNTOLD)], unread=1)
    assert answer.reply is Reply.UNCLEAR
    assert "could not be read" in answer.because


def test_without_downside_the_question_does_not_arise(fill: Fill) -> None:
    answer = fill("gf_q03", "Plan shall pay claims.", features=Features())
    assert answer.reply is Reply.UNCLEAR
    assert "no money back" in answer.because
