"""Bands and amounts are named as a reader would write them."""

from math import inf

import pytest

from fairterms.risks.matrix.bands import amount, band_name, band_names


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (0.0, "dollars", "$0"),
        (12_345.67, "dollars", "$12,346"),
        (41.2, "dollars", "$41.20"),
        (1_234_567.0, "days", "1,234,567"),
        (0.000_012_3, "days", "0.0000123"),
        (2 / 3, "days", "0.6667"),
        (100.0, "days", "100"),
        (inf, "days", "without limit"),
    ],
)
def test_an_amount_is_written_without_needless_digits(
    value: float, unit: str, written: str
) -> None:
    assert amount(value, unit) == written


@pytest.mark.parametrize(
    ("low", "high", "unit", "name"),
    [
        (0.0, 0.5, "events per year", "0 to 0.5"),
        (999_000.0, 1_000_000.0, "dollars", "$999,000 to $1 million"),
        (1_005_000.0, 2_500_000.0, "dollars", "$1,005,000 to $2.5 million"),
        (2_000_000.0, inf, "members", "2 million and more"),
    ],
)
def test_a_band_is_named_by_its_edges(low: float, high: float, unit: str, name: str) -> None:
    assert band_name(low, high, unit) == name


def test_a_scale_has_one_name_less_than_it_has_edges() -> None:
    assert band_names((0.0, 1.0, 4.0, inf), "days") == ("0 to 1", "1 to 4", "4 and more")
