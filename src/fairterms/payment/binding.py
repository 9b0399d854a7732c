"""Check a contract against the catalogue of models, and report every problem at once.

Each clause is checked by itself first (its model, its terms, their units and limits); then the
links between clauses (``links``). A clause with a problem of its own is left out of the second
round, so that one mistake is reported once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fairterms.contract.clause import Clause, Contract, Term
from fairterms.contract.expression import Literal
from fairterms.contract.value import (
    Formula,
    Lookup,
    NotStated,
    Row,
    Unclear,
    Value,
    Word,
    is_unclear,
    show,
)
from fairterms.payment.links import link_problems
from fairterms.payment.model import Model, TermSpec
from fairterms.payment.models_catalogue import MODELS
from fairterms.units.problem import Problem, nearest
from fairterms.units.quantity import FRACTION, Kind, Quantity, Threshold, Unit

_NEVER_GUESSED = "a number that moves money is never guessed"


def problems(contract: Contract) -> tuple[Problem, ...]:
    """Return every problem that keeps a contract from being settled, in the order of its lines.

    Numbers the contract does not state are among them, with the code ``not-stated``.
    """
    found: list[Problem] = []
    sound: list[str] = []
    for clause in contract.clauses:
        of_clause = list(_clause_problems(contract, clause))
        found.extend(of_clause)
        is_sound = all(problem.code == "not-stated" for problem in of_clause)
        values = (value for term in clause.terms.values() for value in term.values)
        if is_sound and not any(is_unclear(value) for value in values):
            sound.append(clause.id)
    found.extend(link_problems(contract, frozenset(sound)))
    return tuple(sorted(dict.fromkeys(found), key=lambda problem: problem.line))


def _clause_problems(contract: Contract, clause: Clause) -> Iterator[Problem]:
    model = MODELS.get(clause.model)
    if model is None:
        yield Problem(
            contract.file,
            clause.line,
            f'there is no model called "{clause.model}"',
            "unknown-model",
            "the model says how the clause pays",
            nearest(clause.model, MODELS) or "fairterms show --models lists them",
            contract.text(clause.line),
        )
        return
    for term in clause.terms.values():
        yield from _term_problems(contract, model, term)
    yield from _missing_terms(contract, clause, model)
    yield from _taking_problems(contract, clause, model)
    for citation in clause.cites:
        if citation.term and citation.term not in clause.terms:
            yield contract.problem(
                citation.line,
                f'the citation supports "{citation.term}", which the clause does not have',
                "unknown-term",
                "a citation must be traceable to a term",
                nearest(citation.term, clause.terms) or "name one of the clause's terms",
            )
    for objection in model.check(clause):
        line = clause.terms[objection.term].line if objection.term in clause.terms else clause.line
        yield contract.problem(line, objection.what, objection.code, objection.why, objection.fix)


def _taking_problems(contract: Contract, clause: Clause, model: Model) -> Iterator[Problem]:
    if model.takes_result and not clause.of:
        yield contract.problem(
            clause.line,
            f'the clause "{clause.id}" does not say whose result it takes',
            "missing-of",
            f"{model.title.lower()} changes what another clause pays",
            'write of = "savings", with the id of an earlier clause',
        )


def _missing_terms(contract: Contract, clause: Clause, model: Model) -> Iterator[Problem]:
    for spec in model.terms:
        if not spec.is_required or spec.name in clause.terms:
            continue
        section = next((cite.section for cite in clause.cites if cite.section), "")
        where = f" ({section} should give it)" if section else ""
        yield contract.problem(
            clause.line,
            f'the clause "{clause.id}" has no {spec.name}: {spec.meaning}{where}',
            "missing-number" if spec.units else "missing-term",
            f"the contract cannot be settled without it, and {_NEVER_GUESSED}",
            f"{_example(spec)}; if the contract is silent, write "
            f'{spec.name} = "not stated" and ask the plan',
        )


def _term_problems(contract: Contract, model: Model, term: Term) -> Iterator[Problem]:
    spec = model.term(term.name)
    if spec is None:
        names = [known.name for known in model.terms]
        yield contract.problem(
            term.line,
            f'{model.title.lower()} has no term called "{term.name}"',
            "unknown-term",
            "a term nothing reads would be silently ignored",
            nearest(term.name, names) or f"it knows: {', '.join(names)}",
        )
        return
    for value in term.values:
        for what, code, why, fix in _value_objections(spec, value):
            yield contract.problem(term.line, what, code, why, fix)


_Objection = tuple[str, str, str, str]


def _value_objections(spec: TermSpec, value: Value) -> Iterable[_Objection]:
    """Return what is wrong with one value, as (what, code, why, fix)."""
    if isinstance(value, Unclear):
        return []  # reported when the file was read
    if isinstance(value, NotStated):
        return [_not_stated(spec, value)]
    if spec.choices:
        return _choice_objections(spec, value)
    if spec.is_yes_no:
        return [] if isinstance(value, bool) else [_shape(spec, value, "true or false")]
    if spec.is_names:
        return _names_objections(spec, value)
    if spec.columns:
        return _rows_objections(spec, value)
    if spec.is_formula and isinstance(value, Word):
        return []  # the model's own check reads it
    return _number_objections(spec, value)


def _not_stated(spec: TermSpec, value: NotStated) -> _Objection:
    says = f'; the text says "{value.says}" instead' if value.says else ""
    section = f" ({value.section} should give it)" if value.section else ""
    return (
        f"the contract does not state {spec.name}: {spec.meaning}{section}{says}",
        "not-stated",
        f"the contract cannot be settled as written, and {_NEVER_GUESSED}",
        value.ask or f"ask the plan to state {spec.name} in the contract",
    )


def _choice_objections(spec: TermSpec, value: Value) -> list[_Objection]:
    if isinstance(value, Word) and value.text in spec.choices:
        return []
    listed = " or ".join(f'"{choice}"' for choice in spec.choices)
    return [
        (
            f"{spec.name} cannot be {show(value)!r}".replace("'", '"'),
            "unknown-choice",
            f"it says {spec.meaning}",
            nearest(show(value), spec.choices) or f"write {listed}",
        )
    ]


def _names_objections(spec: TermSpec, value: Value) -> list[_Objection]:
    items = value if isinstance(value, tuple) else (value,)
    if all(isinstance(item, Word) for item in items):
        return []
    return [_shape(spec, value, 'a list of names, like ["phq9", "access"]')]


def _rows_objections(spec: TermSpec, value: Value) -> Iterator[_Objection]:
    rows = value if isinstance(value, tuple) else (value,)
    if not rows:
        yield _shape(spec, value, _row_example(spec))
    for position, row in enumerate(rows, start=1):
        if not isinstance(row, Row):
            yield _shape(spec, row, _row_example(spec))
            continue
        for what, code, why, fix in _cell_objections(spec, row):
            yield f"{spec.name}, row {position}: {what}", code, why, fix


def _cell_objections(spec: TermSpec, row: Row) -> Iterator[_Objection]:
    known = {column.name: column for column in spec.columns}
    for name, cell in row.cells.items():
        if name in known:
            yield from _value_objections(known[name], cell)
            continue
        yield (
            f'there is no cell called "{name}"',
            "unknown-term",
            "a cell nothing reads would be silently ignored",
            nearest(name, known) or f"it knows: {', '.join(known)}",
        )
    for column in spec.columns:
        if column.is_required and column.name not in row.cells:
            yield (
                f"there is no {column.name}: {column.meaning}",
                "missing-number",
                _NEVER_GUESSED,
                _example(column),
            )


def _number_objections(spec: TermSpec, value: Value) -> Iterator[_Objection]:
    if isinstance(value, tuple) and spec.may_be_many:
        for item in value:
            yield from _number_objections(spec, item)
    elif isinstance(value, Lookup):
        for _, cell in value.rows:
            yield from _number_objections(spec, cell)
    elif isinstance(value, Formula):
        # The unit of a longer formula is checked with the links, where its names are known.
        if isinstance(value.tree, Literal):
            yield from _quantity_objections(spec, value.tree.quantity)
    elif isinstance(value, Quantity):
        yield from _quantity_objections(spec, value)
    else:
        yield _shape(spec, value, _example(spec))


def _quantity_objections(spec: TermSpec, value: Quantity) -> Iterator[_Objection]:
    if spec.accepts(value.unit):
        yield from _limit_objections(spec, value)
        return
    yield (
        f"{spec.name} is in {value.unit}, but it is wanted in {_units(spec)}",
        "wrong-unit",
        "the same number in another unit is another contract",
        _example(spec),
    )


_NEVER = {
    "minimum": {Threshold.AT_MOST, Threshold.LESS_THAN},
    "cap": {Threshold.AT_LEAST, Threshold.MORE_THAN},
}
"""Words before a number that would turn such a term round."""


def _limit_objections(spec: TermSpec, value: Quantity) -> Iterator[_Objection]:
    for word, wrong in _NEVER.items():
        if word in spec.name.split("_") and value.threshold in wrong:
            yield (
                f'{spec.name} is "{value}", which is no {word}',
                "contradiction",
                f"read the other way round, the {word} would work against its purpose",
                f'write {spec.name} = "{replace(value, threshold=None)}"',
            )
    if spec.has_base and value.unit == FRACTION and not value.base:
        yield (
            f"{spec.name} is {value} of nothing",
            "missing-base",
            "2 % of the benchmark and 2 % of revenue are two different contracts",
            f'write {spec.name} = "{value} of benchmark", or whichever base the text names',
        )
    if value.base and not spec.has_base:
        yield (
            f'{spec.name} names a base ("{value.base}") that nothing reads',
            "unread-base",
            "the base would be silently ignored",
            f'write {spec.name} = "{value.with_amount(value.amount)}" without "of …"'.replace(
                f" of {value.base}", ""
            ),
        )
    if spec.lowest is not None and value.amount < spec.lowest:
        yield (
            f"{spec.name} is negative: {value}",
            "negative",
            "who pays is said by the clause, not by the sign of a number",
            f"write {spec.name} without the minus sign, or choose a model that pays the other way",
        )
    if spec.highest is not None and value.amount > spec.highest:
        limit = Quantity(spec.highest, value.unit)
        yield (
            f"{spec.name} is {value}, above {limit}",
            "share-above-one" if value.unit == FRACTION else "too-large",
            "a share of something cannot exceed the whole of it",
            "check the number against the text",
        )


def _shape(spec: TermSpec, value: Value, wanted: str) -> _Objection:
    return (
        f'{spec.name} is "{show(value)}", which is not what it can be',
        "wrong-shape",
        f"it is {spec.meaning}",
        wanted if wanted.startswith("write") else f"write {wanted}",
    )


def _units(spec: TermSpec) -> str:
    return " or ".join(unit.value if isinstance(unit, Kind) else str(unit) for unit in spec.units)


_SAMPLES = {
    Kind.MONEY: '"$5,000.00"',
    Kind.MONEY_PER: '"$41.20 PMPM"',
    Kind.FRACTION: '"2 %"',
    Kind.POINTS: '"5 percentage points"',
    Kind.FACTOR: '"1.05 factor"',
    Kind.COUNT: '"30 cases"',
}


def _example(spec: TermSpec) -> str:
    if spec.choices:
        return f'write {spec.name} = "{spec.choices[0]}"'
    if spec.columns:
        return f"write {_row_example(spec)}"
    if not spec.units:
        return f'write {spec.name} = "…"'
    return f"write {spec.name} = {_sample(spec.units[0], has_base=spec.has_base)}"


def _sample(unit: Unit | Kind, *, has_base: bool) -> str:
    if isinstance(unit, Unit) and unit.kind is Kind.COUNT:
        return f'"30 {unit}"'
    if isinstance(unit, Unit) and unit.kind is Kind.MONEY_PER and unit.noun != "member-month":
        return f'"$120.00 per {unit.noun}"'
    kind = unit if isinstance(unit, Kind) else unit.kind
    return '"10 % of benchmark"' if kind is Kind.FRACTION and has_base else _SAMPLES[kind]


def _row_example(spec: TermSpec) -> str:
    cells = ", ".join(_example(column).removeprefix("write ") for column in spec.columns[:3])
    return f"{spec.name} = [{{ {cells} }}]"
