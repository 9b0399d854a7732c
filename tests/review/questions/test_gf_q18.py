from fairterms.review.scorecard import Reply
from tests.review.questions.conftest import Fill


def test_thirty_days_for_an_audit_are_yes(fill: Fill) -> None:
    answer = fill(
        "gf_q18", "Plan may audit the records of Group on at least thirty (30) days' notice."
    )
    assert answer.reply is Reply.YES


def test_ten_days_for_copies_are_no(fill: Fill) -> None:
    answer = fill(
        "gf_q18", "Group shall furnish copies of treatment records within ten (10) business days."
    )
    assert answer.reply is Reply.NO


def test_forty_eight_hours_are_no(fill: Fill) -> None:
    answer = fill(
        "gf_q18", "Group shall produce records for an audit within forty-eight (48) hours."
    )
    assert answer.reply is Reply.NO


def test_a_short_report_is_no_too(fill: Fill) -> None:
    answer = fill("gf_q18", "The monthly file is due within five (5) business days.")
    assert answer.reply is Reply.NO


def test_a_deadline_for_claims_is_another_matter(fill: Fill) -> None:
    answer = fill("gf_q18", "Group shall submit claims within ninety (90) days after the service.")
    assert answer.reply is Reply.UNCLEAR


def test_no_time_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q18", "Plan may audit records.")
    assert answer.reply is Reply.UNCLEAR
