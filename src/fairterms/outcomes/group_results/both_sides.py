"""What the panel for both sides can see in the group's own records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from fairterms.outcomes.gaming.evidence import Episodes, Evidence, Forms, Sessions, Terms
from fairterms.outcomes.gaming.panel import Panel, examine
from fairterms.outcomes.group_results.declaration import Declaration, Measured
from fairterms.outcomes.group_results.expectation import rows_of
from fairterms.outcomes.group_results.own_episodes import (
    OwnEpisodes,
    instrument_names,
    instrument_of,
)
from fairterms.outcomes.patient_change.scores import Floats, Series, Whole
from fairterms.records.engine.connection import Records
from fairterms.records.staged import literal
from fairterms.units.refusal import Refusal

LEVEL: Final = 0.05
"""The share of false ones allowed among those worth asking about, the same for both sides."""
RESPONSE: Final = "remission_or_response"


def look_at_both(store: Records, table: OwnEpisodes, declaration: Declaration) -> Panel:
    """Test every signal that the records allow, of both sides.

    Parameters
    ----------
    store
        The records, for sessions and single answers.
    table
        The episodes.
    declaration
        The measures; one must be a response on the same questionnaire, for its terms.

    Raises
    ------
    Refusal
        When no measure of the contract is a response on the questionnaire, or when a higher score
        is better on it.

    Notes
    -----
    Where the table of clinicians names no clinic, a clinician's patients stand for one. Signals
    that need the plan's own files are shown as not testable.
    """
    terms = _terms(table, declaration.measured)
    numbers = np.flatnonzero(table.episodes.index.is_found)
    row, episode = rows_of(table, numbers)
    intake_day = table.episodes.index.day[numbers].astype(np.float64)
    intake = table.episodes.index.score[numbers]
    scores = Series(episode, table.series.day[row], table.series.score[row], numbers.size)
    last_day, last = _last(scores, intake_day, terms)
    clinician = table.clinician[numbers].astype(str)
    _, who = np.unique(clinician, return_inverse=True)
    _, where = np.unique(_clinics(store, clinician), return_inverse=True)
    episodes = Episodes(
        where.astype(np.int64), who.astype(np.int64), intake_day, intake, last_day, last
    )
    evidence = Evidence(
        terms,
        episodes,
        scores=scores,
        screens=_screens(table),
        sessions=_sessions(store, table, numbers),
        forms=_forms(store, table),
    )
    return examine(evidence, LEVEL)


def _clinics(store: Records, clinicians: np.ndarray[tuple[int], np.dtype[np.str_]]) -> list[str]:
    """Return the clinic of each clinician; the clinician where none is on record."""
    rows = store.connection.execute(
        "SELECT clinician_id, clinic_id FROM clinicians WHERE clinic_id IS NOT NULL"
    ).fetchall()
    known = {str(person): f"clinic {clinic}" for person, clinic in rows}
    return [known.get(person, person) for person in clinicians.tolist()]


def _terms(table: OwnEpisodes, measured: Sequence[Measured]) -> Terms:
    """Take the terms of the contract's response measure on this questionnaire."""
    if table.direction > 0:
        raise Refusal(
            "both sides",
            f"a higher score is better on {instrument_of(table.progress).title}",
            "the patterns are looked for in scores that fall as patients get better",
            "judge progress by a questionnaire of symptoms, such as the PHQ-9",
        )
    names = instrument_names(table.progress.instrument)
    for one in measured:
        if one.by == RESPONSE and str(one.options.get("instrument")) in names:
            scoring = instrument_of(table.progress).scorings[0]
            window = (int(float(one.options["from_day"])), int(float(one.options["until_day"])))
            share = float(one.options["response_share"])
            first = table.progress.first_at_least
            return Terms(first, share, window, int(scoring.lowest), int(scoring.highest))
    raise Refusal(
        "both sides",
        "no measure of the contract is a response on this questionnaire",
        "the panel needs the measure's share and its days",
        "add a measure by remission_or_response to outcomes.toml",
    )


def _last(scores: Series, intake_day: Floats, terms: Terms) -> tuple[Floats, Floats]:
    """Return the day and the score that are last in the measure's days, NaN without one."""
    since = scores.day - intake_day[scores.patient]
    start, end = terms.window_days
    rows = np.flatnonzero((since >= start) & (since <= end) & ~np.isnan(scores.score))
    day = np.full(scores.n_patients, np.nan)
    last = np.full(scores.n_patients, np.nan)
    # Rows rise by day within a patient, so the last one written stays.
    day[scores.patient[rows]] = scores.day[rows]
    last[scores.patient[rows]] = scores.score[rows]
    return day, last


def _screens(table: OwnEpisodes) -> Floats:
    """Return everybody's first score of all, also below the cut."""
    known = table.series.known().in_order()
    _, first = np.unique(known.patient, return_index=True)
    return known.score[first]


def _sessions(store: Records, table: OwnEpisodes, numbers: Whole) -> Sessions | None:
    """Return the kept visits of each episode."""
    found = store.connection.execute(
        "SELECT person_id, datediff('day', DATE '1970-01-01', starts) AS day FROM visits "
        "WHERE starts IS NOT NULL AND (status IS NULL OR lower(status) IN "
        "('finished', 'completed', 'complete', 'kept', 'arrived')) ORDER BY person_id, day"
    ).fetchnumpy()
    if not len(found["person_id"]):
        return None
    people = {person: at for at, person in enumerate(np.unique(table.person).tolist())}
    who = np.asarray([people.get(person, -1) for person in found["person_id"]], dtype=np.int64)
    day = np.asarray(found["day"], dtype=np.int64)
    width = int(day.max()) + 10**6
    known = np.sort(who[who >= 0] * width + day[who >= 0])
    own = np.asarray([people[person] for person in table.person[numbers].tolist()], dtype=np.int64)
    start = np.searchsorted(known, own * width + table.episodes.index.day[numbers], "left")
    end = np.searchsorted(known, own * width + table.episodes.last_day[numbers], "right")
    counts = np.maximum(end - start, 0)
    episode = np.repeat(np.arange(numbers.size), counts)
    within = np.arange(episode.size) - np.repeat(np.cumsum(counts) - counts, counts)
    return Sessions(episode, (known[start[episode] + within] % width).astype(np.float64))


def _forms(store: Records, table: OwnEpisodes) -> Forms | None:
    """Return the single answers of each person's first form and later ones."""
    count = instrument_of(table.progress).item_count
    names = ", ".join(literal(name) for name in instrument_names(table.progress.instrument))
    found = store.connection.execute(
        "SELECT items, row_number() OVER (PARTITION BY person_id ORDER BY assessed_on, load_id, "  # noqa: S608
        f"row) > 1 AS is_later FROM assessments WHERE instrument IN ({names}) "
        "AND array_length(items) = ?",
        [count],
    ).fetchall()
    if not found:
        return None
    items = np.asarray([[np.nan if one is None else one for one in row] for row, _ in found])
    return Forms(items.astype(np.float64), np.asarray([later for _, later in found]))
