"""Rates, chances and counts are written so that they promise no more than is known."""

from decimal import Decimal

from fairterms.outcomes.group_results.page.wording import (
    between,
    chance,
    counted,
    dollars,
    percent,
    points,
)


def test_halves_are_rounded_up_as_a_reader_would() -> None:
    assert percent(0.1225) == "12.3 %"
    assert percent(0.005, 0) == "1 %"
    assert between(0.0, 1.0) == "0.0 % to 100.0 %"
    assert dollars(Decimal("0.50")) == "$1"


def test_no_chance_is_called_certain() -> None:
    assert chance(1.0) == "over 99 %"
    assert chance(0.99) == "99 %"
    assert chance(0.0) == "under 1 %"
    assert chance(0.01) == "1 %"


def test_nothing_has_no_sign() -> None:
    assert points(-0.0001) == "0.0 points"
    assert points(0.0) == "0.0 points"
    assert dollars(Decimal("-0.4")) == "$0"


def test_one_is_singular_and_none_is_plural() -> None:
    assert [counted(n, "patient") for n in (0, 1, 2)] == ["0 patients", "1 patient", "2 patients"]
