"""What to expect is learned from others than those judged, and a patient off track is found."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from fairterms.outcomes.group_results.expectation import Expectation, expect, rows_of
from fairterms.outcomes.group_results.feeds import loaded
from fairterms.outcomes.group_results.own_episodes import UNKNOWN, OwnEpisodes, tabulate
from fairterms.units.refusal import Refusal
from tests.outcomes.group_results.made_up_deal import (
    PROGRESS,
    REACHED,
    Patient,
    episodes,
    write,
)

pytestmark = pytest.mark.slow

IN_2026 = date(2026, 1, 12)
DAYS = (0, 28, 56, 84, 112, 140)


def course(
    name: str, first: int, drop: float, noise: np.random.Generator, **facts: date
) -> Patient:
    """Scores every four weeks that fall with the logarithm of weeks."""
    points = [
        int(np.clip(round(first - drop * np.log1p(day / 7) + noise.normal(0, 1.5)), 0, 27))
        if day
        else first
        for day in DAYS
    ]
    return Patient(name, tuple(zip(DAYS, points, strict=True)), **facts)  # type: ignore[arg-type]


def people() -> list[Patient]:
    noise = np.random.default_rng(3)
    earlier = [
        course(f"E{at}", 10 + at % 15, 3 if at % 3 else 0.3, noise, starts=date(2025, 1, 6))
        for at in range(90)
    ]
    now = [course(f"N{at}", 12 + at % 10, 3, noise, starts=IN_2026) for at in range(20)]
    worse = Patient("WORSE", tuple((day, min(27, 14 + day // 8)) for day in DAYS), IN_2026)
    # Came before, and comes again: judged, so nothing is learned from the first episode.
    again = Patient("AGAIN", tuple((day, 15) for day in (0, 60, 120, 480, 500, 540)))
    again = replace(again, starts=date(2024, 10, 7))
    return [*earlier, *now, worse, again]


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> OwnEpisodes:
    return episodes(tmp_path_factory.mktemp("deal"), people())


@pytest.fixture(scope="module")
def found(table: OwnEpisodes) -> Expectation:
    return expect(table, 2026)


def test_the_planted_patient_is_off_track_and_first_on_the_list(found: Expectation) -> None:
    first = found.report.lines[0]
    assert first.course_id == "WORSE"
    assert first.is_still_beyond
    assert first.observed > first.limit > first.expected
    assert len(found.report.lines) < 8
    assert found.report.period == "2026"


def test_only_patients_of_the_judged_year_are_judged(found: Expectation) -> None:
    judged = set(found.judged.courses.ids)
    assert judged == {*(f"N{at}" for at in range(20)), "WORSE", "AGAIN (2)"}


def test_nobody_is_judged_by_what_was_learned_from_them(found: Expectation) -> None:
    (model,) = found.judged.rule.expected.models
    learned = {one.partition(" (")[0] for one in model.ids}
    judged = {one.partition(" (")[0] for one in found.judged.courses.ids}
    assert learned == {f"E{at}" for at in range(90)}
    assert not learned & judged


def test_the_rule_was_tested_on_patients_it_was_not_learned_from(
    found: Expectation, table: OwnEpisodes
) -> None:
    tested = found.back_test
    assert tested.n == 90
    failed = table.gain[table.year == 2025] < PROGRESS.improved_by
    assert tested.caught + tested.missed == failed.sum()
    assert tested.caught > tested.missed
    assert "no improvement by 6 points" in tested.sentences[0]
    assert "before 2026" in tested.sentences[0]


def test_counts_by_severity_add_up(found: Expectation) -> None:
    assert sum(one.n for one in found.report.counts) == 22
    assert sum(one.off_track for one in found.report.counts) == len(found.report.lines)


def test_the_seen_course_is_the_average_of_the_year(found: Expectation, table: OwnEpisodes) -> None:
    name = "moderate"
    seen = found.seen[name]
    is_in = (table.words["severity"] == name) & table.of_year(2026)
    assert seen.weeks[0] == 0
    assert seen.n[0] == int(is_in.sum())
    assert seen.score[0] == pytest.approx(table.episodes.index.score[is_in].mean())
    later = dict(zip(seen.weeks, zip(seen.score, seen.n, strict=True), strict=True))
    assert later[4][1] == int(is_in.sum()) - ("AGAIN" in table.person[is_in])


def test_the_expected_course_falls_from_the_average_first_score(found: Expectation) -> None:
    drawn = {one.group: one for one in found.trajectories}
    assert set(drawn) == {"moderate", "moderately severe", "severe"}
    for one in drawn.values():
        assert one.expected[-1] < one.expected[0]
        assert (one.limits.min(axis=0) <= one.limits.max(axis=0)).all()


def test_rows_of_an_episode_begin_with_the_first_score_that_counts(table: OwnEpisodes) -> None:
    (number,) = np.flatnonzero((table.person == "AGAIN") & (table.year == 2026))
    row, episode = rows_of(table, np.array([number]))
    first = table.episodes.index.day[number]
    assert (table.series.day[row] - first).tolist() == [0, 20, 60]
    assert episode.tolist() == [0, 0, 0]


def test_without_an_earlier_year_there_is_nothing_to_learn_from(table: OwnEpisodes) -> None:
    with pytest.raises(Refusal, match="no finished episode starts before 2024"):
        expect(table, 2024)


def test_a_year_without_patients_judges_nobody(table: OwnEpisodes) -> None:
    found = expect(table, 2027)
    assert found.judged.courses.n == 0
    assert found.report.lines == ()


@pytest.mark.slow
def test_a_questionnaire_without_bands_is_one_group(tmp_path: Path) -> None:
    write(tmp_path, [one for one in people() if one.id != "AGAIN"])
    scores = tmp_path / "records" / "assessments.csv"
    scores.write_text(scores.read_text().replace("PHQ-9", "CORE-10"))
    with loaded(tmp_path, REACHED) as records:
        table = tabulate(records.store, replace(PROGRESS, instrument="core10"), REACHED)
    found = expect(table, 2026)
    assert found.judged.courses.groups == (UNKNOWN,)
    assert found.report.lines[0].course_id == "WORSE"
