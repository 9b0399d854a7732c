from fairterms.review.features import Features
from fairterms.review.scorecard import Reply
from tests.review.questions.conftest import Fill


def test_defined_measures_of_mental_health_are_yes(fill: Fill) -> None:
    answer = fill("gf_q09", "Response means a PHQ-9 score 50% lower, and its target is 40%.")
    assert answer.reply is Reply.YES


def test_undefined_quality_is_no(fill: Fill) -> None:
    answer = fill(
        "gf_q09",
        "Group is expected to meet quality benchmarks.",
        seen=[("quality-term-undefined", "Group is expected to meet quality benchmarks.")],
    )
    assert answer.reply is Reply.NO
    assert "nothing defines" in answer.because


def test_pay_for_less_care_is_no(fill: Fill) -> None:
    answer = fill(
        "gf_q09",
        "Response means a PHQ-9 score 50% lower.",
        "A bonus is paid below six sessions.",
        seen=[("care-limiting-incentive", "A bonus is paid below six sessions.")],
    )
    assert answer.reply is Reply.NO


def test_measures_with_rules_elsewhere_are_unclear(fill: Fill) -> None:
    answer = fill(
        "gf_q09",
        "Response means a PHQ-9 score 50% lower.",
        "Specifications are published.",
        seen=[("vbp-terms-outside", "Specifications are published.")],
    )
    assert answer.reply is Reply.UNCLEAR
    assert "another document" in answer.because


def test_no_measure_found_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q09", "Group keeps records.")
    assert answer.reply is Reply.UNCLEAR


def test_without_pay_by_results_it_does_not_arise(fill: Fill) -> None:
    answer = fill("gf_q09", "Plan shall pay claims.", features=Features())
    assert answer.reply is Reply.UNCLEAR
    assert "pays no one by results" in answer.because
