"""Two releases of a table."""

import random

import pytest

from fairterms.reconcile.restatement.table_difference import compare_tables, number
from fairterms.units.refusal import Refusal

BEFORE = [
    {"id": "A", "year": "2022", "paid": "1,000", "name": "One"},
    {"id": "B", "year": "2022", "paid": "0.4567", "name": "Two"},
    {"id": "C", "year": "2022", "paid": "", "name": "Three"},
]
KEY = ("id", "year")


def cells(after: list[dict[str, str]]) -> list[tuple[str, str, str, str]]:
    found = compare_tables(BEFORE, after, KEY)
    return [(one.key[0], one.column, one.older, one.newer) for one in found.cells]


def test_the_order_of_rows_is_no_change() -> None:
    after = BEFORE[:]
    random.Random(8).shuffle(after)  # noqa: S311 - an order, no secret
    assert not compare_tables(BEFORE, after, KEY).is_changed


@pytest.mark.parametrize("same", ["1000", "$1,000.00", " 1,000 ", "1000.0"])
def test_a_number_written_otherwise_is_the_same_number(same: str) -> None:
    assert cells([{**BEFORE[0], "paid": same}, *BEFORE[1:]]) == []


@pytest.mark.parametrize("other", ["1001", "-1000", "1,000.4", "", "none"])
def test_another_number_or_none_is_a_change(other: str) -> None:
    assert cells([{**BEFORE[0], "paid": other}, *BEFORE[1:]]) == [("A", "paid", "1,000", other)]


@pytest.mark.parametrize(
    ("newer", "is_digits_only"),
    [
        ("0.45671", True),
        ("0.4566502", True),
        ("0.457", True),
        ("0.4568", False),
        ("0.45678", False),
        ("0.46", True),
    ],
)
def test_more_or_fewer_digits_of_one_number_are_told_apart(
    newer: str, is_digits_only: bool
) -> None:
    found = compare_tables(BEFORE, [BEFORE[0], {**BEFORE[1], "paid": newer}, BEFORE[2]], KEY)
    assert [one.is_digits_only for one in found.cells] == [is_digits_only]


def test_rows_and_columns_that_came_or_went_are_named() -> None:
    after = [{"id": "B", "year": "2022", "paid": "0.4567", "flag": "1"}]
    after.append({"id": "D", "year": "2022", "paid": "1", "flag": "0"})
    found = compare_tables(BEFORE, after, KEY)
    assert found.new == (("D", "2022"),)
    assert found.gone == (("A", "2022"), ("C", "2022"))
    assert (found.new_columns, found.gone_columns) == (("flag",), ("name",))
    assert (found.cells, found.rows) == ((), 1)


def test_a_key_on_two_rows_is_refused() -> None:
    with pytest.raises(Refusal, match="the newer release: has 1 key on more than one row"):
        compare_tables(BEFORE, [*BEFORE, BEFORE[0]], KEY)


def test_a_key_that_a_release_lacks_is_refused() -> None:
    with pytest.raises(Refusal, match="the older release: has no column no_such"):
        compare_tables(BEFORE, BEFORE, ("no_such",))


def test_what_is_no_number_is_compared_as_text() -> None:
    assert number("NaN") is None
    assert number("1/2") is None
    after = [{**BEFORE[0], "name": "one"}, *BEFORE[1:]]
    assert cells(after) == [("A", "name", "One", "one")]
