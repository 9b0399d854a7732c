from fairterms.review.features import Features
from fairterms.review.scorecard import Reply
from tests.review.questions.conftest import ABSENT, Fill


def test_a_model_with_its_inputs_is_yes(fill: Fill) -> None:
    answer = fill(
        "gf_q10", "Targets are adjusted for risk by the CMS-HCC model from age and diagnosis."
    )
    assert answer.reply is Reply.YES


def test_a_refusal_is_no(fill: Fill) -> None:
    answer = fill("gf_q10", "No adjustment is made for the severity of patients.")
    assert answer.reply is Reply.NO
    assert "nothing is adjusted" in answer.because


def test_a_whole_text_without_adjustment_is_no(fill: Fill) -> None:
    answer = fill("gf_q10", "Group keeps records.", seen=[("risk-adjustment", ABSENT)])
    assert answer.reply is Reply.NO
    assert "read whole" in answer.because


def test_a_model_without_a_name_is_unclear(fill: Fill) -> None:
    answer = fill(
        "gf_q10",
        "The risk-adjusted cost is compared.",
        seen=[("risk-adjustment", "The risk-adjusted cost is compared.")],
    )
    assert answer.reply is Reply.UNCLEAR
    assert "without its model" in answer.because


def test_a_model_blind_to_severity_is_unclear(fill: Fill) -> None:
    answer = fill(
        "gf_q10",
        "Targets are adjusted for risk by the CMS-HCC model from age.",
        "Results are not adjusted for severity.",
    )
    assert answer.reply is Reply.UNCLEAR
    assert "severity" in answer.because


def test_without_pay_by_results_it_does_not_arise(fill: Fill) -> None:
    answer = fill("gf_q10", "Plan shall pay claims.", features=Features())
    assert answer.reply is Reply.UNCLEAR
    assert "pays no one by results" in answer.because
