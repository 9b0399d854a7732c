"""A plan's statement with a known fault: settled by our own engine under one assumption."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet, read
from fairterms.contract.performance_year import terms_in_force
from fairterms.contract.reader import read as read_terms
from fairterms.payment.evaluation import run
from fairterms.payment.given import stack
from fairterms.reconcile.comparison import Comparison, compare
from fairterms.reconcile.explanation import Explanation, explain
from fairterms.reconcile.hypothesis import FAMILIES, Alternative, Ground, Proposal
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.units.number import round_exactly
from fairterms.units.period import Period, calendar_year
from fairterms.units.quantity import MONEY, Quantity

EXAMPLES = Path(__file__).parents[3] / "examples"
YEAR = calendar_year(2027)
Alternatives = Mapping[str, tuple[Alternative, ...]]


def example(deal: str, scenario: str = "expected", year: int = 2027) -> tuple[Contract, FigureSet]:
    """Return an example's terms in force in a year, and the figures of one of its scenarios."""
    contract = read_terms(EXAMPLES / deal / "terms.toml").contract
    assert contract is not None
    return in_force(contract, year), read(EXAMPLES / deal / "scenarios" / f"{scenario}.toml")


def in_force(contract: Contract, year: int = 2027) -> Contract:
    return terms_in_force(contract, calendar_year(year))


def proposals(
    family: str, contract: Contract, figures: FigureSet, others: Alternatives | None = None
) -> dict[str, Proposal]:
    """Return what one family proposes, by key."""
    ground = Ground(contract, figures, others or {})
    return {one.key: one for one in FAMILIES[family].propose(ground)}


def statement(
    contract: Contract, figures: FigureSet, under: Proposal | None = None, rest: str = "0.00"
) -> Statement:
    """Return the statement of a plan that prints these figures and settles under an assumption."""
    terms = under.contract if under and under.contract else contract
    changed = {**figures.values, **(under.figures if under else {})}
    worksheet = run(terms, stack([replace(figures, values=changed)]), rows=1)
    lines = [
        StatementLine(name, name.replace("_", " "), value, ours=name)
        for name, value in figures.values.items()
        if isinstance(value, Quantity)
    ]
    for clause in contract.clauses:
        step = worksheet.result(clause.id)
        printed = round_exactly(step.values[0], step.unit.tick, "half up")
        label = clause.title or clause.id
        lines.append(StatementLine(clause.id, label, Quantity(printed, step.unit), ours=step.id))
    amount = worksheet.payable.values[0] + Decimal(rest)
    lines.append(StatementLine("total", "Amount payable", Quantity(amount, MONEY), ours="payable"))
    return Statement("statement.csv", tuple(lines))


def compared(
    contract: Contract,
    figures: FigureSet,
    under: Proposal | None = None,
    rest: str = "0.00",
    period: Period = YEAR,
) -> Comparison:
    """Lay a plan's statement beside ours; the plan's figures are ours."""
    return compare(contract, statement(contract, figures, under, rest), period, figures)


def explained(
    contract: Contract,
    figures: FigureSet,
    under: Proposal,
    others: Alternatives | None = None,
    period: Period = YEAR,
) -> Explanation:
    """Explain the statement of a plan that settled under one assumption, one by one."""
    found = compared(contract, figures, under, period=period)
    return explain(found, others, most_together=1)


def names(explanation: Explanation) -> list[str]:
    """Return the ids of the best explanation and of those that tie with it."""
    return [fit.id for fit in (explanation.best, *explanation.ties)]


def is_found(explanation: Explanation, family: str, key: str) -> bool:
    """Say whether a planted assumption is ranked first or tied, and leaves nothing over."""
    return f"{family}:{key}" in names(explanation) and explanation.rest == 0
