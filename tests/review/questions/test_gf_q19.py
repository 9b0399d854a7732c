from fairterms.review.scorecard import Reply
from tests.correspondence.made_up import entry, sound
from tests.review.questions.conftest import Fill


def test_free_training_by_the_plan_is_yes(fill: Fill) -> None:
    answer = fill("gf_q19", "Plan shall provide Group, without charge, with ten hours of training.")
    assert answer.reply is Reply.YES


def test_training_at_own_cost_is_no(fill: Fill) -> None:
    answer = fill(
        "gf_q19", "Group shall take part in trainings. Group shall bear its own cost of doing so."
    )
    assert answer.reply is Reply.NO
    assert "own cost" in answer.because


def test_a_whole_text_without_training_is_no(fill: Fill) -> None:
    answer = fill("gf_q19", "Group keeps records.")
    assert answer.reply is Reply.NO
    assert "read whole" in answer.because


def test_training_without_a_word_on_its_cost_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q19", "Plan shall provide training on its portal.")
    assert answer.reply is Reply.UNCLEAR
    assert "not that it is free" in answer.because


def test_other_costs_are_not_training(fill: Fill) -> None:
    answer = fill(
        "gf_q19",
        "Group shall attend meetings. Group shall bear its own cost of doing so.",
        unread=1,
    )
    assert answer.reply is Reply.UNCLEAR
    assert "log" in answer.because


def test_a_text_not_read_whole_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q19", "Group keeps records.", unread=1)
    assert answer.reply is Reply.UNCLEAR


def test_a_refusal_in_the_talks_settles_what_the_text_leaves_open(fill: Fill) -> None:
    asked = entry("asked", questions='["gf_q19"]')
    refused = entry("no", kind='"refusal"', side='"plan"', replies_to='"asked"')
    open_text = fill("gf_q19", "Group keeps records.", unread=1)
    assert open_text.reply is Reply.UNCLEAR
    answer = fill("gf_q19", "Group keeps records.", unread=1, log=sound(asked, refused))
    assert answer.reply is Reply.NO
    assert "a sign" in answer.because
