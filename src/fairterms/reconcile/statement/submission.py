"""What a plan sends for a year: its statement, the contract header and the quality reports."""

from dataclasses import dataclass
from datetime import date

from fairterms.reconcile.statement.statement import Statement
from fairterms.reconcile.statement.vbpr_header import Header
from fairterms.reconcile.statement.vbpr_quality import QualityReport
from fairterms.units.period import Period
from fairterms.units.quantity import Quantity


@dataclass(frozen=True)
class Stratum:
    """A part of a group of the report.

    Attributes
    ----------
    scope
        The part, outermost first, such as ("hmo", "Region 1").
    dimensions
        What each name of the scope is, such as ("cohort", "facility").
    score
        Its number; None where the part is named and has none.
    """

    scope: tuple[str, ...]
    dimensions: tuple[str, ...]
    score: Quantity | None = None


@dataclass(frozen=True)
class Group:
    """One metric of a report, with what does not fit a line of a statement.

    Attributes
    ----------
    id
        The name the report gives it; also the id of its line in the statement.
    code, system, label
        The metric, the list its code is from, and the plan's own words.
    stream, incentive
        The payment it belongs to.
    service
        When the services were given; None where it is not said.
    paid_through
        The last day of payment of the claims counted; None where it is not said.
    score, flag
        Its number; or, for a yes or no, that answer.
    place, ours
        Where it stands; the figure or step it shows, in a report of our own.
    baseline, baseline_period
        What the number is compared with; None where there is none.
    """

    id: str
    code: str
    system: str = ""
    label: str = ""
    stream: str = ""
    incentive: str = ""
    service: Period | None = None
    paid_through: date | None = None
    score: Quantity | None = None
    flag: bool | None = None
    baseline: Quantity | None = None
    baseline_period: Period | None = None
    strata: tuple[Stratum, ...] = ()
    place: str = ""
    ours: str = ""


@dataclass(frozen=True)
class Submission:
    """A statement, with everything that was sent to support it.

    Attributes
    ----------
    statement
        The lines.
    groups
        The metrics as the report holds them; empty for a statement of another form.
    measure
        The address of the contract header that the report names.
    evaluated
        Pairs of a quality report's id and the group it supports; the group may be empty.
    header
        The contract header; None when it was not sent.
    quality
        The quality reports that the statement refers to and that were sent.
    """

    statement: Statement
    groups: tuple[Group, ...] = ()
    measure: str = ""
    evaluated: tuple[tuple[str, str], ...] = ()
    header: Header | None = None
    quality: tuple[QualityReport, ...] = ()

    def supporting(self, group: str) -> tuple[QualityReport, ...]:
        """Return the quality reports that support a group, in the report's order."""
        by_id = {one.id: one for one in self.quality}
        return tuple(
            by_id[report] for report, named in self.evaluated if named == group and report in by_id
        )

    @property
    def dimensions(self) -> tuple[str, ...]:
        """What the names of the deepest scopes of the payment parts are."""
        found: tuple[str, ...] = ()
        for group in self.groups:
            for stratum in group.strata:
                is_payment_part = stratum.dimensions[:1] == ("cohort",)
                if is_payment_part and len(stratum.dimensions) > len(found):
                    found = stratum.dimensions
        return found

    @property
    def upside_only(self) -> frozenset[str]:
        """The cohorts that, by the header, never share a loss."""
        cohorts = self.header.cohorts if self.header else ()
        return frozenset(one.code for one in cohorts if one.is_upside_only and one.code)
