"""The words of a stress."""

from fairterms.simulate.drivers.stress import as_drawn, by
from tests.simulate.drivers.small_year import years


def test_people_are_fewer_and_money_is_less() -> None:
    assert by(-0.125) == "12.5 % less"
    assert by(-0.125, is_counted=True) == "12.5 % fewer"
    assert by(0.2, is_counted=True) == "20 % more"


def test_figures_are_left_as_drawn_unless_a_stress_changes_them() -> None:
    assert as_drawn(years()) is years()
