"""Expected and seen courses, the rule that watches them, and who is off track."""

from __future__ import annotations

import re

from fairterms.outcomes.expected_response.accuracy import Estimate
from fairterms.outcomes.expected_response.back_test import BackTest
from fairterms.outcomes.expected_response.exception_report import ExceptionLine
from fairterms.outcomes.expected_response.trajectories import Trajectory
from fairterms.outcomes.group_results.expectation import Expectation, SeenCourse
from fairterms.outcomes.group_results.own_episodes import OwnEpisodes, instrument_of
from fairterms.outcomes.group_results.page.wording import between, counted, percent
from fairterms.outcomes.small_cells.audience import Audience, is_small
from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.chart.course import Expected, course
from fairterms.publish.chart.curve import Axis, Line
from fairterms.publish.inline import Term
from fairterms.publish.number_blocks import Column, Row, Table


def course_section(
    found: Expectation, table: OwnEpisodes, audience: Audience = Audience.GROUP
) -> list[Block]:
    """Show the expected courses and how well the rule foresees; holds no single patient.

    Parameters
    ----------
    found
        What was expected.
    table
        The episodes, for the questionnaire.
    audience
        Whose eyes the page is for: outside, averages and counts of 1 to 10 people are left out.
    """
    name = _short(instrument_of(table.progress).title)
    opening = (
        "What patients like these were expected to do, learned from earlier years, and what this "
        "year's patients did. The "
    )
    lead: tuple[str | Term, ...] = (
        opening,
        Term(
            "expected course",
            "the scores to be expected of a patient with this first score, learned from others",
        ),
        " says how hard a case is; a target that ignores it punishes whoever takes hard cases.",
    )
    drawn = ((one, _many(found.seen.get(one.group), audience)) for one in found.trajectories)
    is_own = audience is Audience.GROUP
    charts = [_chart(one, seen, name) for one, seen in drawn if is_own or seen is not None]
    record: list[Block] = [_record(found.back_test), Bullets(found.back_test.sentences)]
    if not is_own and _is_telling(found.back_test):
        record = [Prose("Its record counts 1 to 10 people somewhere: it stays with the group.")]
    return [
        Heading(2, "How patients fare", "courses"),
        Prose(lead),
        *([_progress(table)] if is_own else []),
        *charts,
        Heading(3, "How well the rule foresees"),
        Prose(
            "A patient is off track when a score is worse than the limit that 8 in 10 similar "
            "patients stay within. A rule is worth nothing without its record:"
        ),
        *record,
    ]


def _many(seen: SeenCourse | None, audience: Audience) -> SeenCourse | None:
    """Return the averages that may be shown; None where a group's first scores are too few."""
    if seen is None or audience is Audience.GROUP:
        return seen
    kept = [at for at, n in enumerate(seen.n) if not is_small(n)]
    if not kept or kept[0] > 0:
        return None
    parts = (seen.weeks, seen.score, seen.n)
    weeks, score, n = (tuple(part[at] for at in kept) for part in parts)
    return SeenCourse(weeks, score, tuple(int(count) for count in n))


def _is_telling(tested: BackTest) -> bool:
    counts = (tested.caught, tested.missed, tested.false_alarms, tested.quiet)
    return any(is_small(one) for one in (*counts, tested.left_out, tested.never_judged))


def _progress(table: OwnEpisodes) -> Block:
    """Count, by the year patients began, who improved, recovered or got worse; for the group."""
    rows = []
    for year in sorted({int(one) for one in table.year if one}):
        due, judged = (table.of_year(year) & flags for flags in (table.is_due, table.is_judged))
        n = int(judged.sum())
        reached = (table.is_improved, table.is_recovered, table.is_worse)
        shares = (percent(int((judged & flags).sum()) / n) if n else "–" for flags in reached)
        rows.append(Row((str(year), f"{int(due.sum()):,}", f"{n:,}", *shares)))
    progress = table.progress
    columns = (
        Column("Began in"),
        Column("Time over", "right"),
        Column("With a last score", "right"),
        Column(f"Better by {progress.improved_by:g}", "right"),
        Column("Recovered", "right"),
        Column(f"Worse by {progress.improved_by:g}", "right"),
    )
    side = "below" if table.direction < 0 else "above"
    note = (
        f"Shares are of those with a last score. Recovered: a last score {side} "
        f"{progress.recovered_below:g} points. {progress.source}."
    )
    return Table("Progress by the group's own rules", columns, tuple(rows), footnote=note)


