"""The formula language: what it reads, what it refuses, and what it works out to.

A random formula is built as a tree of records of our own, written down as text, read back, and
worked out twice: by the engine, and by a slow stack machine that shares no code with it.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import assume, settings
from hypothesis import given as generated
from hypothesis import strategies as some

from fairterms.contract.clause import Clause
from fairterms.contract.expression import (
    FUNCTIONS,
    MAX_DEPTH,
    MAX_LENGTH,
    Call,
    Comparison,
    Literal,
    Name,
    Node,
    NotAnExpression,
    Operation,
    Round,
    Tier,
    children,
    names,
    parse,
    with_children,
)
from fairterms.payment.arithmetic import evaluate
from fairterms.payment.book import Book, Given
from fairterms.payment.dimension import infer
from fairterms.payment.sheet import Sheet
from fairterms.units import quantity
from fairterms.units.number import EXACT, ROUNDING_MODES, exact_arithmetic
from fairterms.units.quantity import FACTOR, Quantity
from fairterms.units.refusal import Refusal
from fairterms.units.rounding import Rounding

FIGURES = {
    "cost": Decimal("1234.56"),
    "members": Decimal(40),
    "nothing": Decimal(0),
    "loss": Decimal("-17.5"),
    "savings.share": Decimal("0.5"),
}


def worked_out(tree: Node) -> Decimal:
    """Let the engine work out a formula on the figures above."""
    values = {name: Given(EXACT.column([amount])) for name, amount in FIGURES.items()}
    book = Book(EXACT, 1, Rounding("cent", "half up", "once at the end"), values, evaluate)
    with exact_arithmetic():
        found: Decimal = evaluate(tree, Sheet(Clause("f", "formula"), book, {}))[0]
    return found


# What it reads ------------------------------------------------------------------------------------

READ = {
    "a product binds tighter than a sum": ("cost + members * 2", "1314.56"),
    "a sum in brackets comes first": ("(cost + members) * 2", "2549.12"),
    "differences go from left to right": ("members - 10 - 5", "25"),
    "quotients go from left to right": ("members / 4 / 5", "2"),
    "a product and a quotient go from left to right": ("members / 4 * 5", "50"),
    "a minus before a name binds tightest": ("-members * 2", "-80"),
    "two minus signs are a plus": ("members - -2", "42"),
    "a percentage is a fraction": ("members * 2.5 %", "1"),
    "thousands may be grouped": ("$1,234.56 - cost", "0"),
    "the signs of print are read": ("members × 2 − 1", "79"),
    "a dotted name is one name": ("savings.share * members", "20"),
    "dollars per something are a quantity": ("$2.50 per visit * 4 visits", "10"),
    "dollars per member-month are a quantity": ("$41.20 PMPM * 100 member-months", "4120"),
    "spaces may be left out": ("min(cost,members,3)", "3"),
    "lines may be broken": ("max(\n  cost,\n\tmembers\n)", "1234.56"),
    "clip holds a number between two others": ("clip(cost, 0, 100)", "100"),
    "clip with crossed limits gives the higher one": ("clip(members, 50, 30)", "30"),
    "if gives the first when the comparison holds": ("if(members >= 40, 1, 2)", "1"),
    "if gives the second otherwise": ("if(members > 40, 1, 2)", "2"),
    "at most holds at equality": ("if(members <= 40, 1, 2)", "1"),
    "less than does not": ("if(members < 40, 1, 2)", "2"),
    "tier gives the last row that is reached": ("tier(members; 10: 1; 40: 2; 41: 3)", "2"),
    "tier gives nothing below its first row": ("tier(members; 41: 3)", "0"),
    "rounding goes to the nearest multiple": ("round(cost, $0.05, half up)", "1234.55"),
    "rounding half up moves away from zero": ("round(loss, 1, half up)", "-18"),
    "rounding half even moves to the even one": ("round(members / 16, 1, half even)", "2"),
    "rounding down moves towards zero": ("round(loss, 1, down)", "-17"),
    "rounding up moves away from zero": ("round(loss, 1, up)", "-18"),
}


@pytest.mark.parametrize(("text", "amount"), READ.values(), ids=READ.keys())
def test_it_reads_what_a_person_would(text: str, amount: str) -> None:
    assert worked_out(parse(text)) == Decimal(amount)


def test_a_quantity_keeps_its_unit_and_its_text() -> None:
    for text in ("$41.20 PMPM", "2.5 %", "$1,234.50", "3 business-days", "$5 per client-day"):
        assert parse(text) == Literal(quantity.parse(text), text)
    assert parse("1000") == Literal(Quantity(Decimal(1000), FACTOR), "1000")


def test_a_plain_number_with_a_comma_could_be_two_arguments_and_is_refused() -> None:
    with pytest.raises(NotAnExpression, match="may be one number or two"):
        parse("min(cost,1,500)")
    assert worked_out(parse("min(3, 1, 500)")) == 1
    assert parse("min(cost, $1,500)") == parse("min(cost,$1,500)")


def test_names_are_listed_once_in_written_order() -> None:
    tree = parse("tier(b.c; a: b.c; 2: round(d, 1, up)) + if(e < a, min(f, 1), clip(g, 0, 1))")
    assert names(tree) == ("b.c", "a", "d", "e", "f", "g")


# What it refuses ----------------------------------------------------------------------------------

REFUSED = {
    "": "it ends too early",
    "   ": "it ends too early",
    "a +": "it ends too early",
    "a b": '"b" was not expected',
    "a ^ 2": '"^ 2" is not part of a formula',
    "2 ** 3": '"*" was not expected',
    "a; b": '";" was not expected',
    "(a": 'expected ")" but found the end',
    "(a]": '"]" is not part of a formula',
    "a)": '")" was not expected',
    "a >= b": '">=" was not expected',
    "(a >= b)": 'expected ")" but found ">="',
    "sqrt(a)": 'there is no function "sqrt"',
    "__import__(a)": 'there is no function "__import__"',
    "a.b(c)": 'there is no function "a.b"',
    "min(a)": "min has 1 argument(s)",
    "max(a)": "max has 1 argument(s)",
    "clip(a, b)": "clip has 2 argument(s)",
    "clip(a, b, c, d)": "clip has 4 argument(s)",
    "min(a, )": '")" was not expected',
    "if(a, b, c)": "if needs a comparison",
    "if(a > b, c)": 'expected "," but found ")"',
    "if(a > b > c, d, e)": 'expected "," but found ">"',
    "tier(a)": "tier has no rows",
    "tier(a; b)": 'expected ":" but found ")"',
    "round(a, 0, up)": "round needs a unit above zero and a mode",
    "round(a, b, up)": "round needs a unit above zero and a mode",
    "round(a, 1, sideways)": "round needs a unit above zero and a mode",
    "round(a, 1)": 'expected "," but found ")"',
    "'text'": "\"'text'\" is not part of a formula",
    "a = b": '"= b" is not part of a formula',
    "1,00": '"," was not expected',
    "$": '"$" is not part of a formula',
    "5 per cent": '"cent" was not expected',
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.items())
def test_it_refuses_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(NotAnExpression) as refused:
        parse(text)
    assert refused.value.reason == reason
    assert refused.value.fix


def test_each_function_is_known_to_the_reader() -> None:
    for function in FUNCTIONS:
        with pytest.raises(NotAnExpression) as refused:
            parse(f"{function}(")
        assert "no function" not in refused.value.reason


# Its bounds ---------------------------------------------------------------------------------------


def nested(opening: str, closing: str, depth: int) -> str:
    return opening * depth + "a" + closing * depth


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("(", ")"),
        ("min(1, ", ")"),
        ("if(1 > 0, 2, ", ")"),
        ("-", ""),
    ],
    ids=["brackets", "min", "if", "minus"],
)
def test_it_nests_so_deep_and_no_deeper(opening: str, closing: str) -> None:
    assert names(parse(nested(opening, closing, MAX_DEPTH))) == ("a",)
    with pytest.raises(NotAnExpression, match="it nests deeper than 40 levels"):
        parse(nested(opening, closing, MAX_DEPTH + 1))


def test_it_is_so_long_and_no_longer() -> None:
    assert parse("a" * MAX_LENGTH) == Name("a" * MAX_LENGTH)
    with pytest.raises(NotAnExpression, match="it is longer than 2000 characters"):
        parse("a" * (MAX_LENGTH + 1))


@pytest.mark.parametrize("operator", ["+", "*"])
def test_a_long_chain_is_refused_rather_than_too_deep_to_work_out(operator: str) -> None:
    tree = parse(operator.join(["1"] * 200))
    assert worked_out(tree) == (200 if operator == "+" else 1)
    assert infer(tree, lambda _: None) == {}
    with pytest.raises(NotAnExpression, match="it has more than 400 parts"):
        parse(operator.join(["1"] * 201))


# Random text --------------------------------------------------------------------------------------

FRAGMENTS = (
    *("min(", "max(", "clip(", "if(", "tier(", "round(", "(", ")", ")", ")", ", ", "; ", ": "),
    *(" + ", " - ", "-", " * ", " / ", "×", "−", " >= ", " < ", "a", "b.c", "half up", "up"),
    *("5 %", "$5", "$1,250.00", "$5 per visit", "$2 PMPM", "3 visits", "7", "0.5", "1 factor"),
    *("percent", "per", "\t", "\n", " ", "$", "%", ".", ",", "=", "__class__", "٣", "½", "\x00"),
)
LIKELY = some.lists(some.sampled_from(FRAGMENTS), max_size=40).map("".join)


@settings(max_examples=80, deadline=None)
@generated(text=some.one_of(some.text(max_size=60), LIKELY))
def test_random_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    try:
        tree: Node | NotAnExpression = parse(text)
    except NotAnExpression as refused:
        tree = refused
    if isinstance(tree, NotAnExpression):
        assert tree.reason
        assert tree.fix
    else:
        assert set(names(tree)) <= set(re.findall(r"[\w.]+", text))


@pytest.mark.parametrize("blank", [" ", "  ", "\t", "\n", "\u2003"])
def test_any_blank_separates_the_words_of_a_unit(blank: str) -> None:
    assert worked_out(parse(f"$5{blank}per{blank}visit * 3{blank}visits")) == 15
    assert worked_out(parse(f"$5{blank}PMPM * 3{blank}%")) == Decimal("0.15")


# Random trees -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Leaf:
    """A number or a name, as it is written, and its amount."""

    text: str
    amount: Decimal


@dataclass(frozen=True)
class Branch:
    """An operator or a function over parts; ``mode`` is the comparison or the rounding mode."""

    name: str
    parts: tuple["Leaf | Branch", ...]
    mode: str = ""


LEAVES = some.sampled_from(
    [
        *(Leaf(name, amount) for name, amount in FIGURES.items()),
        Leaf("0", Decimal(0)),
        Leaf("1", Decimal(1)),
        Leaf("2.5 %", Decimal("0.025")),
        Leaf("$1,234.56", Decimal("1234.56")),
        Leaf("3 visits", Decimal(3)),
        Leaf("$0.10 per client-day", Decimal("0.1")),
        Leaf("$7 PMPM", Decimal(7)),
        Leaf("17.5", Decimal("17.5")),
    ]
)
UNITS = some.sampled_from(
    [Leaf("1", Decimal(1)), Leaf("$0.01", Decimal("0.01")), Leaf("0.05", Decimal("0.05"))]
)


def branches(parts: some.SearchStrategy[Leaf | Branch]) -> some.SearchStrategy[Leaf | Branch]:
    """Return branches over the given parts, of every kind the language has."""

    def built(name: str, least: int, most: int) -> some.SearchStrategy[Branch]:
        listed = some.lists(parts, min_size=least, max_size=most).map(tuple)
        return some.builds(Branch, some.just(name), listed)

    pairs = some.lists(some.tuples(parts, parts), min_size=1, max_size=3)
    return some.one_of(
        some.builds(Branch, some.sampled_from(["+", "-", "*", "/"]), some.tuples(parts, parts)),
        built("negative", 1, 1),
        built("min", 2, 4),
        built("max", 2, 4),
        built("clip", 3, 3),
        some.builds(
            Branch,
            some.just("if"),
            some.tuples(parts, parts, parts, parts),
            some.sampled_from([">=", "<=", ">", "<"]),
        ),
        some.builds(
            lambda subject, rows: Branch("tier", (subject, *(one for row in rows for one in row))),
            parts,
            pairs,
        ),
        some.builds(
            lambda subject, unit, mode: Branch("round", (subject, unit), mode),
            parts,
            UNITS,
            some.sampled_from(ROUNDING_MODES),
        ),
    )


TREES: some.SearchStrategy[Leaf | Branch] = some.recursive(LEAVES, branches, max_leaves=14)
BINDS = {"+": 1, "-": 1, "*": 2, "/": 2}


def written(tree: Leaf | Branch) -> str:
    """Write a tree with no more brackets than it needs."""
    if isinstance(tree, Leaf):
        return tree.text
    parts = [written(part) for part in tree.parts]
    match tree.name:
        case "+" | "-" | "*" | "/":
            left = bracketed(tree.parts[0], BINDS[tree.name])
            # What stands to the right of an equal sign needs brackets: a − (b − c).
            return f"{left} {tree.name} {bracketed(tree.parts[1], BINDS[tree.name] + 1)}"
        case "negative":
            return f"-{bracketed(tree.parts[0], 3)}"
        case "if":
            return f"if({parts[0]} {tree.mode} {parts[1]}, {parts[2]}, {parts[3]})"
        case "tier":
            rows = zip(parts[1::2], parts[2::2], strict=True)
            return f"tier({parts[0]}; {'; '.join(f'{at}: {value}' for at, value in rows)})"
        case "round":
            return f"round({parts[0]}, {parts[1]}, {tree.mode})"
        case _:
            return f"{tree.name}({', '.join(parts)})"


def bracketed(part: Leaf | Branch, binds: int) -> str:
    loose = isinstance(part, Branch) and BINDS.get(part.name, 3) < binds
    return f"({written(part)})" if loose else written(part)


def as_nodes(tree: Leaf | Branch) -> Node:
    """Return the records the reader should make of a tree."""
    if isinstance(tree, Leaf):
        if tree.text in FIGURES:
            return Name(tree.text)
        bare = tree.text.replace(".", "").isdigit()
        text = f"{tree.text} factor" if bare else tree.text
        return Literal(quantity.parse(text), tree.text)
    parts = tuple(as_nodes(part) for part in tree.parts)
    match tree.name:
        case "+" | "-" | "*" | "/":
            return Operation(tree.name, parts[0], parts[1])
        case "negative":
            return Operation("-", Literal(Quantity(Decimal(0), FACTOR), "0"), parts[0])
        case "if":
            return Call("if", (Comparison(tree.mode, parts[0], parts[1]), parts[2], parts[3]))
        case "tier":
            return Tier(parts[0], tuple(zip(parts[1::2], parts[2::2], strict=True)))
        case "round":
            return Round(parts[0], parts[1], tree.mode)
        case _:
            return Call(tree.name, parts)


@settings(max_examples=30, deadline=None)
@generated(tree=TREES)
def test_a_written_formula_is_read_back_as_the_same_tree(tree: Leaf | Branch) -> None:
    assume(rises(tree))
    text = written(tree)
    assert parse(text) == as_nodes(tree)
    tight = text.replace(", ", ",").replace(" * ", "*").replace(" + ", "+").replace("; ", ";")
    printed = text.replace(" - ", " − ").replace("*", "×")
    assert parse(tight) == parse(printed) == parse(text)


@settings(max_examples=30, deadline=None)
@generated(tree=TREES)
def test_a_formula_is_put_together_again_from_its_parts(tree: Leaf | Branch) -> None:
    node = as_nodes(tree)
    assert with_children(node, children(node)) == node
    for part in children(node):
        assert with_children(part, children(part)) == part


def postfix(tree: Leaf | Branch) -> list[Leaf | Branch]:
    """List a tree so that every part comes before what is made of it."""
    waiting, listed = [tree], []
    while waiting:
        node = waiting.pop()
        listed.append(node)
        if isinstance(node, Branch):
            waiting.extend(node.parts)
    return listed[::-1]


def by_stack_machine(tree: Leaf | Branch) -> tuple[Decimal, Decimal]:
    """Work out a tree the slow way, and return its amount and the largest amount on the way.

    Parts are pushed on a stack, and a branch takes its own off again.
    """
    stack: list[Decimal] = []
    largest = Decimal(0)
    for node in postfix(tree):
        if isinstance(node, Leaf):
            stack.append(node.amount)
            continue
        cut = len(stack) - len(node.parts)
        stack[cut:] = [TWIN[node.name](node.mode, *stack[cut:])]
        largest = max(largest, abs(stack[-1]))
    (amount,) = stack
    return amount, largest


def clipped(_mode: str, value: Decimal, lowest: Decimal, highest: Decimal) -> Decimal:
    if value > highest or lowest > highest:
        return highest
    return lowest if value < lowest else value


def chosen(sign: str, left: Decimal, right: Decimal, then: Decimal, otherwise: Decimal) -> Decimal:
    order = (left > right) - (left < right)
    holds = {">=": order >= 0, ">": order == 1, "<=": order <= 0, "<": order == -1}[sign]
    return then if holds else otherwise


def reached(_mode: str, subject: Decimal, *rows: Decimal) -> Decimal:
    """Return the value of the last row that is reached."""
    values = [rows[at + 1] for at in range(0, len(rows), 2) if subject >= rows[at]]
    return values[-1] if values else Decimal(0)


def rounded(mode: str, value: Decimal, unit: Decimal) -> Decimal:
    """Round by counting whole units in fractions."""
    size = abs(Fraction(value)) / Fraction(unit)
    whole = floor(size)
    rest = size - whole
    half = Fraction(1, 2)
    more = {
        "down": False,
        "up": rest > 0,
        "half up": rest >= half,
        "half even": rest > half or (rest == half and whole % 2 == 1),
    }[mode]
    return Decimal(whole + more) * unit * (1 if value > 0 else -1)


TWIN: dict[str, Callable[..., Decimal]] = {
    "+": lambda _, *parts: sum(parts, Decimal(0)),
    "-": lambda _, left, right: left + right.copy_negate(),
    "*": lambda _, left, right: left * right,
    "/": lambda _, left, right: left / right,
    "negative": lambda _, part: Decimal(0) - part,
    "min": lambda _, *parts: sorted(parts)[0],
    "max": lambda _, *parts: sorted(parts)[-1],
    "clip": clipped,
    "if": chosen,
    "tier": reached,
    "round": rounded,
}
"""Each operator and function on plain Decimals; the first argument is the branch's mode."""

