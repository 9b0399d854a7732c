"""Sides of deals for tests; everything is made up."""

from collections.abc import Mapping
from types import MappingProxyType

from fairterms.monitor.alignment.deal_side import DealSide, SideMeasure
from fairterms.monitor.meetings.meeting import ReportDuty
from fairterms.units.quantity import parse


def measure(
    deal: str,
    name: str,
    catalogue: str = "",
    counts: Mapping[str, str] | None = None,
    pays: Mapping[str, str] | None = None,
) -> SideMeasure:
    return SideMeasure(
        deal,
        name,
        name.capitalize(),
        catalogue,
        MappingProxyType(dict(counts or {})),
        MappingProxyType(dict(pays or {})),
    )


def report(name: str, *fields: str, hours: str = "", owed_by: str = "group") -> ReportDuty:
    known = parse(hours) if hours else None
    return ReportDuty(name, f"report {name}", owed_by, "analyst", "lead", "", fields, known)


def side(deal: str, *measures: SideMeasure, reports: tuple[ReportDuty, ...] = ()) -> DealSide:
    return DealSide(deal, measures, reports)
