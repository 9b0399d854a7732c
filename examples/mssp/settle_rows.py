"""Settle federal shared-savings rows under the terms in this folder; compare with what was paid.

    python examples/mssp/settle_rows.py FILE.csv

The file has one row per organisation and performance year, with the columns that README.md lists.
Everything the program pays by stands in the ten TRACK files beside this one. This script only reads
a row's figures, settles, and compares.
"""

import csv
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from fairterms.contract.clause import Contract
from fairterms.contract.reader import read
from fairterms.contract.value import Formula, Quantity
from fairterms.payment.worksheet import Worksheet
from fairterms.settle.panel import settle_panel
from fairterms.units.number import EXACT, Column, exact_arithmetic
from fairterms.units.refusal import Refusal

FOLDER = Path(__file__).parent
DOLLAR = Decimal(1)
NONE = Decimal(0)
LAST_DIGIT = Decimal("0.00005")
"""Half of the last digit of a score or rate printed with four decimals."""
ELECTABLE = {Decimal(step) / 1000 for step in (0, 5, 10, 15, 20)}
"""Minimum rates a two-sided organisation may elect: 0 to 2 % in half points."""


class Unreadable(ValueError):
    """A row lacks something that the terms need; the message says what."""


@dataclass(frozen=True)
class Row:
    """One line of the file; empty cells are None."""

    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """Return a cell as text, or an empty string."""
        return (self.cells.get(column) or "").strip()

    def number(self, column: str) -> Decimal | None:
        """Return a cell as an exact number, or None when it is empty or not a number."""
        text = self.text(column).replace(",", "").replace("$", "")
        try:
            found = Decimal(text.rstrip("%")) / (100 if text.endswith("%") else 1)
        except InvalidOperation:
            return None
        return found if found.is_finite() else None

    def needed(self, column: str) -> Decimal:
        """Return a number that nothing can stand in for."""
        found = self.number(column)
        if found is None:
            raise Unreadable(f"the column {column} is empty")
        return found

    def flag(self, column: str) -> bool | None:
        """Return a yes-or-no cell, or None when it is empty."""
        words = {"1": True, "1.0": True, "true": True, "yes": True, "y": True}
        words |= {"0": False, "0.0": False, "false": False, "no": False, "n": False}
        return words.get(self.text(column).lower())

    @property
    def year(self) -> int:
        """The performance year."""
        return int(self.needed("py"))

    @property
    def name(self) -> str:
        """The organisation's name, or its identifier."""
        return self.text("aco_name") or self.text("aco_id")

    @property
    def track(self) -> str:
        """The track's code, such as BASIC_C."""
        return re.sub(r"[^A-Z0-9]+", "_", self.text("track").upper()).strip("_")

    @property
    def agreement_start(self) -> int | None:
        """The year in which the agreement period began."""
        found = re.search(r"\b(\d{4})-\d|/(\d{4})\b|/(\d{2})\b", self.text("agree_start"))
        if found is None:
            return None
        return int(found[1] or found[2] or f"20{found[3]}")


@dataclass(frozen=True)
class Quality:
    """How quality enters the sharing rate: which standard was met, and the score.

    ``error`` is how far the printed score may be from the true one, times the rate it multiplies.
    """

    meets_standard: bool
    meets_alternative: bool
    score: Decimal
    error: Decimal


def quality_of(row: Row, maximum: Decimal, *, has_half_rate: bool) -> Quality:
    """Read the quality columns as they were used in the row's year.

    Parameters
    ----------
    row
        Its ``qual``, ``met_qps``, ``fsr`` and ``flr``.
    maximum
        The track's highest sharing rate.
    has_half_rate
        Whether savings below the minimum may be shared at half the rate.
    """
    score, rate = row.number("qual"), row.number("fsr")
    if row.year <= 2015 and rate is not None:
        # The score is missing for many rows of these years; the rate is the maximum × the score.
        error = NONE if row.year == 2014 else row.number("fsr_halfwidth") or LAST_DIGIT
        return Quality(rate > 0, False, rate / maximum, error)
    meets = row.flag("met_qps")
    meets = bool(rate) if meets is None else meets
    if row.year >= 2023 and rate is not None:
        return _since_2023(row, rate, (maximum, maximum / 2) if has_half_rate else (maximum,))
    if score is None and row.year <= 2020:
        raise Unreadable("the columns qual and fsr are empty")
    error = maximum * LAST_DIGIT if row.year <= 2020 else NONE
    return Quality(meets, False, score or NONE, error)


def _since_2023(row: Row, rate: Decimal, maxima: Sequence[Decimal]) -> Quality:
    """Tell the standard from the alternative by the rate: the maximum, or the maximum × score."""
    score = _score_behind_losses(row, maxima[0])
    printed = row.number("fsr_halfwidth")
    width = LAST_DIGIT if printed is None else printed
    if rate == 0:
        return Quality(False, False, score or NONE, NONE)
    if any(abs(rate - maximum) <= width for maximum in maxima):
        return Quality(True, False, score or NONE, NONE)
    for maximum in maxima:
        if score is not None and abs(rate - maximum * score) <= width + maximum * LAST_DIGIT:
            return Quality(False, True, score, maximum * LAST_DIGIT)
    return Quality(False, True, min(rate / maxima[-1], DOLLAR), width)


def _score_behind_losses(row: Row, maximum: Decimal) -> Decimal | None:
    """Return the score; for a loss whose printed rate tells another one, the score behind it."""
    score, rate = row.number("qual"), row.number("flr")
    if rate is None or row.needed("bench") >= row.needed("exp"):
        return score
    behind = (1 - rate) / maximum
    lowest, highest = Decimal("0.4"), Decimal("0.75")
    if score is not None and abs(min(max(1 - maximum * score, lowest), highest) - rate) <= (
        2 * LAST_DIGIT
    ):
        return score
    return behind


