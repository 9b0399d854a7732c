"""Collects problems while a file is read, with the line of each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from fairterms.units.positions import Path
from fairterms.units.problem import Problem, nearest

_ID = re.compile(r"[a-z][a-z0-9_]*")
_FIGURE_ID = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*")


@dataclass
class Notes:
    """The problems of one file, gathered while it is read.

    Attributes
    ----------
    file
        The file's name for messages.
    lines
        Its text, line by line.
    positions
        The line of each path in it.
    """

    file: str
    lines: tuple[str, ...]
    positions: dict[Path, int]
    found: list[Problem] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """Return the line of a path, or of the nearest thing around it."""
        while path and path not in self.positions:
            path = path[:-1]
        return self.positions.get(path, 0)

    def add(self, path: Path, what: str, code: str, why: str, fix: str) -> None:
        """Note one problem at a path."""
        line = self.line(path)
        text = self.lines[line - 1] if line else ""
        self.found.append(Problem(self.file, line, what, code, why, fix, text))

    def unknown(self, path: Path, word: str, known: Iterable[str], sort: str) -> None:
        """Note a key nothing reads, with the nearest known one."""
        known = sorted(known)
        hint = nearest(word, known)
        self.add(
            path,
            f'there is no {sort} called "{word}"',
            f"unknown-{sort.replace(' ', '-')}",
            "a name nothing reads would be silently ignored",
            hint or f"use one of: {', '.join(known)}",
        )

    def missing(self, path: Path, what: str, fix: str, why: str) -> None:
        """Note something that must be there and is not."""
        self.add(path, what, "missing", why, fix)

    def id(self, path: Path, raw: object, sort: str, taken: set[str]) -> str:
        """Read an id: lower-case words joined by "_", used once; empty when it cannot be used.

        A figure may be one of several of a sort, such as "visits.90837".
        """
        shape = _FIGURE_ID if sort == "figure" else _ID
        if not isinstance(raw, str) or not shape.fullmatch(raw):
            self.add(
                path,
                f"this {sort} has no usable id" if raw is None else f'"{raw}" is not an id',
                "bad-id",
                "clauses, scripts and reports find it by its id",
                'write id = "shared_savings": lower-case letters, digits and "_"',
            )
            return ""
        if raw in taken:
            self.add(
                path,
                f'the id "{raw}" is used twice',
                "duplicate-id",
                "a script that names it could mean either",
                "give one of them another id",
            )
            return ""
        taken.add(raw)
        return raw

    def problems(self) -> tuple[Problem, ...]:
        """Return what was found, in the order of the file's lines, each once."""
        return tuple(sorted(dict.fromkeys(self.found), key=lambda problem: problem.line))
