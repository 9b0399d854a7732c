"""The terms by which a group bears a loss, and the contract with a share of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from fairterms.contract.clause import Clause, Contract
from fairterms.contract.value import Formula, Lookup, Row, Value, read, show
from fairterms.units.quantity import FRACTION, Quantity

RATES: Mapping[str, str] = {
    "shared_savings": "loss_rate",
    "global_payment": "deficit_share",
    "episode": "loss_share",
}
"""Payment model to the term that is the group's share of a loss."""

CORRIDOR, PHASE_IN = "risk_corridor", "phase_in"


def has_loss_terms(contract: Contract) -> bool:
    """Say whether any clause makes the group bear a share of a loss."""
    return any(_bears(clause) for clause in contract.clauses)


def with_loss_share(contract: Contract, share: float) -> Contract:
    """Return the contract in which the group bears a share of a loss.

    Parameters
    ----------
    contract
        The terms in force in one performance year.
    share
        From 0 to 1.

    Notes
    -----
    A phase-in in the contract is set to the share, wherever it is not 0 % on a condition of its own
    (a panel too small, a missed file). Losses that run through no phase-in are multiplied by it.
    Dollar caps on what is owed stay.
    """
    by = Decimal(repr(share))
    phased = _before_phase_in(contract)
    for clause in contract.clauses:
        if clause.model == PHASE_IN:
            contract = contract.replacing(_changed(clause, "downside_share", _set_to(by)))
        elif clause.id not in phased:
            contract = contract.replacing(_multiplied(clause, by))
    return contract


def _bears(clause: Clause) -> bool:
    if clause.model == CORRIDOR:
        return _shares_losses(clause)
    return clause.model == PHASE_IN or RATES.get(clause.model, "") in clause.terms


def _shares_losses(clause: Clause) -> bool:
    losses = clause.terms.get("losses")
    return "loss_bands" in clause.terms or losses is None or show(losses.value) != "not shared"


def _before_phase_in(contract: Contract) -> frozenset[str]:
    """Name the clauses whose result runs into a phase-in, directly or through others."""
    found: set[str] = set()
    for clause in reversed(contract.clauses):
        if clause.model == PHASE_IN or clause.id in found:
            found |= {source.partition(".")[0] for source in clause.of}
    return frozenset(found)


def _multiplied(clause: Clause, by: Decimal) -> Clause:
    if clause.model == CORRIDOR and _shares_losses(clause):
        if "loss_bands" not in clause.terms:
            # What counts for losses too until now counts for savings only.
            clause = clause.without("losses").with_value("loss_bands", clause.terms["bands"].value)
        return _changed(clause, "loss_bands", _in_bands(_times(by)))
    return _changed(clause, RATES.get(clause.model, ""), _times(by))


def _changed(clause: Clause, term: str, change: Callable[[Value], Value]) -> Clause:
    if term not in clause.terms:
        return clause
    return clause.with_value(term, change(clause.terms[term].value))


def _times(by: Decimal) -> Callable[[Value], Value]:
    def changed(value: Value) -> Value:
        if isinstance(value, Quantity):
            return value.with_amount(value.amount * by)
        if isinstance(value, Lookup):
            rows = tuple((at, one.with_amount(one.amount * by)) for at, one in value.rows)
            return replace(value, rows=rows)
        assert isinstance(value, Formula), "a share of a loss is a number, a table or a formula"
        return read(f"= {by * 100:f} % * ({value.text})")

    return changed


def _set_to(share: Decimal) -> Callable[[Value], Value]:
    def amount(one: Quantity) -> Quantity:
        return Quantity(share, FRACTION) if one.amount else one

    def changed(value: Value) -> Value:
        if isinstance(value, Quantity):
            return Quantity(share, FRACTION)
        if isinstance(value, Lookup):
            return replace(value, rows=tuple((at, amount(one)) for at, one in value.rows))
        return _times(share)(value)

    return changed


def _in_bands(change: Callable[[Value], Value]) -> Callable[[Value], Value]:
    def changed(value: Value) -> Value:
        rows = value if isinstance(value, tuple) else (value,)
        return tuple(
            Row({**row.cells, "group_share": change(row.cells["group_share"])})
            if isinstance(row, Row)
            else row
            for row in rows
        )

    return changed
