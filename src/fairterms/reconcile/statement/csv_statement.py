"""A plan's statement from a table of lines: CSV, with the words of the plan's own columns."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from fairterms.reconcile.statement import checks, csv_sheet, printed, years
from fairterms.reconcile.statement.csv_sheet import Sheet, SheetRow
from fairterms.reconcile.statement.line_map import (
    DEFAULT_COLUMNS,
    FACTS,
    FILE,
    FileFacts,
    LineMap,
    PlanLine,
)
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.reconcile.statement.years import Dated
from fairterms.units.problem import Problem, nearest
from fairterms.units.quantity import NotAQuantity, Quantity

WHOLE = ("", "all", "total", "whole", "overall")
"""What stands in a column of parts, in lower case, where a line is about all of them."""

_OURS = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*")
_FACT_WORDS = {
    "contract": ("contract", "agreement"),
    "plan": ("plan", "payer"),
    "group": ("group", "provider"),
    "paid_through": ("paid_through", "paid through", "claims paid through"),
    "issued": ("issued", "statement date"),
    "year": ("year", "period", "performance year"),
    "first_day": ("first_day", "first day"),
    "last_day": ("last_day", "last day"),
}
"""What may stand before a fact above the heading, in lower case, besides the map's own word."""


@dataclass(frozen=True)
class _Fact:
    """A fact that the file states: its text, and the line it stands on."""

    text: str
    line: int


def read(content: bytes, file: str, line_map: LineMap | None = None) -> Statement:
    r"""Read a statement from a table.

    Parameters
    ----------
    content
        The bytes of the file. Facts may stand above the heading, a word and its value a row.
    file
        Its name.
    line_map
        What its columns and lines mean; without it the columns are ``line,label,value``, each
        value has its unit, and ``line`` names our figure or step.

    Returns
    -------
    Statement
        Lines that can be read, and a problem for each of the others. A line of a part has the
        part in its id, as in "15 [HMO / Region 1]".

    Examples
    --------
    >>> found = read(b"line,label,value\npayable,Amount due,$48.20", "2027.csv")
    >>> found.line("payable").ours, str(found.line("payable").value)
    ('payable', '$48.20')
    """
    line_map = line_map or LineMap()
    sheet = csv_sheet.read(content, file, line_map)
    if isinstance(sheet, Problem):
        return Statement(file, (), problems=(sheet,))
    reading = _Reading(file, line_map, sheet, [])
    facts, given = reading.facts(), line_map.facts(file)
    dated = [one for row in sheet.rows for one in reading.lines(row)]
    if not dated and not reading.found:
        reading.add(0, *_NO_LINES)
    chosen = years.choose(file, tuple(dated), _stated(facts, line_map), given.period)
    reading.found.extend(chosen.problems)
    words = {name: reading.word(name, facts, given) for name in FACTS[:3]}
    statement = Statement(
        file,
        chosen.lines,
        chosen.period,
        **words,
        issued=reading.day("issued", facts, given.issued),
        paid_through=reading.day("paid_through", facts, given.paid_through),
        problems=tuple(sorted(dict.fromkeys(reading.found), key=lambda one: one.line)),
    )
    named = [line.plan for line in line_map.lines if line.ours]
    return checks.not_there(statement, named, map(reading.name, sheet.rows))


_NO_LINES = (
    "the file has a heading and no line under it",
    "no-lines",
    "a statement without a line looks like a year in which nothing is owed",
    "ask the plan for the file again",
)


def _stated(facts: Mapping[str, _Fact], line_map: LineMap) -> years.Stated | None:
    """Return the year that stands above the heading."""
    if "first_day" in facts and "last_day" in facts:
        text = f"{facts['first_day'].text} to {facts['last_day'].text}"
        return years.Stated(text, facts["first_day"].line, printed.period(text, line_map.dates))
    if "year" not in facts:
        return None
    text, line = facts["year"].text, facts["year"].line
    return years.Stated(text, line, printed.period(text, line_map.dates))


