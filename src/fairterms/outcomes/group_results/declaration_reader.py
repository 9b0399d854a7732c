"""Read ``outcomes.toml``; everything wrong in it is reported together, each with its line."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from fairterms.outcomes.group_results.benchmark_reader import read_benchmark
from fairterms.outcomes.group_results.declaration import (
    FACTS,
    Declaration,
    Measured,
    Peers,
    Progress,
)
from fairterms.reference.instrument import INSTRUMENTS
from fairterms.reference.measure import MEASURES, Measure
from fairterms.units import quantity
from fairterms.units.form_file import parsed, text_of
from fairterms.units.notes import Notes
from fairterms.units.positions import Path as Place
from fairterms.units.problem import Problem
from fairterms.units.quantity import FRACTION, POINTS, Unit, count
from fairterms.units.refusal import Refusal

FILE = "outcomes.toml"
_SECTIONS = ("records", "measured", "progress", "comparison", "care_elsewhere")
"""The last one is read by the room that knows members and bills."""
_RECORDS = ("reached", "years")
_MEASURED = (
    "measure",
    "by",
    "part",
    "options",
    "open",
    "peers",
    "allowed_to_fail",
    "follow_up",
    "step",
)
_PEERS = ("average", "spread", "source")
_PROGRESS = (
    "instrument",
    "first_at_least",
    "improved_by",
    "recovered_below",
    "gap",
    "first_within",
    "last_from",
    "last_until",
    "source",
)
_WHY_NUMBER = "a result moves with it, so it is never guessed"
_SCORE, _DAYS = count("point"), count("day")


def read(folder: Path) -> Declaration | None:
    """Read what a deal declares about its measures.

    Parameters
    ----------
    folder
        The deal folder.

    Returns
    -------
    Declaration or None
        None when the deal has no such file. Problems of the file are part of the result.
    """
    text = text_of(folder / FILE)
    if text is None:
        return None
    opened = text if isinstance(text, Problem) else parsed(text, FILE)
    if isinstance(opened, Problem):
        return Declaration(date.min, (1,), problems=(opened,))
    return _declared(*opened)


def _declared(document: Mapping[str, Any], notes: Notes) -> Declaration:
    _refuse_unknown(document, (), _SECTIONS, notes)
    records = _table(document.get("records", {}), ("records",), notes)
    reached, years = _records(records or {}, notes)
    measured = _all_measured(_tables(document, (), "measured", notes), reached, notes)
    progress = _progress(document.get("progress"), notes)
    comparison = _table(document.get("comparison", {}), ("comparison",), notes) or {}
    _refuse_unknown(comparison, ("comparison",), ("adjusts_for", "priced_by"), notes)
    facts = _facts(comparison.get("adjusts_for", []), notes)
    priced = _priced_by(comparison.get("priced_by", ""), measured, notes)
    return Declaration(reached, years, measured, progress, facts, priced, notes.problems())


def _table(raw: Any, path: Place, notes: Notes) -> Mapping[str, Any] | None:
    """Return a table; None, and a problem, where something else stands in its place."""
    if isinstance(raw, dict):
        return raw
    what = f"{_named(path)} is not a table of keys"
    fix = f"write [{_named(path)}] on a line of its own, with its keys below"
    notes.add(path, what, "not-a-table", "what stands there would be silently ignored", fix)
    return None


def _tables(within: Mapping[str, Any], path: Place, key: str, notes: Notes) -> Sequence[Any]:
    """Return the tables of a key that may stand several times."""
    raw = within.get(key, [])
    if isinstance(raw, list) and all(isinstance(one, dict) for one in raw):
        return raw
    name = _named((*path, key))
    what = f"{name} is not a list of tables"
    fix = f"write [[{name}]] with two brackets, once for each"
    notes.add((*path, key), what, "not-tables", "what stands there would be silently ignored", fix)
    return ()


def _named(path: Place) -> str:
    return ".".join(str(step) for step in path if isinstance(step, str))


def _facts(raw: Any, notes: Notes) -> tuple[str, ...]:
    """Read the facts the contract adjusts for; a fact nobody knows would adjust for nothing."""
    if not isinstance(raw, list):
        fix = 'write adjusts_for = ["first score", "age"], or [] for none'
        why = "what stands there would be silently ignored"
        notes.add(("comparison", "adjusts_for"), "adjusts_for is no list", "not-a-list", why, fix)
        return ()
    found = tuple(str(fact) for fact in raw)
    for fact in found:
        if fact not in FACTS:
            notes.unknown(("comparison", "adjusts_for"), fact, FACTS, "fact at intake")
    return found


def _priced_by(raw: Any, measured: Sequence[Measured], notes: Notes) -> str:
    names = [one.measure for one in measured]
    if raw and raw not in names:
        notes.unknown(("comparison", "priced_by"), str(raw), names, "measure")
        return ""
    return str(raw)


def _refuse_unknown(
    raw: Mapping[str, Any], path: Place, known: tuple[str, ...], notes: Notes
) -> None:
    for key in raw.keys() - set(known):
        notes.unknown((*path, key), key, known, "key")


def _records(raw: Mapping[str, Any], notes: Notes) -> tuple[date, tuple[int, ...]]:
    _refuse_unknown(raw, ("records",), _RECORDS, notes)
    reached, years = raw.get("reached"), raw.get("years")
    if not isinstance(reached, date) or isinstance(reached, datetime):
        notes.missing(
            ("records", "reached"),
            "there is no last day of the records",
            "write reached = 2026-12-31, without quotes, under [records]",
            "patients whose time is not over yet are neither successes nor failures",
        )
        reached = date.max
    listed = years if isinstance(years, list) else []
    are_years = bool(listed) and all(type(year) is int for year in listed)
    if not are_years or listed != sorted(set(listed)):
        notes.missing(
            ("records", "years"),
            "the calendar years shown are missing or not in order",
            "write years = [2024, 2025, 2026] under [records], oldest first, each once",
            "a baseline is a year by year comparison",
        )
        listed = [reached.year]
    return reached, tuple(listed)


def _all_measured(
    raw: Sequence[Mapping[str, Any]], reached: date, notes: Notes
) -> tuple[Measured, ...]:
    taken: set[str] = set()
    found = []
    for position, entry in enumerate(raw):
        path: Place = ("measured", position)
        _refuse_unknown(entry, path, _MEASURED, notes)
        name = notes.id((*path, "measure"), entry.get("measure"), "measure", taken)
        by = str(entry.get("by", ""))
        if by not in MEASURES:
            notes.unknown((*path, "by"), by, MEASURES, "measure of the catalogue")
            continue
        given = _table(entry.get("options", {}), (*path, "options"), notes) or {}
        options = _options(MEASURES[by], given, reached)
        _check_options(MEASURES[by], options, (*path, "options"), notes)
        if name:
            found.append(_one_measured(name, {**entry, "options": options}, path, notes))
    return tuple(found)


def _options(measure: Measure, given: Mapping[str, Any], reached: date) -> Mapping[str, Any]:
    """Return the options with the last day of the records, which is declared once for all."""
    asked = {option.name for option in measure.options}
    last = {"observed_until": reached.isoformat()} if "observed_until" in asked else {}
    return {**last, **given}


def _one_measured(name: str, entry: Mapping[str, Any], path: Place, notes: Notes) -> Measured:
    def share(key: str) -> float | None:
        if key not in entry:
            return None
        found = _number(entry[key], (*path, key), notes, (FRACTION,))
        if found is not None and not 0 < found < 1:
            what, fix = f"{key} is {100 * found:g} %", "write a percentage between 0 % and 100 %"
            notes.add((*path, key), what, "impossible-share", _WHY_NUMBER, fix)
            return None
        return found

    return Measured(
        name,
        entry["by"],
        entry["options"],
        _open(MEASURES[entry["by"]], entry, path, notes),
        _peers(entry.get("peers"), (*path, "peers"), notes),
        share("allowed_to_fail"),
        share("follow_up"),
        read_benchmark(name, _tables(entry, path, "step", notes), (*path, "step"), notes),
        _part(MEASURES[entry["by"]], entry, path, notes),
    )


def _part(measure: Measure, entry: Mapping[str, Any], path: Place, notes: Notes) -> str:
    """Read which of a measure's groups is meant; a sum of them would count each case twice."""
    part = str(entry.get("part", ""))
    if part in measure.groups or not (part or measure.groups):
        return part
    listed = " or ".join(f'"{one}"' for one in measure.groups)
    if not measure.groups:
        what, fix = f"{measure.name} has no parts", "take part out"
    elif part:
        what, fix = f'{measure.name} has no part called "{part}"', f"write part = {listed}"
    else:
        what, fix = f"it is not said which part of {measure.name}", f"write part = {listed}"
    notes.add((*path, "part"), what, "measure-part", "each part has a rate of its own", fix)
    return ""


