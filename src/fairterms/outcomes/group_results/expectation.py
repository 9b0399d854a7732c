"""How patients were expected to fare, learned from earlier years, and who does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from fairterms.outcomes.expected_response import back_test, exception_report, on_track, trajectories
from fairterms.outcomes.expected_response.back_test import BackTest
from fairterms.outcomes.expected_response.course import Courses, TimeCount, TimeScale
from fairterms.outcomes.expected_response.course_rows import Intake, ScoreRows, gather
from fairterms.outcomes.expected_response.exception_report import ExceptionReport
from fairterms.outcomes.expected_response.expected_course import (
    CourseForm,
    ExpectedCourse,
    Origin,
    learn,
)
from fairterms.outcomes.expected_response.failure import NO_RELIABLE_IMPROVEMENT, Failure
from fairterms.outcomes.expected_response.growth_model import IntakeTerms
from fairterms.outcomes.expected_response.on_track import Judged, Rule
from fairterms.outcomes.expected_response.rule_terms import RuleTerms
from fairterms.outcomes.expected_response.tail import TailKind
from fairterms.outcomes.expected_response.trajectories import Start, Trajectory
from fairterms.outcomes.group_results.declaration import Progress
from fairterms.outcomes.group_results.own_episodes import OwnEpisodes, instrument_of
from fairterms.outcomes.patient_change.change_declaration import Declaration as ChangeDeclaration
from fairterms.outcomes.patient_change.scores import Flags, Whole
from fairterms.reference.evidence import Basis, Evidence
from fairterms.units.refusal import Refusal

WEEK: Final = 7
WEEKS_SHOWN: Final = (0, 1, 2, 4, 6, 8, 12, 16, 20, 26)
"""Where a chart of the expected course has its points, in weeks after the first score."""
RANGE: Final = (0.10, 0.90)
"""Ends of the range in which 8 of 10 scores should lie."""
FOLDS: Final = 5
FORM: Final = CourseForm(
    TimeScale(TimeCount.DAYS, WEEK), IntakeTerms.LEVEL_AND_SLOPE, first=1, tail=TailKind.EMPIRICAL
)
"""The first score is given; the course bends with the logarithm of weeks, by severity."""


@dataclass(frozen=True, eq=False)
class SeenCourse:
    """The average course of one severity group.

    Attributes
    ----------
    weeks, score, n
        Middle of each span of weeks, mean score in points, and scores it rests on.
    """

    weeks: tuple[float, ...]
    score: tuple[float, ...]
    n: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Expectation:
    """What was expected of the judged year's patients, and who is off track.

    Attributes
    ----------
    back_test
        How the rule did on the earlier years, by patients it was not learned from.
    judged
        The patients of the judged year under the rule.
    report
        Those off track; inside the group's room only.
    trajectories
        The expected course of each severity group.
    seen
        The average course of the judged year's patients, by severity group.
    """

    back_test: BackTest
    judged: Judged
    report: ExceptionReport
    trajectories: tuple[Trajectory, ...]
    seen: Mapping[str, SeenCourse]


def expect(table: OwnEpisodes, judged_year: int) -> Expectation:
    """Learn the expected course from earlier years and judge one year by it.

    Parameters
    ----------
    table
        The episodes.
    judged_year
        Episodes that start in this calendar year are judged; earlier ones are learned from.

    Raises
    ------
    Refusal
        When the earlier years are too few to learn from.
    """
    is_now = table.of_year(judged_year) & table.episodes.index.is_found
    # Whoever is judged is not learned from, not even by an earlier episode.
    is_other = ~np.isin(table.episodes.patient, table.episodes.patient[is_now])
    is_earlier = (table.year > 0) & (table.year < judged_year) & table.is_judged & is_other
    earlier = _courses(table, is_earlier)
    if not earlier.n:
        raise Refusal(
            "expected course",
            f"no finished episode starts before {judged_year}",
            "what to expect must be learned from other patients than those who are judged",
            "add the records of earlier years",
        )
    source = Basis(f"the group's own years before {judged_year}", Evidence.RECOMPUTED)
    terms = RuleTerms(FORM)
    failure = _failure(table.progress)
    tested = back_test.cross_validate(terms, failure, earlier, FOLDS, source)
    course = learn(earlier, FORM, Origin.EARLIER_YEARS, source)
    now = _courses(table, is_now)
    found = on_track.judge(Rule(terms, course, tested), now)
    return Expectation(
        tested,
        found,
        exception_report.build(found, str(judged_year)),
        _draw(course, now, earlier),
        {name: _seen(now, at) for at, name in enumerate(now.groups)},
    )


def _failure(progress: Progress) -> Failure:
    instrument = instrument_of(progress)
    declared = ChangeDeclaration(
        "minimal_important_difference",
        instrument.direction,
        instrument.scorings[0].lowest,
        instrument.scorings[0].highest,
        improvement=progress.improved_by,
        deterioration=progress.improved_by,
    )
    words = f"no improvement by {progress.improved_by:g} points"
    return Failure(words, declared, NO_RELIABLE_IMPROVEMENT)


def _courses(table: OwnEpisodes, is_kept: Flags) -> Courses:
    """Gather the scores of some episodes, from the first score that counts."""
    numbers = np.flatnonzero(is_kept)
    row, episode = rows_of(table, numbers)
    ids = _ids(table, numbers)
    severity = table.words["severity"][numbers]
    names = tuple(dict.fromkeys(table.words["severity"].tolist()))
    # A questionnaire without published bands has one group: severity is not recorded.
    bands = instrument_of(table.progress).bands[:1]
    groups = tuple(name for one in bands for name in one.names if name in names) or names
    rows = ScoreRows([ids[at] for at in episode], table.series.day[row], table.series.score[row])
    intake = Intake(groups, dict(zip(ids, severity.tolist(), strict=True)))
    return gather(rows, instrument_of(table.progress).direction, intake)


def rows_of(table: OwnEpisodes, numbers: Whole) -> tuple[Whole, Whole]:
    """Return the rows of the chosen episodes, and for each row the place of its episode."""
    series = table.series
    width = int(series.day.max(initial=0)) + 10**6
    order = np.lexsort((series.day, series.patient))
    known = series.patient[order] * width + series.day[order]
    patient = table.episodes.patient[numbers]
    start = np.searchsorted(known, patient * width + table.episodes.index.day[numbers], "left")
    end = np.searchsorted(known, patient * width + table.episodes.last_day[numbers], "right")
    counts = np.maximum(end - start, 0)
    episode = np.repeat(np.arange(numbers.size), counts)
    within = np.arange(episode.size) - np.repeat(np.cumsum(counts) - counts, counts)
    return order[start[episode] + within], episode


def _ids(table: OwnEpisodes, numbers: Whole) -> list[str]:
    """Name episodes by their person; a second one of a person carries its number."""
    person = table.episodes.patient
    first = np.searchsorted(person, person, side="left")
    number = np.arange(person.size) - first + 1
    return [
        str(table.person[at]) if number[at] == 1 else f"{table.person[at]} ({number[at]})"
        for at in numbers
    ]


def _draw(course: ExpectedCourse, now: Courses, earlier: Courses) -> tuple[Trajectory, ...]:
    """Draw the expected course of each severity group from its average first score."""
    starts = []
    for at, name in enumerate(now.groups):
        is_in = earlier.group == at
        if is_in.any():
            first = earlier.series.score[earlier.starts[is_in & (earlier.counts > 0)]]
            starts.append(Start(name, float(np.round(first.mean(), 1))))
    days = [week * WEEK for week in WEEKS_SHOWN]
    return trajectories.draw(course, starts, days, now.direction, RANGE)


def _seen(courses: Courses, group: int) -> SeenCourse:
    """Average the scores of a severity group by spans of weeks."""
    is_in = courses.group[courses.series.patient] == group
    weeks = courses.series.day[is_in] / WEEK
    scores = courses.series.score[is_in]
    # A first score stands at 0 and is no part of the first span.
    edges = [-0.5, 0.5, *[week + 1 for week in WEEKS_SHOWN[2:]]]
    place = np.digitize(weeks, edges) - 1
    middles, means, counts = [], [], []
    for at, week in enumerate((0, *WEEKS_SHOWN[2:])):
        is_here = place == at
        if is_here.any():
            middles.append(float(week))
            means.append(float(scores[is_here].mean()))
            counts.append(int(is_here.sum()))
    return SeenCourse(tuple(middles), tuple(means), tuple(counts))
