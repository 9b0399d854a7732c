"""Results by subgroup: the largest group is the reference, and what is not recorded never is."""

from dataclasses import replace
from pathlib import Path

import pytest

from fairterms.outcomes.equity.report import Report
from fairterms.outcomes.group_results.disparities import FOLLOWED, IMPROVED, compare_groups
from fairterms.outcomes.group_results.own_episodes import UNKNOWN, OwnEpisodes
from fairterms.outcomes.patient_change.episodes import EpisodeReason
from fairterms.units.refusal import Refusal
from tests.outcomes.group_results.made_up_deal import PROGRESS, Patient, episodes, patient


def of_race(race: str, improved: int, judged: int, n: int, start: int) -> list[Patient]:
    found = []
    for at in range(n):
        first = 12 + (5 * at) % 9
        last = None if at >= judged else first - 7 if at < improved else first
        clinician = f"C{at % 4}"
        found.append(patient(start + at, first, last, race=race, clinician=clinician))
    return found


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> OwnEpisodes:
    people = [
        *of_race("black", 20, 50, 80, 0),
        *of_race("white", 60, 100, 120, 100),
        *of_race("", 80, 150, 200, 300),
        *of_race("asian", 3, 5, 6, 600),
    ]
    for at, one in enumerate(people):
        people[at] = replace(one, needs=(("housing", "yes" if at % 3 == 0 else "no", 0),))
    return episodes(tmp_path_factory.mktemp("deal"), people, replace(PROGRESS, last_until_days=240))


@pytest.fixture(scope="module")
def found(table: OwnEpisodes) -> Report:
    return compare_groups(table, table.year >= 2025)


def test_the_largest_recorded_group_is_the_reference(found: Report) -> None:
    races = {line.group: line for line in found.lines if line.factor == "race"}
    assert {line.reference for line in races.values()} == {"white"}
    assert races[UNKNOWN].gap is not None
    assert races["white"].gap is None


def test_rates_and_gaps_are_those_counted(found: Report) -> None:
    lines = {(line.measure, line.group): line for line in found.lines if line.factor == "race"}
    black = lines[IMPROVED, "black"]
    assert (black.reached, black.n) == (20, 50)
    assert black.gap is not None
    assert black.gap.value == pytest.approx(20 / 50 - 60 / 100)
    again = lines[FOLLOWED, "black"]
    assert (again.reached, again.n) == (50, 80)
    assert (lines[FOLLOWED, "white"].reached, lines[FOLLOWED, "white"].n) == (100, 120)


def test_a_gap_is_shown_for_patients_equally_ill(found: Report) -> None:
    black = next(x for x in found.lines if (x.measure, x.group) == (IMPROVED, "black"))
    assert black.adjusted_gap is not None
    assert black.adjusted_gap.value == pytest.approx(-0.2, abs=0.08)


def test_small_groups_are_marked(found: Report) -> None:
    marked = {line.group for line in found.lines if line.factor == "race" and line.is_below_minimum}
    assert marked == {"asian"}


def test_needs_are_factors_and_facts_without_a_difference_are_not(found: Report) -> None:
    assert {line.factor for line in found.lines} == {"race", "housing need"}


def test_patients_who_cannot_be_judged_yet_do_not_count(table: OwnEpisodes, found: Report) -> None:
    shown = table.year >= 2025
    reasons = table.episodes.reasons.copy()
    reasons[~table.is_judged] = EpisodeReason.NOT_YET_DUE
    early = replace(table, episodes=replace(table.episodes, reasons=reasons))
    counts = {
        (line.measure, line.group): line.n
        for line in compare_groups(early, shown).lines
        if line.factor == "race"
    }
    assert counts[FOLLOWED, "black"] == counts[IMPROVED, "black"] == 50
    all_due = [x for x in found.lines if (x.measure, x.group) == (FOLLOWED, "black")]
    assert all_due[0].n == 80


def test_nobody_to_compare_is_refused(table: OwnEpisodes, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="nobody counts"):
        compare_groups(table, table.of_year(1999))
    alike = episodes(tmp_path, [patient(at, 15, 5) for at in range(12)])
    with pytest.raises(Refusal, match="same group of every factor"):
        compare_groups(alike, alike.is_due)


def test_a_chance_that_cannot_be_fitted_leaves_the_gap_as_counted(tmp_path: Path) -> None:
    people = [patient(at, 15, 5, sex="female" if at % 2 else "male") for at in range(40)]
    table = episodes(tmp_path, people)
    lines = compare_groups(table, table.is_due).lines
    assert {line.adjusted_rate for line in lines} == {None}
    assert all(line.rate.value == 1 for line in lines)
