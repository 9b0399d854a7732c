"""A line never ends inside an amount."""

import pytest

from fairterms.publish.breaks import AMOUNT, parts


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("−$196,698 to $40,906", ("−$196,698 to", "$40,906")),
        ("3 critical, 5 high", ("3 critical,", "5 high")),
        ("12 %", ("12 %",)),
        ("up to $40,906 in 3 years", ("up to", "$40,906 in", "3 years")),
        ("cannot be settled", ("cannot", "be", "settled")),
        ("", ("",)),
    ],
)
def test_a_key_number_ends_its_line_before_a_number_only(
    value: str, expected: tuple[str, ...]
) -> None:
    assert parts(value) == expected


@pytest.mark.parametrize("value", ["a  b", " $1  to $2 ", "no number  here", "−$5"])
def test_the_parts_joined_are_the_value(value: str) -> None:
    assert " ".join(parts(value)) == value


def test_an_amount_is_found_with_its_sign() -> None:
    assert AMOUNT.findall("from −$1,234.50 to +$5 or -$7; $9") == ["−$1,234.50", "+$5", "-$7"]
