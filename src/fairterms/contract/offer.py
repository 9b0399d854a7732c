"""An offer: changes to the terms on the table, in a file of their own, so that both can be weighed.

The terms file stays as it is. An offer names clauses and terms and what they would be; the report
on it says which changes it rests on.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fairterms.contract import value
from fairterms.contract.clause import Contract
from fairterms.contract.value import Value
from fairterms.units.notes import Notes
from fairterms.units.positions import parse
from fairterms.units.problem import Problem, nearest

_KEYS = ("clause", "term", "value", "why")


@dataclass(frozen=True)
class Change:
    """One term, as it would be.

    Attributes
    ----------
    clause, term
        Which term.
    value
        What it would be, in every year.
    why
        The offer's own words, or a place in its letter.
    line
        Where the change stands in its file.
    """

    clause: str
    term: str
    value: Value
    why: str = ""
    line: int = 0


@dataclass(frozen=True)
class Offer:
    """Changes offered together.

    Attributes
    ----------
    title
        What the offer is called: "The plan's second offer".
    problems
        What must be mended before it can be weighed.
    """

    title: str
    changes: tuple[Change, ...]
    file: str
    problems: tuple[Problem, ...] = ()


def read(path: Path) -> Offer:
    """Read an offer; problems are part of the result."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        document, positions = parse(text)
    except (FileNotFoundError, IsADirectoryError):
        return _unreadable(path, "there is no such file", "check its name and folder")
    except UnicodeDecodeError:
        return _unreadable(path, "this is not a text file", "save it as text in UTF-8")
    except tomllib.TOMLDecodeError as wrong:
        return _unreadable(path, f"the file is not TOML: {wrong}", "check the line named")
    notes = Notes(path.name, tuple(text.splitlines()), positions)
    for key in document.keys() - {"title", "change"}:
        notes.unknown((key,), key, ("title", "change"), "key of an offer")
    changes = tuple(_changes(document.get("change", []), notes))
    if not changes and not notes.found:
        notes.missing(
            (),
            "the offer changes nothing",
            'add [[change]] with clause = "loss_cap", term = "owed_cap" and value = "2 % of fees"',
            "an offer without changes is the text as it stands",
        )
    return Offer(str(document.get("title", path.stem)), changes, path.name, notes.problems())


def apply(contract: Contract, offer: Offer) -> Contract:
    """Return the contract with the offer's changes.

    Parameters
    ----------
    contract
        The terms on the table.
    offer
        Changes that :func:`problems` finds nothing wrong with.
    """
    for change in offer.changes:
        clause = contract.clause(change.clause)
        contract = contract.replacing(clause.with_value(change.term, change.value))
    return contract


def problems(contract: Contract, offer: Offer) -> tuple[Problem, ...]:
    """Return what an offer names that the contract does not have."""
    known = {clause.id for clause in contract.clauses}
    return tuple(
        Problem(
            offer.file,
            change.line,
            f'the contract has no clause "{change.clause}"',
            "unknown-clause",
            "a change to nothing would be silently ignored",
            nearest(change.clause, known) or f"use one of: {', '.join(sorted(known))}",
        )
        for change in offer.changes
        if change.clause not in known
    )


def _unreadable(path: Path, what: str, fix: str) -> Offer:
    problem = Problem(str(path), 0, what, "unreadable", "the offer cannot be weighed", fix)
    return Offer(path.stem, (), path.name, (problem,))


def _changes(raw: Any, notes: Notes) -> Iterator[Change]:
    for at, entry in enumerate(raw if isinstance(raw, list) else []):
        path = ("change", at)
        for key in entry.keys() - set(_KEYS):
            notes.unknown((*path, key), key, _KEYS, "key of a change")
        missing = [key for key in ("clause", "term", "value") if key not in entry]
        for key in missing:
            notes.missing(
                path,
                f"the change has no {key}",
                f"write {key} = ...",
                "a change says which term becomes what",
            )
        if missing:
            continue
        found = value.read(entry["value"])
        if value.is_unclear(found):
            what = f"the value {value.show(found)} cannot be read"
            fix = 'write it with its unit, like "2 %"'
            notes.add((*path, "value"), what, "not-a-quantity", "a number needs its unit", fix)
            continue
        why = str(entry.get("why", ""))
        yield Change(str(entry["clause"]), str(entry["term"]), found, why, notes.line(path))
