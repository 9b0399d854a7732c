"""A look at a deal's preparation: responsibilities, goals, data and the steps, as one value."""

from collections.abc import Sequence
from dataclasses import dataclass

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.document.document import Document
from fairterms.prepare.cost_to_comply.compliance_cost import ComplianceCost
from fairterms.prepare.data_demand.demand import demand
from fairterms.prepare.data_demand.page import DataDemand
from fairterms.prepare.data_demand.promise import promise
from fairterms.prepare.data_demand.sample import try_sample
from fairterms.prepare.goals import reader as goal_reader
from fairterms.prepare.goals.comparison import Comparison, compare
from fairterms.prepare.readiness import declaration_reader as readiness_reader
from fairterms.prepare.responsibilities import declaration_reader as responsibility_reader
from fairterms.prepare.responsibilities import matrix as responsibility_matrix
from fairterms.prepare.responsibilities import text_look
from fairterms.prepare.responsibilities.matrix import Matrix
from fairterms.prepare.steps.all_steps import judge
from fairterms.prepare.steps.deal_shows import DealShows
from fairterms.prepare.steps.folder_facts import Seen, fill
from fairterms.prepare.steps.step import Judged
from fairterms.units.finding import Finding
from fairterms.units.problem import Problem


@dataclass(frozen=True)
class Prepared:
    """How far the preparation is, and what it rests on.

    Attributes
    ----------
    steps
        The twenty-two steps, each with how it stands.
    matrix
        Who does and pays what.
    goals
        The goals of both sides.
    data
        What is asked of the plan, what is promised, and the test of its sample.
    shows
        What the folder shows, as the steps were judged by it.
    """

    steps: tuple[Judged, ...]
    matrix: Matrix
    goals: Comparison
    data: DataDemand
    shows: DealShows

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is to be mended in the files of this room."""
        return (
            *self.matrix.problems,
            *self.goals.declared.problems,
            *self.data.sample.problems,
        )


def look(
    deal: Deal,
    contract: Contract,
    documents: Sequence[Document],
    findings: Sequence[Finding] | None,
    work: ComplianceCost | None,
    clean_tables: int | None = None,
) -> Prepared:
    """Look at a deal's preparation.

    Parameters
    ----------
    deal, contract
        The deal and its terms.
    documents
        The contract's documents.
    findings
        What the review saw; None where no text was reviewed.
    work
        The cost to comply, whose duties show what the text gives the group to do; None leaves
        them out.
    clean_tables
        Tables of the group's own records in which no rule found anything; None where they were
        not tested.
    """
    declared = responsibility_reader.read(deal.folder)
    matrix = responsibility_matrix.build(declared, text_look.look(deal, documents, work), findings)
    goals = compare(goal_reader.read(deal.folder))
    demanded = demand(contract)
    data = DataDemand(demanded, promise(findings), try_sample(deal.folder, demanded))
    said = readiness_reader.read(deal.folder)
    seen = Seen(documents, findings, said, work, matrix, goals, data.sample, clean_tables)
    shows = fill(deal, contract, seen)
    return Prepared(judge(shows), matrix, goals, data, shows)
