"""What ``[capacity]`` of a forecast says, number by number, and which numbers records give."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fairterms.simulate.capacity.practice import (
    Care,
    Counted,
    FirstVisit,
    Practice,
    Requests,
    Staff,
)
from fairterms.units.quantity import FRACTION, POINTS, Unit, count

SEASON = "requests.season"


@dataclass(frozen=True)
class Entry:
    """One number of the section.

    Attributes
    ----------
    unit
        The unit it is written in.
    lowest, highest
        The limits of what can be.
    meaning
        What it is, for a table.
    is_observable
        Whether the group's records can give it.
    """

    unit: Unit
    lowest: float
    highest: float
    meaning: str
    is_observable: bool = False


_PATIENTS, _VISITS, _WEEKS = count("patient"), count("visit"), count("week")
_CLINICIANS, _DAYS = count("clinician"), count("business day")
ENTRIES: Mapping[str, Entry] = {
    "staff.posts": Entry(_CLINICIANS, 0.1, 100_000, "full-time clinicians the group means to have"),
    "staff.vacant": Entry(_CLINICIANS, 0, 100_000, "posts open at the start"),
    "staff.visits_a_week": Entry(_VISITS, 0.1, 100, "appointments a clinician offers in a week"),
    "staff.first_visits_a_week": Entry(_VISITS, 0.01, 100, "of them kept for new patients"),
    "staff.weeks_off": Entry(_WEEKS, 0, 50, "weeks a year a clinician is away"),
    "staff.turnover": Entry(FRACTION, 0, 0.95, "clinicians who leave in a year"),
    "staff.weeks_to_hire": Entry(_WEEKS, 1, 200, "weeks until a post is filled"),
    "requests.a_week": Entry(
        _PATIENTS, 0.01, 100_000, "people who ask for a first visit in a week", True
    ),
    "requests.of_this_plan": Entry(FRACTION, 0.0001, 1, "of them counted by this contract"),
    "requests.between_years": Entry(FRACTION, 0, 1, "how far a year's requests move"),
    "requests.between_weeks": Entry(
        FRACTION, 0, 2, "how far a week's requests move, beyond chance", True
    ),
    "requests.waiting": Entry(_PATIENTS, 0, 1_000_000, "people on the list at the start"),
    "requests.give_up": Entry(FRACTION, 0, 0.9, "of those on the list who go elsewhere in a week"),
    "care.visits_per_episode": Entry(_VISITS, 1, 200, "visits a person comes to", True),
    "care.visits_spread": Entry(_VISITS, 0, 400, "their standard deviation", True),
    "care.between_years": Entry(FRACTION, 0, 1, "how far a year's visits a person move"),
    "care.weeks_between": Entry(_WEEKS, 0.1, 26, "weeks from one appointment to the next", True),
    "care.no_show": Entry(FRACTION, 0, 0.9, "appointments missed", True),
    "care.no_show_between_years": Entry(POINTS, 0, 0.5, "how far a year's missed share moves"),
    "care.caseload": Entry(_PATIENTS, 0, 1_000_000, "people in care at the start", True),
    "first_visit.window": Entry(_DAYS, 1, 60, "business days the contract allows"),
    "first_visit.half_within": Entry(
        _DAYS, 0.1, 60, "business days until half have a place that fits", True
    ),
    "first_visit.nine_in_ten_within": Entry(_DAYS, 0.2, 250, "the same for nine in ten", True),
    "first_visit.between_years": Entry(FRACTION, 0, 1, "how far these days move between years"),
    "first_visit.come_back": Entry(FRACTION, 0, 1, "of those who miss a first visit, a second try"),
}
"""Every number the section must give, by its table and key."""

WHOLE = ("requests.waiting", "care.caseload", "first_visit.window")


@dataclass(frozen=True)
class CapacityDeclaration:
    """What the group declares about its capacity.

    Attributes
    ----------
    measure
        The measure of the terms that counts who is seen in time.
    counted
        What it counts.
    numbers
        By their name in :data:`ENTRIES`; shares are fractions. What records give is not in it.
    season
        Level of each month, January first; None where records give it.
    from_records
        Names the records give, :data:`SEASON` among them perhaps.
    """

    measure: str
    counted: Counted
    numbers: Mapping[str, float]
    season: tuple[float, ...] | None
    from_records: frozenset[str] = frozenset()

    def practice(self, starts: date) -> Practice:
        """Return the practice as declared; every number must be there.

        Parameters
        ----------
        starts
            The first day of the performance year.
        """
        assert self.season is not None, "a season is declared or taken from the records first"
        requests = self._of("requests") | {"waiting": int(self.numbers["requests.waiting"])}
        care = self._of("care") | {"caseload": int(self.numbers["care.caseload"])}
        first = self._of("first_visit") | {"window": int(self.numbers["first_visit.window"])}
        return Practice(
            Staff(**self._of("staff")),
            Requests(**requests, season=self.season),  # type: ignore[arg-type]
            Care(**care),  # type: ignore[arg-type]
            FirstVisit(**first, counted=self.counted),  # type: ignore[arg-type]
            starts,
        )

    def _of(self, table: str) -> dict[str, float]:
        start = f"{table}."
        return {
            name.removeprefix(start): number
            for name, number in self.numbers.items()
            if name.startswith(start)
        }
