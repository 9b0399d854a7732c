"""A rounding rule is read whole or not at all."""

from decimal import Decimal
from itertools import product

import pytest

from fairterms.units.number import ROUNDING_MODES
from fairterms.units.rounding import HOW_TO_WRITE, PLACES, POINTS, Rounding, parse


@pytest.mark.parametrize(("place", "mode", "point"), list(product(PLACES, ROUNDING_MODES, POINTS)))
def test_every_rule_is_read_back_as_written(place: str, mode: str, point: str) -> None:
    rule = Rounding(place, mode, point)
    assert parse(str(rule)) == rule
    assert parse(f"  {str(rule).upper()} ") == rule


@pytest.mark.parametrize(
    "text",
    [
        "",
        "half up",
        "to the cent",
        "to the cent, half up",
        "to the cent, half down, once at the end",
        "to the penny, half up, once at the end",
        "to the cent, half up, at the end",
        "to the cent half up once at the end",
        "to the cent, half up, once at the end, please",
    ],
)
def test_anything_else_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(ValueError, match=r"^write ") as refused:
        parse(text)
    assert str(refused.value) == HOW_TO_WRITE


def test_how_to_write_names_every_place_mode_and_point() -> None:
    assert all(word in HOW_TO_WRITE for word in (*PLACES, *ROUNDING_MODES, *POINTS))


def test_an_impossible_rule_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="no such rounding: to the cent, half down"):
        Rounding("cent", "half down", "once at the end")


def test_the_place_is_an_amount_in_dollars() -> None:
    units = [Rounding(place, "up", "once at the end").unit for place in PLACES]
    assert units == [Decimal(1), Decimal("0.01"), Decimal("0.001")]
