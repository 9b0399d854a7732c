"""The clocks of a report: by when it is acknowledged, and by when its outcome is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from fairterms.audit.ethics.case import Case, Step
from fairterms.units.form_file import open_form
from fairterms.units.form_table import FormTable
from fairterms.units.notes import Notes
from fairterms.units.problem import Problem

FILE = "ethics.toml"
OURS = Path(__file__).parent / "clocks.toml"
_WHY = "whoever speaks up must know by when they will hear"
_KEYS = ("acknowledged_days", "outcome_told_days")


@dataclass(frozen=True)
class Clocks:
    """Days from the day a report came in.

    Attributes
    ----------
    acknowledged_days
        Until its receipt is acknowledged.
    outcome_told_days
        Until the reporter is told what came of it.
    """

    acknowledged_days: int
    outcome_told_days: int

    def __post_init__(self) -> None:
        assert 1 <= self.acknowledged_days <= self.outcome_told_days, "first receipt, then outcome"

    @cached_property
    def days(self) -> Mapping[Step, int]:
        """Days by the step they count to."""
        return {
            Step.ACKNOWLEDGED: self.acknowledged_days,
            Step.OUTCOME_TOLD: self.outcome_told_days,
        }


@dataclass(frozen=True)
class ClockReading:
    """Clocks as they were read; None where a problem keeps them from being used."""

    clocks: Clocks | None
    problems: tuple[Problem, ...]


def read(path: Path) -> ClockReading:
    """Read the clocks a deal has set for itself.

    Parameters
    ----------
    path
        ``ethics.toml``; where there is none, our own clocks hold.
    """
    opened = open_form(path)
    if opened is None:
        return read(OURS)
    document, notes = opened
    if notes.found:
        return ClockReading(None, notes.problems())
    for key in document.keys() - {"clocks"}:
        notes.unknown((key,), key, ("clocks",), "section")
    clocks = _clocks(document, notes)
    return ClockReading(None if notes.found else clocks, notes.problems())


def _clocks(document: Mapping[str, Any], notes: Notes) -> Clocks | None:
    raw = document.get("clocks", {})
    table = FormTable(raw if isinstance(raw, dict) else {}, ("clocks",), notes, _WHY)
    if not isinstance(raw, dict):
        table.note("", "clocks is not a table", "not-a-table", "write [clocks] by itself")
    table.only(*_KEYS)
    acknowledged = table.needed_whole("acknowledged_days", 7, 1)
    told = table.needed_whole("outcome_told_days", 90, 1)
    if acknowledged is None or told is None:
        return None
    if told < acknowledged:
        fix = "give outcome_told_days as many days as acknowledged_days, or more"
        what = "the outcome would be told before the receipt"
        table.note("outcome_told_days", what, "clocks-crossed", fix)
        return None
    return Clocks(acknowledged, told)


def usual() -> Clocks:
    """Return our own clocks.

    Examples
    --------
    >>> usual()
    Clocks(acknowledged_days=7, outcome_told_days=90)
    """
    found = read(OURS).clocks
    assert found is not None, "our own file can be read"
    return found


def due(case: Case, clocks: Clocks) -> tuple[Step, date] | None:
    """Return what is owed to the reporter next, and by when; None where nothing is.

    Examples
    --------
    >>> from fairterms.audit.ethics.case import Subject
    >>> due(Case(Subject.CARE, date(2027, 3, 1)), usual())
    (<Step.ACKNOWLEDGED: 'acknowledged'>, datetime.date(2027, 3, 8))
    """
    for step, days in clocks.days.items():
        if case.day_of(step) is None:
            return step, case.received_on + timedelta(days=days)
    return None


def is_overdue(case: Case, clocks: Clocks, on: date) -> bool:
    """Tell whether something is owed to the reporter since before a day.

    Parameters
    ----------
    case
        A report.
    clocks
        What it is measured by.
    on
        The day; the case is taken as it stood at its end.
    """
    then = case.as_of(on)
    owed = due(then, clocks) if then is not None else None
    return owed is not None and owed[1] < on
