"""Tiny deal folders of made-up patients with known answers."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from fairterms.outcomes.group_results.declaration import Progress
from fairterms.outcomes.group_results.feeds import Loaded, loaded
from fairterms.outcomes.group_results.own_episodes import OwnEpisodes, tabulate

REACHED = date(2026, 12, 31)
PROGRESS = Progress("phq9", 10, 6, 10, 300, 30, 14, None, "made up")
OUTCOMES = """\
[records]
reached = 2026-12-31
years = [2025, 2026]
"""
RESPONSE = """
[[measured]]
measure = "response"
by = "remission_or_response"
allowed_to_fail = "10 %"

[measured.options]
instrument = "phq9"
same_day = "worse"
index_score = "first at the cut in the period"
index_cut = 10
clear_days = 180
from_day = 120
until_day = 240
later_score = "last"
missing = "failure"
counts_as = "response"
response_share = 0.5
remission_cut = 5
zero_point = 0
"""
PROGRESS_TOML = """
[progress]
instrument = "phq9"
first_at_least = "10 points"
improved_by = "6 points"
recovered_below = "10 points"
gap = "300 days"
first_within = "30 days"
last_from = "14 days"
source = "made up"
"""


@dataclass(frozen=True)
class Patient:
    """One made-up patient: scores by days after the start, and facts with their days."""

    id: str
    scores: tuple[tuple[int, int], ...]
    starts: date = date(2025, 3, 3)
    clinician: str = "C1"
    born: str = "1980-01-01"
    sex: str = "female"
    race: str = ""
    diagnoses: tuple[tuple[str, int], ...] = ()
    needs: tuple[tuple[str, str, int], ...] = field(default=())


def patient(number: int, first: int, last: int | None, **facts: object) -> Patient:
    """A patient with a first score and, where one is given, a last one after 150 days."""
    later = () if last is None else ((150, last),)
    return Patient(f"P{number:03}", ((0, first), *later), **facts)  # type: ignore[arg-type]


def csv(header: str, rows: Iterable[Sequence[object]]) -> str:
    """A table as text."""
    return "\n".join([header, *(",".join(map(str, row)) for row in rows)]) + "\n"


def tables(people: Sequence[Patient]) -> dict[str, str]:
    """The tables of some patients."""

    def on(one: Patient, days: int) -> date:
        return one.starts + timedelta(days)

    scores = [
        (f"A{one.id}-{at}", one.id, "PHQ-9", on(one, days), score, one.clinician, "final")
        for one in people
        for at, (days, score) in enumerate(one.scores)
    ]
    diagnoses = [
        (f"D{one.id}-{at}", one.id, "icd-10-cm", code, on(one, days))
        for one in people
        for at, (code, days) in enumerate(one.diagnoses)
    ]
    needs = [
        (one.id, factor, answer, on(one, days))
        for one in people
        for factor, answer, days in one.needs
    ]
    found = {
        "patients": csv(
            "person_id,birth_date,sex,race",
            [(one.id, one.born, one.sex, one.race) for one in dict.fromkeys(people)],
        ),
        "assessments": csv(
            "assessment_id,person_id,instrument,assessed_on,score,clinician_id,status", scores
        ),
    }
    if diagnoses:
        header = "diagnosis_id,person_id,code_system,diagnosis_code,recorded_on"
        found["diagnoses"] = csv(header, diagnoses)
    if needs:
        found["social_factors"] = csv("person_id,factor,answer,recorded_on", needs)
    return found


def write(folder: Path, people: Sequence[Patient] = (), outcomes: str = OUTCOMES) -> Path:
    """Write a deal folder with its records."""
    records = folder / "records"
    records.mkdir(parents=True, exist_ok=True)
    if people:
        for name, text in tables(people).items():
            (records / f"{name}.csv").write_text(text, encoding="utf-8")
    (folder / "outcomes.toml").write_text(outcomes, encoding="utf-8")
    return folder


@contextmanager
def records_of(folder: Path, people: Sequence[Patient]) -> Iterator[Loaded]:
    """Load some patients for as long as the block lasts."""
    with loaded(write(folder, people), REACHED) as found:
        yield found


def episodes(folder: Path, people: Sequence[Patient], progress: Progress = PROGRESS) -> OwnEpisodes:
    """Cut the episodes of some patients."""
    with records_of(folder, people) as found:
        return tabulate(found.store, progress, REACHED)
