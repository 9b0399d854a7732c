"""Read how a plan's statements read: ``statements/map.toml``, written once, used for every file.

::

    contract_names = ["SEH-2027-118"]     # what the plan calls the contract of terms.toml

    [writing]                             # where the plan's way is not ours
    encoding = "latin-1"
    delimiter = ";"
    decimal = ","
    dates = "month/day/year"

    [columns]                             # our name = the plan's heading, or word before a fact
    line = "Line"
    label = "Description"
    value = "Amount"
    unit = "Unit"
    part = ["Line of business", "Region"]
    year = "Performance year"

    [units]                               # what the plan's own words for a unit mean
    "MM" = "member-months"

    [[file]]                              # what a file does not say itself
    name = "2028-08-31-final.csv"
    year = 2027
    paid_through = 2028-06-30

    [[line]]                              # which of our figures or steps a line shows
    plan = "15"
    ours = "gain_cap"
    sign = "-1"                           # the plan prints it with the other sign
    unit = "$"
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from fairterms.reconcile.statement import printed
from fairterms.reconcile.statement.line_map import (
    COLUMNS,
    DEFAULT_COLUMNS,
    DELIMITERS,
    ENCODINGS,
    FACTS,
    FILE,
    FileFacts,
    LineMap,
    PlanLine,
)
from fairterms.records.writing import DateOrder
from fairterms.units.form_file import parsed, text_of
from fairterms.units.notes import Notes
from fairterms.units.period import Period, calendar_year
from fairterms.units.positions import Path as Place
from fairterms.units.problem import Problem
from fairterms.units.quantity import Unit

WHY = "a line read as something else would be a difference that nobody made"
_SECTIONS = ("contract_names", "writing", "columns", "units", "file", "line")
_WRITING = ("encoding", "delimiter", "decimal", "dates")
_FILE_KEYS = ("name", "year", "first_day", "last_day", *FACTS)
_LINE_KEYS = ("plan", "ours", "sign", "unit")


def read(folder: Path) -> LineMap:
    """Read the map of a folder of statements; one that expects ``line,label,value`` without it."""
    text = text_of(folder / FILE)
    if text is None:
        return LineMap()
    return LineMap(problems=(text,)) if isinstance(text, Problem) else read_text(text)


def read_text(text: str, file: str = FILE) -> LineMap:
    r"""Read a map from its text; every problem is part of the result.

    Examples
    --------
    >>> found = read_text('[[line]]\nplan = "15"\nours = "gain_cap"\nsign = "-1"')
    >>> found.line("15").ours, found.line("15").sign, found.line("16")
    ('gain_cap', -1, None)
    """
    opened = parsed(text, file)
    if isinstance(opened, Problem):
        return LineMap(problems=(opened,))
    document, notes = opened
    for name in document.keys() - set(_SECTIONS):
        notes.unknown((name,), name, _SECTIONS, "section")
    units = _units(_table(document, "units", notes), notes)
    found = LineMap(
        _columns(_table(document, "columns", notes), notes),
        _lines(document, units, notes),
        _files(document, notes),
        _names(document.get("contract_names", []), ("contract_names",), notes),
        units=units,
        **_writing(_table(document, "writing", notes), notes),
    )
    return replace(found, problems=notes.problems())


def _table(document: Mapping[str, Any], key: str, notes: Notes) -> Mapping[str, Any]:
    raw = document.get(key, {})
    if isinstance(raw, dict):
        return raw
    notes.add((key,), f"{key} is not a section", "not-a-section", WHY, f"write [{key}] by itself")
    return {}


def _columns(raw: Mapping[str, Any], notes: Notes) -> Mapping[str, tuple[str, ...]]:
    known = (*COLUMNS, *FACTS)
    columns = dict(DEFAULT_COLUMNS)
    for key, value in raw.items():
        path: Place = ("columns", key)
        if key not in known:
            notes.unknown(path, key, known, "column")
            continue
        names = _names([value] if isinstance(value, str) else value, path, notes)
        if len(names) > 1 and key != "part":
            fix = f'write {key} = "{names[0]}"'
            notes.add(path, f"{key} is more than one column", "one-column", WHY, fix)
        columns[key] = names or columns[key]
    return MappingProxyType(columns)


def _names(raw: object, path: Place, notes: Notes) -> tuple[str, ...]:
    if isinstance(raw, list) and all(isinstance(one, str) and one.strip() for one in raw):
        return tuple(one.strip() for one in raw)
    fix = f'write {path[-1]} = ["one", "another"]'
    notes.add(path, f"{path[-1]} is not a list of words", "not-a-list", WHY, fix)
    return ()


def _units(raw: Mapping[str, Any], notes: Notes) -> Mapping[str, Unit]:
    found = {}
    for word, meaning in raw.items():
        unit = _unit(meaning, ("units", word), {}, notes)
        if unit is not None:
            found[word.lower()] = unit
    return found


def _unit(raw: object, path: Place, words: Mapping[str, Unit], notes: Notes) -> Unit | None:
    unit = printed.unit(raw, words) if isinstance(raw, str) else None
    if unit is None:
        fix = 'write one of "$", "$ PMPM", "%", "factor", or what is counted, like "member-months"'
        notes.add(path, f'"{raw}" is not a unit', "bad-unit", WHY, fix)
    return unit


def _writing(raw: Mapping[str, Any], notes: Notes) -> dict[str, Any]:
    for key in raw.keys() - set(_WRITING):
        notes.unknown(("writing", key), key, _WRITING, "key")
    delimiters = ("", *DELIMITERS, "tab")
    encoding = _choice(raw, "encoding", tuple(ENCODINGS), notes)
    delimiter = _choice(raw, "delimiter", delimiters, notes, default="")
    decimal = _choice(raw, "decimal", (".", ","), notes)
    dates = _choice(raw, "dates", tuple(map(str, DateOrder)), notes)
    return {
        "encoding": encoding,
        "delimiter": "\t" if delimiter == "tab" else delimiter,
        "has_decimal_comma": decimal == ",",
        "dates": DateOrder(dates),
    }


def _choice(
    raw: Mapping[str, Any], key: str, choices: tuple[str, ...], notes: Notes, default: str = ""
) -> str:
    default = default or choices[0]
    given = raw.get(key, default)
    if given in choices:
        return str(given)
    shown = ", ".join(f'"{one}"' for one in choices if one.strip())
    what = f'{key}: there is no "{given}"'
    notes.add(("writing", key), what, "no-such-choice", WHY, f"write one of: {shown}")
    return default


def _entries(document: Mapping[str, Any], key: str, notes: Notes) -> list[Mapping[str, Any]]:
    raw = document.get(key, [])
    if isinstance(raw, list) and all(isinstance(one, dict) for one in raw):
        return raw
    notes.add((key,), f"{key} is not a list of entries", "not-a-list", WHY, f"write [[{key}]]")
    return []


def _lines(
    document: Mapping[str, Any], units: Mapping[str, Unit], notes: Notes
) -> tuple[PlanLine, ...]:
    found: dict[str, PlanLine] = {}
    for place, raw in enumerate(_entries(document, "line", notes)):
        path: Place = ("line", place)
        for key in raw.keys() - set(_LINE_KEYS):
            notes.unknown((*path, key), key, _LINE_KEYS, "key")
        plan = str(raw.get("plan", "")).strip()
        if not plan:
            fix = 'write plan = "15", as the plan prints it'
            notes.add(path, "this entry names no line of the plan", "missing", WHY, fix)
        elif plan.casefold() in found:
            what, fix = f'the line "{plan}" is named twice', "keep the one that is right"
            notes.add((*path, "plan"), what, "duplicate-line", WHY, fix)
        else:
            unit = _unit(raw["unit"], (*path, "unit"), units, notes) if "unit" in raw else None
            ours = str(raw.get("ours", "")).strip()
            found[plan.casefold()] = PlanLine(plan, ours, _sign(raw, path, notes), unit)
    return tuple(found.values())


def _sign(raw: Mapping[str, Any], path: Place, notes: Notes) -> int:
    given = str(raw.get("sign", "1"))
    if given in {"1", "+1", "-1", "−1"}:
        return -1 if given[0] in "-−" else 1
    fix = 'write sign = "-1" where the plan prints the line with the other sign; else leave it out'
    notes.add((*path, "sign"), f'"{given}" is not a sign', "no-sign", WHY, fix)
    return 1


def _files(document: Mapping[str, Any], notes: Notes) -> tuple[FileFacts, ...]:
    found = []
    for place, raw in enumerate(_entries(document, "file", notes)):
        path: Place = ("file", place)
        for key in raw.keys() - set(_FILE_KEYS):
            notes.unknown((*path, key), key, _FILE_KEYS, "key")
        if not str(raw.get("name", "")).strip():
            fix = 'write name = "2028-08-31-final.csv"'
            notes.add(path, "this entry names no file", "missing", WHY, fix)
            continue
        words = {key: str(raw[key]).strip() for key in FACTS[:3] if key in raw}
        days = {key: _day(raw, key, path, notes) for key in FACTS[3:]}
        found.append(FileFacts(str(raw["name"]), words, _period(raw, path, notes), **days))
    return tuple(found)


def _day(raw: Mapping[str, Any], key: str, path: Place, notes: Notes) -> date | None:
    given = raw.get(key)
    if given is None or (isinstance(given, date) and not isinstance(given, datetime)):
        return given
    fix = f"write {key} = 2028-06-30, without quotes"
    notes.add((*path, key), f"{key} is not a date", "not-a-date", WHY, fix)
    return None


def _period(raw: Mapping[str, Any], path: Place, notes: Notes) -> Period | None:
    first, last = (_day(raw, key, path, notes) for key in ("first_day", "last_day"))
    if first and last and first <= last:
        return Period(first, last)
    year = raw.get("year")
    if isinstance(year, int) and not isinstance(year, bool) and 1900 <= year <= 2999:
        return calendar_year(year)
    if year is not None or first or last:
        what = "this does not say which year the file is about"
        fix = "write year = 2027, or first_day = 2027-07-01 and last_day = 2028-06-30"
        notes.add((*path, "year"), what, "not-a-year", WHY, fix)
    return None
