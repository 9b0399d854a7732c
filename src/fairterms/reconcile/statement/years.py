"""Which year a statement is about, where its lines or its head say so; never two at once."""

from collections import Counter
from dataclasses import dataclass

from fairterms.reconcile.statement.statement import StatementLine
from fairterms.units.period import Period, calendar_year
from fairterms.units.problem import Problem

_WHY = "each performance year is settled by itself"


@dataclass(frozen=True)
class Dated:
    """A line, where it stands, and the period that its own row states; None where it does not."""

    line: StatementLine
    number: int
    period: Period | None


@dataclass(frozen=True)
class Stated:
    """A period that stands above the lines: its text, its line, and what it means if anything."""

    text: str
    line: int
    period: Period | None


@dataclass(frozen=True)
class Chosen:
    """The period of a statement, its lines, and what is wrong with the others."""

    period: Period | None
    lines: tuple[StatementLine, ...]
    problems: tuple[Problem, ...]


def choose(
    file: str, dated: tuple[Dated, ...], stated: Stated | None, wanted: Period | None
) -> Chosen:
    """Find the one period that a statement is about.

    Parameters
    ----------
    file
        Its name, for messages.
    dated
        Its lines.
    stated
        What stands above them.
    wanted
        The period that a person chose for the file; lines of another are left out without blame.

    Returns
    -------
    Chosen
        Without a line where the lines are about several periods and nobody says which is meant.
    """
    problems: list[Problem] = []
    if stated is not None and stated.period is None:
        problems.append(Problem(file, stated.line, *unreadable(stated.text)))
    head = stated.period if stated else None
    if wanted is not None and head is not None and head != wanted:
        problems.append(_head_differs(file, stated, wanted))
    period = wanted or head
    periods = Counter(one.period for one in dated if one.period is not None)
    if period is None and len(periods) > 1:
        return Chosen(None, (), (*problems, _mixed(file, dated, periods)))
    period = period or next(iter(periods), None)
    others = [one for one in dated if one.period not in {None, period}]
    if others and wanted is not None:
        problems.append(_left_out(file, others, wanted))
    elif others and period is not None:
        problems += [_of_another(file, one, period) for one in others]
    kept = tuple(one.line for one in dated if one.period in {None, period})
    return Chosen(period, kept, tuple(problems))


def named(period: Period) -> str:
    """Write a period: a year where it is one.

    Examples
    --------
    >>> named(calendar_year(2027))
    '2027'
    """
    year = period.first.year
    return str(year) if period == calendar_year(year) else str(period)


def unreadable(text: str) -> tuple[str, str, str, str]:
    """Say that a year cannot be read: what, code, why and fix of a problem."""
    return (
        f'"{text}" is no year and no span of days',
        "not-a-year",
        _WHY,
        'write it like "2027", or "2027-07-01 to 2028-06-30"',
    )


def _mixed(file: str, dated: tuple[Dated, ...], periods: Counter[Period]) -> Problem:
    first = next(one.period for one in dated if one.period is not None)
    line = next(one.number for one in dated if one.period not in {None, first})
    said = ", ".join(
        f"{named(period)} ({_lines(number)})" for period, number in sorted(periods.items())
    )
    return Problem(
        file,
        line,
        f"the lines are about {len(periods)} periods: {said}",
        "mixed-years",
        _WHY,
        f'say in statements/map.toml which one is meant: [[file]] name = "{file}", '
        f"year = {first.first.year}",
    )


def _of_another(file: str, one: Dated, period: Period) -> Problem:
    assert one.period is not None, "a line without a period is of the statement's"
    what = f'the line "{one.line.id}" is about {named(one.period)}, the statement {named(period)}'
    fix = "ask the plan for a statement of one year, or for the year of this line"
    return Problem(file, one.number, what, "mixed-years", _WHY, fix)


def _left_out(file: str, others: list[Dated], wanted: Period) -> Problem:
    is_one = len(others) == 1
    what = f"{_lines(len(others))} {'is' if is_one else 'are'} about another year"
    why = f"statements/map.toml says that the file is read for {named(wanted)}"
    fix = f"nothing, if {named(wanted)} is the year you look at"
    return Problem(file, others[0].number, what, "other-years", why, fix)


def _head_differs(file: str, stated: Stated | None, wanted: Period) -> Problem:
    assert stated is not None, "only a stated period can differ"
    what = f"the file is about {stated.text}, and statements/map.toml says {named(wanted)}"
    return Problem(file, stated.line, what, "mixed-years", _WHY, "mend the year in map.toml")


def _lines(number: int) -> str:
    return "1 line" if number == 1 else f"{number} lines"
