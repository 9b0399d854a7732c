"""What a deal takes: whether the group is ready, whether the plan is a partner, and the work."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.decide.ahead import Ahead
from fairterms.decide.money import Outcome, settled
from fairterms.decide.own_records import OwnRecords, has_records
from fairterms.document.document import Document
from fairterms.outcomes.group_results import declaration_reader as outcome_reader
from fairterms.outcomes.group_results.feeds import loaded
from fairterms.population.care_look import Look
from fairterms.prepare.cost_to_comply import assessment as comply
from fairterms.prepare.cost_to_comply.compliance_cost import ComplianceCost
from fairterms.prepare.folder_look import Prepared, look
from fairterms.prepare.partner import assessment as partner
from fairterms.prepare.partner.assessment import PartnerAssessment
from fairterms.prepare.readiness import assessment as readiness
from fairterms.prepare.readiness import declaration_reader
from fairterms.prepare.readiness.assessment import Readiness
from fairterms.prepare.readiness.declaration import Declaration
from fairterms.prepare.readiness.gathering import Forecast, Records, gather
from fairterms.prepare.readiness.situation import Chance, SizePoint
from fairterms.prepare.stated import Stated
from fairterms.review.features import Features
from fairterms.simulate.drivers.loss_by_size import SizeResult
from fairterms.units.finding import Finding
from fairterms.units.problem import Problem


@dataclass(frozen=True)
class Preparation:
    """What a deal takes.

    Attributes
    ----------
    readiness
        Whether the group is ready.
    partner
        Whether the plan is a partner.
    work
        What the contract's work costs.
    prepared
        The steps of preparing the talks, who does and pays what, both sides' goals, the data.
    is_declared
        Whether the group said anything of itself in readiness.toml.
    problems
        What is wrong with readiness.toml; the lines concerned count as not said.
    """

    readiness: Readiness
    partner: PartnerAssessment
    work: ComplianceCost
    prepared: Prepared
    is_declared: bool
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Known:
    """What other rooms found, for the questions of this one.

    Attributes
    ----------
    features
        What kind of deal the terms describe.
    documents
        The contract's documents.
    findings
        What the review saw; None where no text was reviewed.
    results
        The scenarios, settled.
    records
        What the records say, where they were looked at.
    ahead
        The years that may come.
    """

    features: Features
    documents: Sequence[Document]
    findings: Sequence[Finding] | None
    results: Sequence[Outcome]
    records: OwnRecords | None
    ahead: Ahead


def prepare(deal: Deal, contract: Contract, known: Known) -> Preparation:
    """Judge readiness, the plan and the work of a deal.

    Parameters
    ----------
    deal, contract
        The deal and its terms.
    known
        What other rooms found.
    """
    declared = declaration_reader.read(deal.folder)
    said = declared or Declaration()
    expected = next(iter(settled(known.results, "expected")), None)
    work = comply.assess(
        deal,
        contract,
        known.documents,
        expected.settlement if expected else None,
        findings=known.findings,
    )
    with _records(deal, known.records) as records:
        situation = gather(
            deal, contract, known.features, known.findings, records, _forecast(known.ahead)
        )
    needed = Decimal(str(round(float(work.people.likely), 2)))
    situation = replace(
        situation, full_time_needed=Stated(needed, "the section on the contract's work")
    )
    clean = clean_tables(known.records)
    return Preparation(
        readiness.judge(said, situation),
        partner.assess(said.partner, known.findings, contract),
        work,
        look(deal, contract, known.documents, known.findings, work, clean),
        declared is not None,
        said.problems,
    )


def clean_tables(records: OwnRecords | None) -> int | None:
    """Count tables of the records in which no rule found anything; None where none were read."""
    if records is None:
        return None
    reports = records.results.loaded.reports
    return len({one.load.table for one in reports if one.is_clean})


@contextmanager
def _records(deal: Deal, found: OwnRecords | None) -> Iterator[Records | None]:
    """Open the deal's records for as long as the block lasts; None where it has none."""
    declared = outcome_reader.read(deal.folder)
    if declared is None or declared.problems or not has_records(deal):
        yield None
        return
    look: Look | None = found.care.look if found and found.care else None
    with loaded(deal.folder, declared.reached) as records:
        yield Records(records.store.connection, declared.reached, look)


def _forecast(ahead: Ahead) -> Forecast:
    """Turn the outlook's riskiest year into what readiness asks of a forecast."""
    year = ahead.outlook.forecast.riskiest if ahead.outlook else None
    if year is None:
        return Forecast()
    reserve = None if year.cash is None else max(year.cash.reserve_95.value, 0.0)
    assert ahead.outlook is not None, "it gave the year"
    drivers = ahead.outlook.drivers
    return Forecast(
        by_size=tuple(_sizes(drivers.sizes or ())) if drivers else (),
        loss_means=f"a net margin below $0 in {year.period.first.year}",
        reserve_needed=None if reserve is None else _dollars(reserve),
        worst_year=_dollars(-year.forecast.worst_years.value),
    )


def _sizes(found: Sequence[SizeResult]) -> Iterator[SizePoint]:
    """Turn what the forecast says of each size into what readiness reads."""
    for one in found:
        if one.clinicians is None:
            continue
        luck = None if one.luck is None else Chance(one.luck.value, one.luck.error)
        loses = one.outcome.loses
        yield SizePoint(
            max(round(one.clinicians), 1), Chance(loses.value, loses.error), luck, one.members
        )


def _dollars(amount: float) -> Decimal:
    return Decimal(amount).quantize(Decimal(1))
