"""One deal as it is laid beside others: its measures with every part of their definition."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from fairterms.contract import deal as deals
from fairterms.contract import reader as contracts
from fairterms.contract.clause import Contract, Measure
from fairterms.contract.value import Row, Word, parts, show
from fairterms.monitor.meetings import reader as meetings
from fairterms.monitor.meetings.meeting import ReportDuty
from fairterms.outcomes.group_results import declaration_reader as outcomes
from fairterms.outcomes.group_results.declaration import Measured
from fairterms.units.problem import Problem

OPEN = " (the group's reading; the contract leaves it open)"
"""Follows what the contract does not say by itself."""
SAID = ("direction", "steward", "numerator", "denominator")
"""Parts of a definition that the terms themselves say."""
_NOT_SHOWN = ("measure", "direction")
_OF_THE_RECORDS = ("observed_until",)
"""Options that say how far the group's records reach, and nothing of the contract."""


@dataclass(frozen=True)
class SideMeasure:
    """A measure of one deal.

    Attributes
    ----------
    deal
        The deal's name.
    id, name
        As its terms have them.
    catalogue
        The entry of the catalogue of measures it is worked out by, with its questionnaire and its
        part; empty where nobody said.
    counts
        What it counts, part by part: "numerator" to words, "from day" to "120".
    pays
        What it pays for: targets, weight, fewest patients.
    """

    deal: str
    id: str
    name: str
    catalogue: str
    counts: Mapping[str, str]
    pays: Mapping[str, str]


@dataclass(frozen=True)
class DealSide:
    """A deal to be laid beside others.

    Attributes
    ----------
    deal
        Its name.
    measures
        What it measures.
    reports
        Reports of both sides, as its ``meetings.toml`` has them.
    problems
        What is to be mended in its files; the terms that could not be read have no measures.
    """

    deal: str
    measures: tuple[SideMeasure, ...] = ()
    reports: tuple[ReportDuty, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_side(folder: Path) -> DealSide:
    """Read what is compared of a deal.

    Parameters
    ----------
    folder
        A deal folder.
    """
    name = deals.read(folder).name
    reading = contracts.read(folder / "terms.toml")
    declared = outcomes.read(folder)
    held = meetings.read(folder)
    by_id = {one.measure: one for one in declared.measured} if declared else {}
    measures = tuple(_measures(name, reading.contract, by_id)) if reading.contract else ()
    problems = (
        *reading.problems,
        *(declared.problems if declared else ()),
        *(held.problems if held else ()),
    )
    return DealSide(name, measures, held.reports if held else (), problems)


def _measures(
    deal: str, contract: Contract, worked_out: Mapping[str, Measured]
) -> Iterator[SideMeasure]:
    for one in contract.measures:
        found = worked_out.get(one.id)
        yield SideMeasure(
            deal,
            one.id,
            one.name,
            _catalogue(found) if found else "",
            MappingProxyType({**_said(one), **(_options(found) if found else {})}),
            MappingProxyType(_pays(contract, one.id)),
        )


def _catalogue(found: Measured) -> str:
    instrument = str(found.options.get("instrument", ""))
    return ", ".join(part for part in (found.by, instrument, found.part) if part)


def _said(one: Measure) -> dict[str, str]:
    direction = "higher is better" if one.higher_is_better else "lower is better"
    words = (direction, one.steward, one.numerator, one.denominator)
    return {name: said for name, said in zip(SAID, words, strict=True) if said}


def _options(found: Measured) -> dict[str, str]:
    """Return the options of a measure; one that the contract leaves open says so."""
    shown = {"worked out by": found.by}
    for name, chosen in found.options.items():
        if name in _OF_THE_RECORDS:
            continue
        words = f"{chosen:g}" if isinstance(chosen, float) else str(chosen)
        if name in found.open:
            words += OPEN
        shown[name.replace("_", " ")] = words
    return shown


def _pays(contract: Contract, measure: str) -> dict[str, str]:
    """Return what the clauses say of a measure, as it stands in the first year."""
    shown: dict[str, str] = {}
    for clause in contract.on(contract.starts).clauses:
        for term in clause.terms.values():
            for row in parts(term.value):
                if isinstance(row, Row) and row.cells.get("measure") == Word(measure):
                    shown |= {
                        name.replace("_", " "): show(cell)
                        for name, cell in row.cells.items()
                        if name not in _NOT_SHOWN
                    }
    return shown
