"""The formula language: small, total, and never Python.

It knows ``+ - * /``, ``min``, ``max``, ``clip``, ``if``, ``tier``, ``round``, quantities with their
units, and names of figures and earlier steps. There are no loops, no definitions and no text, so
every formula ends, and a person can check it line by line.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from fairterms.units import quantity
from fairterms.units.number import ROUNDING_MODES
from fairterms.units.quantity import Quantity

MAX_DEPTH = 40
"""Deepest nesting accepted; a formula a person can check never comes near it."""

MAX_PARTS = 400
"""Most numbers, names and signs in one formula; a long chain is as deep a tree as a nested one."""

MAX_LENGTH = 2_000
"""Longest formula accepted, in characters."""

OPERATORS = ("+", "-", "*", "/")
COMPARISONS = (">=", "<=", ">", "<")
FUNCTIONS = ("min", "max", "clip", "if", "tier", "round")


@dataclass(frozen=True)
class Literal:
    """A quantity written in the formula; a bare number has no unit."""

    quantity: Quantity
    text: str


@dataclass(frozen=True)
class Name:
    """A figure, or a step of this or an earlier clause."""

    name: str


@dataclass(frozen=True)
class Operation:
    """``left + right`` and its kin."""

    operator: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True)
class Comparison:
    """``left >= right`` and its kin; only inside ``if``."""

    operator: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True)
class Call:
    """``min``, ``max``, ``clip`` or ``if`` with its arguments."""

    function: str
    arguments: tuple["Node", ...]


@dataclass(frozen=True)
class Tier:
    """``tier(x; 45 %: 50 %; 55 %: 100 %)``: the value of the last row that x reaches, else 0."""

    subject: "Node"
    rows: tuple[tuple["Node", "Node"], ...]


@dataclass(frozen=True)
class Round:
    """``round(x, $0.01, half up)``."""

    subject: "Node"
    unit: "Node"
    mode: str


Node = Literal | Name | Operation | Comparison | Call | Tier | Round


class NotAnExpression(ValueError):
    """The text is not a formula; ``reason`` says why and ``fix`` what to write."""

    def __init__(self, reason: str, fix: str) -> None:
        super().__init__(f"{reason}: {fix}")
        self.reason = reason
        self.fix = fix


_TOKEN = re.compile(
    r"\s*(?:"
    r"(?P<money>\$(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:\s+PMPM|\s+per\s+[a-z]+(?:-[a-z]+)*)?)"
    r"|(?P<percent>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s*%)"
    r"|(?P<count>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s+[a-z]+(?:-[a-z]+)*)"
    r"|(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*)"
    r"|(?P<symbol>>=|<=|[-+*/×−(),;:<>])"
    r")"
)
_SAME = {"×": "*", "−": "-"}
_LEARN = "use + - * /, min, max, clip, if, tier, round, quantities such as 2 % and names of figures"


def parse(text: str) -> Node:
    """Read a formula.

    Parameters
    ----------
    text
        For example ``"max(0, benchmark * member_months - cost) * 50 %"``.

    Returns
    -------
    Node
        The formula as a tree of frozen records.

    Raises
    ------
    NotAnExpression
        When the text is not a formula; the reason names the first thing that is not.

    Examples
    --------
    >>> parse("a - 2 * b").operator
    '-'
    >>> names(parse("if(a >= 2 %, min(b, c), 0)"))
    ('a', 'b', 'c')
    """
    if len(text) > MAX_LENGTH:
        raise NotAnExpression(f"it is longer than {MAX_LENGTH} characters", "split it into steps")
    reader = _Reader(_tokens(text))
    tree = reader.sum(depth=0)
    reader.expect_end()
    return tree


def names(tree: Node) -> tuple[str, ...]:
    """List the names a formula reads, each once, in order of appearance."""
    found: dict[str, None] = {}

    def walk(node: Node) -> None:
        if isinstance(node, Name):
            found[node.name] = None
        for child in children(node):
            walk(child)

    walk(tree)
    return tuple(found)


def children(node: Node) -> tuple[Node, ...]:
    """Return the direct parts of a formula, in written order."""
    match node:
        case Operation(_, left, right) | Comparison(_, left, right):
            return (left, right)
        case Call(_, arguments):
            return arguments
        case Tier(subject, rows):
            return (subject, *(part for row in rows for part in row))
        case Round(subject, unit, _):
            return (subject, unit)
        case _:
            return ()


def with_children(node: Node, parts: tuple[Node, ...]) -> Node:
    """Return the same formula with other parts, in the order :func:`children` gives them."""
    match node:
        case Operation(operator, _, _):
            return Operation(operator, parts[0], parts[1])
        case Comparison(operator, _, _):
            return Comparison(operator, parts[0], parts[1])
        case Call(function, _):
            return Call(function, parts)
        case Tier():
            pairs = tuple(zip(parts[1::2], parts[2::2], strict=True))
            return Tier(parts[0], pairs)
        case Round(_, _, mode):
            return Round(parts[0], parts[1], mode)
        case _:
            return node


def _tokens(text: str) -> list[tuple[str, str]]:
    found, at = [], 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            raise NotAnExpression(f'"{text[at:].strip()[:12]}" is not part of a formula', _LEARN)
        # Any blank may stand between a number and its unit; one space is what units know.
        found.append((match.lastgroup, " ".join(match.group(match.lastgroup).split())))
        at = match.end()
    if len(found) > MAX_PARTS:
        raise NotAnExpression(f"it has more than {MAX_PARTS} parts", "split it into steps")
    return found


class _Reader:
    """Recursive descent over tokens; one method a level of the grammar."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.at = 0

    def peek(self) -> str:
        """Return the next token's text, or an empty string at the end."""
        if self.at == len(self.tokens):
            return ""
        text = self.tokens[self.at][1]
        return _SAME.get(text, text)

    def expect(self, symbol: str) -> None:
        """Step over one symbol that must be here."""
        if self.peek() != symbol:
            found = f'"{self.peek()}"' if self.peek() else "the end"
            raise NotAnExpression(f'expected "{symbol}" but found {found}', _LEARN)
        self.at += 1

    def expect_end(self) -> None:
        """Refuse anything left over."""
        if self.peek():
            raise NotAnExpression(f'"{self.peek()}" was not expected', _LEARN)

    def sum(self, depth: int) -> Node:
        """Read sums and differences of products."""
        tree = self.product(depth)
        while self.peek() in {"+", "-"}:
            operator = self.peek()
            self.at += 1
            tree = Operation(operator, tree, self.product(depth))
        return tree

    def product(self, depth: int) -> Node:
        """Read products and quotients."""
        tree = self.atom(depth)
        while self.peek() in {"*", "/"}:
            operator = self.peek()
            self.at += 1
            tree = Operation(operator, tree, self.atom(depth))
        return tree

    def atom(self, depth: int) -> Node:
        """Read a quantity, a name, a call, a bracket or a negation."""
        if depth > MAX_DEPTH:
            raise NotAnExpression(f"it nests deeper than {MAX_DEPTH} levels", "split it into steps")
        if self.peek() == "-":
            self.at += 1
            zero = Literal(Quantity(Decimal(0), quantity.FACTOR), "0")
            return Operation("-", zero, self.atom(depth + 1))
        if self.peek() == "(":
            self.at += 1
            tree = self.sum(depth + 1)
            self.expect(")")
            return tree
        if self.at == len(self.tokens):
            raise NotAnExpression("it ends too early", _LEARN)
        kind, text = self.tokens[self.at]
        if kind == "symbol":
            raise NotAnExpression(f'"{text}" was not expected', _LEARN)
        if kind == "number" and "," in text:
            raise NotAnExpression(
                f'"{text}" may be one number or two',
                "write a plain number without commas, and a space after a comma between two",
            )
        self.at += 1
        if kind == "name":
            return self.call(text, depth) if self.peek() == "(" else Name(text)
        return Literal(quantity.parse(f"{text} factor" if kind == "number" else text), text)

    def call(self, function: str, depth: int) -> Node:
        """Read the arguments of a function."""
        if function not in FUNCTIONS:
            raise NotAnExpression(f'there is no function "{function}"', _LEARN)
        self.expect("(")
        readers: dict[str, Callable[[int], Node]] = {
            "if": self.choice,
            "tier": self.tier,
            "round": self.rounding,
        }
        if function in readers:
            tree = readers[function](depth + 1)
        else:
            tree = self.extreme(function, depth + 1)
        self.expect(")")
        return tree

    def extreme(self, function: str, depth: int) -> Node:
        """Read the arguments of min, max and clip."""
        arguments = [self.sum(depth)]
        while self.peek() == ",":
            self.at += 1
            arguments.append(self.sum(depth))
        wanted = 3 if function == "clip" else 2
        if len(arguments) < wanted or (function == "clip" and len(arguments) > wanted):
            raise NotAnExpression(
                f"{function} has {len(arguments)} argument(s)",
                "write clip(x, lowest, highest), min(a, b) or max(a, b)",
            )
        return Call(function, tuple(arguments))

    def choice(self, depth: int) -> Node:
        """Read ``if(condition, then, else)``."""
        left = self.sum(depth)
        operator = self.peek()
        if operator not in COMPARISONS:
            raise NotAnExpression("if needs a comparison", "write if(a >= b, then, otherwise)")
        self.at += 1
        condition = Comparison(operator, left, self.sum(depth))
        self.expect(",")
        then = self.sum(depth)
        self.expect(",")
        return Call("if", (condition, then, self.sum(depth)))

    def tier(self, depth: int) -> Node:
        """Read ``tier(x; 45 %: 50 %; …)``."""
        subject = self.sum(depth)
        rows = []
        while self.peek() == ";":
            self.at += 1
            at = self.sum(depth)
            self.expect(":")
            rows.append((at, self.sum(depth)))
        if not rows:
            raise NotAnExpression("tier has no rows", "write tier(x; 45 %: 50 %; 55 %: 100 %)")
        written = [at.quantity.amount for at, _ in rows if isinstance(at, Literal)]
        if len(written) == len(rows) and written != sorted(set(written)):
            raise NotAnExpression("the rows of tier do not rise", "sort them, each once")
        return Tier(subject, tuple(rows))

    def rounding(self, depth: int) -> Node:
        """Read ``round(x, $0.01, half up)``."""
        subject = self.sum(depth)
        self.expect(",")
        unit = self.sum(depth)
        self.expect(",")
        words = []
        while self.peek() not in {")", ""}:
            words.append(self.peek())
            self.at += 1
        mode = " ".join(words)
        if mode not in ROUNDING_MODES or not isinstance(unit, Literal) or unit.quantity.amount <= 0:
            raise NotAnExpression(
                "round needs a unit above zero and a mode",
                f"write round(x, $0.01, half up); modes: {', '.join(ROUNDING_MODES)}",
            )
        return Round(subject, unit, mode)