TOO_LARGE = Decimal(10) ** 30
"""No sum of money comes near it, and beyond it 40 digits no longer hold every cent."""


def rises(tree: Leaf | Branch) -> bool:
    """Say whether the written thresholds of every tier rise."""
    for node in postfix(tree):
        if isinstance(node, Branch) and node.name == "tier":
            limits = [part for part in node.parts[1::2] if isinstance(part, Leaf)]
            amounts = [leaf.amount for leaf in limits if not leaf.text[0].isalpha()]
            if len(amounts) == len(node.parts) // 2 and amounts != sorted(set(amounts)):
                return False
    return True


def agree(tree: Leaf | Branch) -> None:
    """Work a formula out both ways and compare."""
    if not rises(tree):
        with pytest.raises(NotAnExpression, match="do not rise"):
            parse(written(tree))
        return
    with exact_arithmetic():
        try:
            expected, largest = by_stack_machine(tree)
        except ArithmeticError:
            refused_or_not_reached(tree)
            return
    assume(largest < TOO_LARGE)
    assert worked_out(parse(written(tree))) == expected


def refused_or_not_reached(tree: Leaf | Branch) -> None:
    """Hold a division by zero to a refusal, unless it may stand in a branch not taken."""
    if any(isinstance(node, Branch) and node.name == "if" for node in postfix(tree)):
        with suppress(Refusal):
            worked_out(parse(written(tree)))
        return
    with pytest.raises(Refusal, match="is zero, and something is divided by it"):
        worked_out(parse(written(tree)))


@settings(max_examples=40, deadline=None)
@generated(tree=TREES)
def test_the_engine_and_a_slow_twin_work_out_the_same(tree: Leaf | Branch) -> None:
    agree(tree)


@pytest.mark.slow
@settings(max_examples=1500, deadline=None)
@generated(tree=TREES)
def test_the_engine_and_a_slow_twin_agree_on_thousands_of_formulas(tree: Leaf | Branch) -> None:
    agree(tree)


def test_the_language_has_no_way_to_reach_python() -> None:
    for text in (
        "a.__class__()",
        "(lambda: 1)()",
        "[1][0]",
        "{1}",
        'f"{a}"',
        "a if b else c",
        "@a",
    ):
        with pytest.raises(NotAnExpression):
            parse(text)
    assert set(FUNCTIONS) == {"min", "max", "clip", "if", "tier", "round"}


def test_the_rows_of_a_tier_rise() -> None:
    with pytest.raises(NotAnExpression, match="do not rise"):
        parse("tier(a; 50 %: 2; 40 %: 1)")
    assert names(parse("tier(a; b: 2; 40 %: 1)")) == ("a", "b")
