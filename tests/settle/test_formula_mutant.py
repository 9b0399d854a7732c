"""Small mistakes in a formula: each differs in one place only."""

from fairterms.contract.expression import parse
from fairterms.settle.formula_mutant import changes


def test_each_literal_moves_a_tick_and_each_comparison_turns_strict() -> None:
    found = [what for _, what, _ in changes(parse("if(a >= 2 %, min(b, $5.00), 0)"))]
    assert found == [
        "> instead of >=",
        "2.1 % instead of 2 %",
        "1.9 % instead of 2 %",
        "$5.01 instead of $5.00",
        "$4.99 instead of $5.00",
    ]


def test_plain_numbers_are_left_alone() -> None:
    assert list(changes(parse("1 - a"))) == []
