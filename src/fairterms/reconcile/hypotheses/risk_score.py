"""Another risk score: not capped, of another year, or left at 1."""

from collections.abc import Iterator
from decimal import Decimal

from fairterms.contract.clause import Clause
from fairterms.contract.value import Row
from fairterms.reconcile.hypothesis import Family, Ground, Proposal, said
from fairterms.units.quantity import FACTOR, Quantity

ONE = Quantity(Decimal(1), FACTOR)
LIMITS = {
    "risk_cap_up": "the upper limit on the risk ratio is",
    "risk_cap_down": "the lower limit on the risk ratio is",
}


def propose(ground: Ground) -> Iterator[Proposal]:
    """Propose what can go otherwise with each risk score, risk ratio and limit on it."""
    yield from _of_figures(ground)
    for clause in ground.contract.clauses:
        yield from _of_caps(ground, clause)
        yield from _of_ratios(ground, clause)
        yield from _of_use(ground, clause)


def _of_figures(ground: Ground) -> Iterator[Proposal]:
    for name in ground.survey.wanted:
        found = ground.quantity(name)
        if found is None or found.unit != FACTOR or "risk" not in name:
            continue
        yield Proposal(f"{name} 1", f"{name} is 1 instead of {found}", figures={name: ONE})
        for other in ground.alternatives.get(name, ()):
            sentence = f"{name} is {other.value}, taken from {other.words}"
            yield Proposal(f"{name} {other.words}", sentence, figures={name: other.value})


def _of_caps(ground: Ground, clause: Clause) -> Iterator[Proposal]:
    given = [cap for cap in LIMITS if cap in clause.terms]
    for caps in dict.fromkeys([tuple(given), *((cap,) for cap in given)]):
        changed = clause
        for cap in caps:
            changed = changed.without(cap)
        names = LIMITS[caps[0]] if len(caps) == 1 else "both limits on the risk ratio are"
        if caps:
            sentence = f"{names} left out, {said(clause, caps[0])}"
            contract = ground.contract.replacing(changed)
            yield Proposal(f"{clause.id} without {' '.join(caps)}", sentence, contract)


def _of_ratios(ground: Ground, clause: Clause) -> Iterator[Proposal]:
    """Propose that no base year is adjusted for risk."""
    term = clause.terms.get("years")
    rows = term.value if term and isinstance(term.value, tuple) else ()
    if not any(isinstance(row, Row) and "risk_ratio" in row.cells for row in rows):
        return
    plain = tuple(
        Row({**row.cells, "risk_ratio": ONE}) if isinstance(row, Row) else row for row in rows
    )
    contract = ground.contract.replacing(clause.with_value("years", plain))
    sentence = f"every risk ratio is 1, {said(clause, 'years')}"
    yield Proposal(f"{clause.id} ratios 1", sentence, contract)


def _of_use(ground: Ground, clause: Clause) -> Iterator[Proposal]:
    for name in ("times_risk_score", "risk_adjustment"):
        term = clause.terms.get(name)
        if term is not None and term.value is not False:
            contract = ground.contract.replacing(clause.without(name))
            sentence = f"the risk score is left out, {said(clause, name)}"
            yield Proposal(f"{clause.id} without {name}", sentence, contract)


FAMILY = Family("Another risk score", propose)
