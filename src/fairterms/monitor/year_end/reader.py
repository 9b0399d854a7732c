"""Read the folder ``year/`` of a deal: what came in of a year, and when.

``year/paid.csv`` (``incurred_month,paid_month,paid`` and, where a feed tells older payments anew,
``feed``), ``year/months.csv`` (``month,received``, one column a figure, ``note``),
``year/feeds.csv`` (``month,due,received,members,rows,restates``) and ``year/figures.toml``::

    [year]
    performance_year = 2027
    paid_through = "2028-06"

    [held]
    advance_balance = "$386,500.00"

    [[report]]
    through = "2027-03"
    received = 2027-04-26
    given.direct_service_payments = "$1,841,200.17"
"""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from fairterms.contract.figure_set import read_values
from fairterms.monitor.year_end.csv_rows import WHY, CsvRow, rows_of
from fairterms.monitor.year_end.month import between, later, month_of, written
from fairterms.monitor.year_end.year_to_date import Feed, MonthRow, PaidCell, Report, YearToDate
from fairterms.units.form_file import parsed, text_of
from fairterms.units.notes import Notes
from fairterms.units.positions import Path as Place
from fairterms.units.problem import Problem
from fairterms.units.quantity import MONEY, Quantity, count

FOLDER, FIGURES = "year", "figures.toml"


def read(deal: Path) -> YearToDate | None:
    """Read what came in of a year.

    Parameters
    ----------
    deal
        The deal folder.

    Returns
    -------
    YearToDate or None
        None where the deal has no folder ``year/``; what is wrong is in ``problems``.
    """
    folder = deal / FOLDER
    if not folder.is_dir():
        return None
    feeds, feed_notes = _feeds(folder / "feeds.csv")
    paid, paid_notes = _paid(folder / "paid.csv", {one.month for one in feeds})
    months, month_notes = _months(folder / "months.csv")
    document, notes = _figures(folder / FIGURES)
    year, through = _year(document, notes)
    reports, held = _reports(document, notes), _held(document, notes)
    problems = [
        problem
        for one in (feed_notes, paid_notes, month_notes, notes)
        for problem in one.problems()
    ]
    return YearToDate(year, through, paid, months, feeds, reports, held, tuple(problems))


def _feeds(path: Path) -> tuple[tuple[Feed, ...], Notes]:
    wanted = ("month", "due", "received", "members", "rows", "restates")
    rows, notes = rows_of(path, wanted)
    found: dict[date, Feed] = {}
    for row in rows:
        one = _feed(row)
        if one is not None and one.month in found:
            row.note(f"the feed of {written(one.month)} is written twice", "twice", "keep one row")
        elif one is not None:
            _follow(one, found, row)
            found[one.month] = one
    return tuple(found[month] for month in sorted(found)), notes


def _follow(one: Feed, before: Mapping[date, Feed], row: CsvRow) -> None:
    """Note a feed that does not follow the one before it."""
    if before and one.month != later(max(before), 1):
        what = f"the feed of {written(later(max(before), 1))} is not written"
        row.note(what, "gap", "write it with the day it was due, without a day it came")


def _feed(row: CsvRow) -> Feed | None:
    month, due = row.month("month"), row.day("due")
    received = row.day("received") if row.has("received") else None
    members = row.amount("members", count("member")) if row.has("members") else None
    rows = row.amount("rows", count("row")) if row.has("rows") else None
    restates = row.month("restates") if row.has("restates") else None
    if month is None or due is None:
        return None
    totals = [None if one is None else int(one.amount) for one in (members, rows)]
    return Feed(month, due, received, totals[0], totals[1], restates)


def _paid(path: Path, feeds: set[date]) -> tuple[tuple[PaidCell, ...], Notes]:
    rows, notes = rows_of(path, ("incurred_month", "paid_month", "paid"), ("feed",))
    found: dict[tuple[date, date, date], PaidCell] = {}
    for row in rows:
        cell = _cell(row, feeds)
        if cell is None:
            continue
        key = (cell.incurred, cell.paid, cell.feed)
        if key in found:
            what = "the same two months stand twice in one feed"
            row.note(what, "twice", "keep one row, or name the feed that tells it anew")
        found[key] = cell
    return tuple(found.values()), notes


