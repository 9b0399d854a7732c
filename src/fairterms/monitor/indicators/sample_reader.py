"""Read the file of values: CSV with the columns ``indicator,period,value,n,received``.

``n`` is the denominator, or empty where the indicator has none. ``received`` is the day from which
the value was known. A restated value is another line of the same period, received later.
"""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from fairterms.monitor.indicators.indicator import Indicator, Sample, Sort
from fairterms.monitor.indicators.sample_period import SamplePeriod
from fairterms.units import quantity
from fairterms.units.problem import Problem, nearest
from fairterms.units.quantity import FRACTION, Quantity

FILE = "year/indicators.csv"
_NUMBER = re.compile(r"[0-9]{1,10}")
COLUMNS = ("indicator", "period", "value", "n", "received")
MOST = 10**9
"""The largest denominator; a value may be a thousand times as large."""

_WHY = "a value that is read wrongly warns of nothing, or of what is not there"


@dataclass
class _Lines:
    """The lines of the file as they are read, and what is wrong with them."""

    indicators: Mapping[str, Indicator]
    written: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    seen: set[tuple[str, SamplePeriod, date]] = field(default_factory=set)

    def note(self, line: int, what: str, code: str, fix: str) -> None:
        """Note one problem. The line itself may hold a small count, so no message repeats it."""
        self.problems.append(Problem(FILE, line, what, code, _WHY, fix))

    def sample(self, line: int, row: Mapping[str, str]) -> Sample | None:
        """Read one line."""
        indicator = self._indicator(line, row["indicator"])
        if indicator is None:
            return None
        period = self._period(line, indicator, row["period"])
        value, received = self._value(line, indicator, row["value"]), self._day(line, row)
        if period is None or value is None or received is None:
            return None
        n = self._denominator(line, indicator, row["n"])
        if n is None and indicator.of:
            return None
        found = Sample(indicator.id, period, value, n, received)
        return found if self._is_sound(line, indicator, found) else None

    def _indicator(self, line: int, name: str) -> Indicator | None:
        if name not in self.indicators and name not in self.written:
            hint = nearest(name, self.written) or "add an [[indicator]] of that id"
            self.note(line, f'there is no indicator called "{name}"', "unknown-indicator", hint)
        # One that is written with a mistake has had its message already.
        return self.indicators.get(name)

    def _period(self, line: int, indicator: Indicator, text: str) -> SamplePeriod | None:
        found = SamplePeriod.parse(text)
        if found is not None and found.cadence is indicator.cadence:
            return found
        example = str(indicator.starts)
        what = f'"{text}" is not a period of {indicator.id}, which is {indicator.cadence.value}'
        self.note(line, what, "not-a-period", f'write it like "{example}"')
        return None

    def _value(self, line: int, indicator: Indicator, text: str) -> Quantity | None:
        example = str(indicator.bounds.amber)
        try:
            found = quantity.parse(text)
        except quantity.NotAQuantity:
            what = f"the value of {indicator.id} is not a number with its unit"
            self.note(line, what, "no-unit", f'write it like "{example}"')
            return None
        if abs(found.amount) > 1_000 * MOST:
            self.note(line, f"the value of {indicator.id} is too large", "too-large", "correct it")
            return None
        if found.unit == indicator.unit and found.threshold is None and not found.base:
            return found
        what = f"the value of {indicator.id} is not in {indicator.unit} alone"
        self.note(line, what, "wrong-unit", f'write it like "{example}"')
        return None

    def _day(self, line: int, row: Mapping[str, str]) -> date | None:
        try:
            return date.fromisoformat(row["received"])
        except ValueError:
            what, fix = f'received: "{row["received"]}" is not a day', "write it like 2027-04-12"
            self.note(line, what, "not-a-date", fix)
            return None

    def _denominator(self, line: int, indicator: Indicator, text: str) -> int | None:
        if _NUMBER.fullmatch(text) and 0 < int(text) <= MOST:
            return int(text)
        if text or indicator.of:
            what = (
                f"n of {indicator.id} is missing"
                if not text
                else f"n is not a whole number from 1 to {MOST:,}"
            )
            fix = f"write how many {indicator.denominator or 'cases'} the value is of"
            self.note(line, what, "no-denominator", fix)
        return None

    def _is_sound(self, line: int, indicator: Indicator, sample: Sample) -> bool:
        if sample.n is not None and not indicator.of:
            what = f"n is given, and nobody says what {indicator.id} is counted of"
            fix = f'add of = "patients" to {indicator.id}, or leave n empty'
            self.note(line, what, "no-denominator", fix)
            return False
        is_counted = indicator.sort in (Sort.COUNT, Sort.RATE)
        if not _is_possible(sample, is_counted=is_counted):
            what = f"the value of {indicator.id} does not count whole cases"
            self.note(line, what, "impossible-count", "give value and n of the same count")
            return False
        if sample.received <= sample.period.first:
            what = f"the value of {sample.period} was received ({sample.received}) before it began"
            self.note(line, what, "too-early", "correct the day, or the period")
            return False
        return self._is_new(line, sample)

    def _is_new(self, line: int, sample: Sample) -> bool:
        key = (sample.indicator, sample.period, sample.received)
        if key in self.seen:
            what = f"{sample.indicator} of {sample.period} is given twice for {sample.received}"
            fix = "keep one of the lines; a restated value has a later day"
            self.note(line, what, "duplicate", fix)
            return False
        self.seen.add(key)
        return True


def _is_possible(sample: Sample, *, is_counted: bool) -> bool:
    """Tell whether a count is whole, and a share one of its own n as far as it is printed."""
    amount = sample.value.amount
    if sample.value.unit != FRACTION:
        return not is_counted or (amount >= 0 and amount == int(amount))
    assert sample.n is not None, "a share without n was refused"
    exponent = amount.as_tuple().exponent
    assert isinstance(exponent, int), "a parsed number is finite"
    if not 0 <= amount <= 1:
        return False
    gap = abs(Decimal(sample.events) / sample.n - amount)
    return gap <= Decimal(1).scaleb(exponent)


def read_samples(
    text: str, indicators: Mapping[str, Indicator], written: frozenset[str]
) -> tuple[tuple[Sample, ...], tuple[Problem, ...]]:
    """Read the values of the indicators.

    Parameters
    ----------
    text
        The file.
    indicators
        Those that could be read, by id.
    written
        The ids of all that are written, also of those with a mistake.

    Returns
    -------
    tuple
        The values in the order of the file, and every problem; a line with one is left out.
    """
    rows = csv.DictReader(io.StringIO(text), restval="")
    lines = _Lines(indicators, written)
    lacking = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
    if lacking:
        what = f"the file has no column {', '.join(lacking)}"
        lines.note(1, what, "no-column", f"begin it with {','.join(COLUMNS)}")
        return (), tuple(lines.problems)
    found = []
    try:
        for row in rows:
            cells = {name: (row[name] or "").strip() for name in COLUMNS}
            if any(cells.values()):
                found.append(lines.sample(rows.line_num, cells))
    except csv.Error:
        fix = "save the file as CSV again"
        lines.note(rows.line_num + 1, "from here on the file is not CSV", "not-csv", fix)
    return tuple(one for one in found if one is not None), tuple(lines.problems)
