from fairterms.review.features import Features
from fairterms.review.scorecard import Reply
from tests.correspondence.made_up import entry, sound
from tests.review.questions.conftest import ABSENT, UNTOLD, Fill


def test_joint_meetings_and_open_results_are_yes(fill: Fill) -> None:
    answer = fill(
        "gf_q11",
        "The Committee shall meet each quarter.",
        "Group's independent auditor may re-perform any settlement.",
    )
    assert answer.reply is Reply.YES


def test_final_figures_are_no(fill: Fill) -> None:
    answer = fill(
        "gf_q11",
        "The Committee shall meet each quarter.",
        "Plan's figures are conclusive.",
        seen=[("audit-of-plan", "Plan's figures are conclusive.")],
    )
    assert answer.reply is Reply.NO
    assert "cannot be checked" in answer.because


def test_a_whole_text_without_meetings_is_no(fill: Fill) -> None:
    answer = fill("gf_q11", "Group keeps records.", seen=[("meeting-cadence", ABSENT)])
    assert answer.reply is Reply.NO
    assert "read whole" in answer.because


def test_one_of_the_two_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q11", "The Committee shall meet each quarter.")
    assert answer.reply is Reply.UNCLEAR
    assert "Only one" in answer.because


def test_a_text_not_read_whole_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q11", "Group keeps records.", seen=[("meeting-cadence", UNTOLD)], unread=1)
    assert answer.reply is Reply.UNCLEAR
    assert "log" in answer.because


def test_without_pay_by_results_it_does_not_arise(fill: Fill) -> None:
    answer = fill("gf_q11", "Plan shall pay claims.", features=Features())
    assert answer.reply is Reply.UNCLEAR
    assert "pays no one by results" in answer.because


def test_a_refusal_in_the_talks_settles_what_the_text_leaves_open(fill: Fill) -> None:
    asked = entry("asked", questions='["gf_q11"]')
    refused = entry("no", kind='"refusal"', side='"plan"', replies_to='"asked"')
    open_text = fill("gf_q11", "Group keeps records.", unread=1)
    assert open_text.reply is Reply.UNCLEAR
    answer = fill("gf_q11", "Group keeps records.", unread=1, log=sound(asked, refused))
    assert answer.reply is Reply.NO
    assert "a sign" in answer.because
