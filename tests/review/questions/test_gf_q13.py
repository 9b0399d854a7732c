from fairterms.review.features import Features
from fairterms.review.scorecard import Reply
from tests.correspondence.made_up import entry, sound
from tests.review.questions.conftest import Fill


def test_adjustment_in_the_text_is_yes(fill: Fill) -> None:
    answer = fill("gf_q13", "The risk-adjusted cost is compared with the target.")
    assert answer.reply is Reply.YES


def test_a_refusal_is_no(fill: Fill) -> None:
    answer = fill("gf_q13", "No adjustment is made for the severity of patients.")
    assert answer.reply is Reply.NO
    assert "refuses" in answer.because


def test_a_whole_text_without_it_is_no(fill: Fill) -> None:
    answer = fill("gf_q13", "Group keeps records.")
    assert answer.reply is Reply.NO
    assert "read whole" in answer.because


def test_a_text_not_read_whole_is_unclear_and_says_that_no_log_is_kept(fill: Fill) -> None:
    answer = fill("gf_q13", "Group keeps records.", unread=1)
    assert answer.reply is Reply.UNCLEAR
    assert "log" in answer.because


def test_coding_data_for_medicare_are_no_adjustment(fill: Fill) -> None:
    answer = fill("gf_q13", "Group shall submit Risk Adjustment Data.", unread=1)
    assert answer.reply is Reply.UNCLEAR


def test_without_pay_by_results_it_does_not_arise(fill: Fill) -> None:
    answer = fill("gf_q13", "Plan shall pay claims.", features=Features())
    assert answer.reply is Reply.UNCLEAR
    assert "pays no one by results" in answer.because


def test_a_refusal_in_the_talks_settles_what_the_text_leaves_open(fill: Fill) -> None:
    asked = entry("asked", questions='["gf_q13"]')
    refused = entry("no", kind='"refusal"', side='"plan"', replies_to='"asked"')
    open_text = fill("gf_q13", "Group keeps records.", unread=1)
    assert open_text.reply is Reply.UNCLEAR
    answer = fill("gf_q13", "Group keeps records.", unread=1, log=sound(asked, refused))
    assert answer.reply is Reply.NO
    assert "a sign" in answer.because
