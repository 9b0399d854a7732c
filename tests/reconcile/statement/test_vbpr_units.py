"""Numbers with their units."""

from decimal import Decimal

import pytest

from fairterms.reconcile.statement.vbpr_units import NoUnit, contradicts, read, unit_text
from fairterms.units.quantity import Quantity, parse


@pytest.mark.parametrize(
    ("amount", "unit", "code", "said"),
    [
        ("85", "%", "med-cost-target", "85 %"),
        ("300", "", "member-months", "300 member-months"),
        ("0.7", "", "avg-risk-score", "0.7 factor"),
        ("33", "", "revenue-pmpm", "$33.00 PMPM"),
        ("10000", "", "revenue", "$10,000.00"),
        ("800", "USD", "med-cost-pmpm", "$800.00 PMPM"),
        ("500", "USD", "a-code-of-their-own", "$500.00"),
        ("20", "", "interim-pmt-rate", "$20.00 per member"),
        ("400", "/10*3", "ed-visit", "400 events per 1,000 members"),
        ("15", "d", "snf-avg-los", "15 days"),
        ("2", "", "a-code-of-their-own", "2 units"),
    ],
)
def test_a_number_has_its_own_unit_or_that_of_its_metric(
    amount: str, unit: str, code: str, said: str
) -> None:
    assert str(read(Decimal(amount), unit, code)) == said


@pytest.mark.parametrize(
    ("unit", "code", "reason"),
    [("furlong", "revenue", "furlong"), ("", "med-loss-ratio", "0.85 and 85 could both be meant")],
)
def test_a_unit_is_never_guessed(unit: str, code: str, reason: str) -> None:
    with pytest.raises(NoUnit, match=reason):
        read(Decimal(85), unit, code)


@pytest.mark.parametrize(
    "text",
    [
        "$5.00",
        "$5.00 PMPM",
        "$5.00 per visit",
        "12 %",
        "3 percentage points",
        "1.02 factor",
        "7 member-months",
        "4 business days",
        "1 person",
    ],
)
def test_every_unit_is_read_back_as_it_was_written(text: str) -> None:
    quantity = parse(text)
    unit = unit_text(quantity.unit)
    is_share = unit in {"%", "{percentage_point}"}
    amount = quantity.amount * (100 if is_share else 1)
    assert read(amount, unit, "a-code-of-our-own") == quantity


def test_a_unit_contradicts_a_metric_that_is_defined_in_another() -> None:
    def is_told(text: str, code: str) -> bool:
        return contradicts(parse(text), code)

    assert is_told("90 %", "med-cost-fund")
    assert not is_told("90 %", "med-cost-target")
    assert not is_told("90 %", "a-code-of-their-own")
    rate = read(Decimal(5), "/100", "ed-visit")
    assert not contradicts(rate, "ed-visit")
    assert contradicts(Quantity(Decimal(5), rate.unit), "revenue")