def _open(
    measure: Measure, entry: Mapping[str, Any], path: Place, notes: Notes
) -> Mapping[str, tuple[str | float, ...]]:
    """Read what the contract leaves open: for each option every reading its words allow."""
    known = {option.name for option in measure.options}
    found: dict[str, tuple[str | float, ...]] = {}
    opened = _table(entry.get("open", {}), (*path, "open"), notes) or {}
    for name, readings in opened.items():
        here = (*path, "open", name)
        if name not in known:
            notes.unknown(here, name, known, "option")
        elif not isinstance(readings, list) or len(set(map(str, readings))) < 2:
            what = f"{name} has fewer than two readings"
            fix = f'list every reading the words allow, such as {name} = ["last", "best"]'
            notes.add(here, what, "one-reading", "a word with one reading is not open", fix)
        else:
            found[name] = tuple(readings)
    return found


def _check_options(measure: Measure, options: Mapping[str, Any], path: Place, notes: Notes) -> None:
    try:
        measure.settled(options)
    except Refusal as refusal:
        what = f"{refusal.subject}: {refusal.what}"
        notes.add(path, what, "measure-option", refusal.why, refusal.fix)


def _peers(raw: Any, path: Place, notes: Notes) -> Peers | None:
    if raw is None:
        return None
    if _table(raw, path, notes) is None:
        return None
    _refuse_unknown(raw, path, _PEERS, notes)
    average = _number(raw.get("average"), (*path, "average"), notes, (FRACTION,))
    spread = _number(raw.get("spread"), (*path, "spread"), notes, (POINTS, FRACTION))
    source = str(raw.get("source", "")).strip()
    if not source:
        notes.missing(
            (*path, "source"),
            "nobody is named as the source of the peers' rate",
            'write source = "who says so, of whom, of which years"',
            "a benchmark without an owner cannot be checked",
        )
    if average is None or spread is None or not source:
        return None
    if not 0 < average < 1 or not 0 < spread**2 < average * (1 - average):
        what = f"rates averaging {average:.0%} cannot spread by {100 * spread:g} points"
        fix = "give the average as a percentage and the standard deviation in points"
        notes.add(path, what, "impossible-peers", _WHY_NUMBER, fix)
        return None
    return Peers(average, spread, source)


