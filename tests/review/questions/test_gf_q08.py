from fairterms.review.scorecard import Reply
from tests.review.questions.conftest import ABSENT, UNTOLD, Fill


def test_a_cost_the_plan_pays_is_yes(fill: Fill) -> None:
    answer = fill("gf_q08", "Plan shall reimburse the actual cost of measurement and reporting.")
    assert answer.reply is Reply.YES


def test_work_at_own_cost_is_no(fill: Fill) -> None:
    answer = fill(
        "gf_q08",
        "Group performs the work at its own cost.",
        seen=[("admin-funding", "Group performs the work at its own cost.")],
    )
    assert answer.reply is Reply.NO
    assert "unpaid" in answer.because


def test_a_whole_text_without_money_is_no(fill: Fill) -> None:
    answer = fill("gf_q08", "Group keeps records.", seen=[("admin-funding", ABSENT)])
    assert answer.reply is Reply.NO
    assert "read whole" in answer.because


def test_an_amount_that_may_be_less_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q08", "Plan shall pay a Care Coordination Fee of $0.72 for each Member.")
    assert answer.reply is Reply.UNCLEAR
    assert "cannot be told" in answer.because


def test_a_text_not_read_whole_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q08", "Group keeps records.", seen=[("admin-funding", UNTOLD)], unread=1)
    assert answer.reply is Reply.UNCLEAR
