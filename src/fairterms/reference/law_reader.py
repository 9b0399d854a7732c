"""Read a file of laws into records, and tell every problem of it."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from fairterms.reference.law_entry import NOT_CHECKED, NOT_RECORDED, Law
from fairterms.reference.law_topics import LINES, TOPICS
from fairterms.units.finding import Authority, Checked
from fairterms.units.problem import Problem, nearest

_TEXTS = (
    "id",
    "title",
    "locator",
    "says",
    "about",
    "known_through",
    "last_checked",
    "checked",
    "status",
)
_DAYS = ("since", "until")
_OPTIONAL = ("url", "warning", "analogue", "figures", "reaches", "leaves_out")
_KEYS = (*_TEXTS, "topics", *_DAYS, *_OPTIONAL)
_STATUSES = (Authority.LAW, Authority.GUIDANCE)
_SLUG = re.compile(r"[a-z]{2}(-[a-z0-9]+)+")
_CHECKED_ON = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_HEADING = re.compile(r"^\s*\[\[law\]\]")
_WHY = "a finding may cite only a law whose place, dates, scope and last check are written down"


def read_text(text: str, file: str, state: str) -> tuple[tuple[Law, ...], tuple[Problem, ...]]:
    """Read the laws of one place.

    Parameters
    ----------
    text
        The file's text.
    file
        Its name, for messages.
    state
        The postal code the file is named after, or ``"US"``.

    Returns
    -------
    tuple
        The laws that could be read, and every problem.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        return (), (_problem(file, 0, f"the file is not TOML: {wrong}", "mend that line"),)
    entries = raw.get("law")
    if set(raw) != {"law"} or not isinstance(entries, list):
        fix = "write each law under a line [[law]], and nothing outside"
        return (), (_problem(file, 0, "the file is not a list of laws", fix),)
    lines = [number for number, line in enumerate(text.splitlines(), 1) if _HEADING.match(line)]
    laws: list[Law] = []
    problems: list[Problem] = []
    for line, entry in zip(lines, entries, strict=True):
        faults = _faults(entry, state, {law.id for law in laws})
        name = entry.get("id", "a law without an id")
        problems += [_problem(file, line, f"{name}: {what}", fix) for what, fix in faults]
        if not faults:
            laws.append(_law(entry, state))
    return tuple(laws), tuple(problems)


def _problem(file: str, line: int, what: str, fix: str) -> Problem:
    return Problem(file, line, what, "bad-law", _WHY, fix)


def _faults(entry: Mapping[str, Any], state: str, taken: set[str]) -> list[tuple[str, str]]:
    """Return what is wrong with an entry, and what to do about each."""
    unknown = [
        (f"{key} is not known", nearest(key, _KEYS) or f"the keys are: {', '.join(_KEYS)}")
        for key in entry
        if key not in _KEYS
    ]
    return [
        *unknown,
        *_text_faults(entry),
        *_day_faults(entry),
        *_list_faults(entry),
        *_id_faults(entry, state, taken),
        *_option_faults(entry),
    ]


def _text_faults(entry: Mapping[str, Any]) -> list[tuple[str, str]]:
    faults = [
        (f"{key} is missing", f'write {key} = "..."')
        for key in _TEXTS
        if not isinstance(entry.get(key), str) or not entry[key].strip()
    ]
    for key, known in (("checked", list(Checked)), ("status", list(_STATUSES))):
        if isinstance(entry.get(key), str) and entry[key] not in known:
            faults.append((f'{key} is "{entry[key]}"', f"write one of: {', '.join(known)}"))
    if isinstance(entry.get("last_checked"), str):
        faults += _check_faults(entry["last_checked"], entry.get("checked"))
    return faults


def _check_faults(day: str, checked: object) -> list[tuple[str, str]]:
    if not (_CHECKED_ON.fullmatch(day) or day == NOT_CHECKED):
        fix = f'write the month, such as "2026-11", or "{NOT_CHECKED}"'
        return [(f'last_checked is "{day}"', fix)]
    if day == NOT_CHECKED and checked == Checked.READ:
        return [("it was read and never checked", "write in last_checked when it was read")]
    return []


def _day_faults(entry: Mapping[str, Any]) -> list[tuple[str, str]]:
    faults = [
        (f"{key} is no day", f'write {key} = 2026-01-01, or {key} = "{NOT_RECORDED}"')
        for key in _DAYS
        if entry.get(key) != NOT_RECORDED and not _is_day(entry.get(key))
    ]
    since, until = _day(entry.get("since")), _day(entry.get("until"))
    if since and until and until < since:
        faults.append(("it ends before it begins", "exchange since and until, or mend the year"))
    return faults


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _day(value: Any) -> date | None:
    return value if _is_day(value) else None


def _list_faults(entry: Mapping[str, Any]) -> list[tuple[str, str]]:
    faults: list[tuple[str, str]] = []
    for key, known in (("topics", TOPICS), ("reaches", LINES), ("leaves_out", LINES)):
        values = entry.get(key, [])
        if not isinstance(values, list):
            faults.append((f"{key} is not a list", f'write {key} = ["..."]'))
            continue
        faults += [
            (f'{key} names "{one}"', nearest(str(one), known) or f"choose of: {', '.join(known)}")
            for one in values
            if one not in known
        ]
    if not entry.get("topics"):
        faults.append(("topics is missing", f"choose of: {', '.join(TOPICS)}"))
    both = set(map(str, entry.get("reaches", []))) & set(map(str, entry.get("leaves_out", [])))
    if both:
        fix = "leave it in one of the two, or in none when it was not checked"
        faults.append((f"it reaches and leaves out {', '.join(sorted(both))}", fix))
    return faults


def _id_faults(entry: Mapping[str, Any], state: str, taken: set[str]) -> list[tuple[str, str]]:
    name = entry.get("id")
    if not isinstance(name, str):
        return []
    if not _SLUG.fullmatch(name) or not name.startswith(f"{state.lower()}-"):
        fix = f'begin it with "{state.lower()}-", in small letters with hyphens'
        return [("the id does not fit the file", fix)]
    if name in taken:
        return [("the id is used twice", "give the second law another id")]
    return []


def _option_faults(entry: Mapping[str, Any]) -> list[tuple[str, str]]:
    faults = [
        (f"{key} is not text", f'write {key} = "..."')
        for key in ("url", "warning")
        if not isinstance(entry.get(key, ""), str)
    ]
    if not isinstance(entry.get("analogue", False), bool):
        faults.append(("analogue is neither true nor false", "write analogue = true, or leave it"))
    figures = entry.get("figures", {})
    if not isinstance(figures, dict) or not all(isinstance(one, str) for one in figures.values()):
        fix = 'write each number with its unit in quotes: figures = { target = "3.4 %" }'
        faults.append(("figures is not a table of texts", fix))
    return faults


def _law(entry: Mapping[str, Any], state: str) -> Law:
    return Law(
        **{key: entry[key] for key in _TEXTS if key not in ("checked", "status")},
        jurisdiction=state,
        checked=Checked(entry["checked"]),
        status=Authority(entry["status"]),
        topics=tuple(entry["topics"]),
        url=entry.get("url", ""),
        reaches=tuple(entry.get("reaches", ())),
        leaves_out=tuple(entry.get("leaves_out", ())),
        since=_day(entry["since"]),
        until=_day(entry["until"]),
        warning=entry.get("warning", ""),
        is_analogue=entry.get("analogue", False),
        figures=MappingProxyType(dict(entry.get("figures", {}))),
    )
