"""Measures that several deals share, laid beside each other part by part."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fairterms.monitor.alignment.deal_side import OPEN, SAID, DealSide, SideMeasure

Named = tuple[str, str]
"""A measure by its deal and its id."""


class Likeness(StrEnum):
    """How one part of a definition compares between deals."""

    SAME = "same"
    DIFFERS = "differs"
    LEFT_OPEN = "left open"
    NOT_SAID = "not said by all"


@dataclass(frozen=True)
class Part:
    """One part of a definition, beside each other.

    Attributes
    ----------
    name
        "numerator", "from day".
    said
        What each measure of the family says, in the family's order; empty where it says nothing.
    is_counted
        Whether it says what is counted; else it says what is paid for it.
    """

    name: str
    said: tuple[str, ...]
    is_counted: bool

    @property
    def likeness(self) -> Likeness:
        """How the measures compare; differing words are shown, and for a person to weigh."""
        if len({_plain(one) for one in self.said if one}) > 1:
            return Likeness.DIFFERS
        if any(one.endswith(OPEN) for one in self.said):
            return Likeness.LEFT_OPEN
        return Likeness.SAME if all(self.said) else Likeness.NOT_SAID


@dataclass(frozen=True)
class MeasureFamily:
    """Measures of at least two deals that are about the same thing, or are called the same.

    Attributes
    ----------
    title
        The first measure's name.
    measures
        In the order of the deals.
    parts
        First what is counted, then what is paid for it.
    is_confirmed
        Whether something shows that they are the same measure; false where only their ids agree.
    """

    title: str
    measures: tuple[SideMeasure, ...]
    parts: tuple[Part, ...]
    is_confirmed: bool = True

    @property
    def differing(self) -> tuple[Part, ...]:
        """Parts of what is counted on which the deals differ."""
        return tuple(
            one for one in self.parts if one.is_counted and one.likeness is Likeness.DIFFERS
        )

    @property
    def definitions(self) -> int:
        """How many definitions there are: measures that differ in a part they both state."""
        found: list[SideMeasure] = []
        for one in self.measures:
            if not any(_agree(one.counts, other.counts) for other in found):
                found.append(one)
        return len(found)


def families(
    sides: Sequence[DealSide], same: Sequence[Collection[Named]] = ()
) -> tuple[MeasureFamily, ...]:
    """Find the measures that several deals share.

    Parameters
    ----------
    sides
        The deals.
    same
        Measures that a person says are the same, each named by its deal and its id.

    Notes
    -----
    Two measures are the same where they are worked out by the same entry of the catalogue, with the
    same questionnaire and part, or where a person says so. Where only their ids agree, nobody
    knows: "follow_up" may be a visit after hospital in one contract and a second score in another.
    A family within one deal is left out.
    """
    measures = [measure for side in sides for measure in side.measures]

    def are_one(one: SideMeasure, other: SideMeasure) -> bool:
        is_said = any({(one.deal, one.id), (other.deal, other.id)} <= set(group) for group in same)
        return is_said or bool(one.catalogue and one.catalogue == other.catalogue)

    confirmed = _shared(measures, are_one)
    namesakes = (
        group
        for group in _shared(measures, lambda one, other: one.id == other.id)
        if not any(set(map(_named, group)) <= set(map(_named, each)) for each in confirmed)
    )
    return (
        *(_family(group, is_confirmed=True) for group in confirmed),
        *(_family(group, is_confirmed=False) for group in namesakes),
    )


def _named(one: SideMeasure) -> Named:
    return one.deal, one.id


def _shared(
    measures: Sequence[SideMeasure], are_one: Callable[[SideMeasure, SideMeasure], bool]
) -> list[list[SideMeasure]]:
    """Gather measures that belong together, over at least two deals, in the order of the deals."""
    groups: list[list[SideMeasure]] = []
    for one in measures:
        near = [group for group in groups if any(are_one(one, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(other for group in near for other in group), one])
    place = {_named(one): at for at, one in enumerate(measures)}
    found = (sorted(group, key=lambda one: place[_named(one)]) for group in groups)
    return sorted(
        (group for group in found if len({one.deal for one in group}) > 1),
        key=lambda group: place[_named(group[0])],
    )


def _family(measures: Sequence[SideMeasure], *, is_confirmed: bool) -> MeasureFamily:
    counted = (
        Part(name, tuple(one.counts.get(name, "") for one in measures), is_counted=True)
        for name in _names(one.counts for one in measures)
        if is_confirmed or name in SAID
    )
    paid = (
        Part(name, tuple(one.pays.get(name, "") for one in measures), is_counted=False)
        for name in _names(one.pays for one in measures)
    )
    parts = (*counted, *paid)
    return MeasureFamily(measures[0].name, tuple(measures), parts, is_confirmed)


def _names(said: Iterable[Mapping[str, str]]) -> Iterator[str]:
    return iter(dict.fromkeys(name for one in said for name in one))


def _agree(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    both = one.keys() & other.keys()
    return all(_plain(one[name]) == _plain(other[name]) for name in both)


def _plain(words: str) -> str:
    """Return words as they are compared: without capitals, spaces and what is said of them."""
    return " ".join(words.removesuffix(OPEN).lower().split())
