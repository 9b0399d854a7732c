"""Filling in what a deal folder shows of its own preparation, from the files the deal holds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.correspondence import reader as log_reader
from fairterms.document.document import Document
from fairterms.outcomes.group_results import declaration_reader as outcome_reader
from fairterms.outcomes.group_results import feeds
from fairterms.prepare.cost_to_comply.compliance_cost import ComplianceCost
from fairterms.prepare.data_demand.sample import SampleTest
from fairterms.prepare.goals.comparison import Comparison
from fairterms.prepare.goals.goal import Holder
from fairterms.prepare.partner import assessment as partner
from fairterms.prepare.partner.assessment import Outcome
from fairterms.prepare.readiness.declaration import Declaration, Expertise, Flag, Roles, Work
from fairterms.prepare.responsibilities.matrix import Matrix
from fairterms.prepare.steps.deal_shows import DealShows
from fairterms.risks.register import reader as risk_reader
from fairterms.units.finding import Authority, Finding, Status

POSITIONS = "positions.toml"
_WORDS = (
    "vague-term",
    "undefined-term",
    "quality-term-undefined",
    "medical-necessity-standard",
    "benchmark-method",
    "attribution-method",
)
"""Checks that see a word or a method which moves money and which the text leaves open."""


@dataclass(frozen=True)
class Seen:
    """What other parts of this room found in the deal.

    Attributes
    ----------
    documents
        The contract's documents.
    findings
        What the review saw; None where no text was reviewed.
    said
        What readiness.toml says; None where there is no such file.
    work
        The cost to comply; None where it was not worked out.
    matrix, goals, sample
        Who does what, the goals of both sides, the test of the plan's sample.
    clean_tables
        Tables of the group's own records in which no rule found anything; None where they were
        not tested.
    """

    documents: Sequence[Document]
    findings: Sequence[Finding] | None
    said: Declaration | None
    work: ComplianceCost | None
    matrix: Matrix
    goals: Comparison
    sample: SampleTest
    clean_tables: int | None = None


def fill(deal: Deal, contract: Contract, seen: Seen) -> DealShows:
    """Say what a deal folder shows of its own preparation.

    Parameters
    ----------
    deal, contract
        The deal and its terms.
    seen
        What other parts of this room found.

    Notes
    -----
    What only people can tell is read from ``readiness.toml`` and ``deal.toml``; what neither says
    is open. A file is read by the reader of its own room; of ``positions.toml``, which belongs to
    a room beside this one, only its being there counts.
    """
    said = seen.said or Declaration()
    goals = [one.goal for one in seen.goals.placed]
    legal = said.expertise.legal
    return DealShows(
        value_said=said.leverage.outcomes.value if said.leverage.outcomes else "",
        impact_said=_can_change(said),
        tables=len({table for _, table in feeds.files(deal.folder)}),
        clean_tables=seen.clean_tables,
        costs=len(deal.costs),
        missed_duties=len(seen.work.missed) if seen.work else None,
        has_walk_away=deal.appetite is not None,
        has_forecast=(deal.folder / "forecast.toml").is_file(),
        scenarios=len(deal.scenarios),
        alternatives=said.leverage.alternatives.value if said.leverage.alternatives else "",
        is_able_to_decline=_shown(said.leverage.able_to_decline),
        own_goals=sum(one.holder is not Holder.PLAN for one in goals),
        plan_goals=sum(one.holder is not Holder.GROUP for one in goals),
        measurable_goals=sum(one.is_measurable for one in goals),
        goals=len(goals),
        offers=_files(deal.folder / "offers"),
        laws_named=_count(seen.findings, _has_source),
        findings=_count(seen.findings, lambda _: True),
        team=_held(said.expertise),
        team_wanted=len(fields(Expertise)),
        coordination=_held(said.roles),
        coordination_wanted=len(fields(Roles)),
        counsel=(legal.value.who or legal.value.by.value)
        if legal and legal.value.by.is_there
        else "",
        counsel_evidence=legal.evidence if legal else "",
        sample=seen.sample.result.value,
        clauses=len(contract.clauses),
        documents=len(seen.documents),
        missing_documents=len(deal.missing),
        undefined_words=_count(seen.findings, lambda one: one.check in _WORDS),
        measures=len(contract.measures),
        measured=_measured(deal, contract),
        responsibilities=sum(one.assigned is not None for one in seen.matrix.lines),
        open_responsibilities=len(seen.matrix.open_lines),
        risks=_risks(deal.folder),
        tactics=_count(seen.findings, lambda one: bool(one.tactics)),
        questions_open=_questions(seen, contract),
        positions=(deal.folder / POSITIONS).is_file(),
        wordings=_count(seen.findings, lambda one: bool(one.wording)),
        scripts=_files(deal.scripts),
        log_entries=_log_entries(deal.folder),
        other_contracts=len({o.contract for one in goals for o in one.elsewhere}),
        different_elsewhere=len(seen.goals.differing),
        signer=seen.goals.declared.who_signs,
    )


def _can_change(said: Declaration) -> bool:
    flags = (
        said.population.cost_can_change,
        said.population.quality_can_change,
        said.population.access_can_change,
    )
    return any(one is not None and one.value and one.is_shown for one in flags)


def _shown(flag: Flag) -> bool | None:
    """Return yes or no where something shows it."""
    return flag.value if flag is not None and flag.is_shown else None


def _held(section: Expertise | Roles) -> int:
    """Count the kinds of work that somebody does today."""
    works: list[Work] = [getattr(section, one.name) for one in fields(section)]
    return sum(one is not None and one.value.by.is_there for one in works)


def _who(work: Work) -> str:
    """Return who does a kind of work, or how it is done; empty where nobody does."""
    if work is None or not work.value.by.is_there:
        return ""
    return work.value.who or work.value.by.value


def _count(findings: Sequence[Finding] | None, is_meant: Callable[[Finding], bool]) -> int | None:
    if findings is None:
        return None
    return sum(one.status is Status.FINDING and is_meant(one) for one in findings)


def _has_source(finding: Finding) -> bool:
    return any(one.status is not Authority.GOOD_PRACTICE for one in finding.sources)


def _files(folder: Path) -> int:
    return len(list(folder.glob("*.toml"))) if folder.is_dir() else 0


def _measured(deal: Deal, contract: Contract) -> int:
    """Count the paid measures that outcomes.toml works out from the group's own records."""
    declared = outcome_reader.read(deal.folder)
    if declared is None or declared.problems:
        return 0
    return len({one.measure for one in declared.measured} & {one.id for one in contract.measures})


def _questions(seen: Seen, contract: Contract) -> int | None:
    if seen.said is None:
        return None
    found = partner.assess(seen.said.partner, seen.findings, contract)
    return len(found.of(Outcome.OPEN)) + len(found.of(Outcome.WARNING))


def _risks(folder: Path) -> int:
    register = risk_reader.read(folder)
    return len(register.risks) if register else 0


def _log_entries(folder: Path) -> int:
    log = log_reader.read(folder)
    return len(log.entries) if log else 0
