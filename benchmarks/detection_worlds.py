"""Made-up groups with a planted truth, read as an analyst reads records; the truth stands apart."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.group_results import feeds
from fairterms.outcomes.group_results.declaration import Declaration, Measured, Progress
from fairterms.outcomes.group_results.own_episodes import OwnEpisodes, tabulate
from fairterms.outcomes.synthetic import clinicians, people
from fairterms.outcomes.synthetic.columns import identify
from fairterms.outcomes.synthetic.draws import Draws
from fairterms.outcomes.synthetic.history import (
    BLOCK,
    RECORDS,
    STATEMENT,
    TRUTH,
    Recipe,
    sized,
    synthesize,
)
from fairterms.outcomes.synthetic.presets import PRESETS
from fairterms.outcomes.synthetic.truths import CaseMixGap, PayerRedefinition, Plants, plant
from fairterms.records.store import Store

CLINICS, CLINICIANS = 6, 24
RECEIVED: Final = date(2027, 1, 1)
WINDOW: Final = (120, 240)
"""The days of the contract's response measure."""
PROGRESS: Final = Progress("phq9", 10, 6, 10, 300, 30, 14, None, "as in the example deal")
NOTHING, HARMED, GAMING, GAP, REDEFINED, AS_SIGNED, NULL = (
    "nothing planted",
    "harmed subgroup",
    "gaming clinic",
    "case-mix gap",
    "payer redefinition",
    "payer as signed",
    "null world",
)
PLANTS: Final = {
    NOTHING: Plants(),
    HARMED: plant(["harmed-subgroup"]),
    GAMING: plant(["gaming-clinic"]),
    # Nobody's care differs, so that whoever is found below is blamed for his patients alone.
    GAP: Plants(case_mix_gap=CaseMixGap(), is_null=True),
    REDEFINED: plant(["payer-redefinition"]),
    AS_SIGNED: Plants(payer_redefinition=PayerRedefinition(WINDOW, WINDOW)),
    NULL: plant(["null-world"]),
}
"""The worlds, by what is planted in them."""
UNREAD: Final = ("claims", "enrolment")
"""Tables no part of this benchmark looks at."""

Statement = dict[int, tuple[int, int]]


@dataclass(frozen=True, eq=False)
class Records:
    """What an analyst has of a group.

    Attributes
    ----------
    store
        The loaded records.
    table
        The episodes.
    statement
        The plan's numerator and denominator by year; empty where it sent none.
    """

    store: Store
    table: OwnEpisodes
    statement: Statement


def declare(adjusts_for: tuple[str, ...] = ()) -> Declaration:
    """Return the deal's declaration, with the facts its case mix adjusts for."""
    options: dict[str, str | float] = {
        "instrument": "phq9",
        "from_day": WINDOW[0],
        "until_day": WINDOW[1],
        "response_share": 0.5,
    }
    measured = (Measured("response", "remission_or_response", options),)
    last = date(2026, 12, 31)
    return Declaration(last, (2024, 2025, 2026), measured, PROGRESS, adjusts_for)


def recipe(kind: str, patients: int, seed: int, preset: str) -> Recipe:
    """Return how a group of a kind is made up."""
    return Recipe(sized(PRESETS[preset], patients, CLINICIANS, CLINICS), seed, PLANTS[kind])


@contextmanager
def records(made: Recipe) -> Iterator[Records]:
    """Make up a group and load its records; the truth is deleted before anything is read."""
    with TemporaryDirectory(prefix="fairterms-") as place:
        folder = Path(place)
        synthesize(made, folder)
        (folder / TRUTH).unlink()
        for name in UNREAD:
            (folder / RECORDS / f"{name}.parquet").unlink()
        statement = _statement(folder / STATEMENT)
        with feeds.loaded(folder, RECEIVED) as loaded:
            assert not loaded.refused, "made-up records are read"
            table = tabulate(loaded.store, PROGRESS, declare().reached)
            yield Records(loaded.store, table, statement)


@contextmanager
def one_clinic(known: Records, clinic: str) -> Iterator[Records]:
    """Look at the patients of one clinic alone, as if it were the whole group."""
    connection = known.store.connection
    connection.execute("BEGIN")
    try:
        for name in ("assessments_rows", "visits_rows"):
            connection.execute(
                f"DELETE FROM {name} WHERE person_id NOT IN (SELECT person_id FROM "  # noqa: S608
                "(SELECT person_id, arg_min(clinician_id, assessed_on) AS clinician_id "
                "FROM assessments GROUP BY ALL) JOIN clinicians USING (clinician_id) "
                "WHERE clinic_id = ?)",
                [clinic],
            )
        table = tabulate(known.store, PROGRESS, declare().reached)
        yield Records(known.store, table, known.statement)
    finally:
        connection.execute("ROLLBACK")


def clinic_of(known: Records) -> dict[str, str]:
    """Return the clinic of each clinician, from the records."""
    rows = known.store.connection.execute("SELECT clinician_id, clinic_id FROM clinicians")
    return dict(rows.fetchall())


def clinic_name(number: int) -> str:
    """Return the id of a clinic by its number from 0."""
    return str(identify("g", np.array([number]))[0])


def truly_harmed(made: Recipe) -> frozenset[str]:
    """Return the ids of the patients truly harmed: for scoring alone."""
    subgroup = made.plants.harmed_subgroup
    assert subgroup is not None, "somebody is harmed"
    found: list[str] = []
    for number, first in enumerate(range(0, made.world.patients, BLOCK)):
        numbers = np.arange(first, min(first + BLOCK, made.world.patients), dtype=np.int64)
        folk = people.make(made.lived, Draws(made.seed, number + 1), numbers)
        found += identify("p", numbers[subgroup.who(made.lived, folk)]).to_pylist()
    return frozenset(found)


def true_effects(made: Recipe) -> npt.NDArray[np.float64]:
    """Return the true effect of each clinician, in logits: for scoring alone."""
    return clinicians.make(made.lived, Draws(made.seed, 0)).effect


def _statement(path: Path) -> Statement:
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8") as lines:
        return {
            int(row["year"]): (int(row["numerator"]), int(row["denominator"]))
            for row in csv.DictReader(lines)
        }
