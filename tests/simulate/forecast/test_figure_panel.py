"""Other figures follow what the forecast says of them, and no more."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.contract.figure_set import read_toml
from fairterms.simulate.forecast.figure_panel import figures_of_year, named
from fairterms.simulate.forecast.patient_panel import Listed
from fairterms.simulate.forecast.year_moves import moves_of, points_of
from fairterms.simulate.years import FloatArray
from tests.simulate.forecast.plans import declared, expected

NUMBER = 2_048
LISTS = {"members": Listed(np.arange(NUMBER) + 1, NUMBER / 2, {}, "")}


def drawn(figure: str, **spreads: str) -> dict[str, FloatArray]:
    forecast = declared(
        '[[patients]]\nid = "members"\nroster = "10 patients"\n'
        f'listed = "50 %"\n[[figure]]\n{figure}',
        **spreads,
    )
    moves = moves_of(forecast, points_of(forecast, 2027, NUMBER), 0)
    return figures_of_year(forecast, expected(), moves, LISTS, (2027, "year 0", 0))


def test_a_star_names_every_figure_that_begins_so() -> None:
    scenario = read_toml(
        'title = "x"\n[given]\nvisits.90837 = "9 visits"\nvisits.90834 = "8 visits"\n'
        'visit = "1 visits"\nresponse = { numerator = "4 patients", denominator = "8 patients" }\n',
        "x.toml",
    )
    (spec,) = declared('[[figure]]\nid = "visits.*"\n').figures
    assert named(spec, scenario) == ("visits.90837", "visits.90834")
    assert named(replace(spec, id="visits"), scenario) == ()


def test_a_figure_follows_the_list() -> None:
    (months,) = drawn('id = "member_months"\nfollows = "members"\n').values()
    assert np.array_equal(months, np.round(3_600 * LISTS["members"].ratio))


def test_a_figure_that_nothing_moves_stays() -> None:
    (visits,) = drawn('id = "visits.90837"\n', staffing="9 %").values()
    assert set(visits) == {900.0}


def test_events_that_are_counted_vary_by_the_root_of_their_number() -> None:
    (visits,) = drawn('id = "visits.90837"\ncounted = true\n').values()
    assert visits.mean() == pytest.approx(900, abs=3)
    assert visits.std() == pytest.approx(30, rel=0.07)


def test_a_spread_of_its_own_does_not_move_the_mean() -> None:
    (cost,) = drawn('id = "untouched"\nspread = "30 %"\n').values()
    assert cost.mean() == pytest.approx(12, rel=0.02)
    assert cost.std() / cost.mean() == pytest.approx(np.sqrt(np.expm1(0.09)), rel=0.07)


def test_figures_are_on_the_ticks_of_their_unit() -> None:
    (cost,) = drawn('id = "untouched"\nspread = "30 %"\n').values()
    assert np.allclose(cost * 100, np.round(cost * 100), atol=1e-6)
    (visits,) = drawn('id = "visits.90837"\nspread = "30 %"\n').values()
    assert np.array_equal(visits, np.round(visits))


def test_values_taken_by_chance_have_their_chances_in_the_order_written() -> None:
    chances = 'chances = [["4 reports", "75 %"], ["1 reports", "5 %"], ["3 reports", "20 %"]]'
    (reports,) = drawn(f'id = "reports"\n{chances}\n').values()
    for value, chance in ((4, 0.75), (1, 0.05), (3, 0.2)):
        wide = 4 * np.sqrt(chance * (1 - chance) / NUMBER)
        assert np.mean(reports == value) == pytest.approx(chance, abs=wide)
