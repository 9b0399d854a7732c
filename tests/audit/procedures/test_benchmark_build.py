"""A benchmark is built again from weights, costs and factors, exactly."""

from decimal import Decimal

import pytest

from fairterms.audit.procedures import benchmark_build
from fairterms.audit.procedures.benchmark_build import BaseYear
from tests.audit.procedures.made_up import codes, read_one

TEXT = """
[[benchmark_build]]
name = "benchmark"
stated = "$41.051021 PMPM"
first_year_paid = 2027
where = "B-2"
years = [
  { year = 2023, weight = "15 %", pmpm = "$35.02 PMPM", factors = { trend = "1.1609 factor" } },
  { year = 2024, weight = "30 %", pmpm = "$36.58 PMPM", factors = { trend = "1.1184 factor" } },
  { year = 2025, weight = "55 %", pmpm = "$38.27 PMPM", factors = { trend = "1.0774 factor" } },
]
"""


def test_the_parts_make_the_benchmark_to_the_last_digit() -> None:
    found, problems = read_one(TEXT, "benchmark_build", benchmark_build.read)
    assert problems == ()
    assert found is not None
    by_hand = (
        Decimal("0.15") * Decimal("35.02") * Decimal("1.1609")
        + Decimal("0.30") * Decimal("36.58") * Decimal("1.1184")
        + Decimal("0.55") * Decimal("38.27") * Decimal("1.0774")
    )
    assert found.rebuilt == by_hand
    assert str(found.unit) == "dollars PMPM"


def test_a_year_without_factors_is_its_weighted_cost() -> None:
    assert BaseYear(2025, Decimal("0.5"), Decimal(40), ()).part == 20


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TEXT.replace('"1.0774 factor"', '"7.74 %"'), "wrong-unit"),
        (TEXT.replace('weight = "15 %", ', ""), "missing"),
        (TEXT.replace('"$41.051021 PMPM"', '"$41.051021"'), "wrong-unit"),
        (TEXT[: TEXT.index("years")], "missing"),
    ],
)
def test_half_a_build_is_not_used(text: str, code: str) -> None:
    found, problems = read_one(text, "benchmark_build", benchmark_build.read)
    assert (found, codes(problems)) == (None, [code])