def _progress(raw: Any, notes: Notes) -> Progress | None:
    path: Place = ("progress",)
    if raw is None or _table(raw, path, notes) is None:
        return None
    _refuse_unknown(raw, path, _PROGRESS, notes)
    name = str(raw.get("instrument", ""))
    if name not in INSTRUMENTS:
        notes.unknown((*path, "instrument"), name, INSTRUMENTS, "instrument")

    def number(key: str, unit: Unit, least: int) -> float | None:
        found = _number(raw.get(key), (*path, key), notes, (unit,))
        is_whole = unit is not _DAYS or found is None or found == int(found)
        if found is None or (found >= least and is_whole):
            return found
        fix = f"write {least} {unit} or more{', in whole days' if unit is _DAYS else ''}"
        what = f"{key} is {found:g} {unit}"
        notes.add((*path, key), what, "impossible-number", _WHY_NUMBER, fix)
        return None

    points = [
        number("first_at_least", _SCORE, 0),
        number("improved_by", _SCORE, 1),
        number("recovered_below", _SCORE, 0),
    ]
    days = [
        number("gap", _DAYS, 1),
        number("first_within", _DAYS, 0),
        number("last_from", _DAYS, 1),
    ]
    until = number("last_until", _DAYS, int(days[2] or 1)) if "last_until" in raw else None
    known = [one for one in (*points, *days) if one is not None]
    if len(known) < len(points) + len(days) or name not in INSTRUMENTS:
        return None
    first, improved, recovered, *whole = known
    gap, within, since = (int(day) for day in whole)
    return Progress(
        name,
        first,
        improved,
        recovered,
        gap,
        within,
        since,
        int(until) if until is not None else None,
        str(raw.get("source", "")),
    )


def _number(raw: Any, path: Place, notes: Notes, units: tuple[Unit, ...]) -> float | None:
    """Read a number with its unit; points of a score are a count of points."""
    try:
        found = quantity.parse(str(raw if raw is not None else ""))
    except quantity.NotAQuantity as wrong:
        what = f"{path[-1]} is missing" if raw is None else f"{path[-1]}: {wrong.reason}"
        notes.add(path, what, "not-a-quantity", _WHY_NUMBER, wrong.fix)
        return None
    if found.unit not in units:
        wanted = " or ".join(str(unit) for unit in units)
        what = f"{path[-1]} is in {found.unit}, but it is wanted in {wanted}"
        notes.add(path, what, "wrong-unit", _WHY_NUMBER, f"write it in {wanted}")
        return None
    return float(found.amount)
