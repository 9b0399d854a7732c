"""Who is on the list follows the exact binomial law; what they cost, the law declared."""

from dataclasses import replace

import numpy as np
import pytest
from scipy import stats  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.draws import keyed
from fairterms.simulate.forecast.declaration import Patients
from fairterms.simulate.forecast.patient_panel import Listed, PatientLaw, listed_patients
from fairterms.simulate.forecast.year_moves import YearMoves, moves_of, points_of
from fairterms.simulate.patient_cost.law import LognormalCost
from fairterms.simulate.patient_cost.table import tables
from tests.simulate.forecast.plans import declared

PEOPLE = Patients("members", 300, 0.8)
PLACE = (2027, "year 0", 0)
NUMBER = 4_096


def moves(number: int = NUMBER, **spreads: str) -> YearMoves:
    forecast = declared(**spreads)
    return moves_of(forecast, points_of(forecast, 2027, number), 0)


@pytest.mark.parametrize(("roster", "listed"), [(1, 0.3), (12, 0.5), (300, 0.8), (25_000, 0.92)])
def test_the_number_listed_is_that_of_the_exact_law(roster: int, listed: float) -> None:
    spec = replace(PEOPLE, roster=roster, listed=listed)
    present = listed_patients(spec, None, moves(), PLACE).present
    uniform = keyed.uniforms(2027, "year 0, listed members", 0, NUMBER)[:, 0]
    law = stats.binom(roster, listed)
    assert np.array_equal(present, law.ppf(uniform))
    assert present.mean() == pytest.approx(law.mean(), abs=4 * law.std() / np.sqrt(NUMBER))
    for count in {int(law.mean()), int(law.mean()) + 1} & set(range(roster + 1)):
        chance = law.pmf(count)
        wide = 4 * np.sqrt(chance * (1 - chance) / NUMBER)
        assert np.mean(present == count) == pytest.approx(chance, abs=wide)


def test_a_list_that_nobody_can_leave_is_the_roster() -> None:
    everyone = listed_patients(replace(PEOPLE, listed=1.0), None, moves(64), PLACE)
    assert set(everyone.present) == {300}
    assert set(everyone.ratio) == {1.0}


def test_nobody_is_listed_twice_in_a_year_of_a_long_list() -> None:
    wild = listed_patients(replace(PEOPLE, listed=0.98), None, moves(attribution="50 %"), PLACE)
    assert wild.present.max() == 300
    assert wild.present.min() >= 0


def test_a_year_with_a_longer_list_has_more_patients() -> None:
    moved = moves(attribution="10 %")
    present = listed_patients(PEOPLE, None, moved, PLACE).present
    assert np.corrcoef(present, moved.logs["attribution"])[0, 1] > 0.9
    found = Listed(present, 240.0, {}, "")
    assert found.ratio.mean() == pytest.approx(1.0, abs=0.02)


@pytest.fixture(scope="module")
def law() -> PatientLaw:
    cost = LognormalCost(no_cost=0.2, mean=1_000.0, spread=1.0)
    return PatientLaw(tables(cost, np.array([0.95, 1.0, 1.05]), 3_000.0, above=True))


def test_cost_above_a_point_stands_beside_all_that_was_paid(law: PatientLaw) -> None:
    spec = replace(PEOPLE, paid="cost", above="above", moved_by={"trend": 1.0})
    found = listed_patients(spec, law, moves(512), PLACE)
    cost, above = found.figures["cost"], found.figures["above"]
    assert ((above >= 0) & (above <= cost)).all()
    assert cost.sum() / found.present.sum() == pytest.approx(1_000, rel=0.02)
    limited = LognormalCost(0.2, 1_000.0, 1.0).limited_mean(3_000.0)
    assert above.sum() / found.present.sum() == pytest.approx(1_000 - float(limited), rel=0.15)
    assert found.cost_stream == "year 0, cost members"


def test_a_level_beyond_the_tables_takes_the_outermost_one(law: PatientLaw) -> None:
    assert list(law.steps_of(np.array([0.2, 0.95, 1.0, 1.05, 7.0]))) == [0, 0, 1, 2, 2]
