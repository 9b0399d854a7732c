"""Everything that is worked out about one statement, gathered once."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from fairterms.contract import deal as deals
from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet
from fairterms.contract.figure_set import read as read_figures
from fairterms.contract.performance_year import performance_years, terms_in_force
from fairterms.document.reader import read_all
from fairterms.payment.evaluation import survey
from fairterms.payment.loading import load
from fairterms.reconcile import bridge as bridges
from fairterms.reconcile import submitted
from fairterms.reconcile.arithmetic.examination import Examination, examine
from fairterms.reconcile.comparison import Comparison, compare
from fairterms.reconcile.dispute.letter import Dispute
from fairterms.reconcile.dispute.window import find
from fairterms.reconcile.explanation import explain
from fairterms.reconcile.hypothesis import Alternative
from fairterms.reconcile.netting.hypotheses import Netting, work_out
from fairterms.reconcile.restatement.restatement import Restatement, restate
from fairterms.reconcile.statement import reader
from fairterms.reconcile.statement.checks import is_note
from fairterms.reconcile.statement.statement import Statement
from fairterms.reconcile.vbpr_export import Issue, export
from fairterms.review.reviewed import look_at
from fairterms.settle.settlement import settle
from fairterms.units.period import Period
from fairterms.units.problem import Problem
from fairterms.units.quantity import Quantity
from fairterms.units.refusal import Refusal

Tell = Callable[[str], None]
FIGURES = "figures"
"""The folder of a deal with the group's own figures: ``figures/2027.toml``, or of one statement."""
_ENDINGS = (".toml", ".csv")


@dataclass(frozen=True)
class Asked:
    """What is to be reconciled.

    Attributes
    ----------
    deal
        The deal folder; without terms only the statement's own arithmetic can be checked.
    statement
        The plan's file.
    figures
        The group's own figures; None takes those of the folder: ``figures/STATEMENT.toml``, named
        like the statement, else ``figures/YEAR.toml``.
    earlier
        An earlier statement of the same year, to say what was restated; None for none.
    delivered
        The day the statement came; None takes the day it names as its own.
    is_own_room
        Whether what is made stays in the group's room.
    """

    deal: Path
    statement: Path
    figures: Path | None = None
    earlier: Path | None = None
    delivered: date | None = None
    is_own_room: bool = True


@dataclass(frozen=True)
class Reconciliation:
    """A statement, worked through.

    Attributes
    ----------
    name, group, plan
        As the deal folder calls the deal and its two sides.
    statement
        As read and checked.
    examination, netting
        What its own numbers say.
    dispute
        The statement beside ours, the explanation and the letter's deadline; None where the terms
        could not be settled beside it, and ``why_not`` says why.
    restatement
        What changed since an earlier statement; None where none was given.
    problems
        Of the terms, the figures and the statements, in the order they were read.
    contract
        The terms; None where they are missing or have problems.
    """

    name: str
    group: str
    plan: str
    statement: Statement
    examination: Examination
    netting: Netting
    dispute: Dispute | None = None
    why_not: str = ""
    restatement: Restatement | None = None
    problems: tuple[Problem, ...] = ()
    contract: Contract | None = None


def reconcile(asked: Asked, tell: Tell = lambda _stage: None) -> Reconciliation:
    """Work a statement through.

    Parameters
    ----------
    asked
        What is to be reconciled.
    tell
        Told each stage as it begins.

    Returns
    -------
    Reconciliation
        With every problem of the files as a value.
    """
    tell("Reading the terms")
    deal = deals.read(asked.deal)
    loaded = load(asked.deal / "terms.toml") if (asked.deal / "terms.toml").exists() else None
    contract = loaded.contract if loaded and not loaded.mistakes else None
    tell("Reading the statement")
    statement, sent = submitted.read(asked.statement, contract, own_room=asked.is_own_room)
    tell("Checking its own numbers")
    examination, netting = examine(sent), work_out(sent)
    problems = [*(loaded.mistakes if loaded else ()), *statement.problems]
    names = (deal.name, deal.group.name, deal.plan.name)
    found = Reconciliation(
        *names, statement, examination, netting, problems=tuple(problems), contract=contract
    )
    if contract is None:
        return _without(found, "the deal has no payment terms without problems yet")
    period = year_of(contract, statement)
    if period is None:
        return _without(found, "the statement names no year of this contract")
    if not any(line.ours for line in statement.lines):
        return _without(found, "no line of the statement is tied to the terms yet")
    return _beside(found, asked, period, tell)


