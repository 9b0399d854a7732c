"""What an auditor has in hand; what is not there is None, and is never guessed."""

from dataclasses import dataclass
from datetime import date

from fairterms.audit.procedures.benchmark_build import BenchmarkBuild
from fairterms.audit.procedures.benchmark_version import BenchmarkVersion
from fairterms.audit.procedures.conflict import ConflictRegister
from fairterms.audit.procedures.diligence import Diligence
from fairterms.audit.procedures.kept_duty import KeptDuty
from fairterms.audit.procedures.measure_check import MeasureCheck
from fairterms.audit.procedures.member_list import MemberList
from fairterms.audit.procedures.operated import Operated
from fairterms.audit.procedures.stated_settlement import StatedSettlement
from fairterms.audit.procedures.third_party_report import ThirdPartyReport
from fairterms.contract.clause import Contract
from fairterms.records.acceptance import Acceptance
from fairterms.risks.control.book import ControlBook
from fairterms.settle.script import Script
from fairterms.units.period import Period
from fairterms.units.problem import Problem


@dataclass(frozen=True)
class Evidence:
    """Everything the ready procedures look at.

    Attributes
    ----------
    on
        The day as of which is asked.
    period
        What is audited.
    contract, scripts, stated
        The payment terms, agreed test scripts, and statements to work out again.
    builds, benchmarks
        Benchmarks part by part, and the records of how they were set.
    measures
        What is known of each measure.
    lists
        Lists of members as hashes.
    controls, operated
        The control book, and the days on which controls ran.
    risks
        The ids of the register's risks; None where there is no register.
    acceptances
        What the acceptance rules found in each file of records.
    duties, conflicts, diligence, reports
        As their own records say.
    problems
        What could not be read.
    """

    on: date | None = None
    period: Period | None = None
    contract: Contract | None = None
    scripts: tuple[Script, ...] | None = None
    stated: tuple[StatedSettlement, ...] | None = None
    builds: tuple[BenchmarkBuild, ...] | None = None
    benchmarks: tuple[BenchmarkVersion, ...] | None = None
    measures: tuple[MeasureCheck, ...] | None = None
    lists: tuple[MemberList, ...] | None = None
    controls: ControlBook | None = None
    operated: tuple[Operated, ...] | None = None
    risks: frozenset[str] | None = None
    acceptances: tuple[Acceptance, ...] | None = None
    duties: tuple[KeptDuty, ...] | None = None
    conflicts: ConflictRegister | None = None
    diligence: tuple[Diligence, ...] | None = None
    reports: tuple[ThirdPartyReport, ...] | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def judged_on(self) -> date | None:
        """The day on which controls are judged: the last of the audited period, once it is over."""
        if self.on is None or self.period is None:
            return self.on
        return min(self.on, self.period.last)
