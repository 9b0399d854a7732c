"""Settings, bills and people for the tests of care elsewhere, and the same counts one by one."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

import numpy as np

from fairterms.population.care_rules import (
    NOT_KNOWN,
    OwnBy,
    Part,
    Parts,
    People,
    Setting,
    VisitRule,
)
from fairterms.population.care_settings import Settings
from fairterms.population.cost_of_care import Amount, CostRule, Outsiders, ServiceDay
from fairterms.population.member_months import Exposure, MonthRule
from fairterms.population.selection import Selection
from tests.population.town import YEAR, Town, day

HOSPITAL = Setting(bill_types=("11",), place_codes=("21",))
PARTS = Parts(
    (
        Part("behavioral stays", HOSPITAL, ("F",), True),
        Part("medical stays", HOSPITAL, (), False),
        Part("behavioral visits", Setting(), ("F",), True),
    ),
    "other care",
    False,
)
SETTINGS = Settings(
    People.ATTRIBUTED,
    ("finished",),
    Exposure(MonthRule.FIRST_DAY, YEAR, Selection()),
    CostRule(Amount.ALLOWED, ServiceDay.LINE, None, Outsiders.COUNTED),
    OwnBy.EITHER,
    ("B1",),
    VisitRule(("professional",), (), OwnBy.RENDERING, False, 2),
    HOSPITAL,
    PARTS,
)
COLUMNS = (
    "claim_id claim_line person_id starts ends admitted discharged claim_type place_code "
    "bill_type_code service_code diagnosis_code rendering_npi billing_npi allowed_cents"
)


@dataclass(frozen=True)
class Line:
    """One line of a bill; texts are days of 2027."""

    person: str
    starts: str
    cents: int = 100_00
    rendering: str | None = "N1"
    billing: str | None = "B1"
    diagnosis: str | None = "F321"
    place: str | None = "11"
    bill_type: str | None = None
    claim_type: str | None = "professional"
    service: str | None = "90837"
    ends: str | None = None
    admitted: str | None = None
    discharged: str | None = None
    claim: str = ""


def stay(person: str, admitted: str, discharged: str | None, cents: int = 5_000_00) -> Line:
    """Make a bill of a stay in hospital elsewhere."""
    return Line(
        person,
        admitted,
        cents,
        "H1",
        "H1",
        place="21",
        bill_type="0111",
        claim_type="institutional",
        service=None,
        ends=discharged,
        admitted=admitted,
        discharged=discharged,
    )


def put_lines(here: Town, lines: Sequence[Line]) -> None:
    """Put bills into the town."""

    def at(text: str | None) -> date | None:
        return day(text) if text else None

    rows = [
        (
            line.claim or f"k{number}",
            number,
            line.person,
            at(line.starts),
            at(line.ends),
            at(line.admitted),
            at(line.discharged),
            line.claim_type,
            line.place,
            line.bill_type,
            line.service,
            line.diagnosis,
            line.rendering,
            line.billing,
            line.cents,
        )
        for number, line in enumerate(lines)
    ]
    put(here, "claims", COLUMNS, rows)


def put(here: Town, table: str, columns: str, rows: Sequence[Sequence[object]]) -> None:
    """Put rows as one load in one statement, which many rows need to be quick."""
    load = here.put(table, columns, [])
    if not rows:
        return
    marks = ", ".join("?" for _ in ("load_id", "row", *columns.split()))
    here.connection.execute(
        f"INSERT INTO {table}_rows (load_id, row, {', '.join(columns.split())}) "  # noqa: S608
        f"VALUES {', '.join([f'({marks})'] * len(rows))}",
        [cell for number, row in enumerate(rows, 1) for cell in (load, number, *row)],
    )


def put_group(here: Town, *clinicians: tuple[str, str | None, str | None]) -> None:
    """Put clinicians: id, NPI, last day with the group."""
    rows = [(one, npi, day(last) if last else None) for one, npi, last in clinicians]
    here.put("clinicians", "clinician_id npi ends", rows)


def put_members(here: Town, *rows: Sequence[object]) -> None:
    """Put spans of membership: person, first day, last day, clinician."""
    dated = [
        [
            day(cell) if place in (1, 2) and isinstance(cell, str) else cell
            for place, cell in enumerate(row)
        ]
        for row in rows
    ]
    put(here, "enrolment", "person_id starts ends clinician_id", dated)


def elsewhere(person: str, starts: str, cents: int = 100_00, diagnosis: str = "F321") -> Line:
    """Make a bill of a visit outside the group."""
    return Line(person, starts, cents, "E1", "E1", diagnosis)


def small_town(here: Town, lines: Sequence[Line]) -> None:
    """Put one clinician, two members of the whole year, and bills."""
    put_group(here, ("c1", "N1", None))
    put_members(here, ("a", "01-01", None, "c1"), ("b", "01-01", None, "c1"))
    put_lines(here, lines)


Spans = Mapping[str, tuple[date, date, str]]


@dataclass(frozen=True)
class Made:
    """A made-up town as plain rows, to be counted one by one."""

    lines: tuple[Line, ...]
    spans: Spans
    clinicians: tuple[tuple[str, str | None, str | None], ...]
    seen: frozenset[str]


def make(seed: int, people: int = 30) -> Made:
    """Make people with one span each, bills of every sort, stays that overlap, and gaps."""
    luck = np.random.default_rng(seed)

    def some(*words: str | None) -> str | None:
        return words[int(luck.integers(len(words)))]

    def dated() -> date:
        return date(2026, 12, 15) + timedelta(int(luck.integers(390)))

    spans, lines = {}, []
    for number in range(people):
        who = f"p{number:02}"
        first, last = sorted((dated(), dated()))
        spans[who] = (first, last, str(some("c1", "c2", "x9", "B1")))
        for _ in range(int(luck.integers(20))):
            starts = dated()
            line = Line(
                who,
                starts.isoformat(),
                int(luck.integers(-3000, 20_000)),
                some("N1", "N2", "E1", "E2", "E3", None),
                some("B1", "B2", None),
                some("F321", "I10", "Z00", None),
                some("11", "10", "81", None),
                claim_type=some("professional", "professional", None, "institutional"),
            )
            lines.append(line)
        for _ in range(int(luck.integers(3))):
            starts = dated()
            until = starts + timedelta(int(luck.integers(9)))
            made = stay(who, starts.isoformat(), until.isoformat(), int(luck.integers(9_000_00)))
            is_open = luck.random() < 0.2
            lines.append(replace(made, ends=None, discharged=None) if is_open else made)
    seen = frozenset(who for who in spans if luck.random() < 0.6)
    clinicians = (("c1", "N1", None), ("c2", "N2", "2027-06-30"))
    return Made(tuple(lines), spans, clinicians, seen)


def settle_in(here: Town, made: Made) -> None:
    """Put a made-up town into the store."""
    put_group(here, *made.clinicians)
    put_members(here, *[(who, *span) for who, span in made.spans.items()])
    put_lines(here, made.lines)
    seen = [(f"v{who}", who, "c1", day("05-05"), "finished") for who in sorted(made.seen)]
    missed = [(f"w{who}", who, "c1", day("05-05"), "missed") for who in made.spans]
    put(here, "visits", "visit_id person_id clinician_id starts status", [*seen, *missed])


class Twin:
    """The same counts, one line and one person at a time."""

    def __init__(self, made: Made, settings: Settings) -> None:
        self.made, self.settings = made, settings
        self.months = {who: self._months(who) for who in made.spans}
        self.people = {who for who, months in self.months.items() if months}
        self.lines = [line for line in made.lines if self._counts(line)]

    def _months(self, who: str) -> set[int]:
        first, last, clinician = self.made.spans[who]
        rule, people = self.settings.exposure.rule, self.settings.people
        if people is People.ATTRIBUTED and clinician not in ("c1", "c2", "B1"):
            return set()
        if people is People.PATIENTS and who not in self.made.seen:
            return set()
        on = 15 if rule is MonthRule.FIFTEENTH else 1
        return {month for month in range(1, 13) if first <= date(2027, month, on) <= last}

    def _counts(self, line: Line) -> bool:
        at = day(line.starts)
        if at.year != 2027 or line.person not in self.people:
            return False
        left_out = self.settings.cost.outsiders is Outsiders.LEFT_OUT
        return not left_out or at.month in self.months[line.person]

    def side(self, line: Line) -> str:
        """Who gave the care of a line."""
        given = {"rendering_npi": line.rendering, "billing_npi": line.billing}
        fields = [given[column] for column in self.settings.own_by.value]
        if any(self._is_own(npi, day(line.starts)) for npi in fields):
            return "own"
        return "elsewhere" if any(fields) else "not named"

    @staticmethod
    def _is_own(npi: str | None, at: date) -> bool:
        return npi in ("N1", "B1") or (npi == "N2" and at <= date(2027, 6, 30))

    @staticmethod
    def part(line: Line) -> str:
        """The sort of care of a line, by the parts of these tests."""
        if line.claim_type is None and line.place is None and line.bill_type is None:
            return NOT_KNOWN
        is_stay = line.place == "21" or (line.bill_type or "").lstrip("0").startswith("11")
        if line.diagnosis is None:
            return NOT_KNOWN
        if line.diagnosis.startswith("F"):
            return "behavioral stays" if is_stay else "behavioral visits"
        return "medical stays" if is_stay else "other care"

    def cost(self, side: str) -> tuple[int, int]:
        """Cents and people of a side."""
        mine = [line for line in self.lines if self.side(line) == side]
        return sum(line.cents for line in mine), len({line.person for line in mine})

    def parts(self) -> dict[str, tuple[int, int]]:
        """Cents and people of each sort."""
        return {
            name: (
                sum(line.cents for line in self.lines if self.part(line) == name),
                len({line.person for line in self.lines if self.part(line) == name}),
            )
            for name in PARTS.names
        }

    def visits(self) -> list[tuple[str, str | None, str]]:
        """Person, provider and side of each visit."""
        found: dict[tuple[str, str | None, str], list[Line]] = defaultdict(list)
        for line in self.lines:
            if line.claim_type == "professional" and line.place != "21":
                found[line.person, line.rendering, line.starts].append(line)
        visits: list[tuple[str, str | None, str]] = []
        for (who, npi, _), lines in found.items():
            cents = [line.cents for line in lines]
            if min(cents) < 0 and sum(cents) <= 0:
                continue
            sides = {self.side(line) for line in lines}
            visits.append(
                (who, npi, next(s for s in ("own", "elsewhere", "not named") if s in sides))
            )
        return visits

    def providers(self) -> dict[int, int]:
        """People by number of other providers."""
        others: dict[str, set[str]] = {who: set() for who in self.people}
        for who, npi, side in self.visits():
            if side == "elsewhere" and npi:
                others[who].add(npi)
        return dict(sorted(Counter(len(npis) for npis in others.values()).items()))

    def continuity(self) -> tuple[int, int, Fraction | None]:
        """People, people with one provider, and the mean index by its definition in pairs."""
        seen: dict[str, list[str]] = defaultdict(list)
        for who, npi, side in self.visits():
            with_whom = "" if self.settings.visits.group_is_one and side == "own" else npi
            if with_whom is not None:
                seen[who].append(with_whom)
        found = []
        for visits in seen.values():
            number = len(visits)
            if number < self.settings.visits.least_visits:
                continue
            pairs = [visits[i] == visits[j] for i in range(number) for j in range(number) if i != j]
            found.append(Fraction(sum(pairs), len(pairs)))
        mean = sum(found, Fraction(0)) / len(found) if found else None
        return len(found), found.count(Fraction(1)), mean

    def hospital(self) -> tuple[int, int, int, int]:
        """People, stays, days and stays without an end."""
        nights: set[tuple[str, date]] = set()
        endless = 0
        left_out = self.settings.cost.outsiders is Outsiders.LEFT_OUT
        for line in self.made.lines:
            if line.place != "21" or line.person not in self.people or line.cents < 0:
                continue
            first = day(line.admitted or line.starts)
            kept = self.months[line.person] if left_out else set(range(1, 13))
            if line.discharged is None:
                endless += first.year == 2027 and first.month in kept
                continue
            length = max((day(line.discharged) - first).days, 1)
            for at in (first + timedelta(n) for n in range(length)):
                if at.year == 2027 and at.month in kept:
                    nights.add((line.person, at))
        begun = [one for one in nights if (one[0], one[1] - timedelta(1)) not in nights]
        return len({who for who, _ in nights}), len(begun), len(nights), endless
