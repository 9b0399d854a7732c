"""Settle federal shared-savings rows under the terms in this folder; compare with what was paid.

Run it with ``python examples/mssp/settle_rows.py FILE.csv``.

The file has one row per organization and performance year, with the columns that README.md lists.
Everything the program pays by stands in the ten TRACK files beside this one. This script reads each
row's figures, settles, and compares.
"""

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

# So that the command works from any folder, as the import of a file beside this one.
sys.path.insert(0, str(Path(__file__).parents[2]))

from examples.mssp.federal_row import (
    NONE,
    Quality,
    Row,
    Unreadable,
    figures_of,
    quality_of,
    revenue_shares,
)

from fairterms.contract.clause import Contract
from fairterms.contract.reader import read
from fairterms.payment.worksheet import Worksheet
from fairterms.settle.panel import settle_panel
from fairterms.units.number import EXACT, Column, exact_arithmetic
from fairterms.units.quantity import Quantity
from fairterms.units.refusal import Refusal

FOLDER = Path(__file__).parent
DOLLAR = Decimal(1)
"""Dollars are printed whole, so that an amount may be off by one."""

LOSS_WIDTH = Decimal("0.0001")
"""How far a printed score may move a loss rate."""

KINDS = {"paid": "savings paid", "owed": "losses owed", "nothing": "nothing paid"}


@dataclass(frozen=True)
class Result:
    """A row, what the terms give for it, and which of the printed figures that meets."""

    row: Row
    amounts: Mapping[str, Decimal]
    checks: Mapping[str, bool]
    reason: str = ""

    @property
    def is_match(self) -> bool:
        """Whether every printed figure was met."""
        return bool(self.checks) and all(self.checks.values())

    @property
    def kind(self) -> str:
        """Say what was printed: savings paid, losses owed, or nothing paid."""
        printed = self.row.number("earn") or NONE
        return "paid" if printed > 0 else "owed" if printed < 0 else "nothing"


def read_rows(path: Path) -> list[Row]:
    """Read the file's rows."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [Row(cells) for cells in csv.DictReader(file)]


@cache
def terms_of(track: str) -> Contract:
    """Read the terms of a track."""
    path = FOLDER / f"{track}.toml"
    if not path.exists():
        raise Unreadable(f'there are no terms for the track "{track}"')
    reading = read(path)
    assert reading.contract is not None, "\n".join(map(str, reading.problems))
    return reading.contract


@cache
def terms_in(track: str, year: int) -> Contract:
    """Return a track's terms as they stand in a performance year."""
    terms = terms_of(track)
    # The first performance year of a track may be half a year.
    if not terms.starts.year <= year <= terms.ends.year:
        raise Unreadable(f"the terms of {track} run from {terms.starts} to {terms.ends}")
    return terms.on(max(date(year, 1, 1), terms.starts))


def as_written(terms: Contract) -> Contract:
    """Leave the terms as they are."""
    return terms


def settle_rows(
    rows: Iterable[Row], amend: Callable[[Contract], Contract] = as_written
) -> list[Result]:
    """Settle rows, those of one track and year together, and compare; in the order given.

    ``amend`` may change the terms before they are used, to see what another reading would pay.
    """
    results: dict[int, Result] = {}
    groups: dict[tuple[str, int], list[Reading]] = {}
    with exact_arithmetic():
        for place, row in enumerate(rows):
            try:
                reading = read_row(place, row)
            except Unreadable as lacking:
                results[place] = Result(row, {}, {}, str(lacking))
            else:
                groups.setdefault((row.track, row.year), []).append(reading)
        for group in groups.values():
            terms = amend(group[0].terms)
            for reading, amounts in zip(group, settle_group(terms, group), strict=True):
                results[reading.place] = compare(reading, amounts)
    return [results[place] for place in sorted(results)]


@dataclass(frozen=True)
class Reading:
    """A row as it was read: its terms, its quality and its figures."""

    place: int
    row: Row
    terms: Contract
    quality: Quality
    figures: Mapping[str, Decimal]


def read_row(place: int, row: Row) -> Reading:
    """Find a row's terms and figures."""
    terms = terms_in(row.track, row.year)
    sharing_rate = terms.clause("savings").terms["sharing_rate"].value
    assert isinstance(sharing_rate, Quantity)
    quality = quality_of(row, sharing_rate.amount)
    return Reading(place, row, terms, quality, figures_of(row, terms, quality))


def settle_group(terms: Contract, group: Sequence[Reading]) -> list[dict[str, Decimal]]:
    """Settle rows that share their terms; a row that is refused gives no amounts."""
    try:
        return amounts_of(settle_panel(terms, table_of(group)))
    except Refusal:
        if len(group) == 1:
            return [{}]
        return [amounts for reading in group for amounts in settle_group(terms, [reading])]


def table_of(group: Sequence[Reading]) -> dict[str, Column]:
    """Turn the figures of many rows into columns."""
    names = group[0].figures
    return {name: EXACT.column(reading.figures[name] for reading in group) for name in names}


