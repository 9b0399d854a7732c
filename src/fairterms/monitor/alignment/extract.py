"""Reports of several contracts that one extract of the group's records could serve."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fairterms.monitor.alignment.deal_side import DealSide
from fairterms.monitor.meetings.meeting import ReportDuty

SHARED = Decimal("0.5")
"""So large a part of the smaller report's fields must be shared (our choice)."""


@dataclass(frozen=True)
class SideReport:
    """A report of the group with the deal that wants it."""

    deal: str
    report: ReportDuty

    @property
    def fields(self) -> frozenset[str]:
        """What it holds, in small letters."""
        return frozenset(one.lower() for one in self.report.fields)

    @property
    def hours(self) -> Decimal | None:
        """Hours a year; None where nobody knows."""
        found = self.report.hours_a_year
        return None if found is None else found.amount


@dataclass(frozen=True)
class Extract:
    """One extract, with the reports it could serve.

    Attributes
    ----------
    reports
        Of at least two deals.
    """

    reports: tuple[SideReport, ...]

    @property
    def deals(self) -> tuple[str, ...]:
        """The deals it could serve, each once."""
        return tuple(dict.fromkeys(one.deal for one in self.reports))

    @property
    def shared(self) -> tuple[str, ...]:
        """Fields that every one of the reports has."""
        return tuple(sorted(frozenset.intersection(*(one.fields for one in self.reports))))

    @property
    def further(self) -> tuple[str, ...]:
        """Fields that only some of them have, and the extract would have to hold too."""
        every = frozenset.union(*(one.fields for one in self.reports))
        return tuple(sorted(every - set(self.shared)))

    @property
    def unknown(self) -> tuple[SideReport, ...]:
        """Reports whose hours nobody knows."""
        return tuple(one for one in self.reports if one.hours is None)

    @property
    def saved(self) -> Decimal | None:
        """Hours a year saved at most: all but the dearest report; None where hours are unknown."""
        hours = [one.hours for one in self.reports if one.hours is not None]
        if len(hours) < len(self.reports):
            return None
        return sum(hours, Decimal(0)) - max(hours)


def extracts(sides: Sequence[DealSide]) -> tuple[Extract, ...]:
    """Find reports of the group that one extract could serve, over all deals.

    Parameters
    ----------
    sides
        The deals.

    Notes
    -----
    The reports with the most fields come first. Each further one joins the extract whose first
    report shares most of its fields, if it shares at least half of the smaller one's; else it
    begins an extract of its own. Extracts within one deal are left out.
    """
    reports = sorted(_reports(sides), key=lambda one: (-len(one.fields), one.deal, one.report.id))
    groups: list[list[SideReport]] = []
    for one in reports:
        nearest = max(groups, key=lambda group: _overlap(group[0], one), default=None)
        if nearest is not None and _overlap(nearest[0], one) >= SHARED:
            nearest.append(one)
        else:
            groups.append([one])
    found = (Extract(tuple(group)) for group in groups)
    return tuple(one for one in found if len(one.deals) > 1)


def _reports(sides: Sequence[DealSide]) -> Iterator[SideReport]:
    for side in sides:
        for one in side.reports:
            if one.owed_by == "group" and one.fields:
                yield SideReport(side.deal, one)


def _overlap(one: SideReport, other: SideReport) -> Decimal:
    """Return the part of the smaller report's fields that both have."""
    smaller = min(len(one.fields), len(other.fields))
    return Decimal(len(one.fields & other.fields)) / smaller
