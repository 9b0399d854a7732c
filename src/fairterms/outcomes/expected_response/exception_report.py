"""The exception report of a period: who is off track, by how much, how complete, and why.

The list names courses and stays in the group's room; :mod:`exception_summary` counts for others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from fairterms.outcomes.expected_response.back_test import BackTest
from fairterms.outcomes.expected_response.on_track import Judged
from fairterms.outcomes.expected_response.reason_codes import CodedReason, ReasonList, check
from fairterms.publish import csv_export
from fairterms.units.refusal import Refusal

TITLES = (
    "course",
    "group",
    "level",
    "expected",
    "observed",
    "limit",
    "chance of failure",
    "off track since day",
    "still beyond the limit",
    "scores",
    "forms handed out",
    "last day",
    "reason",
)


@dataclass(frozen=True)
class ExceptionLine:
    """One course off track; inside the group's room only.

    Attributes
    ----------
    course_id, group
        Whose course, and its severity group.
    level
        The worst level so far, in words.
    expected, observed, limit
        At the latest judged score, in points.
    chance
        Of failure after that score, where the rule foresees; None under a limit.
    off_since
        Day of the first score off track, counted from the patient's first score.
    is_still_beyond
        Whether the latest judged score is off track too.
    n_scores, n_forms
        Scores, and forms handed out: how complete the course is.
    last_day
        Day of the last score, as the records count days.
    reason
        A code, empty until a clinician gave it.
    """

    course_id: str
    group: str
    level: str
    expected: float
    observed: float
    limit: float
    chance: float | None
    off_since: int
    is_still_beyond: bool
    n_scores: int
    n_forms: int
    last_day: int
    reason: str = ""


@dataclass(frozen=True)
class GroupCount:
    """One severity group in the summary; every count is of courses unless named otherwise."""

    group: str
    n: int
    judged: int
    off_track: int
    coded: int
    scores: int
    forms: int


@dataclass(frozen=True)
class ExceptionReport:
    """A period's exceptions.

    Attributes
    ----------
    period
        Its name, for example "2027-03".
    lines
        Courses off track, the worst first.
    counts
        By severity group, without names; a count of 1 to 10 people stays in the room.
    back_test
        How well the rule did before: shown wherever the report is.
    """

    period: str
    lines: tuple[ExceptionLine, ...]
    counts: tuple[GroupCount, ...]
    back_test: BackTest


def build(judged: Judged, period: str) -> ExceptionReport:
    """Return the exceptions of a period.

    Parameters
    ----------
    judged
        Patients under way, with their scores up to the end of the period.
    period
        Its name.
    """
    off = np.flatnonzero(judged.is_off_track)
    latest = _latest_judged(judged)
    beyond = (
        judged.courses.worse_sign
        * (judged.courses.series.score - judged.signals.limit)[latest[off]]
        / judged.signals.prediction.sd[latest[off]]
    )
    order = off[np.lexsort((-beyond, -judged.worst_level[off]))]
    worst, first = judged.worst_level, judged.first_flag
    lines = tuple(
        _line(judged, int(at), (int(latest[at]), int(first[at])), int(worst[at])) for at in order
    )
    return ExceptionReport(period, lines, _count(judged), judged.rule.back_test)


def _latest_judged(judged: Judged) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    rows = np.flatnonzero(judged.signals.is_judged)
    latest = np.full(judged.courses.n, -1, dtype=np.int64)
    latest[judged.courses.series.patient[rows]] = rows
    return latest


def _line(judged: Judged, at: int, rows: tuple[int, int], worst: int) -> ExceptionLine:
    courses, found = judged.courses, judged.signals
    row, first = rows
    n_scores = int(courses.counts[at])
    last = int(courses.starts[at]) + n_scores - 1
    return ExceptionLine(
        course_id=courses.ids[at],
        group=courses.groups[int(courses.group[at])],
        level=judged.level_name(worst),
        expected=float(found.prediction.expected[row]),
        observed=float(courses.series.score[row]),
        limit=float(found.limit[row]),
        chance=None if np.isnan(found.chance[row]) else float(found.chance[row]),
        off_since=int(courses.series.day[first]),
        is_still_beyond=bool(found.is_off[row]),
        n_scores=n_scores,
        n_forms=int(courses.forms[at]),
        last_day=int(courses.start_day[at] + courses.series.day[last]),
    )


def _count(judged: Judged) -> tuple[GroupCount, ...]:
    courses, counts = judged.courses, judged.courses.counts
    found = []
    for at, name in enumerate(courses.groups):
        is_in = courses.group == at
        found.append(
            GroupCount(
                name,
                n=int(np.sum(is_in)),
                judged=int(np.sum(is_in & judged.is_judged)),
                off_track=int(np.sum(is_in & judged.is_off_track)),
                coded=0,
                scores=int(np.sum(counts[is_in])),
                forms=int(np.sum(courses.forms[is_in])),
            )
        )
    return tuple(found)


def with_reasons(
    report: ExceptionReport,
    given: Sequence[CodedReason],
    reasons: ReasonList,
    known_on: Mapping[str, date],
) -> ExceptionReport:
    """Return the report with the reasons clinicians gave.

    Parameters
    ----------
    report
        Of the period.
    given
        Answers of clinicians, at most one a course.
    reasons
        The agreed list.
    known_on
        The day on which each course's outcome became known; courses under way are not in it.

    Raises
    ------
    Refusal
        When a code is not on the list, came when the outcome was known, is the second for its
        course, or belongs to no exception of the period. No course is named.
    """
    codes = check(given, reasons, known_on)
    strangers = len(set(codes) - {line.course_id for line in report.lines})
    if strangers:
        raise Refusal(
            "reason codes",
            f"{strangers} belong to courses that are no exception in {report.period}",
            "only exceptions have reasons",
            "give them to the report of their own period",
        )
    lines = tuple(
        replace(line, reason=codes.get(line.course_id, line.reason)) for line in report.lines
    )
    counts = tuple(
        replace(count, coded=sum(line.group == count.group and line.reason != "" for line in lines))
        for count in report.counts
    )
    return replace(report, lines=lines, counts=counts)


def count_reasons(report: ExceptionReport, reasons: ReasonList) -> Mapping[str, int]:
    """Return how many exceptions have each reason, those without one under an empty code."""
    codes = [line.reason for line in report.lines]
    return {code: codes.count(code) for code in ("", *(one.code for one in reasons.codes))}


def render_for_group(report: ExceptionReport, day_zero: date | None = None) -> str:
    """Return the list as CSV, with course ids: for the group's room only.

    Parameters
    ----------
    report
        Of the period.
    day_zero
        The date of day 0 of the records, to print last days as dates.
    """
    return csv_export.render(TITLES, [_cells(line, day_zero) for line in report.lines])


def _cells(line: ExceptionLine, day_zero: date | None) -> tuple[str, ...]:
    last = (
        str(line.last_day)
        if day_zero is None
        else date.fromordinal(day_zero.toordinal() + line.last_day).isoformat()
    )
    return (
        line.course_id,
        line.group,
        line.level,
        f"{line.expected:.1f}",
        f"{line.observed:g}",
        f"{line.limit:.1f}",
        "" if line.chance is None else f"{line.chance:.2f}",
        str(line.off_since),
        "yes" if line.is_still_beyond else "no",
        str(line.n_scores),
        str(line.n_forms),
        last,
        line.reason,
    )
