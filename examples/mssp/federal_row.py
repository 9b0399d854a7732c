"""Read one row of the federal shared-savings results: the figures it gives to the terms."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from fairterms.contract.clause import Contract
from fairterms.units.quantity import Quantity

NONE = Decimal(0)
WHOLE = Decimal(1)
HALF_DIGIT = Decimal("0.00005")
"""Half of the last digit of a score or rate printed with four decimals."""

ELECTABLE = {Decimal(step) / 1000 for step in (0, 5, 10, 15, 20)}
"""Minimum rates a two-sided organization may elect: 0 to 2 % in steps of half a point."""

FLAGS = {"1": True, "1.0": True, "true": True, "yes": True, "y": True}
FLAGS |= {"0": False, "0.0": False, "false": False, "no": False, "n": False}


class Unreadable(ValueError):
    """A row lacks something that the terms need; the message says what."""


@dataclass(frozen=True)
class Row:
    """One line of the file."""

    cells: Mapping[str, str | None]

    def text(self, column: str) -> str:
        """Return a cell as text; empty when there is none."""
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
            raise Unreadable(f"the column {column} is empty or not a number")
        return found

    def flag(self, column: str) -> bool | None:
        """Return a yes-or-no cell, or None when it is empty."""
        return FLAGS.get(self.text(column).lower())

    @property
    def year(self) -> int:
        """The performance year."""
        return int(self.needed("py"))

    @property
    def name(self) -> str:
        """The organization's name, or else its identifier."""
        return self.text("aco_name") or self.text("aco_id")

    @property
    def track(self) -> str:
        """The track's code, such as BASIC_C."""
        return re.sub(r"[^A-Z0-9]+", "_", self.text("track").upper()).strip("_")

    @property
    def agreement_start(self) -> int | None:
        """The year in which the agreement period began; dates are written in several ways."""
        parts = re.findall(r"\d+", self.text("agree_start"))
        if len(parts) < 3:
            return None
        year = int(parts[0] if len(parts[0]) == 4 else parts[2])
        return year + 2000 if year < 100 else year

    @property
    def is_loss(self) -> bool:
        """Whether the year cost more than the benchmark."""
        return self.needed("exp") > self.needed("bench")

    @property
    def has_half_rate(self) -> bool:
        """Whether savings below the minimum may be shared: by the flag, or by its conditions."""
        flag = self.flag("reduced_ss")
        if flag is not None:
            return flag
        is_low = self.text("rev_exp_cat").lower().startswith("low")
        return is_low and (self.agreement_start or 0) >= 2024


@dataclass(frozen=True)
class Quality:
    """How quality enters the rates: which standard was met, and the score.

    ``error`` is how far the sharing rate may be from the true one because a score or rate is
    printed with few digits; zero where the rate does not depend on a printed number.
    """

    meets_standard: bool
    meets_alternative: bool
    score: Decimal
    error: Decimal = NONE


def quality_of(row: Row, maximum: Decimal) -> Quality:
    """Read the quality columns (qual, met_qps, fsr, flr) as they were used in the row's year.

    ``maximum`` is the track's highest sharing rate.
    """
    score, rate = row.number("qual"), row.number("fsr")
    if row.year <= 2015 and rate is not None:
        # The score is missing for many rows of these years; the rate is the maximum × the score.
        error = NONE if row.year == 2014 else row.number("fsr_halfwidth") or HALF_DIGIT
        return Quality(rate > 0, False, rate / maximum, error)
    flag = row.flag("met_qps")
    meets = bool(rate) if flag is None else flag
    if row.year <= 2020:
        if score is None:
            raise Unreadable("the columns qual and fsr are empty")
        return Quality(meets, False, score, maximum * HALF_DIGIT)
    if row.year <= 2022 or rate is None:
        return Quality(meets, False, score or NONE)
    if row.is_loss:
        return _behind_loss_rate(row, maximum, Quality(meets, rate > 0, score or NONE))
    half = (maximum / 2,) if row.has_half_rate else ()
    return _behind_sharing_rate(row, rate, (maximum, *half))


