"""Assess what a contract asks of the group: the public entry of this room."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.contract.figure_set import FigureValue
from fairterms.contract.performance_year import terms_in_force
from fairterms.document.document import Document
from fairterms.prepare.cost_to_comply import (
    burdens,
    contract_measures,
    declaration_reader,
    duties_in_terms,
    duties_in_text,
    funding,
    incentive,
    mandates,
    workload,
)
from fairterms.prepare.cost_to_comply.compliance_cost import ComplianceCost
from fairterms.prepare.cost_to_comply.costed_duty import IN_NO_COST, beside_costs, cost_duty
from fairterms.prepare.cost_to_comply.declaration import Change, Declaration
from fairterms.prepare.cost_to_comply.declaration_reader import SIZES
from fairterms.prepare.cost_to_comply.duty import Duty, Source
from fairterms.prepare.cost_to_comply.frequency import Frequency
from fairterms.prepare.cost_to_comply.funding import Funding
from fairterms.prepare.cost_to_comply.kind import KINDS, Trigger
from fairterms.review.context import Reading
from fairterms.review.features import Features
from fairterms.settle.settlement import Settlement
from fairterms.units.finding import Finding
from fairterms.units.problem import Problem, nearest
from fairterms.units.quantity import Kind, Quantity

_MEMBER_MONTHS = ("member_months", "listed_months")


def assess(
    deal: Deal,
    contract: Contract,
    documents: Sequence[Document],
    expected: Settlement | None = None,
    declared: Declaration | None = None,
    findings: Sequence[Finding] | None = None,
) -> ComplianceCost:
    """Assess the cost to comply with a contract.

    Parameters
    ----------
    deal
        The deal folder as read; its ``[[cost]]`` entries are the group's own estimate.
    contract
        The payment terms.
    documents
        The contract's documents; duties are found in them.
    expected
        The expected scenario, settled for one year. Without it revenue, gain and what the
        contract pays for work are not known.
    declared
        What ``duties.toml`` says; None reads it from the deal's folder.
    findings
        What a review of the documents saw, to save looking again; None looks for burdens.

    Returns
    -------
    ComplianceCost
        Every duty, cost and share as values; problems of ``duties.toml`` are part of it.
    """
    declared = declaration_reader.read(deal.folder) if declared is None else declared
    reading = Reading(tuple(documents), Features(missing_documents=deal.missing))
    figures: Mapping[str, FigureValue] = expected.figures.values if expected else {}
    needs = contract_measures.needs(contract, figures)
    seen = _burdens(reading, findings)
    found = duties_in_terms.add(duties_in_text.find(reading), contract, needs)
    found = tuple(burdens.with_findings(duty, seen) for duty in (*found, *_added(declared)))
    measure = workload.yardstick(declared, needs)
    duties = tuple(cost_duty(duty, deal.costs, measure) for duty in found)
    names = {driver: key for key, (driver, _) in SIZES.items()}
    told = ComplianceCost(
        duties=duties,
        own=beside_costs(deal.costs, duties),
        sizes={names[driver]: size for driver, size in measure.sizes.items()},
        member_months=_member_months(figures),
        growth=tuple(one for one in seen if not burdens.is_told(one, found)),
        missing=_missing(deal, documents),
        problems=(*declared.problems, *_lost(declared, found, deal)),
    )
    if expected is None:
        return replace(told, mandates=mandates.find(told.own, told.duties, ()))
    in_force = terms_in_force(contract, expected.period)
    paid = funding.find(deal, in_force, expected, reading)
    return _with_money(told, deal, in_force, expected, paid, declared)


def _with_money(
    told: ComplianceCost,
    deal: Deal,
    in_force: Contract,
    expected: Settlement,
    paid: tuple[Funding, ...],
    declared: Declaration,
) -> ComplianceCost:
    """Add what the contract pays in the settled year."""
    return replace(
        told,
        funding=paid,
        mandates=mandates.find(told.own, told.duties, paid),
        revenue=incentive.revenue(
            in_force, expected, declared.other_revenue, declared.other_revenue_is
        ),
        incentive=incentive.incentive(deal, in_force, expected, paid),
        period=expected.period,
    )


def _burdens(reading: Reading, findings: Sequence[Finding] | None) -> tuple[Finding, ...]:
    if findings is not None:
        return burdens.among(findings)
    return burdens.seen(reading) if reading.documents else ()


def _added(declared: Declaration) -> Iterator[Duty]:
    """Return the duties the group adds itself."""
    for one in declared.added:
        kind = KINDS[one.kind_name]
        yield Duty(
            id=one.id,
            kind=kind,
            kind_name=one.kind_name,
            what=one.what,
            places=(),
            trigger=Trigger.OWED,
            frequency=Frequency("as the group says"),
            source=Source.GROUP,
            terms=(one.section,) if one.section else (),
        )


def _member_months(figures: Mapping[str, FigureValue]) -> Decimal | None:
    for name in _MEMBER_MONTHS:
        found = figures.get(name)
        if isinstance(found, Quantity) and found.unit.kind is Kind.COUNT and found.amount > 0:
            return found.amount
    return None


def _missing(deal: Deal, documents: Sequence[Document]) -> tuple[str, ...]:
    unread = [
        f"{document.name}, page {page}" for document in documents for page in document.unread_pages
    ]
    return (*deal.missing, *unread)


def _lost(declared: Declaration, found: Sequence[Duty], deal: Deal) -> Iterator[Problem]:
    """Return problems of names in ``duties.toml`` that nothing answers to."""
    known = [duty.id for duty in found]
    for name, change in declared.duties.items():
        if name not in known:
            yield _nameless(declared, change, "duty", name, known)
    costs = [cost.id for cost in deal.costs]
    given = [*declared.duties.values(), *(one.change for one in declared.added)]
    for change in given:
        if change.covered_by not in ("", IN_NO_COST, *costs):
            yield _nameless(declared, change, "cost", change.covered_by, costs)


def _nameless(
    declared: Declaration, change: Change, sort: str, name: str, known: Sequence[str]
) -> Problem:
    return declared.problem(
        change.line,
        f'there is no {sort} called "{name}"',
        f"unknown-{sort}",
        "a name nothing answers to would be silently ignored",
        nearest(name, known) or f"use one of: {', '.join(known)}",
    )
