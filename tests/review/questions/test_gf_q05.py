from fairterms.review.scorecard import Reply
from tests.correspondence.made_up import entry, sound
from tests.review.questions.conftest import Fill


def test_named_help_without_charge_is_yes(fill: Fill) -> None:
    answer = fill("gf_q05", "Plan shall provide Group, without charge, an analyst and training.")
    assert answer.reply is Reply.YES


def test_an_imposed_system_is_no(fill: Fill) -> None:
    answer = fill(
        "gf_q05",
        "Group shall buy Plan's portal.",
        seen=[("platform-mandate", "Group shall buy Plan's portal.")],
    )
    assert answer.reply is Reply.NO
    assert "system" in answer.because


def test_a_whole_text_without_help_is_no(fill: Fill) -> None:
    answer = fill("gf_q05", "Group keeps records.")
    assert answer.reply is Reply.NO
    assert "read whole" in answer.because


def test_a_text_not_read_whole_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q05", "Group keeps records.", unread=1)
    assert answer.reply is Reply.UNCLEAR
    assert "log" in answer.because


def test_a_wish_to_help_is_no_help(fill: Fill) -> None:
    answer = fill("gf_q05", "Plan may offer to provide software without charge.", unread=1)
    assert answer.reply is Reply.UNCLEAR


def test_a_refusal_in_the_talks_settles_what_the_text_leaves_open(fill: Fill) -> None:
    asked = entry("asked", questions='["gf_q05"]')
    refused = entry("no", kind='"refusal"', side='"plan"', replies_to='"asked"')
    open_text = fill("gf_q05", "Group keeps records.", unread=1)
    assert open_text.reply is Reply.UNCLEAR
    answer = fill("gf_q05", "Group keeps records.", unread=1, log=sound(asked, refused))
    assert answer.reply is Reply.NO
    assert "a sign" in answer.because
