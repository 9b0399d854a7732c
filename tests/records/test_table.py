"""A table says what its columns hold, and cannot be declared against itself."""

import pytest

from fairterms.records.catalogues import TABLES
from fairterms.records.table import Column, Kind, Table, person

DAY = Column("day", Kind.DATE, "the day")


def test_money_ends_in_cents_and_only_money_does() -> None:
    with pytest.raises(AssertionError):
        Column("paid", Kind.CENTS, "paid", unit="cents")
    with pytest.raises(AssertionError):
        Column("paid_cents", Kind.NUMBER, "paid", unit="cents")


def test_a_number_without_a_unit_cannot_be_declared() -> None:
    with pytest.raises(AssertionError):
        Column("score", Kind.NUMBER, "a score")


@pytest.mark.parametrize(
    ("key", "spans", "happened"),
    [((), (), ""), (("id",), (), ""), (("day",), (("day", "id"),), ""), (("day",), (), "id")],
)
def test_a_key_a_span_and_a_day_are_columns(
    key: tuple[str, ...], spans: tuple[tuple[str, str], ...], happened: str
) -> None:
    with pytest.raises(AssertionError):
        Table("t", "a row", (DAY,), key, spans=spans, happened=happened)


def test_no_column_stands_twice() -> None:
    with pytest.raises(AssertionError):
        Table("t", "a row", (DAY, DAY), ("day",))


def test_every_table_has_a_key_that_every_row_must_fill_at_least_in_part() -> None:
    for name, table in TABLES.items():
        assert table.name == name
        assert any(table.column(key).is_required for key in table.key), name


def test_a_person_goes_by_the_same_id_in_every_table_that_has_one() -> None:
    shared = {table.column("person_id").kind for table in TABLES.values() if table.has("person_id")}
    assert shared == {person().kind}


def test_no_stored_number_is_a_float() -> None:
    kinds = {c.kind.stored_as for table in TABLES.values() for c in table.columns}
    assert not kinds & {"DOUBLE", "FLOAT", "REAL"}
