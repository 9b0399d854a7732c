"""What is planted is found more often than clean groups alarm: few seeds, so directions alone."""

from collections.abc import Iterator

import pytest
from benchmarks import detection
from benchmarks.detection_blame import MODEL, PLAIN, SPREAD, blame
from benchmarks.detection_gaming import Restated, examine, restate
from benchmarks.detection_subgroups import Searched, one_at_a_time, search_group
from benchmarks.detection_worlds import (
    AS_SIGNED,
    GAMING,
    GAP,
    HARMED,
    NULL,
    PROGRESS,
    REDEFINED,
    Records,
    clinic_name,
    clinic_of,
    declare,
    one_clinic,
    recipe,
    records,
    truly_harmed,
)

from fairterms.outcomes.group_results.own_episodes import tabulate

PRESET = "private-practice"
SMALL = recipe(HARMED, 300, 1, PRESET)


@pytest.fixture(scope="module")
def known() -> Iterator[Records]:
    with records(SMALL) as found:
        yield found


def test_the_truth_comes_back_for_scoring(known: Records) -> None:
    truly = truly_harmed(SMALL)
    assert 0 < len(truly) < 100
    assert truly & set(known.table.person.tolist())


def test_a_clinic_alone_holds_its_own_patients_and_the_group_comes_back(known: Records) -> None:
    clinics = clinic_of(known)
    with one_clinic(known, clinic_name(1)) as alone:
        named = {clinics[one] for one in set(alone.table.clinician) if one in clinics}
        assert named == {clinic_name(1)}
        assert alone.table.person.size < known.table.person.size
    again = tabulate(known.store, PROGRESS, declare().reached)
    assert again.person.tolist() == known.table.person.tolist()


def test_the_table_has_a_cell_for_every_count() -> None:
    scores = detection.Scores()
    scores.add((800, NULL), detection.SEARCH, hits=1, of=4)
    scores.note((800, HARMED), "seconds", 2.0)
    said = detection.report(scores, [800])
    assert "1/4, 25 % (5–70)" in said
    assert "2.0 s of processor" in said
    assert len({line.count("|") for line in said.splitlines() if line.startswith("|")}) == 1


def searched(kind: str, seed: int) -> tuple[Searched, float, frozenset[str]]:
    made = recipe(kind, 2700, seed, PRESET)
    with records(made) as known:
        lowest, _ = one_at_a_time(known)
        truly = truly_harmed(made) if kind == HARMED else frozenset()
        return search_group(known), lowest, truly


@pytest.mark.slow
def test_a_harmed_subgroup_is_found_and_clean_groups_seldom_alarm() -> None:
    harmed = [searched(HARMED, seed) for seed in (1, 2)]
    clean = [searched(NULL, seed) for seed in (1, 2)]
    assert all(found.is_surprising for found, _, _ in harmed)
    assert not any(found.is_confirmed for found, _, _ in clean)
    for found, _, truly in harmed:
        assert min(found.overlap(truly)) >= 0.3


@pytest.mark.slow
def test_a_gaming_clinic_looked_at_alone_shows_more_often_than_a_clean_one() -> None:
    asked = dict.fromkeys((GAMING, NULL), 0)
    for kind in asked:
        for seed in range(1, 6):
            with (
                records(recipe(kind, 2700, seed, PRESET)) as known,
                one_clinic(known, clinic_name(1)) as alone,
            ):
                asked[kind] += bool(examine(alone).asked)
    assert asked[GAMING] >= 3
    assert asked[NULL] <= 1


@pytest.mark.slow
def test_adjusting_spares_the_clinic_with_sicker_patients() -> None:
    blamed = dict.fromkeys((PLAIN, SPREAD, MODEL), 0)
    for seed in range(1, 7):
        with records(recipe(GAP, 2700, seed, PRESET)) as known:
            found = blame(known, is_by_clinic=True)
        for method in blamed:
            blamed[method] += found[method][clinic_name(2)]
    assert blamed[PLAIN] >= 3
    assert blamed[MODEL] <= 1


@pytest.mark.slow
def test_days_the_plan_moved_are_found_and_kept_days_raise_no_such_alarm() -> None:
    def look(kind: str, seed: int) -> Restated:
        with records(recipe(kind, 800, seed, PRESET)) as known:
            return restate(known)

    for seed in (1, 2):
        assert look(REDEFINED, seed).days == (60, 120)
        assert look(AS_SIGNED, seed).days in {None, (120, 240)}
