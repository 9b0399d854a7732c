from fairterms.review.scorecard import Reply
from tests.review.questions.conftest import Fill


def test_thirty_days_are_yes(fill: Fill) -> None:
    answer = fill(
        "gf_q07",
        "Group shall deliver the quarterly report within thirty (30) days after the quarter.",
    )
    assert answer.reply is Reply.YES


def test_five_business_days_are_no(fill: Fill) -> None:
    answer = fill(
        "gf_q07",
        "The monthly file is due within five (5) business days after the end of the month.",
    )
    assert answer.reply is Reply.NO


def test_one_short_deadline_beside_a_long_one_is_no(fill: Fill) -> None:
    answer = fill(
        "gf_q07",
        "Group shall deliver the quarterly report within thirty (30) days.",
        "Group shall submit the monthly file within ten (10) days.",
    )
    assert answer.reply is Reply.NO


def test_the_twentieth_of_the_month_is_no(fill: Fill) -> None:
    answer = fill("gf_q07", "Group shall submit outcome data by the 20th day of the next month.")
    assert answer.reply is Reply.NO


def test_the_plans_own_deadline_does_not_count(fill: Fill) -> None:
    answer = fill("gf_q07", "Plan shall deliver the report within five (5) days.")
    assert answer.reply is Reply.UNCLEAR


def test_no_deadline_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q07", "Group shall submit timely reports.")
    assert answer.reply is Reply.UNCLEAR
