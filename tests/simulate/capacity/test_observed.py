"""What records say, on made-up visits whose truth is known."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import duckdb
import numpy as np
import pytest

from fairterms.outcomes.synthetic.history import Recipe, sized, synthesize
from fairterms.outcomes.synthetic.presets import PRIVATE_PRACTICE
from fairterms.simulate.capacity.observed import from_records
from tests.simulate.capacity.made_up_visits import Visit, store

FIRST = date(2024, 1, 1)


def visits(weekly: list[int], wait: int = 7) -> list[Visit]:
    """Return one visit each of people who ask on Wednesdays, so many in each week."""
    found: list[Visit] = []
    for week, people in enumerate(weekly):
        asked = FIRST + timedelta(days=7 * week + 2)
        found += [
            (f"p{week}-{number}", asked + timedelta(days=wait), "finished", asked)
            for number in range(people)
        ]
    return found


def test_no_visits_say_nothing() -> None:
    assert from_records(store()) is None


def test_a_few_visits_say_little() -> None:
    found = from_records(store(visits([1, 0, 2])))
    assert found is not None
    assert set(found.numbers) == {"care.no_show"}
    assert found.share_within(10) is None
    assert found.names() == {"care.no_show"}


def test_requests_are_counted_in_whole_weeks_until_late() -> None:
    found = from_records(store(visits([4] * 60)))
    assert found is not None
    # Sixty weeks, less eight before the last visit and two until the first Monday after the first.
    assert found.weeks == 50
    assert found.people == 200
    assert found.numbers["requests.a_week"] == pytest.approx(4)
    assert found.numbers["requests.between_weeks"] == 0
    assert found.season is None, "less than two years"


def test_a_true_season_is_seen_and_one_of_chance_is_not() -> None:
    rng = np.random.default_rng(5)
    weeks = 3 * 52 + 9
    months = [(FIRST + timedelta(days=7 * week + 3)).month for week in range(weeks)]
    true = np.where(np.isin(months, (6, 7, 8)), 0.6, 1.0 + 0.4 / 3)
    seasonal = from_records(store(visits(rng.poisson(12 * true).tolist())))
    flat = from_records(store(visits(rng.poisson(12, weeks).tolist())))
    assert seasonal is not None
    assert flat is not None
    assert seasonal.season is not None
    assert flat.season is not None
    assert np.mean(seasonal.season[5:8]) == pytest.approx(0.6, abs=0.12)
    assert max(abs(level - 1) for level in flat.season) < 0.07


def test_weeks_that_move_by_themselves_make_no_season() -> None:
    rng = np.random.default_rng(12)
    weekly = rng.poisson(30 * rng.gamma(4, 0.25, 3 * 52 + 9))
    found = from_records(store(visits(weekly.tolist())))
    assert found is not None
    assert found.season is not None
    # The months of so uneven weeks differ by 0.13 by chance alone.
    assert max(abs(level - 1) for level in found.season) < 0.1


@pytest.mark.slow
def test_weeks_beyond_chance_are_told_from_chance() -> None:
    rng = np.random.default_rng(6)
    levels = rng.gamma(1 / 0.09, 0.09, 150)
    found = from_records(store(visits(rng.poisson(30 * levels).tolist())))
    assert found is not None
    assert found.numbers["requests.between_weeks"] == pytest.approx(0.3, abs=0.06)


@pytest.mark.slow
def test_waits_become_the_two_declared_points() -> None:
    rng = np.random.default_rng(7)
    rows: list[Visit] = []
    for number, wait in enumerate(np.exp(rng.normal(np.log(6), 0.7, 1_500))):
        asked = FIRST + timedelta(days=7 * (number % 100) + number % 5)
        came = np.busday_offset(asked, int(np.ceil(wait)), roll="forward")
        rows.append((f"p{number}", came.astype(date), "finished", asked))
    rows.append(("last", FIRST + timedelta(days=900), "finished", None))
    found = from_records(store(rows))
    assert found is not None
    assert found.numbers["first_visit.half_within"] == pytest.approx(6, rel=0.1)
    nine = 6 * np.exp(0.7 * 1.2816)
    assert found.numbers["first_visit.nine_in_ten_within"] == pytest.approx(nine, rel=0.12)
    assert found.share_within(6) == pytest.approx(0.5, abs=0.06)


@pytest.mark.slow
def test_the_truth_of_a_made_up_group_is_found_again(tmp_path: Path) -> None:
    world = sized(PRIVATE_PRACTICE, patients=2_000, clinician_count=20, clinics=3)
    world = replace(world, attendance=replace(world.attendance, visits=9.0, missed=0.12))
    synthesize(Recipe(world, 9), tmp_path)
    connection = duckdb.connect()
    path = tmp_path / "records" / "visits.parquet"
    connection.read_parquet(str(path)).create_view("visits")
    connection.execute(
        "CREATE TABLE open_slots (seen_on DATE, clinician_id VARCHAR, slot_id VARCHAR, starts DATE)"
    )
    found = from_records(connection)
    assert found is not None
    assert found.numbers["requests.a_week"] == pytest.approx(2_000 / (1096 / 7), rel=0.05)
    assert found.numbers["requests.between_weeks"] < 0.12
    assert found.numbers["care.visits_per_episode"] == pytest.approx(9.0, rel=0.06)
    # First visits are never missed in a made-up world.
    assert found.numbers["care.no_show"] == pytest.approx(
        0.12 * 8 / 9 / (1 + 0.12 * 8 / 9), abs=0.01
    )
    assert found.numbers["first_visit.half_within"] == pytest.approx(8 * 5 / 7, rel=0.2)
    assert found.clinicians == 20
