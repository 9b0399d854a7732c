from fairterms.review.scorecard import Reply
from tests.review.questions.conftest import ABSENT, UNTOLD, Fill


def test_law_and_least_data_are_yes_and_an_adviser_confirms(fill: Fill) -> None:
    answer = fill(
        "gf_q20", "Each party shall comply with HIPAA.", "Plan asks only for the minimum necessary."
    )
    assert answer.reply is Reply.YES
    assert "adviser" in answer.because


def test_data_that_are_the_plans_are_no(fill: Fill) -> None:
    answer = fill(
        "gf_q20",
        "Each party shall comply with HIPAA.",
        "All data are Plan's.",
        seen=[("data-ownership", "All data are Plan's.")],
    )
    assert answer.reply is Reply.NO
    assert "freely use" in answer.because


def test_a_whole_text_without_a_rule_for_notes_is_no(fill: Fill) -> None:
    answer = fill(
        "gf_q20", "Each party shall comply with HIPAA.", seen=[("bh-record-privacy", ABSENT)]
    )
    assert answer.reply is Reply.NO
    assert "read whole" in answer.because


def test_law_alone_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q20", "Each party shall comply with HIPAA.")
    assert answer.reply is Reply.UNCLEAR
    assert "part" in answer.because


def test_a_text_not_read_whole_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q20", "Group keeps records.", seen=[("bh-record-privacy", UNTOLD)], unread=1)
    assert answer.reply is Reply.UNCLEAR