def _cell(row: CsvRow, feeds: set[date]) -> PaidCell | None:
    incurred, paid = row.month("incurred_month"), row.month("paid_month")
    feed = row.month("feed") if row.has("feed") else paid
    dollars = row.amount("paid", MONEY)
    if incurred is None or paid is None or feed is None or dollars is None:
        return None
    if paid < incurred:
        row.note("it is paid before the care was given", "paid-early", "exchange the two months")
    elif feed < paid:
        row.note("its feed is older than the payment", "old-feed", "name the feed that told it")
    elif feed not in feeds:
        what = f"feeds.csv has no feed of {written(feed)}"
        row.note(what, "no-feed", "add the feed with the day it came")
    else:
        return PaidCell(incurred, paid, dollars.amount, feed)
    return None


def _months(path: Path) -> tuple[tuple[MonthRow, ...], Notes]:
    rows, notes = rows_of(path, ("month", "received"), None)
    found: dict[tuple[date, date], MonthRow] = {}
    for row in rows:
        month, received = row.month("month"), row.day("received")
        names = [one for one in row.cells if one not in {"month", "received", "note"}]
        values = {name: row.amount(name) for name in names if row.has(name)}
        if month is None or received is None:
            continue
        if (month, received) in found:
            what = f"{written(month)} came twice on one day"
            row.note(what, "twice", "keep the row that holds")
        known = {name: value for name, value in values.items() if value is not None}
        found[month, received] = MonthRow(month, received, known, row.cells.get("note", ""))
    return tuple(found.values()), notes


def _figures(path: Path) -> tuple[Mapping[str, Any], Notes]:
    file = f"{FOLDER}/{path.name}"
    text = text_of(path)
    if text is None:
        fix = "write one with [year], [held] and a [[report]] for each report that came"
        return {}, Notes(
            file, (), {}, [Problem(file, 0, "there is no such file", "no-file", WHY, fix)]
        )
    opened = text if isinstance(text, Problem) else parsed(text, file)
    if isinstance(opened, Problem):
        return {}, Notes(file, (), {}, [opened])
    document, notes = opened
    for key in document.keys() - {"year", "held", "report"}:
        notes.unknown((key,), key, ("year", "held", "report"), "section")
    return document, notes


def _year(document: Mapping[str, Any], notes: Notes) -> tuple[int, date]:
    raw = document.get("year", {})
    table = raw if isinstance(raw, dict) else {}
    year, through = table.get("performance_year"), month_of(str(table.get("paid_through", "")))
    if not isinstance(year, int):
        fix = "write performance_year = 2027 under [year]"
        notes.missing(("year",), "the performance year is not named", fix, WHY)
        year = 1
    if through is None:
        fix = 'write paid_through = "2028-06" under [year]'
        what = "the last month whose payments count is not named"
        notes.missing(("year",), what, fix, "claims paid after it are not in the settlement")
        through = date(year, 12, 1)
    elif between(date(year, 12, 1), through) < 0:
        fix = "name the cut-off date of the final settlement"
        notes.add(("year", "paid_through"), "it lies in the year itself", "early", WHY, fix)
    return year, through


def _held(document: Mapping[str, Any], notes: Notes) -> dict[str, Quantity]:
    return _single(document.get("held", {}), ("held",), notes)


def _reports(document: Mapping[str, Any], notes: Notes) -> tuple[Report, ...]:
    raw = document.get("report", [])
    listed = raw if isinstance(raw, list) else []
    if listed is not raw:
        notes.add(("report",), "report is not a list", "not-a-list", WHY, "write [[report]]")
    found = [_report(one, ("report", at), notes) for at, one in enumerate(listed)]
    return tuple(one for one in found if one is not None)


def _report(raw: Mapping[str, Any], place: Place, notes: Notes) -> Report | None:
    for key in raw.keys() - {"through", "received", "given"}:
        notes.unknown((*place, key), key, ("through", "received", "given"), "key")
    through, received = month_of(str(raw.get("through", ""))), raw.get("received")
    is_day = isinstance(received, date) and not isinstance(received, datetime)
    values = _single(raw.get("given", {}), (*place, "given"), notes)
    if through is None:
        fix = 'write through = "2027-03"'
        notes.add(place, "it does not say through which month it counts", "no-month", WHY, fix)
    if not is_day:
        fix = "write received = 2027-04-26, without quotes"
        notes.add(place, "it does not say on which day it came", "no-day", WHY, fix)
    if through is None or not isinstance(received, date) or not is_day:
        return None
    return Report(through, received, values)


def _single(raw: Any, place: Place, notes: Notes) -> dict[str, Quantity]:
    """Read single figures; a list of figures is a problem."""
    found = {}
    for name, value in read_values(raw, place, notes).items():
        if isinstance(value, Quantity):
            found[name] = value
        else:
            fix = "give its total of the year"
            notes.add((*place, name), f"{name} is a list", "a-list", WHY, fix)
    return found
