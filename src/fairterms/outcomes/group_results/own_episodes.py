"""Episodes with what was known at intake: one row an episode, as columns.

Facts are those of the day the episode starts. What becomes known later, such as a diagnosis added
in the third month, is left out: it could be chosen in the light of the result.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.forms.scoring_terms import ScoringTerms
from fairterms.outcomes.group_results.declaration import Progress
from fairterms.outcomes.patient_change.change_declaration import sign_of
from fairterms.outcomes.patient_change.episodes import (
    EpisodeReason,
    EpisodeRule,
    Episodes,
)
from fairterms.outcomes.patient_change.score_choice import Pick, Tie
from fairterms.outcomes.patient_change.scores import Flags, Floats, Series, Whole
from fairterms.outcomes.set_operations import episode_table, judged_patients, score_table
from fairterms.outcomes.set_operations.score_reading import ScoreReading, ScoreSource
from fairterms.records.engine.connection import Records
from fairterms.reference.instrument import INSTRUMENTS, Instrument
from fairterms.units.refusal import Refusal

Words = npt.NDArray[np.object_]

EPOCH: Final = date(1970, 1, 1)
UNKNOWN: Final = "not recorded"
_AGES: Final = (18, 30, 45, 65)


@dataclass(frozen=True, eq=False)
class OwnEpisodes:
    """Episodes of one questionnaire with intake facts; every column of shape (episodes,).

    Attributes
    ----------
    progress
        The rules they were cut by.
    direction
        Which way of the score is better.
    series
        Every score, by position of the person.
    episodes
        First and last scores that count, with reasons.
    person
        Opaque ids; they never leave the group's own room.
    clinician
        Who treated at the first score; ``not recorded`` where nobody is named.
    year
        Calendar year of the first score; 0 without one.
    words
        Facts in words, by name: age, sex, race, ethnicity, language, comorbidity, earlier episode,
        severity, and each social need that anybody was asked about, such as "housing need".
    numbers
        Facts as numbers, by name: age in years, first score, diagnoses, social needs, earlier.
    """

    progress: Progress
    direction: int
    series: Series
    episodes: Episodes
    person: Words
    clinician: Words
    year: Whole
    words: Mapping[str, Words]
    numbers: Mapping[str, Floats]

    @property
    def is_judged(self) -> Flags:
        """Episodes with a first and a last score."""
        return np.asarray(self.episodes.reasons == EpisodeReason.COMPLETE)

    @property
    def is_due(self) -> Flags:
        """Episodes with a first score whose days for a last one are over."""
        reasons = (EpisodeReason.COMPLETE, EpisodeReason.NO_LAST)
        return np.asarray(np.isin(self.episodes.reasons, reasons))

    @property
    def gain(self) -> Floats:
        """Points of improvement, NaN where one of the scores is missing."""
        scores = self.episodes.scores()
        return np.asarray(self.direction * (scores.last - scores.first))

    @property
    def is_improved(self) -> Flags:
        """Whether the improvement reaches the declared points."""
        return np.asarray(self.gain >= self.progress.improved_by - 1e-9)

    @property
    def is_worse(self) -> Flags:
        """Whether the score is worse by the declared points or more."""
        return np.asarray(self.gain <= -self.progress.improved_by + 1e-9)

    @property
    def is_recovered(self) -> Flags:
        """Whether the last score is better than the declared one."""
        last = self.episodes.scores().last
        return np.asarray(self.direction * (last - self.progress.recovered_below) > 0)

    def of_year(self, year: int) -> Flags:
        """Return the episodes that start in a calendar year."""
        return np.asarray(self.year == year)


def instrument_of(progress: Progress) -> Instrument:
    """Return the questionnaire progress is judged by."""
    return INSTRUMENTS[progress.instrument]


def tabulate(store: Records, progress: Progress, reached: date) -> OwnEpisodes:
    """Cut the scores of a store into episodes and look up what was known at intake.

    Parameters
    ----------
    store
        The records.
    progress
        Which questionnaire, and the rules.
    reached
        The last day the records reach.

    Raises
    ------
    Refusal
        When the store holds no score of the questionnaire.
    """
    instrument = instrument_of(progress)
    rule = EpisodeRule(
        direction=instrument.direction,
        tie=Tie.LAST_RECORDED,
        index=Pick.FIRST,
        index_within=progress.first_within_days,
        index_at_least=progress.first_at_least,
        last=Pick.LAST,
        last_from=progress.last_from_days,
        last_until=progress.last_until_days,
        seen_until=(reached - EPOCH).days,
    )
    scores = score_table.write(store.connection, "own", _reading(progress))
    terms = episode_table.EpisodeTerms(progress.gap_days, None, rule)
    table = episode_table.write(store.connection, "own", scores, terms)
    found = judged_patients.read(store.connection, table, tuple(EpisodeReason))
    if not found.people.size:
        raise _no_score(progress)
    people = _ids(store, scores.people, "patient", "person_id")[found.people]
    clinicians = _ids(store, scores.clinicians, "clinician", "clinician_id")
    clinician = np.append(clinicians, UNKNOWN)[found.index_clinician]
    series, episodes = found.series, found.episodes
    words, numbers = _facts(store, people, episodes, instrument)
    return OwnEpisodes(
        progress,
        sign_of(instrument.direction),
        series,
        episodes,
        people[episodes.patient],
        clinician,
        _years(episodes.index.day),
        words,
        numbers,
    )


def _reading(progress: Progress) -> ScoreReading:
    """Read recorded totals of every status: acceptance has tested them."""
    return ScoreReading(ScoringTerms(progress.instrument), ScoreSource.TOTALS, None)


def _no_score(progress: Progress) -> Refusal:
    return Refusal(
        "assessments",
        f"hold no score of {instrument_of(progress).title}",
        "progress cannot be judged without scores",
        "name another instrument under [progress], or add the scores to the records",
    )


def _ids(store: Records, table: str, number: str, name: str) -> Words:
    """Return the ids behind the numbers of a table, in the order of the numbers."""
    rows = store.connection.execute(
        f"SELECT {name} AS id FROM {table} ORDER BY {number}"  # noqa: S608 — our own tables
    ).fetchnumpy()
    return _plain(rows["id"])


def instrument_names(name: str) -> tuple[str, ...]:
    """Return the names under which the records may know an instrument."""
    return (name, name.replace("_", ""), name.replace("_", "-"))


def _plain(column: npt.NDArray[np.generic]) -> Words:
    """Return words with ``not recorded`` for what is missing."""
    filled: Words = np.ma.filled(np.ma.asarray(column, dtype=object), UNKNOWN)
    return np.asarray([UNKNOWN if cell in {None, ""} else cell for cell in filled], dtype=object)


def _years(day: Whole) -> Whole:
    years = np.asarray(day, dtype="datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    return np.where(day >= 0, years, 0)


def _facts(
    store: Records, people: Words, episodes: Episodes, instrument: Instrument
) -> tuple[dict[str, Words], dict[str, Floats]]:
    """Look up what was known of each episode's person on its first day."""
    birth, persons = _by_person(store, people)
    started = np.where(episodes.index.is_found, episodes.index.day, episodes.first_day)
    at = episodes.patient
    age = _full_years(birth[at], started)
    diagnoses = _count_before(store, people, (at, started), _DIAGNOSES)
    needs = _count_before(store, people, (at, started), _NEEDS)
    earlier = np.concatenate([[False], np.diff(at) == 0]) if at.size else np.zeros(0, dtype=bool)
    first = episodes.scores().first
    numbers: dict[str, Floats] = {
        "age": age,
        "first score": first,
        "diagnoses": diagnoses,
        "social needs": needs,
        "earlier episode": earlier.astype(np.float64),
    }
    words: dict[str, Words] = {
        "severity": _severity(first, instrument),
        "age": _age_band(age),
        "comorbidity": _either(diagnoses >= 2),
        "earlier episode": _either(earlier),
    }
    words |= _single_needs(store, people, (at, started))
    words |= {name: column[at] for name, column in persons.items()}
    return words, numbers


