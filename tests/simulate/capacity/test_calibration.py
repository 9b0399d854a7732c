"""Are the forecasts as sure as they say? Made-up groups whose next year is known.

Each group has three years of records, from which everything that records can say is taken, and a
fourth year that the forecast has not seen. Its 80 % intervals should hold about 80 % of them.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import duckdb
import numpy as np
import pytest
from duckdb import DuckDBPyConnection

from fairterms.outcomes.synthetic.history import Recipe, sized, synthesize
from fairterms.outcomes.synthetic.presets import PRIVATE_PRACTICE
from fairterms.simulate.capacity import observed_rows
from fairterms.simulate.capacity.declaration import ENTRIES
from fairterms.simulate.capacity.forecast import appointments_taken, chance, simulate_access
from fairterms.simulate.capacity.observed import from_records
from fairterms.simulate.capacity.practice import Counted
from fairterms.simulate.capacity.sources import fill
from tests.simulate.capacity.made_up_sections import sound

FIRST, CUT = date(2023, 1, 2), date(2025, 12, 28)
"""A Monday, and the last day known; the year forecast is the 52 weeks after it."""
AFTER = CUT + timedelta(weeks=52)
A_YEAR = 320
GROUPS, YEARS = 40, 150


def group(number: int, folder: Path) -> DuckDBPyConnection:
    """Make up a group whose number of patients is chance itself, and return all of its visits."""
    days = (AFTER - FIRST).days + 120
    patients = int(np.random.default_rng(number).poisson(A_YEAR * days / 365.25))
    world = sized(PRIVATE_PRACTICE, patients, 12, 2)
    world = replace(
        world,
        first_day=FIRST,
        last_day=FIRST + timedelta(days=days),
        attendance=replace(world.attendance, visits=7.0, missed=0.12),
    )
    synthesize(Recipe(world, 900 + number), folder)
    connection = duckdb.connect()
    connection.read_parquet(str(folder / "records" / "visits.parquet")).create_view("all_visits")
    connection.execute(
        "CREATE TABLE open_slots (seen_on DATE, clinician_id VARCHAR, slot_id VARCHAR, starts DATE)"
    )
    return connection


def truth(connection: DuckDBPyConnection) -> tuple[float, float, float]:
    """Return the year's requests, its appointments, and the share within ten business days."""
    connection.execute("CREATE OR REPLACE VIEW visits AS SELECT * FROM all_visits")
    asked = observed_rows.requests(connection, CUT + timedelta(1), AFTER)
    by_wait = observed_rows.waits(asked)
    row = connection.execute(
        "SELECT count(*) FROM visits WHERE starts > ? AND starts <= ?", [CUT, AFTER]
    ).fetchone()
    assert row is not None
    return float(by_wait.sum()), float(row[0]), float(by_wait[:11].sum() / by_wait.sum())


def intervals(connection: DuckDBPyConnection, number: int) -> Iterator[tuple[float, float]]:
    """Give the 80 % intervals of the same three, from the records until the cut."""
    connection.execute(
        f"CREATE OR REPLACE VIEW visits AS SELECT * FROM all_visits WHERE starts <= DATE '{CUT}'"  # noqa: S608
    )
    observed = from_records(connection)
    assert observed is not None
    declared = sound()
    taken = frozenset(name for name, entry in ENTRIES.items() if entry.is_observable)
    # In a made-up group no year differs from another but by chance, and nobody lacks a clinician.
    numbers = {name: number for name, number in declared.numbers.items() if name not in taken} | {
        "staff.posts": 60.0,
        "requests.between_years": 0.0,
        "requests.waiting": 0.0,
        "care.between_years": 0.0,
        "care.no_show_between_years": 0.0,
        "first_visit.between_years": 0.0,
    }
    found = replace(declared, counted=Counted.OFFERED, numbers=numbers, from_records=taken)
    access = simulate_access(
        fill(found, observed).practice(CUT + timedelta(1)), chance(number, YEARS)
    )
    for values in (
        access.flow.asked[:, :52].sum(axis=1),
        appointments_taken(access.flow),
        access.share(),
    ):
        low, high = np.quantile(values, [0.1, 0.9])
        yield float(low), float(high)


@pytest.mark.slow
def test_eighty_per_cent_intervals_hold_about_eighty_per_cent_of_years(tmp_path: Path) -> None:
    held = np.zeros((GROUPS, 3))
    for number in range(GROUPS):
        with group(number, tmp_path / f"{number}") as connection:
            true = truth(connection)
            held[number] = [
                low <= value <= high
                for value, (low, high) in zip(true, intervals(connection, number), strict=True)
            ]
    # Forty groups: one standard error of a share is six points, of all three together four.
    assert 0.72 <= held.mean() <= 0.88
    assert (held.mean(axis=0) >= 0.66).all()
    assert (held.mean(axis=0) <= 0.94).all()
