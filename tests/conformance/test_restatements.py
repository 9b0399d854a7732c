"""Federal settlements of one year as two releases: ten planted changes, all found and priced."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest
from examples.mssp.federal_row import Row, figures_of, quality_of
from examples.mssp.settle_rows import Result, settle_rows, terms_in

from fairterms.contract.figure_set import FigureSet
from fairterms.reconcile.restatement.cell_worth import TableWorth, price_changes
from fairterms.reconcile.restatement.restatement import restate
from fairterms.reconcile.restatement.table_difference import (
    Cells,
    TableDifference,
    compare_tables,
)
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.units.period import calendar_year
from fairterms.units.quantity import MONEY, Quantity, count
from tests.conformance.federal import FILE, needs, results

pytestmark = needs(FILE)

YEAR = 2022
KEY = ("aco_id", "py")
NOTHING = Decimal(0)


@cache
def settled() -> tuple[Result, ...]:
    return tuple(each for each in results() if each.row.year == YEAR)


def release() -> list[dict[str, str]]:
    """Return the year's rows as the first release."""
    return [{name: text or "" for name, text in each.row.cells.items()} for each in settled()]


def pays(rows: Sequence[Cells]) -> list[Decimal | None]:
    """Settle rows under their track's terms."""
    return [each.amounts.get("payable") for each in settle_rows([Row(cells) for cells in rows])]


def rate(row: Row) -> Decimal:
    return 1 - row.needed("exp") / row.needed("bench")


def first(test: Callable[[Row], bool], but: set[str]) -> dict[str, str]:
    """Return the first row that meets a test and was not taken before."""
    for each in settled():
        if each.row.text("aco_id") not in but and each.is_match and test(each.row):
            return {name: text or "" for name, text in each.row.cells.items()}
    raise AssertionError("no such row")


def paid(row: Row) -> bool:
    return row.needed("earn") > 0


def scaled(column: str, by: str) -> Callable[[dict[str, str]], dict[str, str]]:
    return lambda cells: {column: f"{int(Decimal(cells[column]) * Decimal(by))}"}


def put(**cells: str) -> Callable[[dict[str, str]], dict[str, str]]:
    return lambda _: cells


PLANTED: tuple[tuple[Callable[[Row], bool], Callable[[dict[str, str]], dict[str, str]]], ...] = (
    (lambda row: paid(row) and row.track == "ENHANCED", scaled("exp", "1.01")),
    (lambda row: paid(row) and row.track == "BASIC_E", scaled("bench", "0.995")),
    # One-sided, saving less than the 3.9 % that 5,000 people need.
    (
        lambda row: (
            paid(row) and row.track in {"BASIC_A", "BASIC_B"} and rate(row) < Decimal("0.038")
        ),
        put(n_ab="5000"),
    ),
    (paid, put(met_qps="0")),
    # In this year quality is all or nothing, so that a score alone moves no dollar.
    (lambda row: paid(row) and row.needed("qual") > Decimal("0.8"), put(qual="0.71")),
    (
        lambda row: paid(row) and row.text("msr") == "0" and rate(row) < Decimal("0.019"),
        put(msr="0.02"),
    ),
    (lambda row: row.needed("disadj") < 0, put(disadj="0")),
    (lambda row: paid(row) and row.track == "BASIC_C", put(track="ENHANCED")),
)
"""Eight changed cells; a row that is gone and one that is new make ten."""


@cache
def second() -> tuple[tuple[Cells, ...], Mapping[tuple[str, str], Decimal]]:
    """Return the second release, in another order and with other commas, and what was planted."""
    rows = {cells["aco_id"]: cells for cells in release()}
    used: set[str] = set()
    truth: dict[tuple[str, str], Decimal] = {}
    for test, change in PLANTED:
        before = first(test, used)
        name = before["aco_id"]
        after = {**before, **change(before)}
        (column,) = change(before)
        then, now = pays([before]), pays([after])
        assert then[0] is not None
        assert now[0] is not None
        truth[name, column] = now[0] - then[0]
        rows[name] = after
        used.add(name)
    gone = first(paid, used)
    truth[gone["aco_id"], "gone"] = -(pays([gone])[0] or NOTHING)
    del rows[gone["aco_id"]]
    new = {**first(paid, {*used, gone["aco_id"]}), "aco_id": "Z9999"}
    truth["Z9999", "new"] = pays([new])[0] or NOTHING
    rows["Z9999"] = new
    again = list(rows.values())
    random.Random(2022).shuffle(again)  # noqa: S311 - an order, no secret
    for cells in again[::3]:
        cells["bench"] = f"{int(cells['bench']):,}"
    return tuple(again), truth


