"""The charter of a committee: who sits, who presides, and what each class of motion takes."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from fairterms.units.refusal import Refusal

HALF = Fraction(1, 2)
"""The threshold of a simple majority; it is passed by more than half."""


class Basis(StrEnum):
    """What a majority is a majority of."""

    CAST = "cast"
    PRESENT = "present"
    ENTIRE = "entire"


class Tie(StrEnum):
    """What becomes of a motion with as many yes as no."""

    CHAIR = "chair"
    LOST = "lost"


class Touches(StrEnum):
    """What a class of motions may reach, and so how well a minority must be protected in it."""

    ORDINARY = "ordinary"
    CONFIDENTIAL = "confidential"
    CHARTER = "charter"


@dataclass(frozen=True)
class Constituency:
    """Those whom a pair of seats stands for.

    Attributes
    ----------
    id, title
        Its short name, and its name in words.
    line
        Where the charter says so, counted from 1; 0 when it was not read from a file.
    """

    id: str
    title: str
    line: int = 0


@dataclass(frozen=True)
class Seat:
    """One vote.

    Attributes
    ----------
    id
        Its short name.
    constituency
        The id of the constituency it belongs to.
    eligibility
        Who may hold it.
    term_years
        For how long, in years; None where the charter does not say.
    alternate
        Who sits when the holder cannot; empty for nobody. An alternate sits, a proxy never does.
    line
        Where the charter says so.
    """

    id: str
    constituency: str
    eligibility: str = ""
    term_years: int | None = None
    alternate: str = ""
    line: int = 0


@dataclass(frozen=True)
class Chair:
    """Who presides, outside the seats, and votes only on a tie.

    Attributes
    ----------
    independence
        What keeps the chair apart from every constituency, in words.
    ties
        Constituencies the chair has declared a tie to.
    deputy
        Who presides in place of the chair; empty for nobody.
    deputy_for
        When: "recused", "absent".
    in_base
        Whether whoever presides counts as one of those present, and of the entire committee; None
        where the charter does not say. Votes cast are those of the seats either way.
    line
        Where the charter says so.
    """

    independence: str = ""
    ties: tuple[str, ...] = ()
    deputy: str = ""
    deputy_for: tuple[str, ...] = ()
    in_base: bool | None = None
    line: int = 0


@dataclass(frozen=True)
class Quorum:
    """How many must be there before anything is decided.

    Attributes
    ----------
    min_present
        Members present, of all seats. Who abstains is present.
    min_per_constituency
        Members present, of each constituency.
    recused_count
        Whether a recused member counts as present; None where the charter does not say.
    line
        Where the charter says so.
    """

    min_present: int
    min_per_constituency: int
    recused_count: bool | None = None
    line: int = 0


@dataclass(frozen=True)
class MotionClass:
    """What it takes to carry motions of one sort.

    Attributes
    ----------
    id, title
        Its short name, and its name in words.
    basis
        What the threshold is a share of; None where the charter does not say.
    threshold
        A fraction from one half to one. One half is passed by more than half; any other is met
        by that share exactly.
    concurrence
        Constituencies of which at least one member must say yes.
    concurrence_if_recused
        "waived": a constituency whose members are all recused is not asked. "lost": then the
        motion cannot carry. Empty where the charter does not say.
    tie
        Whether the chair decides a tie.
    touches
        What such motions may reach.
    line
        Where the charter says so.
    """

    id: str
    title: str
    basis: Basis | None
    threshold: Fraction
    concurrence: tuple[str, ...] = ()
    concurrence_if_recused: str = ""
    tie: Tie = Tie.LOST
    touches: Touches = Touches.ORDINARY
    line: int = 0

    def __post_init__(self) -> None:
        assert HALF <= self.threshold <= 1, "a smaller share would carry a motion and its opposite"
        assert self.tie is Tie.LOST or self.is_simple, "only a simple majority can be tied"

    @property
    def is_simple(self) -> bool:
        """Whether more than half is enough."""
        return self.threshold == HALF


@dataclass(frozen=True)
class Deadlines:
    """Days a charter gives, in calendar days; None where it does not say.

    Attributes
    ----------
    notice_days
        From the notice of a motion to the vote, at least.
    reconsideration_days
        From the vote, within which the motion may be put again.
    minutes_due_days
        From the vote to the minutes, at most.
    """

    notice_days: int | None = None
    reconsideration_days: int | None = None
    minutes_due_days: int | None = None


@dataclass(frozen=True)
class Charter:
    """The rules of a committee, one version of them.

    Attributes
    ----------
    version
        Counted from 1.
    effective_from
        The day from which this version holds.
    constituencies, seats, chair, quorum, motion_classes, deadlines
        Its parts.
    dissent
        What a member who was outvoted may put on record.
    amendment
        The class of motion that changes the charter; empty where it does not say.
    file
        Where it was read from.
    """

    version: int
    effective_from: date | None
    constituencies: tuple[Constituency, ...]
    seats: tuple[Seat, ...]
    chair: Chair
    quorum: Quorum
    motion_classes: tuple[MotionClass, ...]
    deadlines: Deadlines = field(default_factory=Deadlines)
    dissent: str = ""
    amendment: str = ""
    file: str = "charter.toml"

    def __post_init__(self) -> None:
        known = {one.id for one in self.constituencies}
        assert self.seats, "a committee has seats"
        assert {one.constituency for one in self.seats} <= known, "a seat of nobody"
        for kind in self.motion_classes:
            assert set(kind.concurrence) <= known, "concurrence of nobody"

    @cached_property
    def constituency_of(self) -> dict[str, str]:
        """The constituency of each seat."""
        return {one.id: one.constituency for one in self.seats}

    @cached_property
    def titles(self) -> dict[str, str]:
        """The name in words of each constituency."""
        return {one.id: one.title for one in self.constituencies}

    def seats_of(self, constituency: str) -> tuple[str, ...]:
        """Name the seats of a constituency."""
        return tuple(one.id for one in self.seats if one.constituency == constituency)

    def motion_class(self, name: str) -> MotionClass:
        """Return a class of motions.

        Raises
        ------
        Refusal
            Where the charter has none of that name.
        """
        for kind in self.motion_classes:
            if kind.id == name:
                return kind
        known = ", ".join(one.id for one in self.motion_classes)
        what = f"the charter has no class of motions “{name}”"
        why = "what a motion takes depends on its class"
        raise Refusal("motion", what, why, f"choose one of: {known}")