def _behind_sharing_rate(row: Row, rate: Decimal, maxima: Sequence[Decimal]) -> Quality:
    """Tell the standard from the alternative by the printed rate.

    From 2023 the rate is the maximum under the standard, the maximum × the score under the
    alternative, and 0 when both were failed. The half rate has its own, lower maximum.
    """
    score = row.number("qual")
    width = row.number("fsr_halfwidth")
    width = HALF_DIGIT if width is None else width
    if rate == 0:
        return Quality(False, False, score or NONE)
    if rate in maxima:
        return Quality(True, False, score or NONE)
    for maximum in maxima:
        if score is not None and abs(rate - maximum * score) <= width + maximum * HALF_DIGIT:
            return Quality(False, True, score, maximum * HALF_DIGIT)
    if any(abs(rate - maximum) <= width for maximum in maxima):
        return Quality(True, False, score or NONE)
    return Quality(False, True, min(rate / maxima[-1], WHOLE), width)


def _behind_loss_rate(row: Row, maximum: Decimal, quality: Quality) -> Quality:
    """Return the score that gives the printed loss rate, where the row prints one."""
    rate = row.number("flr")
    if rate is None:
        return quality
    return Quality(True, False, (1 - rate) / maximum)


def figures_of(row: Row, terms: Contract, quality: Quality) -> dict[str, Decimal]:
    """Return the figures a row gives to the terms of its track."""
    minimum = row.number("msr")
    if "loss_rate" in terms.clause("savings").terms and minimum is None:
        raise Unreadable("the column msr is empty, and a two-sided minimum may be elected")
    elected = minimum if minimum in ELECTABLE else None
    start = row.agreement_start
    return {
        "total_benchmark": row.needed("bench"),
        "cost": row.needed("bench") - savings_of(row),
        "members": row.needed("n_ab"),
        "quality_score": quality.score,
        "meets_standard": Decimal(quality.meets_standard),
        "meets_alternative": Decimal(quality.meets_alternative),
        "elects_fixed_minimum": Decimal(elected is not None),
        "elected_minimum": elected or NONE,
        "half_rate_applies": Decimal(row.has_half_rate),
        "guardrail_applies": Decimal(bool(row.flag("guardrail"))),
        # Only Track 2 reads it. Its rows without a start are of 2014-2015 and had no losses.
        "agreement_year": Decimal(row.year - start + 1 if start else 1),
        "revenue": _revenue(row, terms),
        "disaster_relief": row.number("disadj") or NONE,
        "advance_balance": abs(row.number("aip_balance") or NONE),
    }


def savings_of(row: Row) -> Decimal:
    """Return benchmark minus cost, in dollars.

    Both are printed in whole dollars, so that their difference may be a dollar off. The difference
    is printed too, and is closer; it is taken where it agrees with the two within that dollar.
    """
    difference = row.needed("bench") - row.needed("exp")
    printed = row.number("bme")
    return difference if printed is None or abs(printed - difference) > 1 else printed


def _revenue(row: Row, terms: Contract) -> Decimal:
    """Return the revenue behind the loss limit, which the federal files do not print.

    A file may give it (``revenue``), or the limit in dollars that follows from it (``loss_limit``).
    Otherwise the benchmark stands in, so that the limit by revenue does not bind; the rows where it
    did bind are then listed as unmatched.
    """
    limit = row.number("loss_limit")
    if limit is not None:
        for share in revenue_shares(terms):
            return limit / share
    return row.number("revenue") or row.needed("bench")


def revenue_shares(terms: Contract) -> list[Decimal]:
    """Return the share of revenue that limits what is owed; empty when revenue limits nothing."""
    owed_cap = terms.clause("limits").terms.get("owed_cap")
    items = owed_cap.value if owed_cap and isinstance(owed_cap.value, tuple) else ()
    return [item.amount for item in items if isinstance(item, Quantity) and item.base == "revenue"]
