"""Check how clauses hang together: what takes what, who reads which figure, what nobody reads."""

from collections.abc import Iterator
from dataclasses import replace

from fairterms.contract.clause import Clause, Contract, Term
from fairterms.contract.value import Formula, is_not_stated
from fairterms.payment import dimension, measured
from fairterms.payment.evaluation import Survey, paying_clauses, survey, survey_over_time
from fairterms.payment.measured import line_naming
from fairterms.payment.model import Role, TermSpec
from fairterms.payment.models_catalogue import MODELS
from fairterms.units.problem import Problem, nearest
from fairterms.units.quantity import FRACTION, MONEY, Unit


def link_problems(contract: Contract, sound: frozenset[str]) -> Iterator[Problem]:
    """Yield the problems between clauses.

    Parameters
    ----------
    contract
        All its clauses.
    sound
        Ids of the clauses without a problem of their own; only these are run.
    """
    order = list(_order_problems(contract))
    yield from order
    yield from _payable_problems(contract)
    loose = {clause.id for clause in contract.clauses if any(p.line == clause.line for p in order)}
    usable = replace(
        contract,
        payable=(),
        clauses=tuple(c for c in contract.clauses if c.id in sound and c.id not in loose),
    )
    found = survey_over_time(usable)
    broken = {clause.id for clause in contract.clauses} - {clause.id for clause in usable.clauses}
    yield from _unknown_names(contract, found, broken)
    yield from _taken_twice(contract, usable)
    yield from _never_settled(contract, found)
    yield from _unread_terms(contract, usable, found)
    yield from _pointer_problems(contract, usable, found)
    yield from measured.figure_problems(contract, found, is_whole=not broken)
    yield from measured.measure_problems(contract, found, is_whole=not broken)
    for clause in usable.clauses:
        for term in clause.terms.values():
            yield from _formula_problems(contract, found, clause, term)


def _order_problems(contract: Contract) -> Iterator[Problem]:
    """Yield what is wrong with ``of``: nobody of that name, itself, or a later clause."""
    places = {clause.id: place for place, clause in enumerate(contract.clauses)}
    takes = {c.id: [source.partition(".")[0] for source in c.of] for c in contract.clauses}
    for clause in contract.clauses:
        for source in takes[clause.id]:
            if source not in places:
                yield contract.problem(
                    clause.line,
                    f'the clause "{clause.id}" takes the result of "{source}", which is no clause',
                    "unknown-clause",
                    "there is nothing to take",
                    nearest(source, places) or f"the clauses are: {', '.join(places)}",
                )
            elif _reaches(source, clause.id, takes):
                yield contract.problem(
                    clause.line,
                    f'the clause "{clause.id}" takes a result that depends on its own',
                    "circular-of",
                    "neither could be worked out first",
                    "let only one of them take the other",
                )
            elif places[source] > places[clause.id]:
                yield contract.problem(
                    clause.line,
                    f'the clause "{clause.id}" takes the result of "{source}", written below it',
                    "of-later",
                    "the written order of clauses is the order of operations",
                    f'move "{source}" above "{clause.id}", if that is the order the text gives',
                )


def _reaches(start: str, goal: str, takes: dict[str, list[str]]) -> bool:
    """Say whether following ``of`` from one clause leads to another."""
    seen, waiting = set(), [start]
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        if here not in seen:
            seen.add(here)
            waiting.extend(takes.get(here, ()))
    return False


def _payable_problems(contract: Contract) -> Iterator[Problem]:
    names = [clause.id for clause in contract.clauses]
    for name in contract.payable:
        if name not in names:
            yield contract.problem(
                _line_of(contract, "payable"),
                f'payable names "{name}", which is no clause',
                "unknown-clause",
                "it says which results add up to the amount paid",
                nearest(name, names) or f"the clauses are: {', '.join(names)}",
            )
    for clause in contract.clauses:
        for source in clause.of:
            if source in contract.payable and clause.id in contract.payable:
                yield contract.problem(
                    _line_of(contract, "payable"),
                    f'payable counts "{source}" twice: "{clause.id}" already contains it',
                    "counted-twice",
                    "the same dollars would be paid twice",
                    f'take "{source}" out of payable',
                )


def _taken_twice(contract: Contract, usable: Contract) -> Iterator[Problem]:
    """Yield where two clauses that pay each take over the same result: it would be paid twice."""
    takers: dict[str, list[str]] = {}
    for clause in usable.clauses:
        if MODELS[clause.model].role is Role.MODIFIER:
            for source in clause.of:
                takers.setdefault(source, []).append(clause.id)
    for source, names in takers.items():
        for name in names[1:]:
            yield contract.problem(
                contract.clause(name).line,
                f'"{names[0]}" and "{name}" both take the result of "{source}"',
                "counted-twice",
                "each would pay it, so that the same dollars are paid twice",
                f'let "{name}" take the result of "{names[0]}"',
            )


def _unknown_names(contract: Contract, found: Survey, broken: set[str]) -> Iterator[Problem]:
    known = {step.id for step in found.worksheet.steps} | set(found.wanted)
    known |= {figure.id for figure in contract.figures}
    for clause_id, name in found.unknown:
        if name.partition(".")[0] in broken:
            continue
        clause = contract.clause(clause_id)
        yield contract.problem(
            line_naming(clause, name),
            f'the clause "{clause_id}" reads "{name}", which nothing provides',
            "unknown-figure",
            "it is no step of this clause, no earlier clause and no declared figure",
            nearest(name, known)
            or f'declare it with [[figure]] id = "{name}" and its unit, or mend the name',
        )


