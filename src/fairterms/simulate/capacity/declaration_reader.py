"""Read ``[capacity]`` of a forecast; everything wrong in it is noted with its line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from fairterms.simulate.capacity.declaration import (
    ENTRIES,
    SEASON,
    WHOLE,
    CapacityDeclaration,
    Entry,
)
from fairterms.simulate.capacity.practice import Counted
from fairterms.units import quantity
from fairterms.units.notes import Notes
from fairterms.units.positions import Path
from fairterms.units.quantity import FRACTION

SECTION = "capacity"
_TABLES = ("staff", "requests", "care", "first_visit")
_WHY = "who is seen in time moves with it, so it is never guessed"
_FROM_RECORDS = ("records", {"from": "records"})
_MONTHS = 12


def read(section: Mapping[str, Any], notes: Notes) -> CapacityDeclaration | None:
    """Read the section.

    Parameters
    ----------
    section
        What TOML holds under ``[capacity]``.
    notes
        Where problems of the file go; its path of the section is ``("capacity",)``.

    Returns
    -------
    CapacityDeclaration or None
        None when something is missing or cannot be so; the problems say what.
    """
    return _Reader(notes).read(section)


@dataclass
class _Reader:
    """Reads the section and remembers whether all of it could be read."""

    notes: Notes
    is_sound: bool = True

    def read(self, section: Mapping[str, Any]) -> CapacityDeclaration | None:
        self._refuse_unknown(section, (SECTION,), ("measure", *_TABLES))
        measure = section.get("measure")
        if not isinstance(measure, str) or not measure:
            fix = 'write measure = "access", the id of the measure in terms.toml'
            self._refuse((SECTION, "measure"), "the measure of access is not named", fix)
        tables = {name: self._table(section, name) for name in _TABLES}
        numbers, taken = self._numbers(tables)
        season = self._season(tables["requests"].get("season"))
        counted = self._counted(tables["first_visit"].get("counts"))
        taken |= {SEASON} if season is None else set()
        if not self.is_sound or counted is None:
            return None
        found = CapacityDeclaration(str(measure), counted, numbers, season, frozenset(taken))
        return self._checked(found)

    def _table(self, section: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        raw, path = section.get(name), (SECTION, name)
        if not isinstance(raw, dict):
            fix = f"write [{SECTION}.{name}] on a line of its own, with its keys below"
            self._refuse(path, f"{SECTION}.{name} is missing or no table", fix)
            return {}
        known = [key.partition(".")[2] for key in ENTRIES if key.startswith(f"{name}.")]
        known += {"requests": ["season"], "first_visit": ["counts"]}.get(name, [])
        self._refuse_unknown(raw, path, tuple(known))
        return raw

    def _numbers(
        self, tables: Mapping[str, Mapping[str, Any]]
    ) -> tuple[dict[str, float], set[str]]:
        numbers, taken = {}, set()
        for name, entry in ENTRIES.items():
            table, _, key = name.partition(".")
            if not tables[table] and not self.is_sound:
                continue
            raw = tables[table].get(key)
            if raw in _FROM_RECORDS and entry.is_observable:
                taken.add(name)
                continue
            found = self._number(raw, (SECTION, table, key), entry)
            if found is not None:
                numbers[name] = found
        return numbers, taken

    def _number(self, raw: Any, path: Path, entry: Entry) -> float | None:
        key = path[-1]
        try:
            found = quantity.parse(str(raw if raw is not None else ""))
        except quantity.NotAQuantity as wrong:
            what = f"{key} is missing" if raw is None else f"{key}: {wrong.reason}"
            self._refuse(path, what, f'write {key} = "…", in {entry.unit}: {entry.meaning}')
            return None
        if found.unit != entry.unit:
            what = f"{key} is in {found.unit}, but it is wanted in {entry.unit}"
            self._refuse(path, what, f"write it in {entry.unit}")
            return None
        number = float(found.amount)
        is_whole = ".".join(str(step) for step in path[1:]) not in WHOLE or number == int(number)
        if entry.lowest <= number <= entry.highest and is_whole:
            return number
        lowest, highest = (
            quantity.write(Decimal(str(limit)), entry.unit)
            for limit in (entry.lowest, entry.highest)
        )
        what = f"{key} is {found}, which cannot be"
        whole = "" if is_whole else ", and a whole number"
        self._refuse(path, what, f"write a number from {lowest} to {highest}{whole}")
        return None

    def _season(self, raw: Any) -> tuple[float, ...] | None:
        path = (SECTION, "requests", "season")
        if raw in _FROM_RECORDS:
            return None
        fix = 'write twelve per cents of the year\'s mean, January first, such as "104 %"'
        given = raw if isinstance(raw, list) and len(raw) == _MONTHS else []
        try:
            read = [quantity.parse(str(one)) for one in given]
        except quantity.NotAQuantity as wrong:
            self._refuse(path, f"season: {wrong.reason}", fix)
            return None
        if not read or any(one.unit != FRACTION or one.amount <= 0 for one in read):
            self._refuse(path, "season is no list of twelve per cents", fix)
            return None
        levels = [float(one.amount) for one in read]
        mean = sum(levels) / _MONTHS
        if abs(mean - 1) > 0.01:
            what = f"the months of season have a mean of {100 * mean:.1f} %"
            self._refuse(path, what, "make the mean of the twelve 100 %")
            return None
        return tuple(level / mean for level in levels)

    def _counted(self, raw: Any) -> Counted | None:
        known = {one.value: one for one in Counted}
        if isinstance(raw, str) and raw in known:
            return known[raw]
        fix = 'write counts = "seen" when the visit itself must be in time, or "offered"'
        what = "it is not said what counts as in time"
        self._refuse((SECTION, "first_visit", "counts"), what, fix)
        return None

    def _checked(self, found: CapacityDeclaration) -> CapacityDeclaration | None:
        """Note what cannot be so together; numbers from records are checked with the records."""
        if found.from_records:
            return found
        # The day matters to seasons alone.
        for what in found.practice(date(2000, 1, 1)).objections():
            self._refuse((SECTION,), what, "check the numbers against each other")
        return found if self.is_sound else None

    def _refuse_unknown(self, raw: Mapping[str, Any], path: Path, known: tuple[str, ...]) -> None:
        for key in sorted(raw.keys() - set(known)):
            self.is_sound = False
            self.notes.unknown((*path, key), key, known, "key")

    def _refuse(self, path: Path, what: str, fix: str) -> None:
        self.is_sound = False
        self.notes.add(path, what, "bad-capacity", _WHY, fix)
