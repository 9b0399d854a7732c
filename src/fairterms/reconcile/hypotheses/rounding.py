"""Another rounding: mode, place or point; a rate as printed; a PMPM amount to the cent first."""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from fairterms.contract import expression
from fairterms.contract.clause import Clause, Contract, Term
from fairterms.contract.expression import Literal, Name, Node, Round
from fairterms.contract.value import Formula, Lookup, Row, Value, Word
from fairterms.reconcile.hypothesis import Family, Ground, Proposal, located, said
from fairterms.reconcile.term_place import Place, places, rewritten
from fairterms.settle.mutant import Mutant
from fairterms.units.number import round_exactly
from fairterms.units.quantity import FACTOR, FRACTION, MONEY, PMPM, Unit, parse

PRINTED: dict[Unit, tuple[str, ...]] = {
    PMPM: ("$0.01 PMPM",),
    FRACTION: ("1 %", "0.1 %", "0.01 %"),
    FACTOR: ("0.01 factor", "0.001 factor", "0.0001 factor"),
}
"""The places to which a rate is commonly printed."""


def propose(ground: Ground) -> Iterator[Proposal]:
    """Propose every other rule, and every worked-out rate rounded before it is used."""
    for mutant in ground.mutants:
        if mutant.kind == "rounding":
            yield _other_rule(ground, mutant)
    for clause in ground.contract.clauses:
        if _is_unrounded(ground, clause):
            yield _rounded_earlier(ground, clause)
        if clause.model == "benchmark":
            yield from _benchmark_pmpm(ground, clause)
    for place in places(ground.contract):
        yield from _printed(ground, place)
        yield from _unrounded(ground, place)
    yield from _printed_figures(ground)


def _other_rule(ground: Ground, mutant: Mutant) -> Proposal:
    """Propose another rule of the contract, of a clause, or in a formula."""
    where, _, what = mutant.sentence.partition(": ")
    if not what:
        return Proposal(mutant.id, f"amounts are {mutant.sentence}", mutant.contract)
    if "." not in where:
        sentence = f"the amount is {what}, {said(ground.contract.clause(where))}"
    else:
        clause, term, name, what = located(ground.contract, mutant)
        sentence = f"{what} is taken for the rounding in {name}, {said(clause, term)}"
    return Proposal(mutant.id, sentence, mutant.contract)


def _is_unrounded(ground: Ground, clause: Clause) -> bool:
    """Say whether a clause gives dollars that are rounded only later."""
    is_late = clause.rounding is None and ground.contract.rounding.point == "once at the end"
    return is_late and ground.survey.worksheet.result(clause.id).unit == MONEY


def _rounded_earlier(ground: Ground, clause: Clause) -> Proposal:
    rule = ground.contract.rounding
    changed = replace(clause, rounding=rule)
    sentence = f"the amount is rounded to the {rule.place} already, {said(clause)}"
    return Proposal(f"{clause.id} rounded", sentence, ground.contract.replacing(changed))


def _benchmark_pmpm(ground: Ground, clause: Clause) -> Iterator[Proposal]:
    """Propose that the benchmark PMPM is rounded to the cent before it is multiplied."""
    if clause.terms["result"].value != Word("dollars"):
        return
    pmpm = replace(clause.with_value("result", Word("PMPM")), id=f"{clause.id}_pmpm", rounding=None)
    months = clause.reads.get("member_months", "member_months")
    text = f"round({pmpm.id}, $0.01 PMPM, half up) * {months}"
    whole = _formula(clause.id, [("benchmark", Formula(text, expression.parse(text)))], clause)
    sentence = f"the benchmark PMPM is rounded to the cent first, {said(clause)}"
    yield Proposal(f"{clause.id} PMPM", sentence, _in_place(ground.contract, clause, pmpm, whole))


def _printed(ground: Ground, place: Place) -> Iterator[Proposal]:
    """Propose that a worked-out rate is rounded as it would be printed."""
    units = [unit for unit in PRINTED if _comes_in(ground, place, unit)]
    for unit in units:
        for printed in PRINTED[unit]:
            contract = _with_rounded(ground.contract, place, printed)
            where = said(place.clause, place.term)
            sentence = f"a rate in “{place.words}” is rounded to {printed}, {where}"
            if contract is not None:
                yield Proposal(f"{place.key} to {printed}", sentence, contract)


