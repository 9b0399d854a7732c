from fairterms.review.features import Features
from fairterms.review.scorecard import Reply
from fairterms.units.finding import Severity
from tests.correspondence.made_up import entry, sound
from tests.review.questions.conftest import ABSENT, Fill


def test_an_accepted_sample_is_yes(fill: Fill) -> None:
    answer = fill(
        "gf_q15",
        "Plan shall deliver member-level files monthly.",
        "Group has tested and accepted the sample.",
    )
    assert answer.reply is Reply.YES


def test_reports_at_will_are_no(fill: Fill) -> None:
    answer = fill(
        "gf_q15",
        "Plan provides reports, if any.",
        seen=[("data-feed", "Plan provides reports, if any.")],
    )
    assert answer.reply is Reply.NO
    assert "no member-level data" in answer.because


def test_a_whole_text_without_data_is_no(fill: Fill) -> None:
    answer = fill("gf_q15", "Group keeps records.", seen=[("data-feed", ABSENT)])
    assert answer.reply is Reply.NO
    assert "read whole" in answer.because


def test_data_that_are_only_promised_are_unclear(fill: Fill) -> None:
    answer = fill("gf_q15", "Plan shall deliver member-level files monthly.")
    assert answer.reply is Reply.UNCLEAR
    assert "promised" in answer.because


def test_a_soft_promise_is_unclear(fill: Fill) -> None:
    answer = fill(
        "gf_q15",
        "Plan shall deliver claims data when available.",
        seen=[("data-feed", "Plan shall deliver claims data when available.", Severity.HIGH)],
    )
    assert answer.reply is Reply.UNCLEAR


def test_without_pay_by_results_it_does_not_arise(fill: Fill) -> None:
    answer = fill("gf_q15", "Plan shall pay claims.", features=Features())
    assert answer.reply is Reply.UNCLEAR
    assert "pays no one by results" in answer.because


def test_a_refusal_in_the_talks_settles_what_the_text_leaves_open(fill: Fill) -> None:
    asked = entry("asked", questions='["gf_q15"]')
    refused = entry("no", kind='"refusal"', side='"plan"', replies_to='"asked"')
    open_text = fill("gf_q15", "Group keeps records.", unread=1)
    assert open_text.reply is Reply.UNCLEAR
    answer = fill("gf_q15", "Group keeps records.", unread=1, log=sound(asked, refused))
    assert answer.reply is Reply.NO
    assert "a sign" in answer.because
