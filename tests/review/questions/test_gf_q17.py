from fairterms.review.scorecard import Reply
from tests.review.questions.conftest import Fill


def test_duties_in_documents_at_hand_are_yes(fill: Fill) -> None:
    answer = fill("gf_q17", "Group shall comply with the dated rules of Exhibit D.")
    assert answer.reply is Reply.YES


def test_missing_rules_that_the_plan_may_change_are_no(fill: Fill) -> None:
    answer = fill(
        "gf_q17",
        "The Manual binds.",
        "Plan posts updates.",
        seen=[
            ("manual-incorporated", "The Manual binds."),
            ("manual-change-notice", "Plan posts updates."),
        ],
    )
    assert answer.reply is Reply.NO
    assert "change alone" in answer.because


def test_fines_passed_down_are_no(fill: Fill) -> None:
    answer = fill(
        "gf_q17",
        "Group shall comply with law.",
        "Group pays Plan's fines.",
        seen=[("penalty-pass-through", "Group pays Plan's fines.")],
    )
    assert answer.reply is Reply.NO
    assert "fines" in answer.because


def test_missing_rules_alone_are_unclear(fill: Fill) -> None:
    answer = fill(
        "gf_q17",
        "Group shall comply with the Manual.",
        seen=[("manual-incorporated", "the Manual")],
    )
    assert answer.reply is Reply.UNCLEAR
    assert "not at hand" in answer.because


def test_no_duty_found_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q17", "Group keeps records.")
    assert answer.reply is Reply.UNCLEAR
