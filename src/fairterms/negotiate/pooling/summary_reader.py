"""Read a group's summary: counts with their units, and nothing that speaks of prices."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from fairterms.negotiate.pooling.summary import (
    NONCE_DIGITS,
    MeasureCount,
    Summary,
    commitment_of,
)
from fairterms.units import quantity
from fairterms.units.notes import Notes
from fairterms.units.period import Period
from fairterms.units.positions import Path as Place
from fairterms.units.positions import parse
from fairterms.units.problem import Problem
from fairterms.units.quantity import MEMBER_MONTH, Kind

FILE = "pool.toml"
"""The counts a group writes by hand into its deal folder."""
WHY = "a number of a pool is never guessed"
NO_PRICES = (
    "groups that compete must not share prices, fees, or what they would accept: antitrust law can "
    "forbid it, even without an agreement"
)
_ADVICE = "take it out, and ask counsel before you share anything but counts of results"
_HEAD = ("label", "from", "to", "member_months", "nonce", "commitment")
_KEYS = ("id", "counts", "numerator", "denominator")
_SECTIONS = ("group", "measure")
_PRICE = re.compile(
    r"[$€]|usd|pmpm|dollar|price|\bfees?\b|\brates?\b|payment|\bpaid\b|\bpays?\b|wage|salar|\bcosts?\b|"
    r"budget|discount|bonus|withh[eo]ld|benchmark|margin|revenue|\boffers?\b|\baccept(?:s|able)?\b|walk.away|"
    r"reservation|\bbids?\b|\bcharges?\b|capitat|incentive|reimburs",
    re.IGNORECASE,
)
"""Words that speak of money or of what a group would take."""
_RESULTS = re.compile(
    r"(?:response|remission|recovery|completion|readmission) rates?\b", re.IGNORECASE
)
"""Rates that are results."""


def read(path: Path, *, is_sealed: bool) -> tuple[Summary | None, tuple[Problem, ...]]:
    """Read a summary.

    Parameters
    ----------
    path
        The file.
    is_sealed
        Whether it was handed over for a pool, so that it must bear a commitment that fits it.

    Returns
    -------
    tuple
        The summary, None where it has a problem; and its problems.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        document, positions = parse(text)
    except (FileNotFoundError, IsADirectoryError):
        return None, _unreadable(path, "there is no such file", "check its name and folder")
    except UnicodeDecodeError:
        return None, _unreadable(path, "this is not a text file", "save it as text in UTF-8")
    except tomllib.TOMLDecodeError as wrong:
        return None, _unreadable(path, f"the file is not TOML: {wrong}", "mend that line")
    form = _Form(document, Notes(path.name, tuple(text.splitlines()), positions))
    found = form.summary(is_sealed=is_sealed)
    problems = form.notes.problems()
    return (None if problems else found), problems


def _unreadable(path: Path, what: str, fix: str) -> tuple[Problem, ...]:
    return (Problem(path.name, 0, what, "unreadable", "nothing can be read", fix),)


