from fairterms.review.scorecard import Reply
from tests.review.questions.conftest import Fill


def test_pay_in_time_without_objection_is_clear(fill: Fill) -> None:
    answer = fill("gf_q02", "Plan shall pay each clean claim within thirty (30) days.")
    assert answer.reply is Reply.YES


def test_rates_that_move_at_will_are_no(fill: Fill) -> None:
    answer = fill(
        "gf_q02",
        "Plan shall pay each clean claim within thirty (30) days.",
        "Plan may change the fees at any time.",
        seen=[("fee-schedule-change", "Plan may change the fees at any time.")],
    )
    assert answer.reply is Reply.NO


def test_a_critical_finding_about_recovery_is_no(fill: Fill) -> None:
    answer = fill(
        "gf_q02",
        "An appeal does not delay offset.",
        seen=[("recoup-during-dispute", "An appeal does not delay offset.")],
    )
    assert answer.reply is Reply.NO


def test_a_program_that_may_end_at_will_is_no(fill: Fill) -> None:
    answer = fill(
        "gf_q02",
        "Plan may end the program.",
        seen=[("incentive-at-will", "Plan may end the program.")],
    )
    assert answer.reply is Reply.NO


def test_a_rule_in_a_manual_not_supplied_is_unclear(fill: Fill) -> None:
    answer = fill(
        "gf_q02",
        "Plan shall pay each clean claim within thirty (30) days.",
        "The Manual applies.",
        seen=[("manual-incorporated", "The Manual applies.")],
    )
    assert answer.reply is Reply.UNCLEAR
    assert "not supplied" in answer.because


def test_an_effort_to_pay_is_unclear(fill: Fill) -> None:
    answer = fill(
        "gf_q02",
        "Plan shall use best efforts to pay claims within 30 days.",
        seen=[("prompt-pay", "best efforts to pay claims")],
    )
    assert answer.reply is Reply.UNCLEAR


def test_nothing_about_payment_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q02", "Group keeps records.")
    assert answer.reply is Reply.UNCLEAR
