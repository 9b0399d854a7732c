"""Cents that rounding each part by itself explains."""

import pytest

from fairterms.reconcile.arithmetic.cents import gap, is_cent_lost
from fairterms.reconcile.statement.statement import StatementLine
from fairterms.units.quantity import parse


def line(value: str) -> StatementLine:
    return StatementLine(value, "", parse(value))


@pytest.mark.parametrize(
    ("whole", "parts", "expected"),
    [
        ("$10.01", ("$5.00", "$5.00"), True),
        ("$10.00", ("$5.01", "$5.00"), True),
        ("$10.02", ("$5.00", "$5.00"), False),
        ("$10.02", ("$2.50", "$2.50", "$2.50", "$2.50"), True),
        ("$10.00", ("$5.00", "$5.00"), False),
        ("$11.00", ("$5.00", "$5.00"), False),
        ("10.01 visits", ("5 visits", "5 visits"), False),
    ],
)
def test_half_a_cent_for_each_part_is_what_rounding_explains(
    whole: str, parts: tuple[str, ...], *, expected: bool
) -> None:
    assert is_cent_lost(line(whole), [line(part) for part in parts]) is expected


def test_the_gap_is_what_the_parts_have_more() -> None:
    assert gap(line("$3.00"), [line("$2.00"), line("$2.00")]) == 1
