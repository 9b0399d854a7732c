from fairterms.review.features import Features
from fairterms.review.scorecard import Reply
from tests.review.questions.conftest import ABSENT, UNTOLD, Fill


def test_change_by_both_is_yes(fill: Fill) -> None:
    answer = fill("gf_q12", "Measures are revised once a year by joint vote of both parties.")
    assert answer.reply is Reply.YES


def test_change_by_the_plan_is_no(fill: Fill) -> None:
    answer = fill(
        "gf_q12",
        "Plan may revise the measures.",
        seen=[("measure-change", "Plan may revise the measures.")],
    )
    assert answer.reply is Reply.NO
    assert "Only the plan" in answer.because


def test_a_whole_text_without_a_process_is_no(fill: Fill) -> None:
    answer = fill("gf_q12", "Group keeps records.", seen=[("recalibration-process", ABSENT)])
    assert answer.reply is Reply.NO
    assert "read whole" in answer.because


def test_a_text_not_read_whole_is_unclear(fill: Fill) -> None:
    answer = fill(
        "gf_q12", "Group keeps records.", seen=[("recalibration-process", UNTOLD)], unread=1
    )
    assert answer.reply is Reply.UNCLEAR


def test_without_pay_by_results_it_does_not_arise(fill: Fill) -> None:
    answer = fill("gf_q12", "Plan shall pay claims.", features=Features())
    assert answer.reply is Reply.UNCLEAR
    assert "pays no one by results" in answer.because
