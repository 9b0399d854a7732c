"""Strata: parts of a population by age, sex, line of business and severity at the start.

A person about whom something is not known is in a stratum that says so, and is never dropped.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import pairwise

from fairterms.population.member_months import FAR_AWAY
from fairterms.population.selection import Selection
from fairterms.records.engine.connection import Connection
from fairterms.records.staged import literal
from fairterms.reference.instrument_facts import Bands
from fairterms.units.period import Period


class WhichScore(Enum):
    """Which score of a window says how severe; the value is SQL to order by."""

    FIRST = "a.assessed_on, a.score DESC"
    LAST = "a.assessed_on DESC, a.score DESC"
    HIGHEST = "a.score DESC"


@dataclass(frozen=True)
class Severity:
    """Severity by a questionnaire.

    Attributes
    ----------
    instrument
        Its name in the records.
    bands
        The bands; a score belongs to the last band that begins at or below it.
    window
        The days looked at; only facts from before treatment keep a comparison fair.
    which
        Which score, where there are several. Of two on one day the higher counts.
    """

    instrument: str
    bands: Bands
    window: Period
    which: WhichScore

    @property
    def relation(self) -> str:
        """SQL that stands after FROM: person_id, severity."""
        cases = " ".join(
            f"WHEN a.score >= {Decimal(str(band.lowest))} THEN {literal(band.name)}"
            for band in reversed(self.bands.bands)
        )
        return (
            f"(SELECT a.person_id, CASE {cases} END AS severity FROM assessments a "  # noqa: S608
            f"WHERE a.instrument = {literal(self.instrument)} AND a.score IS NOT NULL "
            f"AND a.assessed_on BETWEEN DATE '{self.window.first}' AND DATE '{self.window.last}' "
            "QUALIFY row_number() OVER (PARTITION BY a.person_id "
            f"ORDER BY {self.which.value}, a.load_id, a.row) = 1)"
        )


@dataclass(frozen=True)
class Strata:
    """What a population is parted by.

    Attributes
    ----------
    day
        The day on which age and line of business are read.
    age_edges
        First ages of the bands after the youngest, rising, such as ``(18, 65)``; empty for none.
    by_sex, by_line
        Whether sex and line of business part it.
    severity
        Severity at the start; None for none.
    selection
        Which spans count for the line of business.

    Examples
    --------
    >>> Strata(date(2027, 12, 31), (18, 65), True, False, None, Selection()).age_names
    ('0-17', '18-64', '65+')
    """

    day: date
    age_edges: tuple[int, ...]
    by_sex: bool
    by_line: bool
    severity: Severity | None
    selection: Selection

    def __post_init__(self) -> None:
        edges = (0, *self.age_edges)
        assert all(low < high for low, high in pairwise(edges)), "the ages rise, from above 0"

    @property
    def age_names(self) -> tuple[str, ...]:
        """The bands of age, from the youngest up."""
        edges = (0, *self.age_edges)
        return (*(f"{low}-{high - 1}" for low, high in pairwise(edges)), f"{edges[-1]}+")

    def relation(self, people: str) -> str:
        """Return SQL that stands after FROM: person_id, stratum; each person once.

        Parameters
        ----------
        people
            SQL that stands after FROM, with the column ``person_id``.
        """
        parts = [self._age] if self.age_edges else []
        parts += ["coalesce(lower(p.sex), 'unknown sex')"] if self.by_sex else []
        parts += ["coalesce(l.payer_type, 'unknown line')"] if self.by_line else []
        parts += ["coalesce(s.severity, 'unknown severity')"] if self.severity else []
        severity = (
            f" LEFT JOIN {self.severity.relation} s ON s.person_id = w.person_id"
            if self.severity
            else ""
        )
        line = f" LEFT JOIN {self._line} l ON l.person_id = w.person_id" if self.by_line else ""
        return (
            f"(SELECT w.person_id, {' || chr(44) || chr(32) || '.join(parts) or literal('all')} "  # noqa: S608
            f"AS stratum FROM (SELECT DISTINCT person_id FROM {people}) w "
            f"LEFT JOIN {_PEOPLE} p ON p.person_id = w.person_id{line}{severity})"
        )

    @property
    def _age(self) -> str:
        names = self.age_names
        younger = " ".join(
            f"WHEN p.birth_date > DATE '{_years_before(self.day, edge)}' THEN {literal(name)}"
            for edge, name in zip(self.age_edges, names[:-1], strict=True)
        )
        return (
            f"CASE WHEN p.birth_date IS NULL OR p.birth_date > DATE '{self.day}' "
            f"THEN 'unknown age' {younger} ELSE {literal(names[-1])} END"
        )

    @property
    def _line(self) -> str:
        return (
            "(SELECT e.person_id, e.payer_type FROM enrolment e "  # noqa: S608
            f"WHERE DATE '{self.day}' BETWEEN e.starts AND coalesce(e.ends, {FAR_AWAY}) "
            f"AND {self.selection.condition('e')} QUALIFY row_number() OVER "
            "(PARTITION BY e.person_id ORDER BY e.starts DESC, e.load_id DESC, e.row DESC) = 1)"
        )


def _years_before(day: date, years: int) -> date:
    """Return the last birthday of those who are that old on a day.

    Who was born on 29 February has a birthday on the last day of every February.

    Examples
    --------
    >>> str(_years_before(date(2022, 2, 28), 18)), str(_years_before(date(2024, 2, 29), 18))
    ('2004-02-29', '2006-02-28')
    """
    year = day.year - years
    last = monthrange(year, day.month)[1]
    ends_month = day.day == monthrange(day.year, day.month)[1]
    return day.replace(year=year, day=last if ends_month else day.day)


_PEOPLE = (
    "(SELECT p.person_id, p.birth_date, p.sex FROM patients p QUALIFY row_number() OVER "
    "(PARTITION BY p.person_id ORDER BY p.load_id DESC, p.row DESC) = 1)"
)


def sizes(connection: Connection, strata: Strata, people: str) -> Mapping[str, int]:
    """Count the people of each stratum.

    Parameters
    ----------
    connection
        The store's.
    strata
        What the population is parted by.
    people
        SQL that stands after FROM, with the column ``person_id``.

    Returns
    -------
    Mapping
        People by stratum, in alphabetical order. Small counts are shown here as they are; whoever
        publishes them hides 1 to 10.
    """
    rows = connection.execute(
        f"SELECT stratum, count(*) FROM {strata.relation(people)} GROUP BY 1 ORDER BY 1"  # noqa: S608
    ).fetchall()
    return dict(rows)