def _unrounded(ground: Ground, place: Place) -> Iterator[Proposal]:
    """Propose that a rounding written into a formula is left out."""
    if isinstance(place.value, Formula):
        for what, formula in rewritten(place.value, _without_round):
            sentence = f"{what}, {said(place.clause, place.term)}"
            yield Proposal(
                f"{place.key} {what}", sentence, place.with_value(ground.contract, formula)
            )


def _without_round(node: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(node, Round) and isinstance(node.unit, Literal):
        yield f"the rounding to {node.unit.text} in the formula is left out", node.subject


def _comes_in(ground: Ground, place: Place, unit: Unit) -> bool:
    """Say whether a place works out a rate in a unit; a plain quantity is printed already."""
    match place.value:
        case Lookup(_, rows, is_interpolated):
            return is_interpolated and rows[0][1].unit == unit
        case Formula(_, Round() | Literal() | Name()):
            return False
        case Formula() if place.clause.model == "formula":
            return _step_unit(ground, place) == unit
        case Formula():
            return [one for one in place.spec.units if one in PRINTED] == [unit]
        case _:
            return False


def _step_unit(ground: Ground, place: Place) -> Unit | None:
    """Return the unit of the step that a formula clause writes in a place."""
    rows = place.clause.terms[place.term].value
    at = place.path[0] if place.path else 0
    row = rows[at] if isinstance(rows, tuple) and isinstance(at, int) else rows
    name = str(row.cells.get("name", "")) if isinstance(row, Row) else ""
    steps = ground.survey.worksheet.steps
    return next((step.unit for step in steps if step.id == f"{place.clause.id}.{name}"), None)


def _with_rounded(contract: Contract, place: Place, printed: str) -> Contract | None:
    """Return the contract with a value rounded to a place, half up."""
    if isinstance(place.value, Formula):
        literal = Literal(parse(printed), printed)
        tree: Node = Round(place.value.tree, literal, "half up")
        text = f"round({place.value.text}, {printed}, half up)"
        return place.with_value(contract, Formula(text, tree))
    if place.path or place.clause.model == "formula":
        return None  # a table inside a row cannot be worked out ahead of its clause
    rate = f"{place.clause.id}_{place.term}"
    text = f"round(rate, {printed}, half up)"
    steps: list[tuple[str, Value]] = [
        ("rate", place.value),
        ("rounded", Formula(text, expression.parse(text))),
    ]
    ahead = _formula(rate, steps, replace(place.clause, cites=(), reads={}, of=()))
    name = Formula(rate, expression.parse(rate))
    changed = place.clause.with_value(place.term, name)
    return _in_place(contract, place.clause, ahead, changed)


def _printed_figures(ground: Ground) -> Iterator[Proposal]:
    """Propose that a figure which is a rate was rounded before it was used."""
    for name, wanted in ground.survey.wanted.items():
        found = ground.quantity(name)
        unit = found.unit if found else None
        if found is None or unit is None or wanted.is_list or unit not in PRINTED:
            continue
        for printed in PRINTED[unit]:
            amount = round_exactly(found.amount, parse(printed).amount, "half up")
            if amount != found.amount:
                sentence = f"{name} is rounded to {found.with_amount(amount)} before it is used"
                figures = {name: found.with_amount(amount)}
                yield Proposal(f"{name} to {printed}", sentence, figures=figures)


def _formula(name: str, steps: list[tuple[str, Value]], like: Clause) -> Clause:
    """Make a formula clause that prepares a figure in another clause's place."""
    rows: tuple[Value, ...] = tuple(
        Row({"name": Word(step), "value": value}) for step, value in steps
    )
    terms = {"steps": Term("steps", rows), "pays": Term("pays", False)}
    return Clause(
        name,
        "formula",
        MappingProxyType(terms),
        title=like.title,
        cites=like.cites,
        rounding=like.rounding,
        line=like.line,
    )


def _in_place(contract: Contract, clause: Clause, *instead: Clause) -> Contract:
    clauses = [
        one for each in contract.clauses for one in (instead if each.id == clause.id else (each,))
    ]
    return replace(contract, clauses=tuple(clauses))


FAMILY = Family("Another rounding", propose)
