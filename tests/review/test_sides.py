"""Who some words of a clause name."""

import pytest

from fairterms.review import sides
from fairterms.review.parties import Side
from tests.review.conftest import OPENING, Read, agreement

SUPPLY = 'This Supply Agreement is between Alder, Inc. ("Supplier") and Birch, LLC ("Customer").\n'


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Plan or its Affiliates", Side.PLAN),
        ("PLAN AND ITS OFFICERS", Side.PLAN),
        ("Provider", Side.GROUP),
        ("Plan or Provider", Side.BOTH),
        ("Provider nor Plan", Side.BOTH),
        ("either party", Side.BOTH),
        ("the indemnifying party", Side.BOTH),
        ("Members", Side.OTHER),
        ("the State and its agencies", Side.OTHER),
        ("or its Affiliates", Side.UNNAMED),
    ],
)
def test_words_name_a_side(read_all: Read, words: str, side: Side) -> None:
    assert sides.of(read_all(agreement()), words) is side


def test_of_several_names_the_first_or_the_last_counts(read_all: Read) -> None:
    reading = read_all(agreement())
    words = "as Provider may ask in writing, Plan"
    assert sides.of(reading, words) is Side.GROUP
    assert sides.of(reading, words, last=True) is Side.PLAN


def test_neither_one_nor_the_other_is_both_in_other_contracts(read_all: Read) -> None:
    reading = read_all(SUPPLY)
    assert sides.of(reading, "neither Supplier nor Customer") is Side.BOTH
    assert sides.of(reading, "neither Supplier nor its agents") is not Side.BOTH


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Except as stated, Fern Street", "fern street"),
        ("In addition, redleaf", "redleaf"),
        ("EACH YEAR PROVIDER", "provider"),
        ("", ""),
    ],
)
def test_the_last_name_is_given(read_all: Read, words: str, name: str) -> None:
    assert sides.name(read_all(OPENING), words) == name
