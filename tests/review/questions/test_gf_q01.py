from fairterms.review.features import Features
from fairterms.review.scorecard import Reply, StatedTerm
from tests.review.questions.conftest import Fill


def test_a_cap_with_its_amount_is_agreed(fill: Fill) -> None:
    answer = fill("gf_q01", "Group never owes more than 2% of the fees paid that year.")
    assert answer.reply is Reply.YES
    assert "amount" in answer.because


def test_a_stop_loss_with_its_amount_is_agreed(fill: Fill) -> None:
    answer = fill("gf_q01", "Under the stop-loss, costs above $90,000 for one Member are left out.")
    assert answer.reply is Reply.YES


def test_a_term_with_its_place_is_agreed(fill: Fill) -> None:
    answer = fill(
        "gf_q01",
        "Group shares deficits.",
        terms={"loss_cap": StatedTerm("loss_cap", "2 % of benchmark", "agreement.txt, 1")},
    )
    assert answer.reply is Reply.YES


def test_a_term_without_its_place_is_not_enough(fill: Fill) -> None:
    answer = fill(
        "gf_q01",
        "Group shares deficits.",
        terms={"loss_cap": StatedTerm("loss_cap", "2 % of benchmark")},
    )
    assert answer.reply is Reply.UNCLEAR


def test_a_stop_loss_that_is_only_named_is_unclear(fill: Fill) -> None:
    answer = fill(
        "gf_q01",
        "A stop-loss method will limit significant risk.",
        "Group shall pay its share of any deficit.",
        seen=[("loss-cap", "Group shall pay its share of any deficit.")],
    )
    assert answer.reply is Reply.UNCLEAR
    assert "named" in answer.because


def test_losses_without_limit_are_no(fill: Fill) -> None:
    answer = fill("gf_q01", "Group bears deficits without any limit.")
    assert answer.reply is Reply.NO
    assert "no limit" in answer.because


def test_a_whole_text_without_a_limit_is_no(fill: Fill) -> None:
    answer = fill(
        "gf_q01",
        "Group shall pay its share of any deficit.",
        seen=[("loss-cap", "Group shall pay its share of any deficit.")],
    )
    assert answer.reply is Reply.NO
    assert "whole text" in answer.because


def test_an_unread_page_makes_that_unclear(fill: Fill) -> None:
    answer = fill(
        "gf_q01",
        "Group shall pay its share of any deficit.",
        seen=[("loss-cap", "Group shall pay its share of any deficit.")],
        unread=1,
    )
    assert answer.reply is Reply.UNCLEAR


def test_without_a_loss_to_share_there_is_nothing_to_cap(fill: Fill) -> None:
    answer = fill("gf_q01", "Plan shall pay claims.", features=Features())
    assert answer.reply is Reply.UNCLEAR
    assert "no money back" in answer.because
