from fairterms.review.scorecard import Reply, StatedTerm
from tests.review.questions.conftest import Fill


def test_a_list_and_a_test_passed_are_yes(fill: Fill) -> None:
    answer = fill(
        "gf_q06",
        "Reports and their fields are fixed in Exhibit R.",
        terms={"capacity_test": StatedTerm("capacity_test", "passed", "readiness, 3")},
    )
    assert answer.reply is Reply.YES


def test_a_list_alone_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q06", "Reports and their fields are fixed in Exhibit R.")
    assert answer.reply is Reply.UNCLEAR
    assert "not tested" in answer.because


def test_any_report_the_plan_requests_is_no(fill: Fill) -> None:
    answer = fill(
        "gf_q06",
        "Group shall submit any report that Plan requests.",
        seen=[("reporting-burden", "Group shall submit any report that Plan requests.")],
    )
    assert answer.reply is Reply.NO
    assert "later and alone" in answer.because


def test_a_short_deadline_alone_is_another_question(fill: Fill) -> None:
    answer = fill(
        "gf_q06",
        "A file is due within five (5) days.",
        seen=[("reporting-burden", "A file is due within five (5) days.")],
    )
    assert answer.reply is Reply.UNCLEAR


def test_no_list_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q06", "Group keeps records.")
    assert answer.reply is Reply.UNCLEAR