_DIAGNOSES = (
    "SELECT person_id, left(diagnosis_code, 3) AS what, "
    "min(coalesce(recorded_on, starts)) AS since FROM diagnoses GROUP BY ALL"
)
_NEEDS = (
    "SELECT person_id, factor AS what, min(recorded_on) AS since FROM social_factors "
    "WHERE lower(answer) NOT IN ('no', 'none', 'false', '0', 'not present') GROUP BY ALL"
)


def _single_needs(store: Records, people: Words, asked: tuple[Whole, Whole]) -> dict[str, Words]:
    """Say of each social factor that was asked about whether there was a need."""
    found = store.connection.execute(
        "SELECT DISTINCT factor FROM social_factors WHERE factor IS NOT NULL ORDER BY factor"
    ).fetchall()
    return {
        f"{factor} need": _either(_count_before(store, people, asked, _NEEDS, factor) >= 1)
        for (factor,) in found
    }


def _by_person(store: Records, people: Words) -> tuple[Floats, dict[str, Words]]:
    """Return the days of birth, and facts in words; NaN and ``not recorded`` where missing."""
    rows = store.connection.execute(
        "SELECT person_id, datediff('day', DATE '1970-01-01', birth_date)::DOUBLE AS birth, "
        "sex, race, ethnicity, language FROM patients ORDER BY person_id, load_id, row"
    ).fetchnumpy()
    ids = _plain(rows["person_id"])
    place = {person: at for at, person in enumerate(ids)}
    where = np.asarray([place.get(person, -1) for person in people], dtype=np.int64)
    birth = np.ma.filled(np.ma.asarray(rows["birth"], dtype=np.float64), np.nan)
    names = ("sex", "race", "ethnicity", "language")
    words: dict[str, Words] = {}
    for name in names:
        padded: Words = np.append(_plain(rows[name]), UNKNOWN).astype(object)
        words[name] = padded[where]
    return np.append(birth, np.nan)[where], words


