"""The tables of a text form of a deal folder, read key by key."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from fairterms.units.notes import Notes
from fairterms.units.positions import Path as Place


@dataclass(frozen=True)
class FormTable:
    """One table of a file.

    Attributes
    ----------
    raw
        What it holds.
    path
        Where it stands.
    notes
        Where problems go.
    why
        Why it matters, for every message.
    """

    raw: Mapping[str, Any]
    path: Place
    notes: Notes
    why: str = "what a form does not say is not guessed"

    @property
    def line(self) -> int:
        """The line on which it begins."""
        return self.notes.line(self.path)

    @property
    def source(self) -> str:
        """Where it is written: ``"responsibilities.toml, line 9"``."""
        return f"{self.notes.file}, line {self.line}"

    def only(self, *keys: str) -> None:
        """Note every key that nothing reads."""
        for key in self.raw.keys() - set(keys):
            self.notes.unknown((*self.path, key), key, keys, "key")

    def note(self, key: str, what: str, code: str, fix: str) -> None:
        """Note a problem of a key; of the whole table where the key is empty."""
        path = (*self.path, key) if key else self.path
        self.notes.add(path, what, code, self.why, fix)

    def words(self, key: str) -> str:
        """Read words; empty where nothing stands."""
        raw = self.raw.get(key, "")
        if isinstance(raw, str):
            return raw.strip()
        self.note(key, f"{key} is not written in words", "not-words", 'put words between " and "')
        return ""

    def needed_words(self, key: str, example: str) -> str:
        """Read words that must be there."""
        if key not in self.raw or self.raw[key] == "":
            self.note("", f"{key} is missing", "missing", f'write {key} = "{example}"')
            return ""
        return self.words(key)

    def whole(self, key: str, least: int = 0) -> int | None:
        """Read a whole number; None where nothing, or something else, stands."""
        raw = self.raw.get(key)
        if raw is None:
            return None
        if isinstance(raw, int) and not isinstance(raw, bool) and raw >= least:
            return raw
        what = f"{key} is not a whole number of {least} or more"
        self.note(key, what, "not-a-number", f"write {key} = {max(least, 1)}, without quotes")
        return None

    def needed_whole(self, key: str, example: int, least: int = 0) -> int | None:
        """Read a whole number that must be there."""
        if key not in self.raw:
            self.note("", f"{key} is missing", "missing", f"write {key} = {example}")
        return self.whole(key, least)

    def flag(self, key: str) -> bool | None:
        """Read true or false; None where nothing stands."""
        raw = self.raw.get(key)
        if raw is None or isinstance(raw, bool):
            return raw
        self.note(key, f"{key} is neither true nor false", "not-yes-or-no", "write true or false")
        return None

    def day(self, key: str) -> date | None:
        """Read a day; None where nothing stands."""
        raw = self.raw.get(key)
        if raw is None or (isinstance(raw, date) and not isinstance(raw, datetime)):
            return raw
        fix = f"write {key} = 2027-01-19, without quotes"
        self.note(key, f"{key} is not a date", "not-a-date", fix)
        return None

    def choice(self, key: str, choices: tuple[str, ...]) -> str:
        """Read one of several words; empty where nothing, or another word, stands."""
        raw = self.raw.get(key)
        if raw is None or raw in choices:
            return str(raw or "")
        fix = "write one of: " + ", ".join(f'"{one}"' for one in choices)
        shown = f'{key}: there is no "{raw}"' if isinstance(raw, str) else f"{key} is not a word"
        self.note(key, shown, "no-such-choice", fix)
        return ""

    def names(self, key: str, known: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Read a list of words, or of known ones alone; empty where nothing stands."""
        raw = self.raw.get(key, [])
        if not isinstance(raw, list) or not all(isinstance(one, str) for one in raw):
            example = '"one", "another"' if known is None else f'"{known[0] if known else "one"}"'
            self.note(
                key, f"{key} is not a list of words", "not-a-list", f"write {key} = [{example}]"
            )
            return ()
        found = tuple(one.strip() for one in raw)
        if known is None:
            return found
        for one in found:
            if one not in known:
                self.notes.unknown((*self.path, key), one, known, f"{key} entry")
        return tuple(one for one in found if one in known)
