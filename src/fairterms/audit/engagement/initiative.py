"""An improvement after a finding: it ends with a measured effect, never with the work done."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fairterms.audit.engagement.entry import Entry
from fairterms.outcomes.small_cells.measured_result import MeasuredResult
from fairterms.units.quantity import Quantity

_INITIATIVE = (
    *("id", "finding", "sort", "aim", "measure", "baseline", "target", "cycles", "owner", "on"),
)
_EFFECT = ("initiative", "on", "value", "people", "source", "closes")
_CLOSES = "having done something is not yet a better result"


class Sort(StrEnum):
    """What sort of improvement it is."""

    OUTCOME_MEASUREMENT = "outcome_measurement"
    BENCHMARKING = "benchmarking"
    QUALITY_PROGRAMME = "quality_programme"
    TRAINING = "training"
    ANALYTICS = "analytics"
    COLLABORATIVE_CARE = "collaborative_care"
    PATIENT_ENGAGEMENT = "patient_engagement"
    STAKEHOLDER_COMMUNICATION = "stakeholder_communication"


@dataclass(frozen=True)
class Initiative:
    """Something that is to get better.

    Attributes
    ----------
    id, finding
        Its own id, and that of the finding it follows from.
    sort
        What sort of improvement.
    aim, measure
        What is to get better, and how that is seen.
    owner, on
        Who leads it, and since when.
    baseline, target
        Where the measure stood and where it is to stand; None where nobody said.
    cycles
        How often it is tried and looked at; None where nobody said.
    line
        Where it stands in the file.
    """

    id: str
    finding: str
    sort: Sort
    aim: str
    measure: str
    owner: str
    on: date
    baseline: Quantity | None = None
    target: Quantity | None = None
    cycles: int | None = None
    line: int = 0


def read_initiative(entry: Entry, taken: set[str], findings: Collection[str]) -> Initiative | None:
    """Read one ``[[initiative]]``."""
    entry.only(*_INITIATIVE)
    name, of = entry.id("initiative", taken), entry.of("finding", findings, "finding")
    sort, on = entry.one_of("sort", Sort), entry.needed_day("on")
    aim = entry.needed_words("aim", "Lists come on the day they are due")
    measure, owner = entry.needed_words("measure", "..."), entry.needed_words("owner", "data lead")
    baseline, target = entry.quantity("baseline"), entry.quantity("target")
    cycles = entry.whole("cycles", 1)
    if not name or not of or sort is None or on is None:
        return None
    return Initiative(name, of, sort, aim, measure, owner, on, baseline, target, cycles, entry.line)


def read_effect(
    entry: Entry, known: Mapping[str, Initiative], *, is_shared: bool = False
) -> MeasuredResult | None:
    """Read one ``[[effect]]``; an effect that was not measured closes nothing."""
    entry.only(*_EFFECT)
    of, on = entry.of("initiative", known, "initiative"), entry.needed_day("on")
    value, source = entry.quantity("value"), entry.needed_words("source", "list of October 2028")
    people, closes = entry.whole("people"), entry.flag("closes") is True
    if not of or on is None:
        return None
    if value is None:
        what = f'"{of}" cannot be closed: nothing was measured' if closes else "value is missing"
        entry.note("", what, "not-measured", 'write value = "95 %", as it was measured', _CLOSES)
        return None
    baseline = known[of].baseline
    if baseline is not None and baseline.unit != value.unit:
        what = f"the effect is in {value.unit}, and where it began in {baseline.unit}"
        entry.note("value", what, "wrong-unit", "measure both alike")
        return None
    found = MeasuredResult(of, on, value, people, source, closes)
    if is_shared and found.is_hidden:
        what = "the number and its people tell of 1 to 10 people"
        fix = "measure it on more people; the workpaper keeps the number until then"
        entry.note("people", what, "small-count", fix, "both sides read this file")
    return found
