from fairterms.review.features import Features
from fairterms.review.scorecard import Reply
from tests.review.questions.conftest import ABSENT, UNTOLD, Fill


def test_a_stated_amount_is_yes(fill: Fill) -> None:
    answer = fill("gf_q16", "Plan pays $40 each month for a Member with serious mental illness.")
    assert answer.reply is Reply.YES


def test_a_refusal_is_no(fill: Fill) -> None:
    answer = fill("gf_q16", "No additional payment is made for the circumstances of patients.")
    assert answer.reply is Reply.NO
    assert "changes no payment" in answer.because


def test_a_whole_text_without_such_pay_is_no(fill: Fill) -> None:
    answer = fill("gf_q16", "Group keeps records.", seen=[("high-need-payment", ABSENT)])
    assert answer.reply is Reply.NO
    assert "read whole" in answer.because


def test_need_that_is_only_spoken_of_is_unclear(fill: Fill) -> None:
    answer = fill(
        "gf_q16",
        "The parties recognize high need.",
        seen=[("high-need-payment", "The parties recognize high need.")],
    )
    assert answer.reply is Reply.UNCLEAR
    assert "no amount" in answer.because


def test_a_text_not_read_whole_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q16", "Group keeps records.", seen=[("high-need-payment", UNTOLD)], unread=1)
    assert answer.reply is Reply.UNCLEAR


def test_without_pay_by_results_it_does_not_arise(fill: Fill) -> None:
    answer = fill("gf_q16", "Plan shall pay claims.", features=Features())
    assert answer.reply is Reply.UNCLEAR
    assert "pays no one by results" in answer.because