def own_report(found: Reconciliation, today: date) -> str:
    """Return our settlement as a VBPR MeasureReport, on our figures or else on the plan's."""
    assert found.dispute is not None, "the terms were settled"
    assert found.contract is not None, "there are terms"
    comparison = found.dispute.comparison
    figures = comparison.our_figures or comparison.plans_figures
    settlement = settle(found.contract, figures, comparison.period)
    address = f"urn:fairterms:{settlement.terms}"
    sides = ("Organization/group", "Organization/plan")
    issue = Issue(address, found.group, found.plan, *sides, today, found.statement.paid_through)
    return export(settlement, found.contract, issue)


def year_of(contract: Contract, statement: Statement) -> Period | None:
    """Return the performance year that a statement is about; None where it cannot be told."""
    years = performance_years(contract)
    if statement.period is None:
        return years[0] if len(years) == 1 else None
    found = [year for year in years if year.first.year == statement.period.first.year]
    return found[0] if found else None


def _without(found: Reconciliation, why: str) -> Reconciliation:
    return replace(found, why_not=why)


def _beside(found: Reconciliation, asked: Asked, period: Period, tell: Tell) -> Reconciliation:
    """Lay the statement beside the same terms settled on the plan's figures and on ours."""
    contract = found.contract
    assert contract is not None, "terms were read"
    own = _own_figures(asked, period)
    problems = (*found.problems, *(own.problems if own else ()))
    try:
        comparison = compare(contract, found.statement, period, own)
        tell("Trying assumptions")
        others = alternatives(asked, contract, period)
        explanation = explain(
            comparison,
            others,
            progress=lambda done, of: tell(f"Trying assumptions: {done} of {of}"),
        )
        bridge = bridges.build(comparison, explanation)
        tell("Looking for the deadline in the contract")
        documents, _ = read_all(deals.read(asked.deal).documents)
        windows = find(look_at(documents).reading) if documents else ()
        delivered = asked.delivered or found.statement.issued
        dispute = Dispute(comparison, explanation, bridge, windows, delivered)
        tell("Comparing with the earlier statement")
        changes = _restated(found, asked, comparison)
    except Refusal as refusal:
        return replace(found, problems=problems, why_not=str(refusal))
    return replace(found, problems=problems, dispute=dispute, restatement=changes)


def _own_figures(asked: Asked, period: Period) -> FigureSet | None:
    if asked.figures is not None:
        return read_figures(asked.figures)
    # An interim statement counts fewer months of late claims than the final one of its year.
    return own_figures(asked.deal, asked.statement.stem, str(period.first.year))


def own_figures(deal: Path, *names: str) -> FigureSet | None:
    """Return the group's own figures of a deal, by the first of some names that is there."""
    kept = (deal / FIGURES / f"{name}{end}" for name in names for end in _ENDINGS)
    path = next((one for one in kept if one.exists()), None)
    return read_figures(path) if path is not None else None


def _restated(found: Reconciliation, asked: Asked, comparison: Comparison) -> Restatement | None:
    if asked.earlier is None or found.contract is None:
        return None
    earlier, _ = submitted.read(asked.earlier, found.contract, own_room=asked.is_own_room)
    if any(not is_note(one) for one in earlier.problems):
        worst = next(one for one in earlier.problems if not is_note(one))
        raise Refusal(asked.earlier.name, worst.what, worst.why, worst.fix)
    figures = comparison.our_figures or comparison.plans_figures
    return restate(earlier, found.statement, found.contract, comparison.period, figures)


def alternatives(
    asked: Asked, contract: Contract, period: Period
) -> Mapping[str, tuple[Alternative, ...]]:
    """Return other values that figures of the year had in other statements of the folder."""
    found: dict[str, tuple[Alternative, ...]] = {}
    for name, value, words in _elsewhere(asked, contract, period):
        found[name] = (*found.get(name, ()), Alternative(value, words))
    return found


def _elsewhere(
    asked: Asked, contract: Contract, period: Period
) -> Iterator[tuple[str, Quantity, str]]:
    figures = set(survey(terms_in_force(contract, period)).wanted)
    for path in reader.files(asked.deal):
        if path.resolve() == asked.statement.resolve() or path.suffix.lower() == ".json":
            continue
        other, _ = submitted.read(path, contract, own_room=asked.is_own_room)
        if year_of(contract, other) != period:
            continue
        for line in other.lines:
            if line.ours in figures and not line.scope:
                yield line.ours, line.value, f"the statement {path.name}"
