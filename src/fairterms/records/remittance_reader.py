"""Read an X12 835 remittance, and keep nobody of it.

The claims of a remittance name patients. They are counted while the file is read, and forgotten:
what comes out holds no name, no member or claim number and no day of care, and no message quotes
the file. Segments are counted from 1, so that the group can find a place in its own copy.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from fairterms.records.remittance import (
    PAYEE_LEVEL,
    AdjustmentTotals,
    ClaimTotals,
    ProviderAdjustment,
    Remittance,
    Remittances,
)
from fairterms.units.problem import Problem

_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_SHORTEST_TOKEN = 4
"""Shorter names and numbers are found by chance in any reference."""


def read(path: Path) -> Remittances:
    """Read the payments of a file.

    Parameters
    ----------
    path
        An X12 835; one file may hold several payments.

    Returns
    -------
    Remittances
        A payment that is cut short, or has a number that cannot be read, is left out.

    """
    library = _library()
    reading = _Reading(path.name)
    try:
        with path.open(encoding="latin-1", newline="") as file:
            reader: _Reader = library.x12file.X12Reader(file)
            for number, segment in enumerate(reader, start=1):
                reading.take(_Segment(segment, number), reader.pop_errors())
            reader.cleanup()
            reading.envelope(reader.pop_errors())
    except (library.errors.X12Error, IndexError):
        # What the library says may quote the file; a trailer without a header is an IndexError.
        reading.note("the file is no X12, or is damaged", "not-x12")
    if not reading.payments and not reading.problems:
        reading.note("the file is X12, but holds no remittance (835)", "no-remittance")
    return Remittances(tuple(reading.payments), tuple(dict.fromkeys(reading.problems)))


def _library() -> Any:
    # It has no types; looked up by its name, it is not asked for any.
    import_module("pyx12.x12file")
    import_module("pyx12.errors")
    return import_module("pyx12")


class _Part(Protocol):
    """What is used of a part of an element."""

    def get_value(self) -> str:
        """Return its text."""


class _Element(Protocol):
    """What is used of an element; one without parts is its own first part."""

    def format(self) -> str:
        """Return its text, with all parts."""

    def __len__(self) -> int:
        """Return how many parts it has."""

    def __getitem__(self, place: int) -> _Part:
        """Return a part, counted from 0."""


class _Raw(Protocol):
    """What is used of the library's segment; to look elements up by their names is slow there."""

    elements: Sequence[_Element]

    def get_seg_id(self) -> str:
        """Return its name."""


_Error = tuple[str, str, str, str | None, int | None]
"""The level of an envelope, a code, and what the library says, which may quote the file."""


class _Reader(Protocol):
    """What is used of the library's reader."""

    def __iter__(self) -> Iterator[_Raw]:
        """Yield the segments."""

    def pop_errors(self) -> list[_Error]:
        """Return what was wrong since the last time."""

    def cleanup(self) -> None:
        """Look at the end for what was not closed."""


class _NotRead(ValueError):
    """An element cannot be read; it says where, and never what stands there."""


@dataclass(frozen=True)
class _Segment:
    """One segment of the library's, and its number from 1."""

    raw: _Raw
    number: int

    def text(self, place: int, part: int = 0) -> str:
        """Return an element, or a part of it; empty where nothing is."""
        if place > len(self.raw.elements):
            return ""
        element = self.raw.elements[place - 1]
        if not part:
            return element.format().strip()
        return element[part - 1].get_value().strip() if part <= len(element) else ""

    def dollars(self, place: int) -> Decimal:
        """Return an amount."""
        text = self.text(place)
        if not _NUMBER.fullmatch(text):
            raise _NotRead(f"{self.raw.get_seg_id()}{place:02}")
        return Decimal(text)

    def day(self, place: int) -> date | None:
        """Return a day; None where nothing stands."""
        text = self.text(place)
        if not text:
            return None
        try:
            return date(int(text[:4]), int(text[4:6]), int(text[6:]))
        except ValueError:
            raise _NotRead(f"{self.raw.get_seg_id()}{place:02}") from None


@dataclass
class _Claim:
    """The claim that is being read; forgotten when it ends."""

    status: str
    charged: Decimal
    paid: Decimal
    person: str
    adjusted: dict[tuple[str, str], Decimal] = field(default_factory=dict)


@dataclass
class _Cell:
    """What adds up over claims; of the people only how many there were is handed on."""

    claims: int = 0
    people: set[str] = field(default_factory=set)
    first: Decimal = Decimal(0)
    second: Decimal = Decimal(0)

    def add(self, person: str, first: Decimal, second: Decimal = Decimal(0)) -> None:
        """Count one claim."""
        self.claims += 1
        self.people.add(person)
        self.first += first
        self.second += second