def exceptions_section(found: Expectation) -> list[Block]:
    """Show how many are off track; small counts, so for the group's own room only."""
    report = found.report
    heading = Heading(2, "Patients off track", "exceptions")
    if not report.lines:
        return [heading, Prose("Nobody who could be judged is off track.")]
    counts = tuple(
        Row(
            (
                one.group,
                f"{one.n:,}",
                f"{one.judged:,}",
                f"{one.off_track:,}",
                percent(one.scores / one.forms) if one.forms else "–",
            )
        )
        for one in report.counts
    )
    columns = (
        Column("Severity at the start"),
        Column("Patients", "right"),
        Column("Judged", "right"),
        Column("Off track", "right"),
        Column("Forms that could be scored", "right"),
    )
    words = (
        f"{counted(len(report.lines), 'patient')} had a score beyond the limit. A clinician looks "
        "at each and codes a reason before the outcome is known; nobody is paid or punished by "
        "it. Who they are stands in exceptions.csv, which stays in the group's own room."
    )
    return [
        heading,
        Prose(words),
        Table("Off track by severity", columns, counts),
        _levels(report.lines),
    ]


def _short(title: str) -> str:
    """Return the short name that stands in brackets in a questionnaire's title."""
    found = re.search(r"\(([^()]+)\)", title)
    return found[1] if found else title


def _chart(one: Trajectory, seen: SeenCourse | None, name: str) -> Block:
    low, high = one.limits.min(axis=0), one.limits.max(axis=0)
    numbers = zip(one.time / 7, low, one.expected, high, strict=True)
    points = tuple(
        (
            float(week),
            round(max(0.0, float(least)), 2),
            round(float(middle), 2),
            round(float(most), 2),
        )
        for week, least, middle, most in numbers
    )
    expected = Expected(f"Expected from {one.first_score:g} points", "8 in 10 lie here", points)
    lines = []
    if seen is not None and seen.weeks:
        pairs = zip(seen.weeks, seen.score, strict=True)
        lines.append(Line("This year's average", tuple((week, round(s, 2)) for week, s in pairs)))
    title = f"{one.group.capitalize()} at the start"
    axes = (Axis("Weeks since the first score", "number"), Axis(f"{name}, points", "number"))
    return course(title, expected, lines, axes)


def _record(tested: BackTest) -> Block:
    rows = [
        _figure("Failures it flags (sensitivity)", tested.sensitivity),
        _figure("Others it leaves alone (specificity)", tested.specificity),
        _figure("Of those flagged, failures", tested.positive_predictive_value),
        _figure("Of all patients, failures", tested.base_rate),
        _figure("Of all patients, flagged", tested.flagged),
    ]
    lead = tested.lead_days
    days = "–" if lead is None else f"{lead.value:.0f} days"
    spread = "–" if lead is None else f"{lead.low:.0f} to {lead.high:.0f} days"
    rows.append(
        Row(("Half of the flags come earlier than", days, spread, f"{lead.n:,}" if lead else "0"))
    )
    columns = (
        Column("Figure"),
        Column("Value", "right"),
        Column("Chance allows", "right"),
        Column("Patients", "right"),
    )
    return Table("The rule on patients it was not learned from", columns, tuple(rows))


def _figure(name: str, found: Estimate | None) -> Row:
    if found is None:
        return Row((name, "–", "–", "0"))
    return Row((name, percent(found.value), between(found.low, found.high), f"{found.n:,}"))


def _levels(lines: tuple[ExceptionLine, ...]) -> Block:
    """Count patients by how far they are off track, and whether they still are."""
    rows = []
    for level in dict.fromkeys(one.level for one in lines):
        there = [one for one in lines if one.level == level]
        still = sum(one.is_still_beyond for one in there)
        coded = sum(bool(one.reason) for one in there)
        rows.append(Row((level, f"{len(there):,}", f"{still:,}", f"{coded:,}")))
    columns = (
        Column("Furthest so far"),
        Column("Patients", "right"),
        Column("Still beyond the limit", "right"),
        Column("Reason coded", "right"),
    )
    return Table("Off track by distance", columns, tuple(rows))
