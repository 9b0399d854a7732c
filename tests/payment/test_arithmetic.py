"""The formula language at work: the same tree on exact numbers and on floats."""

import operator
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.contract.expression import (
    FUNCTIONS,
    Call,
    Comparison,
    Literal,
    Name,
    Node,
    Operation,
    parse,
)
from fairterms.payment.arithmetic import evaluate
from fairterms.payment.book import Book, Given
from fairterms.payment.sheet import Sheet
from fairterms.units import quantity, rounding
from fairterms.units.number import EXACT, FLOAT, Column, NumberKind, exact_arithmetic
from fairterms.units.quantity import FACTOR, MONEY, Quantity
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import contract, given

RULE = rounding.parse("to the cent, half up, once at the end")
CLAUSE = contract('[[clause]]\nid = "own"\nmodel = "formula"\n').clauses[0]
FIGURES = {"cost": "$80.00", "budget": "$100.00", "score": "55 %", "visits": "7 visits"}


def work_out(
    text: str | Node, kind: NumberKind = EXACT, figures: dict[str, Given] | None = None
) -> Column:
    known = given(FIGURES, kind) if figures is None else figures
    rows = len(next(iter(known.values())).values)
    sheet = Sheet(CLAUSE, Book(kind, rows, RULE, known, evaluate), {})
    with exact_arithmetic():
        return evaluate(parse(text) if isinstance(text, str) else text, sheet)


CASES = {
    "2 + 3 * 4": "14",
    "(2 + 3) * 4": "20",
    "10 - 3 - 2": "5",
    "12 / 3 / 2": "2",
    "-cost + budget": "20",
    "- 2 * 3": "-6",
    "2 − 3 × 4": "-10",
    "2 %": "0.02",
    "budget * 2 %": "2",
    "min(cost, budget, $70.00)": "70",
    "max(cost, budget)": "100",
    "clip(cost, $85.00, $95.00)": "85",
    "clip(cost, $10.00, $20.00)": "20",
    "clip(cost, $10.00, $90.00)": "80",
    "if(cost >= $80.00, 1, 2)": "1",
    "if(cost > $80.00, 1, 2)": "2",
    "if(cost <= $80.00, 1, 2)": "1",
    "if(cost < $80.00, 1, 2)": "2",
    "tier(score; 45 %: 10; 55 %: 20; 65 %: 30)": "20",
    "tier(score; 55.1 %: 10)": "0",
    "tier(score; 45 %: 10)": "10",
    "round(cost / 3, $0.01, half up)": "26.67",
    "round(cost / 3, $0.01, down)": "26.66",
    "round(visits / 2, 1 visit, half even)": "4",
    "round(0 - cost / 3, $1.00, up)": "-27",
}


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
@pytest.mark.parametrize(("text", "amount"), CASES.items(), ids=CASES.keys())
def test_a_formula_is_worked_out(text: str, amount: str, kind: NumberKind) -> None:
    found = work_out(text, kind)
    assert found.shape == (1,)
    assert float(found[0]) == pytest.approx(float(amount))
    if kind.is_exact:
        assert found[0] == Decimal(amount)


def test_every_function_of_the_language_is_tried() -> None:
    tried = " ".join(CASES)
    assert all(f"{function}(" in tried for function in FUNCTIONS)


def test_division_by_zero_is_refused_and_says_where() -> None:
    with pytest.raises(Refusal, match="a divisor in the clause own: is zero"):
        work_out("cost / (budget - $100.00)")


def test_a_name_of_nothing_is_refused() -> None:
    with pytest.raises(Refusal, match="csot: missing"):
        work_out("csot * 2")


def test_a_comparison_alone_is_our_own_mistake() -> None:
    one = Literal(Quantity(Decimal(1), FACTOR), "1")
    with pytest.raises(AssertionError, match="a Comparison has no amount"):
        work_out(Comparison(">", one, one))


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
def test_each_row_has_its_own_answer(kind: NumberKind) -> None:
    costs = kind.column([Decimal(80), Decimal(100), Decimal(120)])
    found = work_out("if(cost > $100.00, cost - $100.00, 0)", kind, {"cost": Given(costs, MONEY)})
    assert [float(x) for x in found] == [0, 0, 20]
    assert found.dtype == (object if kind.is_exact else np.float64)


LEAVES = some.sampled_from([*FIGURES, "$3.00", "2 %", "7", "0.5"])


def _grown(parts: some.SearchStrategy[str]) -> some.SearchStrategy[str]:
    pairs = some.tuples(parts, parts)
    triples = some.tuples(parts, parts, parts)
    return some.one_of(
        pairs.map(lambda p: f"({p[0]} + {p[1]})"),
        pairs.map(lambda p: f"({p[0]} - {p[1]})"),
        pairs.map(lambda p: f"({p[0]} * {p[1]})"),
        pairs.map(lambda p: f"min({p[0]}, {p[1]})"),
        pairs.map(lambda p: f"max({p[0]}, {p[1]})"),
        triples.map(lambda p: f"clip({p[0]}, {p[1]}, {p[2]})"),
    )


TREES = some.recursive(LEAVES, _grown, max_leaves=8)


OPERATORS = {"+": operator.add, "-": operator.sub, "*": operator.mul}


def plain_twin(node: Node) -> Decimal:
    """Work a formula out the slow way: one number, one node at a time, nothing shared."""
    match node:
        case Literal(written, _):
            return written.amount
        case Operation(symbol, left, right):
            return Decimal(OPERATORS[symbol](plain_twin(left), plain_twin(right)))
        case Name(name):
            return quantity.parse(FIGURES[name]).amount
        case Call("clip", (value, lowest, highest)):
            return min(max(plain_twin(value), plain_twin(lowest)), plain_twin(highest))
        case Call("min", arguments):
            return min(map(plain_twin, arguments))
        case Call("max", arguments):
            return max(map(plain_twin, arguments))
        case _:
            raise AssertionError(f"the twin does not know {node}")


@settings(max_examples=40, deadline=None)
@generated(TREES)
def test_exact_float_and_a_plain_twin_agree(text: str) -> None:
    with exact_arithmetic():
        expected = plain_twin(parse(text))
    assert work_out(text)[0] == expected
    assert work_out(text, FLOAT)[0] == pytest.approx(float(expected), rel=1e-9, abs=1e-6)