def compared() -> tuple[TableDifference, TableWorth]:
    before, after = release(), second()[0]
    difference = compare_tables(before, after, KEY)
    return difference, price_changes(difference, before, after, KEY, pays)


def test_all_ten_planted_changes_are_found_and_nothing_else() -> None:
    difference, worth = compared()
    found = {
        (one.key[0], one.change.column if one.change else "new" if one.is_new else "gone"): one
        for one in worth.changes
    }
    truth = second()[1]
    assert len(truth) == 10
    assert found.keys() == truth.keys()
    assert (len(difference.cells), difference.new_columns, difference.gone_columns) == (8, (), ())
    assert {name: one.dollars for name, one in found.items()} == truth


def test_they_stand_by_the_dollars_they_move() -> None:
    worth = compared()[1]
    moved = [abs(one.dollars) for one in worth.changes if one.dollars is not None]
    assert len(moved) == 10
    assert moved == sorted(moved, reverse=True)
    # All but the score move money, and together they move the sum: each is in a row of its own.
    assert [dollars == 0 for dollars in moved] == [False] * 9 + [True]
    assert worth.together == sum(second()[1].values(), NOTHING)
    assert worth.only_together == 0


def test_a_release_compared_with_itself_in_another_order_has_no_change() -> None:
    assert len(release()) == 482
    assert not compare_tables(release(), release()[::-1], KEY).is_changed


def test_one_organization_s_statement_is_restated_figure_by_figure() -> None:
    cells = first(lambda row: paid(row) and row.track == "ENHANCED", set())
    row = Row(cells)
    terms = terms_in(row.track, YEAR)
    year = calendar_year(YEAR)
    terms = replace(terms, starts=year.first, ends=year.last)
    ours = FigureSet("ours", figures(row))
    (dollars,) = pays([cells])
    assert dollars is not None

    def statement(file: str, cost: int, members: int, payable: Decimal) -> Statement:
        lines = (
            ("cost", Quantity(Decimal(cost), MONEY)),
            ("members", Quantity(Decimal(members), count("member"))),
            ("payable", Quantity(payable, MONEY)),
        )
        made = tuple(StatementLine(name, name, value, ours=name) for name, value in lines)
        return Statement(file, made, year)

    cost, members = int(row.needed("exp")), int(row.needed("n_ab"))
    (after,) = pays([{**cells, "exp": str(cost + 1_000_000)}])
    assert after is not None
    found = restate(
        statement("one", cost, members, dollars),
        statement("two", cost + 1_000_000, members + 1, after),
        terms,
        year,
        ours,
    )
    moves = [(one.figure, one.alone.dollars if one.alone else None) for one in found.figures]
    assert moves == [("cost", after - dollars), ("members", NOTHING)]
    assert found.unexplained == ()


def figures(row: Row) -> dict[str, Quantity]:
    """Return a row's figures, each with its unit."""
    terms = terms_in(row.track, YEAR)
    units = {figure.id: figure.unit for figure in terms.figures}
    rate = terms.clause("savings").terms["sharing_rate"].value
    assert isinstance(rate, Quantity)
    amounts = figures_of(row, terms, quality_of(row, rate.amount))
    return {
        name: Quantity(amount, units[name]) for name, amount in amounts.items() if name in units
    }


@pytest.mark.parametrize(
    "column", ["exp", "bench", "n_ab", "qual", "met_qps", "msr", "fsr", "earn"]
)
def test_a_change_of_any_one_column_is_found(column: str) -> None:
    before = release()
    after = [dict(cells) for cells in before]
    after[100][column] = "7"
    (found,) = compare_tables(before, after, KEY).cells
    assert (found.key[0], found.column) == (before[100]["aco_id"], column)
