"""The patients a contract judges, taken out of the database as columns of numbers.

Ids stay in the database: positions lead back to them.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.patient_change.episodes import EpisodeReason, Episodes
from fairterms.outcomes.patient_change.score_choice import Chosen
from fairterms.outcomes.patient_change.scores import Series, Whole
from fairterms.outcomes.set_operations.episode_table import EpisodeTable
from fairterms.records.engine.connection import Connection

Columns = dict[str, npt.NDArray[np.generic]]


@dataclass(frozen=True, eq=False)
class JudgedPatients:
    """Episodes of some reasons, with all scores of the patients who have one.

    Attributes
    ----------
    people
        Each patient's number in the table of people, rising; shape (patients,).
    series
        All their scores, by patient and day, those of one day in order of recording; forms
        without a score are NaN.
    episodes
        The episodes; ``patient`` is a position in ``people``.
    index_clinician, last_clinician
        Numbers in the table of clinicians, −1 for nobody; shape (episodes,).
    """

    people: Whole
    series: Series
    episodes: Episodes
    index_clinician: Whole
    last_clinician: Whole


def read(
    connection: Connection, table: EpisodeTable, reasons: Collection[EpisodeReason]
) -> JudgedPatients:
    """Take the episodes of these reasons, and the scores of their patients, out of the database.

    Parameters
    ----------
    connection
        The store's.
    table
        From :func:`fairterms.outcomes.set_operations.episode_table.write`.
    reasons
        Which episodes a contract judges: those that are complete, or also those whose missing last
        score it counts as a failure. There is no default.
    """
    assert reasons, "without a reason nobody is judged"
    listed = ", ".join(f"{reason:d}" for reason in sorted(reasons))
    wanted = f"(SELECT * FROM {table.name} WHERE reason IN ({listed}))"  # noqa: S608
    rows = _columns(
        connection,
        "SELECT patient, first_day, last_day, index_day, index_n, index_clinician, "  # noqa: S608
        "coalesce(index_score, 'nan'::DOUBLE) AS index_score, last_score_day, last_n, "
        "coalesce(last_score, 'nan'::DOUBLE) AS last_score, last_clinician, reason, is_final "
        f"FROM {wanted} ORDER BY patient, first_day",
    )
    people = np.unique(_whole(rows, "patient"))
    scores = _columns(
        connection,
        "SELECT patient, day, coalesce(score, 'nan'::DOUBLE) AS score "  # noqa: S608
        f"FROM {table.scores.name} SEMI JOIN {wanted} USING (patient) ORDER BY patient, day, place",
    )
    return JudgedPatients(
        people,
        Series(
            np.searchsorted(people, _whole(scores, "patient")),
            _whole(scores, "day"),
            np.asarray(scores["score"], dtype=np.float64),
            people.size,
        ),
        _episodes(rows, people),
        _whole(rows, "index_clinician"),
        _whole(rows, "last_clinician"),
    )


def _columns(connection: Connection, sql: str) -> Columns:
    return dict(connection.execute(sql).fetchnumpy())


def _whole(columns: Columns, name: str) -> Whole:
    return np.asarray(columns[name], dtype=np.int64)


def _episodes(rows: Columns, people: Whole) -> Episodes:
    return Episodes(
        np.searchsorted(people, _whole(rows, "patient")),
        _whole(rows, "first_day"),
        _whole(rows, "last_day"),
        _chosen(rows, "index_day", "index"),
        _chosen(rows, "last_score_day", "last"),
        _whole(rows, "reason"),
        np.asarray(rows["is_final"], dtype=np.bool_),
    )


def _chosen(rows: Columns, day: str, prefix: str) -> Chosen:
    return Chosen(
        _whole(rows, day),
        np.asarray(rows[f"{prefix}_score"], dtype=np.float64),
        _whole(rows, f"{prefix}_n"),
    )
