"""Made-up evidence, as text that the readers read and as values."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.evidence_table import EvidenceTable, rows
from fairterms.audit.procedures.observed import Holds, Observed
from fairterms.audit.procedures.procedure import PROCEDURES
from fairterms.units.form_file import parsed
from fairterms.units.period import Period
from fairterms.units.problem import Problem

_T = TypeVar("_T")
JUNIPER = Path(__file__).parents[3] / "examples" / "juniper"
ON = date(2028, 10, 20)
YEAR = Period(date(2027, 1, 1), date(2027, 12, 31))


def read_one(
    text: str, section: str, reader: Callable[[EvidenceTable], _T | None]
) -> tuple[_T | None, tuple[Problem, ...]]:
    """Read the one entry of a text, with the problems."""
    opened = parsed(text, "audit_evidence.toml")
    assert not isinstance(opened, Problem), opened
    document, notes = opened
    (table,) = rows(document, section, notes)
    return reader(table), notes.problems()


def codes(problems: tuple[Problem, ...]) -> list[str]:
    """Return what sorts of problems there are."""
    return [one.code for one in problems]


def ran(name: str, evidence: Evidence) -> tuple[Observed, ...]:
    """Run one ready procedure's own test."""
    return PROCEDURES[name].test(evidence)


def held(observed: tuple[Observed, ...]) -> list[Holds]:
    """Return the verdicts."""
    return [one.holds for one in observed]


def of(observed: tuple[Observed, ...], words: str) -> Observed:
    """Return the one observation whose expectation says some words."""
    (found,) = [one for one in observed if words in one.expected]
    return found
