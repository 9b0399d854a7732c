"""List numbers as printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.document.numbering import from_roman, letter, roman, written


@given(st.integers(1, 3999))
def test_roman_numbers_are_read_back(number: int) -> None:
    assert from_roman(roman(number)) == number


@pytest.mark.parametrize("letters", ["iiii", "vx", "", "fee"])
def test_what_is_no_roman_number_is_zero(letters: str) -> None:
    assert from_roman(letters) == 0


def test_letters_go_on_after_z() -> None:
    assert [letter(number) for number in (1, 26, 27, 53)] == ["a", "z", "aa", "aaa"]


@pytest.mark.parametrize(
    ("style", "text"),
    [("decimal", "4"), ("upperRoman", "IV"), ("lowerLetter", "d"), ("A", "D"), ("unheard of", "4")],
)
def test_each_style_is_written_its_way(style: str, text: str) -> None:
    assert written(4, style) == text