@dataclass
class _Payment:
    """One payment while it is read."""

    facts: dict[str, Any] = field(default_factory=dict)
    claim: _Claim | None = None
    statuses: dict[str, _Cell] = field(default_factory=dict)
    reasons: dict[tuple[str, str], _Cell] = field(default_factory=dict)
    provider: list[ProviderAdjustment] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)
    unbalanced: int = 0

    def end_claim(self) -> None:
        """Add the claim that was read to the totals, and forget it."""
        claim, self.claim = self.claim, None
        if claim is None:
            return
        self.statuses.setdefault(claim.status, _Cell()).add(claim.person, claim.charged, claim.paid)
        for reason, amount in claim.adjusted.items():
            self.reasons.setdefault(reason, _Cell()).add(claim.person, amount)
        self.unbalanced += claim.charged - sum(claim.adjusted.values()) != claim.paid

    def done(self) -> Remittance:
        """Return the totals."""
        self.end_claim()
        if "amount" not in self.facts:
            raise _NotRead("BPR02")
        words = {name: self.facts.get(name, "") for name in ("handling", "trace", "payer", "payee")}
        return Remittance(
            amount=self.facts["amount"],
            paid_on=self.facts.get("paid_on"),
            produced_on=self.facts.get("produced_on"),
            claims=tuple(
                ClaimTotals(status, cell.claims, len(cell.people), cell.first, cell.second)
                for status, cell in sorted(self.statuses.items())
            ),
            adjustments=tuple(
                AdjustmentTotals(*reason, cell.claims, len(cell.people), cell.first)
                for reason, cell in sorted(self.reasons.items())
            ),
            provider_adjustments=tuple(map(self._without_people, self.provider)),
            unbalanced=self.unbalanced,
            **words,
        )

    def _without_people(self, one: ProviderAdjustment) -> ProviderAdjustment:
        """Take a reference away that could lead to a person."""
        reference = one.reference.casefold()
        is_theirs = any(token in reference for token in self.tokens)
        return replace(one, reference="") if is_theirs or one.reason not in PAYEE_LEVEL else one


def _payment_facts(payment: _Payment, segment: _Segment) -> None:
    sign = -1 if segment.text(3) == "D" else 1
    payment.facts |= {
        "amount": sign * segment.dollars(2),
        "handling": segment.text(1),
        "paid_on": segment.day(16),
    }


def _trace(payment: _Payment, segment: _Segment) -> None:
    payment.facts.setdefault("trace", segment.text(2))


def _party(payment: _Payment, segment: _Segment) -> None:
    side = {"PR": "payer", "PE": "payee"}.get(segment.text(1))
    if side:
        payment.facts.setdefault(side, segment.text(2))


def _produced(payment: _Payment, segment: _Segment) -> None:
    if segment.text(1) == "405":
        payment.facts["produced_on"] = segment.day(2)


def _begin_claim(payment: _Payment, segment: _Segment) -> None:
    payment.end_claim()
    numbers = [segment.text(1), segment.text(7)]
    payment.tokens |= {one.casefold() for one in numbers if len(one) >= _SHORTEST_TOKEN}
    person = f"claim {numbers[0]}"
    payment.claim = _Claim(segment.text(2), segment.dollars(3), segment.dollars(4), person)


def _patient(payment: _Payment, segment: _Segment) -> None:
    """Tell people apart: by their number, else by their name; neither is handed on."""
    words = [segment.text(place) for place in (9, 3, 4, 5)]
    payment.tokens |= {word.casefold() for word in words[:2] if len(word) >= _SHORTEST_TOKEN}
    if payment.claim is not None and segment.text(1) == "QC" and any(words):
        payment.claim.person = words[0] or " ".join(words)


def _adjustment(payment: _Payment, segment: _Segment) -> None:
    if payment.claim is None:
        raise _NotRead("CAS01")
    for place in range(2, 18, 3):
        if segment.text(place):
            reason = (segment.text(1), segment.text(place))
            so_far = payment.claim.adjusted.get(reason, Decimal(0))
            payment.claim.adjusted[reason] = so_far + segment.dollars(place + 1)


def _provider_adjustments(payment: _Payment, segment: _Segment) -> None:
    payment.end_claim()
    for place in range(3, 14, 2):
        if segment.text(place, 1):
            reason, reference = segment.text(place, 1), segment.text(place, 2)
            amount = segment.dollars(place + 1)
            payment.provider.append(ProviderAdjustment(reason, reference, amount, segment.number))


_TAKEN: Mapping[str, Callable[[_Payment, _Segment], None]] = {
    "BPR": _payment_facts,
    "TRN": _trace,
    "N1": _party,
    "DTM": _produced,
    "CLP": _begin_claim,
    "NM1": _patient,
    "CAS": _adjustment,
    "PLB": _provider_adjustments,
}
"""What is read of a remittance; nothing else of it is looked at."""

_HARMLESS = ("SEG1",)
_ENVELOPE = {
    ("isa", "021"): "the file says another number of groups than it has",
    ("isa", "023"): "the file ends without its trailer (IEA)",
    ("gs", "3"): "a group of the file ends without its trailer (GE)",
    ("gs", "5"): "a group says another number of payments than it has",
    ("st", "2"): "a payment ends without its trailer (SE)",
    ("st", "3"): "the trailer of a payment is another's (SE02)",
    ("st", "4"): "a payment says another number of segments than it has (SE01)",
}


@dataclass
class _Reading:
    """One file while it is read."""

    file: str
    payment: _Payment | None = None
    payments: list[Remittance] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def note(self, what: str, code: str) -> None:
        """Note one problem of the file."""
        why, fix = "a remittance that is not whole cannot be added up", "ask the plan for it again"
        self.problems.append(Problem(self.file, 0, what, code, why, fix))

    def envelope(self, errors: list[_Error]) -> None:
        """Note what the library counted otherwise than the file."""
        for level, code, *_ in errors:
            if code not in _HARMLESS:
                what = _ENVELOPE.get((level, code), "the envelope of the file is damaged")
                self.note(what, "envelope")

    def take(self, segment: _Segment, errors: list[_Error]) -> None:
        """Read one segment."""
        name = segment.raw.get_seg_id()
        self.envelope(errors)
        try:
            if name == "ST":
                self.payment = _Payment() if segment.text(1) == "835" else None
            elif self.payment is not None and name == "SE":
                self.payments.append(self.payment.done())
                self.payment = None
            elif self.payment is not None and name in _TAKEN:
                _TAKEN[name](self.payment, segment)
        except _NotRead as element:
            what = f"segment {segment.number}: {element} cannot be read, so its payment is left out"
            self.note(what, "not-a-quantity")
            self.payment = None
