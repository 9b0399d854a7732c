"""Expected and seen courses, the rule's record, and who is off track; outside nobody shows."""

from dataclasses import replace

import pytest

from fairterms.outcomes.group_results.expectation import Expectation, expect
from fairterms.outcomes.group_results.own_episodes import OwnEpisodes
from fairterms.outcomes.group_results.page.course_section import course_section, exceptions_section
from fairterms.outcomes.small_cells.audience import Audience
from tests.outcomes.group_results.made_up_deal import episodes
from tests.outcomes.group_results.page.shown import rows, said, tables
from tests.outcomes.group_results.test_expectation import people


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> OwnEpisodes:
    return episodes(tmp_path_factory.mktemp("deal"), people())


@pytest.fixture(scope="module")
def found(table: OwnEpisodes) -> Expectation:
    return expect(table, 2026)


def charts(text: str) -> int:
    return text.count("at the start")


def test_each_severity_has_its_chart_and_the_rule_its_record(
    found: Expectation, table: OwnEpisodes
) -> None:
    text = said(course_section(found, table))
    for name in ("Moderate", "Moderately severe", "Severe"):
        assert f"{name} at the start" in text
    assert "PHQ-9, points" in text
    assert found.back_test.sentences[1] in text
    progress, record = tables(course_section(found, table))
    due = [int(row[1]) for row in rows(progress)]
    judged = [int(row[2]) for row in rows(progress)]
    assert sum(due) == int((table.is_due & (table.year > 0)).sum())
    assert sum(judged) == int((table.is_judged & (table.year > 0)).sum())
    last = rows(progress)[-1]
    is_last = table.is_judged & (table.year == int(last[0]))
    for place, flags in ((3, table.is_improved), (4, table.is_recovered), (5, table.is_worse)):
        assert last[place] == f"{100 * flags[is_last].mean():.1f} %"
    assert rows(record)[0][3] == str(found.back_test.caught + found.back_test.missed)


def test_progress_by_year_stays_in_the_groups_own_room(
    found: Expectation, table: OwnEpisodes
) -> None:
    assert "Progress by the group's own rules" in said(course_section(found, table))
    outside = said(course_section(found, table, Audience.OUTSIDE))
    assert "Progress by the group's own rules" not in outside


def test_the_list_off_track_is_counted_and_names_nobody(found: Expectation) -> None:
    blocks = exceptions_section(found)
    text = said(blocks)
    assert f"{len(found.report.lines)} patient" in text
    for line in found.report.lines:
        assert line.course_id not in text
    by_severity, levels = tables(blocks)
    assert sum(int(row[3]) for row in rows(by_severity)) == len(found.report.lines)
    assert sum(int(row[1]) for row in rows(levels)) == len(found.report.lines)


def test_nobody_off_track_is_said(found: Expectation) -> None:
    quiet = replace(found, report=replace(found.report, lines=()))
    blocks = exceptions_section(quiet)
    assert "Nobody who could be judged is off track." in said(blocks)
    assert tables(blocks) == []


def test_outside_averages_of_few_people_are_left_out(
    found: Expectation, table: OwnEpisodes
) -> None:
    few = [name for name, seen in found.seen.items() if seen.n and seen.n[0] <= 10]
    assert few
    text = said(course_section(found, table, Audience.OUTSIDE))
    for name in few:
        assert f"{name.capitalize()} at the start" not in text


def test_outside_the_record_of_the_rule_stays_when_it_counts_few(
    found: Expectation, table: OwnEpisodes
) -> None:
    assert found.back_test.missed <= 10
    blocks = course_section(found, table, Audience.OUTSIDE)
    assert tables(blocks) == []
    assert found.back_test.sentences[1] not in said(blocks)
    assert "it stays with the group" in said(blocks)


def test_outside_a_group_of_many_is_drawn_without_its_late_few(
    found: Expectation, table: OwnEpisodes
) -> None:
    name = found.trajectories[0].group
    seen = replace(found.seen[name], n=(30, 11, *([4] * (len(found.seen[name].n) - 2))))
    many = replace(found, seen={**found.seen, name: seen})
    inside = said(course_section(many, table))
    outside = said(course_section(many, table, Audience.OUTSIDE))
    assert f"{name.capitalize()} at the start" in outside
    late, early = (f"to {round(seen.score[at], 2):g} at {seen.weeks[at]:g}." for at in (-1, 1))
    assert late in inside
    assert late not in outside
    assert early in outside
