"""The ways a term is struck."""

from decimal import Decimal

from fairterms.contract.clause import Clause
from fairterms.contract.value import Row, read
from fairterms.simulate.clause_price import neutral_term
from fairterms.units.quantity import Kind, Quantity

CLAUSE = (
    Clause("a", "per_gap")
    .with_value("rate", read("$5.00 per gap"))
    .with_value("limit", read("$70.00"))
    .with_value("most", read("3 gaps"))
    .with_value("rows", read([{"rate": "$2.00 PMPM", "who": "mild"}, {"who": "severe"}]))
)


def test_a_term_is_left_out_or_set() -> None:
    assert "limit" not in neutral_term.left_out("limit", "the limit", "no").strike(CLAUSE).terms
    changed = neutral_term.set_to("limit", "$1.00", "the limit").strike(CLAUSE)
    assert changed.terms["limit"].value == read("$1.00")
    assert neutral_term.set_to("limit", "$1.00", "the limit").reads == "$1.00"


def test_no_limit_is_a_limit_no_year_reaches_in_the_unit_it_counts() -> None:
    dollars = neutral_term.unlimited("limit", "the limit").strike(CLAUSE).terms["limit"].value
    gaps = neutral_term.unlimited_in_its_unit("most", "the limit").strike(CLAUSE)
    assert isinstance(dollars, Quantity)
    assert dollars.amount == neutral_term.NO_LIMIT
    most = gaps.terms["most"].value
    assert isinstance(most, Quantity)
    assert (most.amount, most.unit.kind, most.unit.noun) == (Decimal(10) ** 12, Kind.COUNT, "gap")


def test_a_payment_is_nothing_in_its_own_unit() -> None:
    unpaid = neutral_term.unpaid("rate", "rows")
    struck = unpaid.strike(CLAUSE)
    assert struck.terms["rate"].value == read("$0.00 per gap")
    assert [str(row) for row in struck.terms["rows"].value] == [  # type: ignore[union-attr]
        "rate $0.00 PMPM, who mild",
        "who severe",
    ]
    assert unpaid.stands_in(CLAUSE.without("rate"))
    assert not unpaid.stands_in(CLAUSE.without("rate").without("rows"))


def test_rows_are_changed_cell_by_cell() -> None:
    changed = neutral_term.change_rows(CLAUSE, "rows", neutral_term.without_cells("who"))
    rows = changed.terms["rows"].value
    assert isinstance(rows, tuple)
    assert [set(row.cells) for row in rows if isinstance(row, Row)] == [{"rate"}, set()]
    assert neutral_term.change_rows(CLAUSE, "none", neutral_term.without_cells("x")) is CLAUSE


def test_strikes_are_joined_and_find_what_is_there() -> None:
    strike = neutral_term.both(
        neutral_term.left_out("limit", "the limit", "no limit"),
        neutral_term.set_to("absent", "0 %", "what is not there"),
    )
    found = strike(CLAUSE)
    assert "limit" not in found.terms
    assert "absent" not in found.terms