@cache
def terms_of(track: str) -> Contract:
    """Read the terms of a track."""
    path = FOLDER / f"{track}.toml"
    if not path.exists():
        raise Unreadable(f'there are no terms for the track "{track}"')
    found = read(path)
    assert found.contract is not None
    assert not found.problems, "\n".join(map(str, found.problems))
    return found.contract


def figures_of(row: Row, terms: Contract) -> tuple[dict[str, Decimal], Decimal]:
    """Return the figures a row gives to the terms, and the printing error of its rate."""
    sharing_rate = terms.clause("savings").terms["sharing_rate"].value
    assert isinstance(sharing_rate, Quantity)
    is_half = _has_half_rate(row)
    quality = quality_of(row, sharing_rate.amount, has_half_rate=is_half)
    minimum = row.number("msr")
    if "loss_rate" in terms.clause("savings").terms and minimum is None:
        raise Unreadable("the column msr is empty, and a two-sided minimum may be elected")
    elected = minimum if minimum in ELECTABLE else None
    start = row.agreement_start
    figures = {
        "total_benchmark": row.needed("bench"),
        "cost": row.needed("exp"),
        "members": row.needed("n_ab"),
        "quality_score": quality.score,
        "meets_standard": Decimal(quality.meets_standard),
        "meets_alternative": Decimal(quality.meets_alternative),
        "elects_fixed_minimum": Decimal(elected is not None),
        "elected_minimum": elected or NONE,
        "half_rate_applies": Decimal(is_half),
        "guardrail_applies": Decimal(bool(row.flag("guardrail"))),
        # Only the second track reads it, and before 2016 nobody there had a loss.
        "agreement_year": Decimal(row.year - start + 1 if start else 1),
        "revenue": _revenue(row, terms),
        "disaster_relief": row.number("disadj") or NONE,
        "advance_balance": abs(row.number("aip_balance") or NONE),
    }
    return figures, quality.error


def _has_half_rate(row: Row) -> bool:
    """Say whether the half rate is open to the row: by its flag, or else by its conditions."""
    flag = row.flag("reduced_ss")
    if flag is not None:
        return flag
    is_low = row.text("rev_exp_cat").lower().startswith("low")
    return is_low and (row.agreement_start or 0) >= 2024


def _revenue(row: Row, terms: Contract) -> Decimal:
    """Return the revenue, which the federal files do not print.

    A file may give it (``revenue``), or the loss limit that follows from it (``loss_limit``).
    Otherwise the benchmark stands in: its share then never is the lower limit, so that the limit of
    revenue does not bind. Rows for which it did bind are listed as unmatched.
    """
    limit = row.number("loss_limit")
    owed_cap = terms.clause("limits").terms.get("owed_cap")
    items = owed_cap.value if owed_cap and isinstance(owed_cap.value, tuple) else ()
    for item in items:
        if limit is not None and isinstance(item, Quantity) and item.base == "revenue":
            return limit / item.amount
    return row.number("revenue") or row.needed("bench")


@dataclass(frozen=True)
class Result:
    """A row, what the terms give for it, and whether that is what was printed."""

    row: Row
    amounts: Mapping[str, Decimal]
    checks: Mapping[str, bool]
    reason: str

    @property
    def is_match(self) -> bool:
        """Whether every printed figure was met."""
        return bool(self.checks) and all(self.checks.values())

    @property
    def kind(self) -> str:
        """What was printed: savings paid, losses owed, or nothing paid."""
        earned = self.row.number("earn") or NONE
        return "paid" if earned > 0 else "owed" if earned < 0 else "nothing"


STEPS = {
    "savings": "savings.savings",
    "generated": "savings.generated",
    "earned": "relief.after_relief",
    "recouped": "advance.recouped",
    "still_owed": "advance.still_owed",
}


def settle_rows(rows: Iterable[Row]) -> list[Result]:
    """Settle rows, those of one track and year together, and compare; in the order given."""
    listed = list(rows)
    results: dict[int, Result] = {}
    groups: dict[tuple[str, int], list[tuple[int, Row]]] = {}
    for place, row in enumerate(listed):
        try:
            groups.setdefault((row.track, row.year), []).append((place, row))
        except Unreadable as lacking:
            results[place] = Result(row, {}, {}, str(lacking))
    with exact_arithmetic():
        for (track, year), members in groups.items():
            results |= _settle_group(track, year, members)
    return [results[place] for place in range(len(listed))]


def _settle_group(track: str, year: int, members: list[tuple[int, Row]]) -> dict[int, Result]:
    results: dict[int, Result] = {}
    read_rows: list[tuple[int, Row, dict[str, Decimal], Decimal]] = []
    for place, row in members:
        try:
            terms = terms_of(track).on(date(year, 1, 1))
            read_rows.append((place, row, *figures_of(row, terms)))
        except Unreadable as lacking:
            results[place] = Result(row, {}, {}, str(lacking))
    if read_rows:
        sheet = settle_panel(terms, table_of([figures for _, _, figures, _ in read_rows]))
        for at, (place, row, _, error) in enumerate(read_rows):
            results[place] = compare(row, _amounts(sheet, at), error)
    return results


def table_of(figures: Sequence[Mapping[str, Decimal]]) -> dict[str, Column]:
    """Turn the figures of many rows into columns."""
    return {name: EXACT.column(each[name] for each in figures) for name in figures[0]}


def _amounts(sheet: Worksheet, at: int) -> dict[str, Decimal]:
    return {name: sheet.step(step).values[at] for name, step in STEPS.items()}
