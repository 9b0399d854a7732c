"""Settle published ACO REACH rows under the two REACH files in this folder, and compare.

python examples/mssp/settle_reach.py FILE.csv
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

# So that the command works from any folder, as the import of a file beside this one.
sys.path.insert(0, str(Path(__file__).parents[2]))

from examples.mssp.federal_row import NONE, Row, Unreadable
from examples.mssp.settle_rows import FOLDER, read_rows

from fairterms.contract.clause import Contract
from fairterms.contract.reader import read
from fairterms.settle.panel import settle_panel
from fairterms.units.number import EXACT

DOLLAR = Decimal(1)
HALF_A_CENT = Decimal("0.005")

PRINTED = {
    "gross": ("corridor.gross", "gross_savings"),
    "corridor": ("corridor.shared", "shared_savings"),
    "after sequestration": ("sequestration.after_reduction", "shared_savings_seq"),
}
"""What is compared: the step of the terms, and the column of the file."""


@dataclass(frozen=True)
class Result:
    """A row and, for each amount compared, ours and the printed one."""

    row: Row
    ours: Mapping[str, Decimal]
    printed: Mapping[str, Decimal]

    @property
    def year(self) -> str:
        """The performance year."""
        return self.row.text("perf_year")

    def is_near(self, name: str) -> bool:
        """Say whether an amount is met within a dollar."""
        return abs(self.ours[name] - self.printed[name]) <= DOLLAR

    def is_to_the_cent(self, name: str) -> bool:
        """Say whether an amount is met to the cent: the two are half a cent apart, or nearer."""
        return abs(self.ours[name] - self.printed[name]) <= HALF_A_CENT


@cache
def terms_of(option: str) -> Contract:
    """Read the terms of an option, Global or Professional."""
    path = FOLDER / f"reach_{option.lower()}.toml"
    if not path.exists():
        raise Unreadable(f'there are no terms for the option "{option}"')
    reading = read(path)
    assert reading.contract is not None, "\n".join(map(str, reading.problems))
    return reading.contract


def settle_rows(rows: Iterable[Row]) -> list[Result]:
    """Settle rows, those of one option and year together."""
    groups: dict[tuple[str, int], list[Row]] = {}
    for row in rows:
        key = (row.text("risk_arrangement"), int(row.needed("perf_year")))
        groups.setdefault(key, []).append(row)
    return [
        result
        for (option, year), members in groups.items()
        for result in _settle_group(terms_of(option).on(date(year, 12, 31)), members)
    ]


def _settle_group(terms: Contract, rows: Sequence[Row]) -> list[Result]:
    """Settle rows that share their terms."""
    figures = [_figures_of(row) for row in rows]
    table = {name: EXACT.column(each[name] for each in figures) for name in figures[0]}
    sheet = settle_panel(terms, table)
    columns = {name: sheet.step(step).values for name, (step, _) in PRINTED.items()}
    return [
        Result(
            row,
            {name: values[at] for name, values in columns.items()},
            {name: row.needed(column) for name, (_, column) in PRINTED.items()},
        )
        for at, row in enumerate(rows)
    ]


def _figures_of(row: Row) -> dict[str, Decimal]:
    """Return the figures a row gives to the terms."""
    equity = [row.number(column) or NONE for column in ("heba_up_amt", "heba_down_amt")]
    return {
        "final_benchmark": row.needed("final_benchmark"),
        "health_equity_adjustment": sum(equity, NONE),
        "cost": row.needed("tot_cost_care_net"),
    }


def table(results: Sequence[Result]) -> str:
    """Write the counts by performance year, as text."""
    lines = [("PY", "rows", *(f"{name} (to the cent)" for name in PRINTED))]
    for year in sorted({result.year for result in results}):
        of_year = [result for result in results if result.year == year]
        counts = (
            f"{sum(each.is_near(name) for each in of_year)} "
            f"({sum(each.is_to_the_cent(name) for each in of_year)})"
            for name in PRINTED
        )
        lines.append((year, str(len(of_year)), *counts))
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True))
        for line in lines
    )


def unmatched(results: Sequence[Result]) -> str:
    """List the rows that are not matched, as text."""
    missed = [
        f"  {each.year}  {each.row.text('aco_id')}: {name} {each.printed[name]:,.2f}, "
        f"not {each.ours[name]:,.2f}"
        for each in results
        for name in PRINTED
        if not each.is_near(name)
    ]
    return "\n".join([f"{len(missed)} amounts not matched", *missed])


def main(arguments: Sequence[str]) -> int:
    """Settle the file named on the command line; return 0 when it could be read."""
    if len(arguments) != 1 or not Path(arguments[0]).is_file():
        sys.stderr.write("usage: python examples/mssp/settle_reach.py FILE.csv\n")
        return 2
    results = settle_rows(read_rows(Path(arguments[0])))
    sys.stdout.write(f"{table(results)}\n\n{unmatched(results)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
