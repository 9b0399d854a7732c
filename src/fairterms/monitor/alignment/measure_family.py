"""Measures of several deals that are one and the same in name or kind, part by part."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fairterms.monitor.alignment.deal_side import OPEN, DealSide, SideMeasure


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
    """Measures of at least two deals that are about the same thing.

    Attributes
    ----------
    title
        The first measure's name.
    measures
        In the order of the deals.
    parts
        First what is counted, then what is paid for it.
    """

    title: str
    measures: tuple[SideMeasure, ...]
    parts: tuple[Part, ...]

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


def families(sides: Sequence[DealSide]) -> tuple[MeasureFamily, ...]:
    """Find the measures that several deals share.

    Parameters
    ----------
    sides
        The deals.

    Notes
    -----
    Two measures belong together where they are worked out by the same entry of the catalogue, with
    the same questionnaire and part, or have the same id. A family within one deal is left out.
    """
    groups: list[list[SideMeasure]] = []
    for one in (measure for side in sides for measure in side.measures):
        near = [group for group in groups if any(_belongs(one, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(other for group in near for other in group), one])
    shared = (group for group in groups if len({one.deal for one in group}) > 1)
    order = [side.deal for side in sides]
    sorted_groups = (
        tuple(sorted(group, key=lambda one: order.index(one.deal))) for group in shared
    )
    return tuple(_family(group) for group in sorted_groups)


def _belongs(one: SideMeasure, other: SideMeasure) -> bool:
    if one.catalogue and other.catalogue:
        return one.catalogue == other.catalogue
    return one.id == other.id


def _family(measures: tuple[SideMeasure, ...]) -> MeasureFamily:
    counted = (
        Part(name, tuple(one.counts.get(name, "") for one in measures), is_counted=True)
        for name in _names(one.counts for one in measures)
    )
    paid = (
        Part(name, tuple(one.pays.get(name, "") for one in measures), is_counted=False)
        for name in _names(one.pays for one in measures)
    )
    return MeasureFamily(measures[0].name, measures, (*counted, *paid))


def _names(said: Iterable[Mapping[str, str]]) -> Iterator[str]:
    return iter(dict.fromkeys(name for one in said for name in one))


def _agree(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    both = one.keys() & other.keys()
    return all(_plain(one[name]) == _plain(other[name]) for name in both)


def _plain(words: str) -> str:
    """Return words as they are compared: without capitals, spaces and what is said of them."""
    return " ".join(words.removesuffix(OPEN).lower().split())
