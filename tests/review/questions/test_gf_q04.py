from fairterms.review.features import Features
from fairterms.review.scorecard import Reply
from tests.review.questions.conftest import Fill


def test_a_formula_to_do_again_is_yes(fill: Fill) -> None:
    answer = fill("gf_q04", "The Benchmark is the Base Year cost multiplied by the trend of 3%.")
    assert answer.reply is Reply.YES


def test_a_benchmark_the_plan_sets_is_no(fill: Fill) -> None:
    answer = fill(
        "gf_q04",
        "The benchmark is as determined by Plan.",
        seen=[("benchmark-method", "The benchmark is as determined by Plan.")],
    )
    assert answer.reply is Reply.NO
    assert "alone" in answer.because


def test_members_the_plan_alone_assigns_are_no(fill: Fill) -> None:
    answer = fill(
        "gf_q04",
        "The Benchmark is the Base Year cost multiplied by the trend.",
        "Plan assigns Members.",
        seen=[("attribution-method", "Plan assigns Members.")],
    )
    assert answer.reply is Reply.NO


def test_a_formula_with_figures_nobody_may_check_is_unclear(fill: Fill) -> None:
    answer = fill(
        "gf_q04",
        "The Benchmark is the Base Year cost multiplied by the trend.",
        "Plan's figures are conclusive.",
        seen=[("audit-of-plan", "Plan's figures are conclusive.")],
    )
    assert answer.reply is Reply.UNCLEAR
    assert "checked" in answer.because


def test_no_formula_found_is_unclear(fill: Fill) -> None:
    answer = fill("gf_q04", "Group is measured.")
    assert answer.reply is Reply.UNCLEAR


def test_without_a_target_the_question_does_not_arise(fill: Fill) -> None:
    answer = fill("gf_q04", "Plan shall pay claims.", features=Features())
    assert answer.reply is Reply.UNCLEAR
    assert "pays no one by results" in answer.because
