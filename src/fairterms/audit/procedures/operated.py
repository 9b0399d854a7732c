"""The days on which a control left something behind, against the times it should have run."""

from dataclasses import dataclass
from datetime import date, timedelta

from fairterms.audit.procedures.evidence_table import EvidenceTable
from fairterms.risks.control.cadence import Cadence
from fairterms.risks.control.sampling import draw_places
from fairterms.units.period import Period

KEYS = ("control", "done", "seed", "size", "where")


@dataclass(frozen=True)
class Operated:
    """What a control left behind.

    Attributes
    ----------
    control
        Its id in risks.toml.
    done
        The days for which something shows that it ran, in order.
    where
        What shows it: the log, the signed lists.
    seed, size
        The published words by which times were drawn, and how many; empty and 0 where every time
        was looked at.
    """

    control: str
    done: tuple[date, ...]
    where: str
    seed: str = ""
    size: int = 0

    def __post_init__(self) -> None:
        assert bool(self.seed) == bool(self.size), "a seed and a size, or neither"


@dataclass(frozen=True)
class Times:
    """How often a control should have run, how often one looked, and how often it had not.

    Attributes
    ----------
    due, looked, failed
        All times of the period, those looked at, and those of them with nothing to show.
    """

    due: int
    looked: int
    failed: int


def windows(cadence: Cadence, period: Period) -> tuple[Period, ...]:
    """Cut a period into the times at which a control should run once each.

    Returns
    -------
    tuple of Period
        Whole steps from the first day on; a rest that is shorter than a step is left out. Empty
        for a control that runs at each event, because nobody can count what did not happen.

    Examples
    --------
    >>> len(windows(Cadence.MONTHLY, Period(date(2027, 1, 1), date(2027, 12, 31))))
    12
    """
    found = []
    first = period.first
    while (following := _next(cadence, first)) is not None:
        last = following - timedelta(days=1)
        if last > period.last:
            break
        found.append(Period(first, last))
        first = following
    return tuple(found)


def _next(cadence: Cadence, first: date) -> date | None:
    """Return the first day after a step; from the last day of a month, that of the next step."""
    before = cadence.next_after(first - timedelta(days=1))
    return None if before is None else before + timedelta(days=1)


def count_times(operated: Operated, cadence: Cadence, period: Period) -> Times | None:
    """Count how often a control ran; None where its times cannot be counted.

    Parameters
    ----------
    operated
        What it left behind.
    cadence
        How often it should run.
    period
        What is audited.
    """
    due = windows(cadence, period)
    if not due:
        return None
    places = range(1, len(due) + 1)
    if operated.seed:
        drawn = draw_places(len(due), operated.seed, operated.size)
        looked = [place for place in places if str(place) in drawn]
    else:
        looked = list(places)
    failed = sum(not any(day in due[place - 1] for day in operated.done) for place in looked)
    return Times(len(due), len(looked), failed)


def read(table: EvidenceTable) -> Operated | None:
    """Read one ``[[operated]]``; None where something it needs is missing."""
    table.only(*KEYS)
    control, where = table.needed_words("control", "list_match"), table.needed_words("where", "log")
    done, seed, size = table.days("done"), table.words("seed"), table.whole("size", 1) or 0
    if bool(seed) != bool(size):
        fix = 'write seed = "juniper 2027" and size = 6, or leave both out'
        table.note("", "a sample has a seed and a size", "half-a-sample", fix)
        return None
    return Operated(control, done, where, seed, size) if control and where else None
