"""Check what a contract measures: its figures and measures, their units and directions."""

from collections.abc import Iterator

from fairterms.contract.clause import Clause, Contract
from fairterms.contract.value import Row, Value
from fairterms.payment.evaluation import Survey
from fairterms.units.problem import Problem, nearest
from fairterms.units.quantity import Kind, Unit


def figure_problems(contract: Contract, found: Survey, *, is_whole: bool) -> Iterator[Problem]:
    """Yield declared figures nobody reads (when all clauses were run), or in another unit."""
    for figure in contract.figures:
        wanted = found.wanted.get(figure.id)
        if wanted is None and is_whole:
            yield contract.problem(
                figure.line,
                f'no clause reads the figure "{figure.id}"',
                "unread-figure",
                "measuring it would change nothing",
                "remove it, or mend its id",
            )
        elif wanted is not None and not _agrees(figure.unit, wanted.unit):
            unit = wanted.unit.value if isinstance(wanted.unit, Kind) else str(wanted.unit)
            yield contract.problem(
                figure.line,
                f"{figure.id} is declared in {figure.unit}, but {wanted.clause} reads {unit}",
                "wrong-unit",
                "a number in another unit settles to another amount",
                f"declare it in {unit}",
            )


def _agrees(declared: Unit, wanted: Unit | Kind) -> bool:
    return declared == wanted or declared.kind is wanted


def measure_problems(contract: Contract, found: Survey, *, is_whole: bool) -> Iterator[Problem]:
    """Yield measures that are paid on and not declared, or declared and not paid on."""
    declared = {measure.id for measure in contract.measures}
    read = {
        name.rpartition(".")[0]: wanted
        for name, wanted in found.wanted.items()
        if name.endswith((".numerator", ".denominator", ".baseline"))
    }
    for name, wanted in read.items():
        if name not in declared:
            clause = contract.clause(wanted.clause)
            yield contract.problem(
                line_naming(clause, name),
                f'the clause "{clause.id}" pays on the measure "{name}", which is not declared',
                "unknown-measure",
                "a measure needs a definition and a direction before it can move money",
                nearest(name, declared)
                or f'add [[measure]] id = "{name}" with its direction and steward',
            )
    yield from _direction_problems(contract)
    for measure in contract.measures:
        if measure.id not in read and is_whole:
            yield contract.problem(
                measure.line,
                f'no clause pays on the measure "{measure.id}"',
                "unread-measure",
                "reporting it would be unpaid work",
                "remove it, or name it in the clause that pays on it",
            )


def _direction_problems(contract: Contract) -> Iterator[Problem]:
    """Yield where a clause reads a measure the other way round than it is declared."""
    declared = {
        measure.id: "higher is better" if measure.higher_is_better else "lower is better"
        for measure in contract.measures
    }
    for clause in contract.clauses:
        for term in clause.terms.values():
            for row in term.value if isinstance(term.value, tuple) else ():
                if not isinstance(row, Row):
                    continue
                name = str(row.cells.get("measure", ""))
                way = str(row.cells.get("direction", ""))
                if way and name in declared and declared[name] != way:
                    yield contract.problem(
                        term.line,
                        f'"{name}" is declared "{declared[name]}", but {term.name} says "{way}"',
                        "contradiction",
                        "read the wrong way round, the groups that do better would lose",
                        "check the direction against the measure's definition",
                    )


def line_naming(clause: Clause, name: str) -> int:
    """Return the line of the first term of a clause that mentions a name, else of the clause."""
    for term in clause.terms.values():
        if _mentions(term.value, name):
            return term.line
    return clause.line


def _mentions(value: Value, name: str) -> bool:
    return name in str(value).replace(" ", "_") or name in str(value)