def amounts_of(sheet: Worksheet) -> list[dict[str, Decimal]]:
    """Return, row by row, the amounts that are compared with printed ones."""
    recouped = sheet.step("advance.recouped").values
    columns = {
        "savings": sheet.step("savings.savings").values,
        "minimum": sheet.step("savings.minimum_savings").values,
        "generated": sheet.step("savings.generated").values,
        "earned": sheet.step("advance.after_recoupment").values + recouped,
        "recouped": recouped,
        "still_owed": sheet.step("advance.still_owed").values,
        "payable": sheet.payable.values,
    }
    return [
        dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)
    ]


def compare(reading: Reading, amounts: Mapping[str, Decimal]) -> Result:
    """Compare what the terms give with every figure the row prints."""
    row = reading.row
    if not amounts or row.number("earn") is None:
        what = "the column earn is empty" if amounts else "the terms cannot be worked out for it"
        return Result(row, amounts, {}, what)
    earned = row.needed("earn")
    checks = {
        "B - E": _is_near(row.needed("bench") - row.needed("exp"), row.number("bme")),
        "decision": _decides_alike(reading, amounts),
        # Federal files print what is earned before advances are taken back.
        "earned": _is_near(amounts["earned"], earned, tolerance(reading)),
        "recouped": _is_near(amounts["recouped"], row.number("aip_recoup")),
        "still owed": _is_near(amounts["still_owed"], row.number("aip_owe")),
    }
    failed = [name for name, passed in checks.items() if not passed]
    return Result(row, amounts, checks, _reason(reading, amounts, failed) if failed else "")


def _is_near(ours: Decimal, printed: Decimal | None, within: Decimal = DOLLAR) -> bool:
    return printed is None or abs(ours - printed) <= within


def _decides_alike(reading: Reading, amounts: Mapping[str, Decimal]) -> bool:
    """Say whether savings or losses count in both, and by the same amount."""
    printed = reading.row.number("gen")
    is_two_sided = "loss_rate" in reading.terms.clause("savings").terms
    if printed is not None and printed < 0 and not is_two_sided:
        # Losses of a one-sided organization are printed for information.
        printed = NONE
    if reading.row.has_half_rate and _is_near(amounts["savings"], printed):
        return True
    return _is_near(amounts["generated"], printed)


def tolerance(reading: Reading) -> Decimal:
    """Return how far the earned amount may be off because its inputs are printed rounded."""
    savings = abs(reading.figures["total_benchmark"] - reading.figures["cost"])
    earned = reading.row.needed("earn")
    if earned > 0:
        return DOLLAR + savings * reading.quality.error
    return DOLLAR + savings * LOSS_WIDTH if earned < 0 else DOLLAR


def _reason(reading: Reading, amounts: Mapping[str, Decimal], failed: list[str]) -> str:
    """Say in words why a row is not matched."""
    row, ours = reading.row, amounts["earned"]
    printed, relief = row.needed("earn"), abs(row.number("disadj") or NONE)
    if failed != ["earned"]:
        return f"differs in: {', '.join(failed)}"
    if ours < printed <= 0 and revenue_shares(reading.terms):
        return (
            f"owed {_dollars(-printed)}, not {_dollars(-ours)}: "
            f"the limit by revenue binds, and revenue is not printed; "
            f"a limit of {_dollars(relief - printed)} would match"
        )
    if printed < ours < 0 and relief:
        return (
            f"owed {_dollars(-printed)}, not {_dollars(-ours)}: only "
            f"{_dollars(relief - (ours - printed))} of {_dollars(relief)} relief was used"
        )
    return f"earned {_dollars(printed)}, not {_dollars(ours)}"


def _dollars(amount: Decimal) -> str:
    return f"{'-' if amount < 0 else ''}${abs(amount):,.0f}"


HEADINGS = ("PY", "rows", "B - E", "decision", *KINDS.values(), "whole row")


def table(results: Sequence[Result]) -> str:
    """Write the counts by performance year, as text."""
    years = sorted({result.row.text("py") for result in results})
    lines = [
        _counts(year, [result for result in results if result.row.text("py") == year])
        for year in years
    ]
    lines = [HEADINGS, *lines, _counts("all", results)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True))
        for line in lines
    )


def _counts(year: str, results: Sequence[Result]) -> tuple[str, ...]:
    met = Counter(name for result in results for name, is_met in result.checks.items() if is_met)
    kinds = Counter(result.kind for result in results)
    met_kinds = Counter(result.kind for result in results if result.checks.get("earned"))
    whole = sum(result.is_match for result in results)
    amounts = (f"{met_kinds[kind]:,} / {kinds[kind]:,}" for kind in KINDS)
    numbers = (len(results), met["B - E"], met["decision"])
    return (year or "?", *(f"{number:,}" for number in numbers), *amounts, f"{whole:,}")


def unmatched(results: Sequence[Result]) -> str:
    """List the rows that are not matched, with the reason, as text."""
    missed = [result for result in results if not result.is_match]
    lines = [f"  {each.row.text('py')}  {each.row.name}: {each.reason}" for each in missed]
    return "\n".join([f"{len(missed)} rows not matched", *lines])


def main(arguments: Sequence[str]) -> int:
    """Settle the file named on the command line; return 0 when it could be read."""
    if len(arguments) != 1 or not Path(arguments[0]).is_file():
        sys.stderr.write("usage: python examples/mssp/settle_rows.py FILE.csv\n")
        return 2
    results = settle_rows(read_rows(Path(arguments[0])))
    sys.stdout.write(f"{table(results)}\n\n{unmatched(results)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
