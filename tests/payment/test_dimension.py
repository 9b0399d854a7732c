"""Dimensions: what a formula measures, and what cannot be mixed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from fairterms.contract.expression import parse
from fairterms.payment.dimension import Mixed, Unknown, infer, of_unit, say, to_unit
from fairterms.units.quantity import (
    FACTOR,
    FRACTION,
    MONEY,
    PMPM,
    POINTS,
    Unit,
    count,
    per,
)

UNITS = {
    "cost": MONEY,
    "premium": MONEY,
    "rate": PMPM,
    "member_months": count("member-month"),
    "visits": count("visit"),
    "fee": per("visit"),
    "score": FRACTION,
    "risk": FACTOR,
    "change": POINTS,
}

WELL_FORMED: dict[str, Unit] = {
    "cost": MONEY,
    "cost + premium": MONEY,
    "-cost": MONEY,
    "cost - 0": MONEY,
    "max(0, cost - premium)": MONEY,
    "cost * 2 %": MONEY,
    "cost * score * risk": MONEY,
    "rate * member_months": MONEY,
    "cost / member_months": PMPM,
    "fee * visits + cost": MONEY,
    "cost / fee": count("visit"),
    "cost / premium": FACTOR,
    "clip(cost / premium, 40 %, 75 %)": FACTOR,
    "score + change": FACTOR,
    "round(cost, $0.01, half up)": MONEY,
    "round(rate, $0.01 PMPM, half up)": PMPM,
    "if(score >= 50 %, cost, $5.00)": MONEY,
    "if(visits > 5 visits, 0, cost)": MONEY,
    "tier(score; 45 %: $1.00; 55 %: $2.00)": MONEY,
    "tier(visits; 5 visits: 50 %; 9 visits: 100 %)": FACTOR,
    "visits / visits": FACTOR,
}


def dimension_of(text: str) -> dict[str, int]:
    return dict(infer(parse(text), UNITS.get))


@pytest.mark.parametrize(("text", "unit"), WELL_FORMED.items(), ids=WELL_FORMED.keys())
def test_a_formula_measures_what_its_parts_make(text: str, unit: Unit) -> None:
    assert dimension_of(text) == dict(of_unit(unit))


MIXED = {
    "cost + visits": "dollars and visits cannot be added or compared",
    "cost + rate": "dollars and dollars PMPM cannot be added or compared",
    "max(cost, score)": "dollars and a plain number cannot be added or compared",
    "if(cost > visits, 0, cost)": "dollars and visits cannot be added or compared",
    "if(score > 1, visits, cost)": "visits and dollars cannot be added or compared",
    "tier(score; 5 visits: $1.00)": "a plain number and visits cannot be added or compared",
    "tier(score; 5 %: $1.00; 9 %: 2 %)": "dollars and a plain number cannot be added or compared",
    "round(visits, $0.01, half up)": "visits and dollars cannot be added or compared",
    "fee * visits - visits": "dollars and visits cannot be added or compared",
    "visits * visits + visits": "visits^2 and visits cannot be added or compared",
}


@pytest.mark.parametrize(("text", "reason"), MIXED.items(), ids=MIXED.keys())
def test_what_does_not_measure_the_same_is_not_added_or_compared(text: str, reason: str) -> None:
    with pytest.raises(Mixed) as mixed:
        dimension_of(text)
    assert str(mixed.value) == reason


def test_a_name_of_nothing_is_unknown() -> None:
    with pytest.raises(Unknown, match="csot"):
        dimension_of("csot * 2 %")


@pytest.mark.parametrize("unit", [MONEY, PMPM, per("visit"), count("visit"), FACTOR])
def test_a_unit_is_found_again_from_its_dimension(unit: Unit) -> None:
    assert to_unit(of_unit(unit)) == unit


def test_fractions_points_and_factors_are_all_plain_numbers() -> None:
    assert dict(of_unit(FRACTION)) == dict(of_unit(POINTS)) == dict(of_unit(FACTOR)) == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("visits * visits", "visits^2"),
        ("visits / member_months", "visits^1 · member-months^-1"),
        ("1 / visits", "visits^-1"),
    ],
)
def test_a_dimension_without_a_unit_is_still_said(text: str, words: str) -> None:
    found = dimension_of(text)
    assert to_unit(found) is None
    assert say(found) == words


@settings(max_examples=25, deadline=None)
@given(some.lists(some.sampled_from(sorted(UNITS)), min_size=1, max_size=5))
def test_dividing_by_what_was_multiplied_takes_it_away(names: list[str]) -> None:
    product = " * ".join(names)
    quotient = f"({product}) / ({' * '.join(reversed(names))})"
    assert dimension_of(quotient) == {}
