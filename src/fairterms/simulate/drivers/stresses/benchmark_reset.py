"""The plan rebases: the budget the group is measured against is lower."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from fairterms.contract.clause import Clause, Contract
from fairterms.contract.value import Formula, Row, Value, read
from fairterms.simulate.drivers.stress import Change, Setting, Stress, by
from fairterms.units.quantity import Quantity

BUDGETS: Mapping[str, tuple[str, ...]] = {
    "shared_savings": ("benchmark",),
    "risk_corridor": ("base",),
    "global_payment": ("budget",),
    "medical_loss_ratio_savings": ("target",),
    "episode": ("acceptable", "commendable"),
    "utilization_incentive": ("baseline",),
}
"""Payment model to the terms that say what a year is compared with."""


def apply(setting: Setting, size: float) -> Change | str:
    """Move every benchmark, budget or baseline of the contract by a share."""
    contract, changed = rebased(setting.plan.contract, size)
    if not changed:
        return "The contract compares the year with no benchmark, budget or baseline."
    names = " and ".join(name.replace("_", " ").replace(".", ", ") for name in changed)
    words = f"{by(size).capitalize()} in what the year is compared with ({names})."
    return Change(words, replace(setting.plan, contract=contract))


def rebased(contract: Contract, size: float) -> tuple[Contract, tuple[str, ...]]:
    """Return the contract with every benchmark moved by a share, and what was moved.

    A benchmark that only names another clause which was moved is not moved twice.
    """
    by_factor = 1 + Decimal(repr(size))
    found: list[str] = []
    for clause in contract.clauses:
        if clause.model == "benchmark":
            contract = contract.replacing(_with_rows(clause, by_factor))
            found.append(clause.id)
            continue
        for term in BUDGETS.get(clause.model, ()):
            moved = _moved(clause, term, by_factor, found)
            if moved is not None:
                clause = clause.with_value(term, moved)  # noqa: PLW2901 -- one clause, several terms
                contract = contract.replacing(clause)
                found.append(f"{clause.id}.{term}")
    return contract, tuple(found)


def _moved(clause: Clause, term: str, factor: Decimal, done: list[str]) -> Value | None:
    if term not in clause.terms:
        return None
    value = clause.terms[term].value
    if isinstance(value, Quantity):
        return value.with_amount(value.amount * factor)
    if not isinstance(value, Formula) or set(re.findall(r"[a-z]\w*", value.text)) & set(done):
        return None
    return read(f"= {factor * 100:f} % * ({value.text})")


def _with_rows(clause: Clause, factor: Decimal) -> Clause:
    value = clause.terms["years"].value
    rows = value if isinstance(value, tuple) else (value,)
    return clause.with_value("years", tuple(_with_pmpm(row, factor) for row in rows))


def _with_pmpm(row: Value, factor: Decimal) -> Value:
    pmpm = row.cells.get("pmpm") if isinstance(row, Row) else None
    if not isinstance(row, Row) or not isinstance(pmpm, Quantity):
        return row
    return Row({**row.cells, "pmpm": pmpm.with_amount(pmpm.amount * factor)})


STRESS = Stress("benchmark_reset", "The benchmark is reset", -0.03, apply)
