"""Where each number of a practice is from: said by the group, or counted in its records."""

from dataclasses import dataclass, replace
from datetime import date
from math import hypot

from fairterms.simulate.capacity.declaration import ENTRIES, SEASON, CapacityDeclaration, Entry
from fairterms.simulate.capacity.observed import Observed
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Beside:
    """A declared number beside the observed one.

    Attributes
    ----------
    entry
        What it is, and its unit.
    declared
        None where the declaration takes it from the records.
    observed
        None where the records do not say it.
    """

    entry: Entry
    declared: float | None
    observed: float | None


def fill(declared: CapacityDeclaration, observed: Observed) -> CapacityDeclaration:
    """Return a declaration with the numbers it takes from records.

    Parameters
    ----------
    declared
        As read.
    observed
        What the records say.

    Raises
    ------
    Refusal
        When the records cannot say one of the numbers, or the numbers do not go together.

    Notes
    -----
    What is known from a limited past is uncertain itself: the errors of the rate of requests, of
    the visits a person comes to and of the wait are added to how far a year moves, as squares add
    up.
    """
    lacking = sorted(declared.from_records - observed.names())
    if lacking:
        raise Refusal(
            f"capacity: {lacking[0]}",
            "the records do not say it",
            "there are too few people or weeks on record, or no request dates",
            "write the number itself in forecast.toml",
        )
    taken = {name: observed.numbers[name] for name in declared.from_records - {SEASON}}
    numbers = {**declared.numbers, **taken}
    for name, spread in _WIDENED.items():
        if name in taken:
            numbers[spread] = hypot(numbers[spread], observed.errors.get(name, 0.0))
    season = observed.season if SEASON in declared.from_records else declared.season
    found = replace(declared, numbers=numbers, season=season, from_records=frozenset())
    for what in found.practice(date(2000, 1, 1)).objections():
        raise Refusal("capacity", what, "no year can be simulated so", "check forecast.toml")
    return found


_WIDENED = {
    "requests.a_week": "requests.between_years",
    "care.visits_per_episode": "care.between_years",
    "first_visit.half_within": "first_visit.between_years",
}


def beside(declared: CapacityDeclaration, observed: Observed | None) -> tuple[Beside, ...]:
    """Set what is declared beside what the records say, for each number they could say."""
    seen = {} if observed is None else observed.numbers
    return tuple(
        Beside(entry, declared.numbers.get(name), seen.get(name))
        for name, entry in ENTRIES.items()
        if entry.is_observable
    )
