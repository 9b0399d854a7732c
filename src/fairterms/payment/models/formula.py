"""Formula: payment terms no other model says, written as small steps of arithmetic.

Notes
-----
Each step has a name, a value in the formula language and, for the reader, its words. A later step
may read an earlier one by name; so may later clauses. The last step is the result. Units are worked
out, not written: dollars PMPM times member-months are dollars, and dollars plus visits are refused.

The clause pays the group its last step, in dollars, unless ``pays = false`` makes it a figure that
other clauses read, in any unit. Names are declared figures, steps, and earlier clauses. A step
written without an equals sign is read as if it had one.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from fairterms.contract import expression
from fairterms.contract.clause import Clause
from fairterms.contract.expression import Literal, Node, NotAnExpression
from fairterms.contract.value import Formula, Lookup, NotStated, Row, Unclear, Value, Word
from fairterms.payment import dimension
from fairterms.payment.dimension import Dimension
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec
from fairterms.payment.sheet import Sheet
from fairterms.units.quantity import FACTOR, MONEY, Kind, Quantity, Unit

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_CATEGORIES = ("1", "2A", "2B", "2C", "3A", "3B", "3N", "4A", "4B", "4C", "4N")
LAN = tuple(f"LAN {category}" for category in _CATEGORIES)
VBPR = (
    *("ccf", "ccf-with-risk", "p4r", "p4p", "sip", "sst", "qip", "cdm", "aha", "ubip"),
    *("ssp", "ssq", "ssl", "tcoc", "eoc", "pcpcp"),
)


@dataclass(frozen=True)
class Line:
    """One step as written.

    Attributes
    ----------
    name
        Of the step.
    value
        What the cell holds; text without an equals sign is already a formula.
    words
        What the step means, for a reader; the formula itself when nothing is said.
    """

    name: str
    value: Value
    words: str


def settle(sheet: Sheet) -> None:
    """Write the steps; the last is the amount paid in dollars, or a figure in any unit."""
    for name in ("pays", "lan", "vbpr"):
        if sheet.has(name):
            sheet.note_term(name)
    pays = sheet.is_yes("pays") if sheet.has("pays") else True
    # A step whose unit is not known is written as a plain number, and must not pass for one later.
    unknown: set[str] = set()
    written = list(lines(sheet.clause))
    if not sheet.rows("steps"):
        # Only a probe comes here: an empty list is a problem, and unstated steps are refused.
        sheet.step("result", sheet.zero(), MONEY, "no step is stated")
    for line in written:
        found = _dimension(sheet, line, unknown)
        unit = None if found is None else dimension.to_unit(found)
        if unit is None:
            unknown.add(line.name)
        if pays and line is written[-1]:
            _refuse_unless_dollars(sheet, found)
            unit = MONEY
        values = sheet.value_of(line.name, line.value)
        sheet.step(line.name, values, unit or FACTOR, line.words)


def lines(clause: Clause) -> Iterator[Line]:
    """Read the steps of a clause, in written order."""
    for row in _rows(clause):
        value = row.cells["value"]
        if isinstance(value, Word):
            value = Formula(value.text, expression.parse(value.text))
        words = str(row.cells.get("words", "")) or str(value).removeprefix("= ")
        yield Line(str(row.cells.get("name", "")), value, words)


def _rows(clause: Clause) -> tuple[Row, ...]:
    term = clause.terms.get("steps")
    value = term.value if term else ()
    return tuple(
        row for row in (value if isinstance(value, tuple) else (value,)) if isinstance(row, Row)
    )


def _dimension(sheet: Sheet, line: Line, unknown: set[str]) -> Dimension | None:
    """Return what a step measures, or None when a name in it has no unit that is known."""

    def unit_of(name: str) -> Unit | None:
        return None if name in unknown else sheet.unit_of(name)

    try:
        return _infer(line.value, unit_of)
    except dimension.Unknown:
        return None
    except dimension.Mixed as mixed:
        subject = f"{sheet.clause.id}.{line.name}"
        sheet.refuse_where(True, subject, f"mixes units: {mixed}", "mend the formula")
        return None


def _infer(value: Value, unit_of: Callable[[str], Unit | None]) -> Dimension:
    if isinstance(value, Lookup):
        return dimension.of_unit(value.rows[0][1].unit)
    tree = _tree(value)
    # Only a missing number has no tree; it could be in any unit.
    if tree is None:
        raise dimension.Unknown("not stated")
    return dimension.infer(tree, unit_of)


def _tree(value: Value) -> Node | None:
    """Return the tree of a step; a bare quantity is one too."""
    if isinstance(value, Formula):
        return value.tree
    return Literal(value, str(value)) if isinstance(value, Quantity) else None


def _refuse_unless_dollars(sheet: Sheet, found: Dimension | None) -> None:
    unit = None if found is None else dimension.to_unit(found)
    instead = f"in {unit} and not in dollars" if unit else "not in dollars"
    sheet.refuse_where(
        found is not None and unit != MONEY,
        sheet.clause.id,
        f"pays its last step, which is {instead}",
        "write pays = false when it prepares a figure, or add the step that works out the dollars",
    )


def categorize(clause: Clause) -> Category:
    """Class the clause as its author does; no formula can be classed by looking at it."""
    words = {
        name: term.value.text
        for name, term in clause.terms.items()
        if name in {"lan", "vbpr"} and isinstance(term.value, Word)
    }
    return Category(words.get("lan", "").removeprefix("LAN "), words.get("vbpr", ""))


def check(clause: Clause) -> Iterable[Objection]:
    """Object to steps that cannot be read, told apart, or added up, and to unread results."""
    names = [str(row.cells.get("name", "")) for row in _rows(clause)]
    yield from _check_names(names)
    wrong = list(_check_values(clause))
    yield from wrong
    if wrong:
        return
    yield from _check_order(clause, names)
    yield from _check_units(clause)
    yield from _check_taking(clause)


def _check_names(names: list[str]) -> Iterable[Objection]:
    for name, times in Counter(names).items():
        if times > 1:
            yield Objection(
                "steps",
                f'{times} steps are called "{name}"',
                "repeated-row",
                "nobody can tell which of them a later step reads",
                "give each its own name",
            )
        if not _NAME.fullmatch(name):
            yield Objection(
                "steps",
                f'"{name}" cannot name a step',
                "bad-name",
                "later steps read it by its name",
                "write one word of letters, digits and underscores, such as shared_savings",
            )


def _check_values(clause: Clause) -> Iterable[Objection]:
    for row in _rows(clause):
        value = row.cells.get("value")
        try:
            if isinstance(value, Word):
                expression.parse(value.text)
        except NotAnExpression as wrong:
            yield Objection(
                "steps",
                f'the step "{row.cells.get("name")}" cannot be read: {wrong.reason}',
                "not-a-formula",
                "a step nobody can work out pays nothing",
                wrong.fix,
            )
        if not isinstance(value, Word | Formula | Lookup | Quantity | NotStated | Unclear):
            yield Objection(
                "steps",
                f'the step "{row.cells.get("name")}" has no formula',
                "not-a-formula",
                "a step nobody can work out pays nothing",
                'write value = "= max(0, budget - cost)"',
            )


def _check_order(clause: Clause, names: list[str]) -> Iterable[Objection]:
    """Object to a step that reads itself or a later one."""
    for at, line in enumerate(lines(clause)):
        for name in _names(line):
            if name in names[at:] and name not in names[:at]:
                yield Objection(
                    "steps",
                    f'the step "{line.name}" reads "{name}", which is worked out later',
                    "step-later",
                    "the written order of steps is the order of operations",
                    f'move "{name}" above it, or mend the name',
                )


def _check_units(clause: Clause) -> Iterable[Objection]:
    """Object to mixed units that can be seen without knowing the figures."""
    known: dict[str, Unit | None] = {}
    for line in lines(clause):
        try:
            found = _infer(line.value, known.get)
        except dimension.Unknown:
            continue
        except dimension.Mixed as mixed:
            yield Objection(
                "steps",
                f'in the step "{line.name}", {mixed}',
                "mixed-units",
                "dollars and counts do not add up",
                "multiply or divide until both sides measure the same thing",
            )
            continue
        known[line.name] = dimension.to_unit(found)


def _check_taking(clause: Clause) -> Iterable[Objection]:
    """Object to a result that is taken over and then read by no step: it would just vanish."""
    read = {name.partition(".")[0] for line in lines(clause) for name in _names(line)}
    for source in clause.of:
        if source.partition(".")[0] not in read:
            yield Objection(
                "steps",
                f'the clause takes the result of "{source}", but no step reads it',
                "unread-result",
                f'what "{source}" pays would vanish',
                f'read "{source}" in a step, or take it out of "of"',
            )


def _names(line: Line) -> tuple[str, ...]:
    tree = _tree(line.value)
    return expression.names(tree) if tree else ()


MODEL = Model(
    name="formula",
    title="Formula",
    summary=(
        "Arithmetic written step by step, for terms no other model says. It pays its last step, "
        "or prepares a figure for other clauses."
    ),
    role=Role.STREAM,
    terms=(
        TermSpec(
            "steps",
            "the steps of the arithmetic, in order; the last is the result",
            is_required=True,
            columns=(
                TermSpec("name", "the name of the step", is_required=True, is_names=True),
                TermSpec(
                    "value",
                    "its formula",
                    tuple(Kind),
                    is_required=True,
                    lowest=None,
                    is_formula=True,
                ),
                TermSpec("words", "what it means, for a reader", is_names=True),
            ),
        ),
        TermSpec("pays", "whether the last step is paid, or is only a figure", is_yes_no=True),
        TermSpec("lan", "the category of the payment", choices=LAN),
        TermSpec("vbpr", "the payment-stream code", choices=VBPR),
    ),
    category=categorize,
    settle=settle,
    check=check,
)
