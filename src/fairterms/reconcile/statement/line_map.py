"""What a plan's lines, columns and files mean: the record that ``statements/map.toml`` becomes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fnmatch import fnmatchcase
from types import MappingProxyType

from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.records.writing import DateOrder
from fairterms.units.period import Period
from fairterms.units.problem import Problem
from fairterms.units.quantity import Unit

FILE = "map.toml"
COLUMNS = ("line", "label", "value", "unit", "part", "year", "first_day", "last_day")
FACTS = ("contract", "plan", "group", "paid_through", "issued")
ENCODINGS = {"utf-8": "utf-8-sig", "latin-1": "cp1252"}
"""What a map may say, and what is read; files called Latin-1 have Windows' quotation marks."""
DELIMITERS = (",", ";", "\t", "|")
DEFAULT_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {name: (name,) for name in (*COLUMNS, *FACTS)}
)


@dataclass(frozen=True)
class PlanLine:
    """What one line of the plan's shows.

    Attributes
    ----------
    plan
        The line's id or number as the plan prints it.
    ours
        Our figure or step; empty where the line is known and shows none.
    sign
        -1 where the plan prints it with the other sign than ours.
    unit
        What it is in, where the file does not say.
    """

    plan: str
    ours: str = ""
    sign: int = 1
    unit: Unit | None = None


@dataclass(frozen=True)
class FileFacts:
    """What the map says of a file, or of all files whose names look alike.

    Attributes
    ----------
    name
        The file's name, or a pattern such as "2028-*.csv".
    words
        Contract, plan and group, where given.
    period, paid_through, issued
        None where the map does not say.
    """

    name: str
    words: Mapping[str, str] = field(default_factory=dict)
    period: Period | None = None
    paid_through: date | None = None
    issued: date | None = None


@dataclass(frozen=True)
class LineMap:
    """How the files of a plan read.

    Attributes
    ----------
    columns
        Our names, and the headings of the plan's columns; a fact's name may also stand in a row
        above the heading.
    lines
        What the plan's lines show. Empty: each line names our figure or step itself.
    files
        What the map says of single files.
    contract_names
        What the plan calls the contract of the terms.
    encoding, delimiter
        How the file is saved; an empty delimiter is found by looking.
    has_decimal_comma
        Whether "1.234,50" means a thousand and more.
    dates
        How days are written; "2027-06-30" is read in any case.
    units
        What the plan's own words for a unit mean, in lower case.
    problems
        What is wrong with the map.
    """

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: DEFAULT_COLUMNS)
    lines: tuple[PlanLine, ...] = ()
    files: tuple[FileFacts, ...] = ()
    contract_names: tuple[str, ...] = ()
    encoding: str = "utf-8"
    delimiter: str = ""
    has_decimal_comma: bool = False
    dates: DateOrder = DateOrder.YEAR_FIRST
    units: Mapping[str, Unit] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def line(self, plan: str) -> PlanLine | None:
        """Return what the map says of a line; None where it does not name it."""
        wanted = plan.strip().casefold()
        return next((one for one in self.lines if one.plan.casefold() == wanted), None)

    def facts(self, file: str) -> FileFacts:
        """Return what the map says of a file; nothing where it does not name it."""
        exact = [one for one in self.files if one.name == file]
        alike = [one for one in self.files if fnmatchcase(file, one.name)]
        return (exact or alike or [FileFacts(file)])[0]


def named(statement: Statement, line_map: LineMap) -> Statement:
    """Say what the lines of a statement show, and what it is about, where it does not say so.

    Parameters
    ----------
    statement
        Of a format without columns of its own; its lines are named by their ids or codes.
    line_map
        What they show; lines it does not name stay as they are.
    """
    given = line_map.facts(statement.file)
    return replace(
        statement,
        lines=tuple(_named(line, line_map) for line in statement.lines),
        contract=statement.contract or given.words.get("contract", ""),
        plan=statement.plan or given.words.get("plan", ""),
        group=statement.group or given.words.get("group", ""),
        period=statement.period or given.period,
        paid_through=statement.paid_through or given.paid_through,
        issued=statement.issued or given.issued,
    )


def _named(line: StatementLine, line_map: LineMap) -> StatementLine:
    known = line_map.line(line.id) or (line_map.line(line.code) if line.code else None)
    if known is None or not known.ours:
        return line
    value = line.value.with_amount(line.value.amount * known.sign)
    return replace(line, ours=known.ours, value=value)