class _Form:
    """Reads one file, and gathers its problems."""

    def __init__(self, document: Mapping[str, Any], notes: Notes) -> None:
        self.document = document
        self.notes = notes

    def summary(self, *, is_sealed: bool) -> Summary | None:
        self._refuse_prices()
        self._only((), self.document, _SECTIONS, "section")
        raw = self.document.get("group")
        head: Mapping[str, Any] = raw if isinstance(raw, dict) else {}
        if not head:
            self._missing((), "there is no [group]", 'write [group] with label = "north"')
        self._only(("group",), head, _HEAD, "key")
        label = self._words(("group", "label"), head, 'write label = "north"')
        period = self._period(head)
        months = self._count(("group", "member_months"), head, MEMBER_MONTH)
        measures = tuple(self._measures())
        if period is None or months is None or self.notes.found:
            return None
        sealed = Summary(
            label,
            period,
            months,
            measures,
            str(head.get("nonce", "")),
            str(head.get("commitment", "")),
        )
        if is_sealed:
            self._check_seal(sealed)
        return sealed

    def _refuse_prices(self) -> None:
        """Note every line that speaks of money, remarks included: they are handed over too."""
        for number, line in enumerate(self.notes.lines, start=1):
            found = _PRICE.search(_RESULTS.sub("", line))
            if found:
                self.notes.found.append(
                    Problem(
                        self.notes.file,
                        number,
                        f"this speaks of prices, or of what a group would take: “{found[0]}”",
                        "price-in-a-pool",
                        NO_PRICES,
                        _ADVICE,
                        line,
                    )
                )

    def _only(
        self, place: Place, raw: Mapping[str, Any], known: tuple[str, ...], sort: str
    ) -> None:
        for key in raw.keys() - set(known):
            # A key that speaks of prices is refused already.
            if not _PRICE.search(key):
                self.notes.unknown((*place, key), key, known, sort)

    def _missing(self, place: Place, what: str, fix: str) -> None:
        self.notes.missing(place, what, fix, WHY)

    def _words(self, place: Place, raw: Mapping[str, Any], fix: str) -> str:
        found = raw.get(str(place[-1]))
        if isinstance(found, str) and found.strip():
            return " ".join(found.split())
        self._missing(place, f"{place[-1]} is missing, or is not in words", fix)
        return ""

    def _period(self, head: Mapping[str, Any]) -> Period | None:
        first, last = (self._day(head, key) for key in ("from", "to"))
        if first is None or last is None:
            return None
        if last < first:
            what, fix = "the period ends before it starts", "mend from or to"
            self.notes.add(("group", "to"), what, "bad-period", WHY, fix)
            return None
        return Period(first, last)

    def _day(self, head: Mapping[str, Any], key: str) -> date | None:
        found = head.get(key)
        if isinstance(found, date) and not isinstance(found, datetime):
            return found
        fix = f"write {key} = 2026-12-31, without quotes"
        self._missing(("group", key), f"{key} is missing, or is not a date", fix)
        return None

    def _count(self, place: Place, raw: Mapping[str, Any], noun: str) -> int | None:
        """Read a whole number of something; note a problem and return None for anything else."""
        key = str(place[-1])
        fix = f'write {key} = "1,200 {quantity.plural(noun)}"'
        if key not in raw:
            self._missing(place, f"{key} is missing", fix)
            return None
        try:
            found = quantity.parse(str(raw[key]))
        except quantity.NotAQuantity as wrong:
            self.notes.add(place, f"{key}: {wrong.reason}", "not-a-quantity", WHY, fix)
            return None
        is_count = found.unit.kind is Kind.COUNT and found.unit.noun == noun
        if not is_count or found.amount < 0 or found.amount % 1 or found.threshold:
            what = f"{key} is not a whole number of {quantity.plural(noun)}"
            self.notes.add(place, what, "not-a-count", WHY, fix)
            return None
        return int(Decimal(found.amount))

    def _measures(self) -> list[MeasureCount]:
        raw = self.document.get("measure")
        if not isinstance(raw, list) or not all(isinstance(one, dict) for one in raw):
            self._missing(("measure",), "there is no measure", "start each with [[measure]]")
            return []
        taken: set[str] = set()
        found = (self._measure(("measure", at), one, taken) for at, one in enumerate(raw))
        return [one for one in found if one is not None]

    def _measure(
        self, place: Place, raw: Mapping[str, Any], taken: set[str]
    ) -> MeasureCount | None:
        self._only(place, raw, _KEYS, "key")
        name = self.notes.id((*place, "id"), raw.get("id"), "measure", taken)
        fix = 'say who reached it, in the words all groups use: counts = "..."'
        words = self._words((*place, "counts"), raw, fix)
        reached = self._count((*place, "numerator"), raw, "patient")
        people = self._count((*place, "denominator"), raw, "patient")
        if reached is None or people is None:
            return None
        if reached > people:
            what, fix = "the numerator is larger than the denominator", "count the same people"
            self.notes.add((*place, "numerator"), what, "bad-part", WHY, fix)
            return None
        found = MeasureCount(name, words, reached, people)
        if found.is_small:
            self._refuse_small(place)
            return None
        return found

    def _refuse_small(self, place: Place) -> None:
        self.notes.add(
            place,
            "who reached this measure, or who did not, are 1 to 10 people, or it is of nobody",
            "small-count",
            "counts of 1 to 10 people do not leave a group's own room",
            "leave this measure out, or count a longer period",
        )

    def _check_seal(self, found: Summary) -> None:
        place = ("group", "commitment")
        if not found.commitment or len(found.nonce) != NONCE_DIGITS:
            fix = "ask the group to make the file with: fairterms pool --share DEAL"
            self._missing(place, "this summary bears no commitment", fix)
        elif commitment_of(found) != found.commitment:
            self.notes.add(
                place,
                "the counts are not those the group committed to",
                "changed-after-commitment",
                "a group that has seen others' counts could have changed its own",
                "ask the group for the file it committed to",
            )