def _count_before(
    store: Records, people: Words, asked: tuple[Whole, Whole], question: str, what: str = ""
) -> Floats:
    """Count the things of a person known on or before a day; one thing alone where it is named."""
    at, started = asked
    rows = store.connection.execute(
        "SELECT person_id, datediff('day', DATE '1970-01-01', since) AS day "  # noqa: S608
        f"FROM ({question}) WHERE since IS NOT NULL AND (? = '' OR what = ?)",
        [what, what],
    ).fetchnumpy()
    place = {person: number for number, person in enumerate(people)}
    who = np.asarray([place.get(person, -1) for person in rows["person_id"]], dtype=np.int64)
    day = np.asarray(rows["day"], dtype=np.int64)
    kept = who >= 0
    width = 10**7
    known = np.sort(who[kept] * width + day[kept])
    until = np.searchsorted(known, at * width + started, side="right")
    before = np.searchsorted(known, at * width - width // 2, side="left")
    return (until - before).astype(np.float64)


def _either(is_so: npt.NDArray[np.bool_]) -> Words:
    return np.where(is_so, "yes", "no").astype(object)


def _full_years(birth: Floats, day: Whole) -> Floats:
    """Count birthdays up to a day; days are counted from 1970, NaN where no birth is recorded."""
    is_known = ~np.isnan(birth)
    born_month, born_day = _month_and_day(np.where(is_known, birth, 0).astype(np.int64))
    month, day_of_month = _month_and_day(day)
    months = month - born_month - (day_of_month < born_day)
    return np.where(is_known, months // 12, np.nan)


def _month_and_day(days: Whole) -> tuple[Whole, Whole]:
    months = days.astype("datetime64[D]").astype("datetime64[M]")
    firsts = months.astype("datetime64[D]").astype(np.int64)
    return months.astype(np.int64), days - firsts


def _age_band(age: Floats) -> Words:
    """Name the band of each age."""
    names = ["under 18", "18 to 29", "30 to 44", "45 to 64", "65 and over"]
    found = np.asarray(names, dtype=object)[np.searchsorted(_AGES, np.nan_to_num(age), "right")]
    return np.where(np.isnan(age), UNKNOWN, found)


def _severity(first: Floats, instrument: Instrument) -> Words:
    """Name the published band of each first score."""
    if not instrument.bands:
        return np.full(first.shape, UNKNOWN, dtype=object)
    bands = instrument.bands[0]
    places = np.searchsorted(bands.edges, np.nan_to_num(first), side="right") - 1
    found = np.asarray(bands.names, dtype=object)[np.maximum(places, 0)]
    return np.where(np.isnan(first), UNKNOWN, found)
