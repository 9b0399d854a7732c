from fairterms.review.features import Features
from fairterms.review.scorecard import Reply
from tests.review.questions.conftest import UNTOLD, Fill


def test_listed_factors_that_count_are_yes(fill: Fill) -> None:
    answer = fill("gf_q14", "Targets are adjusted by homelessness and housing of Members.")
    assert answer.reply is Reply.YES


def test_a_refusal_is_no(fill: Fill) -> None:
    answer = fill("gf_q14", "No adjustment is made for the circumstances of patients.")
    assert answer.reply is Reply.NO
    assert "change nothing" in answer.because


def test_a_whole_text_without_factors_is_no(fill: Fill) -> None:
    answer = fill("gf_q14", "Group keeps records.")
    assert answer.reply is Reply.NO
    assert "read whole" in answer.because


def test_a_promise_to_talk_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q14", "The parties acknowledge social circumstances and will discuss them.")
    assert answer.reply is Reply.UNCLEAR
    assert "nothing is settled" in answer.because


def test_a_text_not_read_whole_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q14", "Group keeps records.", seen=[("high-need-payment", UNTOLD)], unread=1)
    assert answer.reply is Reply.UNCLEAR


def test_without_pay_by_results_it_does_not_arise(fill: Fill) -> None:
    answer = fill("gf_q14", "Plan shall pay claims.", features=Features())
    assert answer.reply is Reply.UNCLEAR
    assert "pays no one by results" in answer.because
