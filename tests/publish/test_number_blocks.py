"""Blocks that show numbers are values: equal when they say the same, and never changed."""

from dataclasses import FrozenInstanceError

import pytest

from fairterms.publish.number_blocks import Chart, Column, KeyNumber, Row, Step, Table

TABLE = Table("Dollars", (Column("Name"), Column("Amount", "right")), (Row(("fee", "$1.00")),))


def test_a_table_has_row_headers_unless_it_says_otherwise() -> None:
    assert TABLE.has_row_headers


def test_equal_tables_are_one_value() -> None:
    assert Table(TABLE.caption, TABLE.columns, TABLE.rows) == TABLE
    assert len({TABLE, Table(TABLE.caption, TABLE.columns, TABLE.rows)}) == 1


def test_a_chart_can_be_kept_in_a_set_though_its_specification_is_a_dictionary() -> None:
    one = Chart(title="A", alternative="B", data=TABLE, spec={"mark": "bar"})
    other = Chart(title="A", alternative="B", data=TABLE, spec={"mark": "line"})
    assert len({one, one, other}) == 2


def test_a_published_number_cannot_be_changed_afterwards() -> None:
    number = KeyNumber("Expected", "$1")
    with pytest.raises(FrozenInstanceError):
        number.value = "$2"  # type: ignore[misc]


def test_a_step_is_the_result_only_when_it_says_so() -> None:
    assert not Step(name="fee", value="$1.00").is_result
