"""The exception report: a list for the group's room, counts for others."""

import csv
import io
from dataclasses import replace
from datetime import date
from functools import cache

import numpy as np
import pytest

from fairterms.outcomes.expected_response import (
    back_test,
    exception_report,
    expected_course,
    on_track,
)
from fairterms.outcomes.expected_response.exception_report import ExceptionReport
from fairterms.outcomes.expected_response.expected_course import Origin
from fairterms.outcomes.expected_response.on_track import Judged, Rule
from fairterms.outcomes.expected_response.reason_codes import REASONS, CodedReason
from fairterms.outcomes.expected_response.rule_terms import ForesightTrigger, RuleTerms, Trigger
from fairterms.units.refusal import Refusal
from tests.outcomes.expected_response.made_up_courses import FAILURE, FORM, HERE, Plan, draw

pytestmark = pytest.mark.slow

DAY = date(2027, 3, 10)
FORESIGHT = ForesightTrigger(chance=0.3, change_needed=5, horizon=180)


@cache
def judged(trigger: Trigger | None = None) -> Judged:
    earlier = draw(Plan(patients=80, seed=51, prefix="earlier"))
    terms = RuleTerms(FORM) if trigger is None else RuleTerms(FORM, trigger)
    rule = Rule(
        terms,
        expected_course.learn(earlier, FORM, Origin.EARLIER_YEARS, HERE),
        back_test.cross_validate(terms, FAILURE, earlier, 5, HERE),
    )
    now = draw(Plan(patients=40, seed=52, slope=(-3.0, -1.0)))
    return on_track.judge(rule, replace(now, start_day=np.arange(40), forms=now.forms + 2))


def report() -> ExceptionReport:
    return exception_report.build(judged(), "2027-03")


def test_everybody_off_track_is_listed_once() -> None:
    ids, flags = judged().courses.ids, judged().is_off_track
    off = {name for name, is_off in zip(ids, flags, strict=True) if is_off}
    assert {line.course_id for line in report().lines} == off
    assert 5 < len(report().lines) == len(off) < 40


def test_a_line_says_what_was_expected_and_what_was_seen_last() -> None:
    courses, found = judged().courses, judged().signals
    for line in report().lines:
        at = courses.ids.index(line.course_id)
        rows = np.flatnonzero(courses.series.patient == at)
        first = next(row for row in rows if found.is_off[row])
        assert line.observed == courses.series.score[rows[-1]]
        assert line.expected == found.prediction.expected[rows[-1]]
        assert line.is_still_beyond == (line.observed > line.limit)
        assert line.off_since == courses.series.day[first]
        assert (line.n_scores, line.n_forms, line.last_day) == (5, 7, at + 90)
        assert line.reason == ""


def test_the_worst_stand_first() -> None:
    names = [judged().level_name(level) for level in range(4)]
    levels = [names.index(line.level) for line in report().lines]
    assert levels == sorted(levels, reverse=True)


def test_the_counts_are_those_of_the_list() -> None:
    found = report()
    assert sum(count.off_track for count in found.counts) == len(found.lines)
    assert [count.n for count in found.counts] == [20, 20]
    assert [count.scores for count in found.counts] == [100, 100]
    assert [count.forms for count in found.counts] == [140, 140]


def test_reasons_are_empty_until_a_clinician_gives_them() -> None:
    found = report()
    name = found.lines[0].course_id
    coded = exception_report.with_reasons(
        found, [CodedReason(name, "life-event", DAY)], REASONS, {}
    )
    assert coded.lines[0].reason == "life-event"
    assert sum(count.coded for count in coded.counts) == 1
    counts = exception_report.count_reasons(coded, REASONS)
    assert (counts["life-event"], counts[""]) == (1, len(found.lines) - 1)
    assert sum(counts.values()) == len(found.lines)


def test_a_reason_after_the_outcome_changes_nothing() -> None:
    name = report().lines[0].course_id
    given = [CodedReason(name, "life-event", DAY)]
    with pytest.raises(Refusal, match="when the outcome was known"):
        exception_report.with_reasons(report(), given, REASONS, {name: date(2027, 3, 1)})


def test_a_reason_for_a_patient_on_track_is_refused_without_a_name() -> None:
    given = [CodedReason("stranger", "life-event", DAY)]
    with pytest.raises(Refusal, match="1 belong to courses that are no exception") as told:
        exception_report.with_reasons(report(), given, REASONS, {})
    assert "stranger" not in str(told.value)


def test_the_list_opens_in_a_spreadsheet_with_dates() -> None:
    written = exception_report.render_for_group(report(), date(2027, 1, 1))
    rows = list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"))))
    assert len(rows) == len(report().lines)
    at = judged().courses.ids.index(rows[0]["course"])
    assert date.fromisoformat(rows[0]["last day"]).toordinal() == (
        date(2027, 1, 1).toordinal() + at + 90
    )
    assert rows[0]["chance of failure"] == rows[0]["reason"] == ""
    plain = exception_report.render_for_group(report()).splitlines()[1].split(",")
    assert plain[-2] == str(at + 90)


def test_an_id_that_a_spreadsheet_would_run_is_made_harmless() -> None:
    line = replace(report().lines[0], course_id="=1+1")
    written = exception_report.render_for_group(replace(report(), lines=(line,)))
    assert "\n'=1+1," in written


def test_a_foreseen_failure_shows_its_chance() -> None:
    found = exception_report.build(judged(FORESIGHT), "2027-03")
    assert found.lines
    assert all(line.chance is not None for line in found.lines)
    assert any(line.chance is not None and line.chance > 0.3 for line in found.lines)
    cells = exception_report.render_for_group(found).splitlines()[1].split(",")
    assert cells[6] == f"{found.lines[0].chance:.2f}"


def test_the_report_carries_the_back_test_of_its_rule() -> None:
    assert report().back_test is judged().rule.back_test
