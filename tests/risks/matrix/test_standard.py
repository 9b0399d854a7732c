"""The four standard matrices are what they say, and their lint figures are known."""

from datetime import date

import pytest

from fairterms.risks.matrix.lint import lint
from fairterms.risks.matrix.standard import (
    FIVE_BY_FIVE,
    LEVELS,
    STANDARD,
    WORST_IS_EXTREME,
    StandardMatrix,
)

FIGURES = {
    "3 × 3, by product of ranks": (0.284, 0.059, 0.479, 0.181),
    "4 × 4, by product of ranks": (0.259, 0.039, 0.403, 0.045),
    "5 × 5, by product of ranks": (0.265, 0.032, 0.396, 0.115),
    "5 × 5, worst severity always Extreme": (0.277, 0.077, 0.303, 0.307),
}
"""Tied and misranked, uniform and negative; quadrature holds them in test_pairs.py."""


@pytest.mark.parametrize("standard", STANDARD, ids=lambda one: one.name)
def test_the_figures_of_a_standard_matrix_are_known(standard: StandardMatrix) -> None:
    report = lint(standard.version)
    even, negative = report.uniform, report.negative
    found = (even.tied, even.misranked, negative.tied, negative.misranked)
    assert found == pytest.approx(FIGURES[standard.name], abs=0.004)


@pytest.mark.parametrize("standard", STANDARD, ids=lambda one: one.name)
def test_those_a_deal_may_start_from_keep_every_rule(standard: StandardMatrix) -> None:
    assert lint(standard.version, pairs=100).passed == standard.is_start


def test_the_one_for_comparison_breaks_the_two_rules_it_names() -> None:
    rules = lint(WORST_IS_EXTREME.version, pairs=100).rules
    assert [rule.rule for rule in rules if not rule.passed] == ["Weak consistency", "Betweenness"]
    assert "starts at zero" in WORST_IS_EXTREME.why
    assert "one step leads there from Low" in WORST_IS_EXTREME.why


@pytest.mark.parametrize("standard", STANDARD[:3], ids=lambda one: one.name)
def test_the_starting_forms_treat_both_scales_alike(standard: StandardMatrix) -> None:
    assert tuple(zip(*standard.grid, strict=True)) == standard.grid


def test_the_five_by_five_form_is_set_by_the_product_of_ranks() -> None:
    assert FIVE_BY_FIVE.grid == (
        ("Low", "Low", "Low", "Low", "Medium"),
        ("Low", "Low", "Medium", "Medium", "High"),
        ("Low", "Medium", "Medium", "High", "Extreme"),
        ("Low", "Medium", "High", "Extreme", "Extreme"),
        ("Medium", "High", "Extreme", "Extreme", "Extreme"),
    )


def test_a_deal_puts_its_own_edges_in() -> None:
    version = STANDARD[0].with_edges(
        (0.1, 0.5, 2.0, 12.0), (1e3, 1e4, 1e5, 1e6), "dollars", effective=date(2027, 1, 1)
    )
    assert version.level(3.0, 50_000.0) == "High"
    assert (version.number, version.colours, version.effective) == (1, LEVELS, date(2027, 1, 1))
    assert version.frequency_unit == "events per year"