@dataclass(frozen=True)
class _Reading:
    """One file while it is read, and what was found wrong with it."""

    file: str
    line_map: LineMap
    sheet: Sheet
    found: list[Problem]

    def add(self, line: int, what: str, code: str, why: str, fix: str) -> None:
        """Note one problem."""
        self.found.append(Problem(self.file, line, what, code, why, fix))

    def facts(self) -> Mapping[str, _Fact]:
        """Return the facts above the heading; what nobody reads there is told."""
        found: dict[str, _Fact] = {}
        for row in self.sheet.above:
            cells = [cell for cell in row.cells if cell]
            if len(cells) != 2:
                continue  # a title, or a blank
            word = cells[0].rstrip(":").strip().casefold()
            name = next((name for name in _FACT_WORDS if word in self._words(name)), "")
            if name:
                found.setdefault(name, _Fact(cells[1], row.line))
            else:
                self._not_read(word, row.line)
        return found

    def _words(self, name: str) -> tuple[str, ...]:
        own = tuple(word.casefold() for word in self.line_map.columns.get(name, ()))
        return (*own, *_FACT_WORDS[name])

    def _not_read(self, word: str, line: int) -> None:
        known = [one for name in _FACT_WORDS for one in self._words(name)]
        self.add(
            line,
            f'nothing reads the row "{word}" above the heading',
            "fact-not-read",
            "it may say which contract, year or day the statement is about",
            nearest(word, known) or "look whether it matters; if not, leave it as it is",
        )

    def word(self, name: str, facts: Mapping[str, _Fact], given: FileFacts) -> str:
        """Return what the file says of a party or of the contract, else what the map says."""
        own = self._of_file(name, facts)
        if own is None:
            return given.words.get(name, "")
        return own.text

    def day(self, name: str, facts: Mapping[str, _Fact], given: date | None) -> date | None:
        """Return a day that the file states, else the map's."""
        own = self._of_file(name, facts)
        if own is None:
            return given
        found = printed.day(own.text, self.line_map.dates)
        if found is None:
            what = f'{name} is "{own.text}", and that is no day written {self.line_map.dates}'
            why = "a day read in the wrong order is another day"
            fix = (
                f"write it like 2028-06-30, or say in {FILE}, under [writing], "
                'dates = "month/day/year" or "day/month/year"'
            )
            self.add(own.line, what, "not-a-date", why, fix)
        elif given is not None and given != found:
            what = f"{name} is {found} in the file and {given} in {FILE}"
            why = "one of them is about another statement"
            self.add(own.line, what, "fact-differs", why, f"mend the day in {FILE}")
        return found

    def _of_file(self, name: str, facts: Mapping[str, _Fact]) -> _Fact | None:
        """Return a fact of the file: above the heading, or in a column that says it of all rows."""
        if name in facts:
            return facts[name]
        cells = [(self.sheet.cell(row, name), row.line) for row in self.sheet.rows]
        said = [_Fact(text, line) for text, line in cells if text]
        other = next((one for one in said if one.text != said[0].text), None)
        if other is not None:
            what = f'{name} is "{said[0].text}" on line {said[0].line} and "{other.text}" here'
            why = "a statement is about one contract, from one plan, to one group"
            self.add(other.line, what, "mixed-facts", why, "keep the lines of one of them")
        return said[0] if said else None

    def name(self, row: SheetRow) -> str:
        """Return the plan's number of a line, else its words."""
        return self.sheet.cell(row, "line") or self.sheet.cell(row, "label")

    def lines(self, row: SheetRow) -> Iterator[Dated]:
        """Yield the line of a row, where it has one."""
        name = self.name(row)
        raw = self.sheet.cell(row, "value")
        if not raw and sum(bool(cell) for cell in row.cells) <= 1:
            return  # a heading inside the table, or a remark under it
        if self._is_broken(row, name, raw):
            return
        known = self.line_map.line(name)
        value = self._value(row, name, raw, known)
        if value is None:
            return
        if known is None and not self._is_ours(name):
            self._not_mapped(row, name)
        text = self._period_text(row)
        period = printed.period(text, self.line_map.dates) if text else None
        if text and period is None:
            self.add(row.line, *years.unreadable(text))
            return
        yield Dated(self._line(row, name, value, known), row.line, period)

    def _is_broken(self, row: SheetRow, name: str, raw: str) -> bool:
        """Note what keeps a row from being a line."""
        if any(row.cells[len(self.sheet.heading.cells) :]):
            what = "this row has more cells than the heading"
            why = "a comma inside a number would split it in two"
            fix = "put the number between quotation marks, or take its commas out"
            self.add(row.line, what, "more-cells", why, fix)
        elif not name:
            what, why = "this row names no line", "a number without a name is compared with nothing"
            self.add(row.line, what, "no-name", why, "give the line its number or its words")
        elif not raw:
            what, why = f'the line "{name}" has no value', "an empty cell is not zero"
            self.add(row.line, what, "no-value", why, "ask the plan for the number")
        else:
            return False
        return True

    def _value(self, row: SheetRow, name: str, raw: str, known: PlanLine | None) -> Quantity | None:
        """Read the value of a row in our sign; None, and a problem, where it cannot be read."""
        beside = self.sheet.cell(row, "unit")
        unit = printed.unit(beside, self.line_map.units) if beside else None
        if beside and unit is None:
            fix = f'write under [units] in {FILE} what it means, like "{beside}" = "$ PMPM"'
            what = f'the line "{name}" is in "{beside}", and that is no unit we know'
            self.add(row.line, what, "no-unit", _UNIT_WHY, fix)
            return None
        unit = unit or (known.unit if known else None)
        has_comma = self.line_map.has_decimal_comma
        try:
            found = printed.amount(
                raw, unit, words=self.line_map.units, has_decimal_comma=has_comma
            )
        except NotAQuantity as wrong:
            self._not_a_quantity(row, name, raw, wrong)
            return None
        return found.with_amount(found.amount * known.sign) if known else found

    def _not_a_quantity(self, row: SheetRow, name: str, raw: str, wrong: NotAQuantity) -> None:
        if "has no unit" in wrong.reason:
            what = f'the line "{name}" has no unit: "{raw}"'
            fix = (
                f'ask the plan what it counts, and say so in {FILE}: [[line]] plan = "{name}", '
                'unit = "$"'
            )
            self.add(row.line, what, "no-unit", _UNIT_WHY, fix)
            return
        what, why = f'the line "{name}": {wrong.reason}', "nothing is put in the place of a number"
        fix = f"ask the plan for the number; {wrong.fix}"
        self.add(row.line, what, "not-a-quantity", why, fix)

    def _is_ours(self, name: str) -> bool:
        """Say whether a line that the map leaves out names our figure or step itself."""
        in_our_columns = self.line_map.columns["line"] == DEFAULT_COLUMNS["line"]
        return not self.line_map.lines or (in_our_columns and bool(_OURS.fullmatch(name)))

    def _not_mapped(self, row: SheetRow, name: str) -> None:
        what = f'{FILE} does not name the line "{name}"'
        why = "it is shown in the plan's words and compared with nothing"
        fix = f'write [[line]] plan = "{name}", and as ours the figure or step that it shows'
        self.add(row.line, what, "line-not-mapped", why, fix)

    def _period_text(self, row: SheetRow) -> str:
        first, last = (self.sheet.cell(row, name) for name in ("first_day", "last_day"))
        return f"{first} to {last}" if first and last else self.sheet.cell(row, "year")

    def _line(
        self, row: SheetRow, name: str, value: Quantity, known: PlanLine | None
    ) -> StatementLine:
        parts = self.sheet.cells(row, "part")
        scope = tuple(part for part in parts if part.casefold() not in WHOLE)
        own = name if self._is_ours(name) else ""
        return StatementLine(
            f"{name} [{' / '.join(scope)}]" if scope else name,
            self.sheet.cell(row, "label") or name,
            value,
            code=name if "part" in self.sheet.columns else "",
            scope=scope,
            place=f"line {row.line}",
            ours=known.ours if known else own,
        )


_UNIT_WHY = "without its unit a number can be dollars, dollars PMPM, per cent or people"