def _never_settled(contract: Contract, found: Survey) -> Iterator[Problem]:
    for clause_id, refusal in found.refused:
        if _has_gaps(contract, refusal.subject.partition(".")[0]):
            continue  # what a number not stated would be measured in is not known
        yield contract.problem(
            contract.clause(clause_id).line,
            f"{refusal.subject} {refusal.what}",
            "never-settled",
            refusal.why,
            refusal.fix,
        )


def _has_gaps(contract: Contract, clause_id: str) -> bool:
    clauses = [clause for clause in contract.clauses if clause.id == clause_id]
    return any(
        is_not_stated(value)
        for clause in clauses
        for term in clause.terms.values()
        for value in term.values
    )


def _unread_terms(contract: Contract, usable: Contract, found: Survey) -> Iterator[Problem]:
    for clause in usable.clauses:
        for term in clause.terms.values():
            if (clause.id, term.name) not in found.terms_read and term.name not in DESCRIPTIVE:
                yield contract.problem(
                    term.line,
                    f'no calculation reads {term.name} in the clause "{clause.id}"',
                    "unread-term",
                    "both sides may think it matters, and it changes nothing",
                    "remove it, or add the term that makes it count",
                )


DESCRIPTIVE = {"pays", "lan", "vbpr"}
"""Terms that class a clause and are not read by its formula."""


def _pointer_problems(contract: Contract, usable: Contract, found: Survey) -> Iterator[Problem]:
    steps = {step.id for step in found.worksheet.steps}
    clauses = {clause.id for clause in contract.clauses}
    declared = {figure.id for figure in contract.figures}
    for clause in usable.clauses:
        asked = {name for owner, name in found.asked if owner == clause.id}
        listed = ", ".join(sorted(asked)) or "no figure of its own"
        for own, source in clause.reads.items():
            if own not in asked:
                yield contract.problem(
                    clause.line,
                    f'reads points "{own}" somewhere, but the clause does not read it',
                    "unread-pointer",
                    "it would be silently ignored",
                    nearest(own, asked) or f"it reads: {listed}",
                )
            elif source not in steps | clauses | declared:
                yield contract.problem(
                    clause.line,
                    f'the clause "{clause.id}" reads "{source}", which nothing provides',
                    "unknown-figure",
                    "it is no earlier clause or step and no declared figure",
                    nearest(source, steps | clauses | declared)
                    or f'declare it with [[figure]] id = "{source}" and its unit',
                )


def _formula_problems(
    contract: Contract, found: Survey, clause: Clause, term: Term
) -> Iterator[Problem]:
    spec = MODELS[clause.model].term(term.name)
    for value in term.values:
        if isinstance(value, Formula) and spec is not None:
            yield from _dimension_problems(contract, found, clause, (term, spec, value))


def _dimension_problems(
    contract: Contract, found: Survey, clause: Clause, where: tuple[Term, TermSpec, Formula]
) -> Iterator[Problem]:
    term, spec, formula = where
    try:
        got = dimension.infer(formula.tree, lambda name: unit_of(contract, found, clause, name))
    except dimension.Mixed as mixed:
        yield contract.problem(
            term.line,
            f"in {term.name}, {mixed}",
            "mixed-units",
            "dollars and counts do not add up",
            "multiply or divide until both sides measure the same thing",
        )
        return
    except dimension.Unknown:
        return  # reported as an unknown figure
    units = [unit for unit in spec.units if isinstance(unit, Unit)]
    if spec.has_base:
        # A percentage names its base in words; a formula must do the multiplication itself.
        units = [unit for unit in units if unit != FRACTION]
    allowed = [dimension.of_unit(unit) for unit in units]
    if allowed and dict(got) not in [dict(one) for one in allowed]:
        yield contract.problem(
            term.line,
            f"{term.name} works out in {dimension.say(got)}, but it is wanted in "
            + " or ".join(str(unit) for unit in units),
            "wrong-unit",
            "the same number in another unit is another contract",
            "mend the formula",
        )


def unit_of(contract: Contract, found: Survey, clause: Clause, name: str) -> Unit | None:
    """Return the unit behind a name in a clause's formula, or None when nothing has that name."""
    for figure in contract.figures:
        if figure.id == name:
            return figure.unit
    for step in found.worksheet.steps:
        if step.id in {name, f"{clause.id}.{name}"}:
            return step.unit
    results = [step for step in found.worksheet.steps if step.clause == name]
    if results:
        return results[-1].unit
    wanted = found.wanted.get(name)
    return wanted.unit if wanted and isinstance(wanted.unit, Unit) else None


def not_money(contract: Contract) -> tuple[str, ...]:
    """Name the payable clauses whose result is not in dollars."""
    found = survey(contract)
    return tuple(
        name for name in paying_clauses(contract) if found.worksheet.result(name).unit != MONEY
    )


def _line_of(contract: Contract, key: str) -> int:
    for number, text in enumerate(contract.lines, start=1):
        if text.strip().startswith(key):
            return number
    return 0
