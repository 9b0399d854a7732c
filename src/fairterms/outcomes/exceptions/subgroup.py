"""Subgroups: patients who share values of some attributes, such as age 18–25 with a hospital stay.

An attribute is a fact about a patient in a few values. Whether it was known at intake decides what
may be done with it: facts that arise during treatment can be chosen by whoever gives it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from fairterms.units.refusal import Refusal

Integers = npt.NDArray[np.int64]
Booleans = npt.NDArray[np.bool_]


class KnownAt(StrEnum):
    """When a fact about a patient is known."""

    INTAKE = "intake"
    LATER = "later"


@dataclass(frozen=True)
class Attribute:
    """A fact about patients, in a few values.

    Attributes
    ----------
    name
        What it is called, such as ``age``.
    values
        Two or more, in words, such as ``18–25``. The two values ``no`` and ``yes`` read as the
        name itself: "prior hospital stay", "no prior hospital stay".
    known_at
        When it is known; there is no default, for a fact known later may not define a category.
    is_ordered
        Whether neighbouring values belong together, as ages do.
    fact
        The fact it is made from, as an adjuster would name it; its own name if not given.
    """

    name: str
    values: tuple[str, ...]
    known_at: KnownAt
    is_ordered: bool = False
    fact: str = ""

    def __post_init__(self) -> None:
        assert self.name.strip(), "an attribute has a name"
        assert len(self.values) >= 2, "an attribute with one value divides nobody"
        assert len(set(self.values)) == len(self.values), "a value stands once"

    @property
    def source_fact(self) -> str:
        """The fact the attribute is made from."""
        return self.fact or self.name

    def say(self, places: Sequence[int]) -> str:
        """Say some of its values in words.

        Parameters
        ----------
        places
            Which values, rising, each below the number of values.

        Examples
        --------
        >>> age = Attribute("age", ("18–25", "26–40", "41–64"), KnownAt.INTAKE, is_ordered=True)
        >>> age.say([0]), age.say([0, 1]), age.say([0, 2])
        ('age 18–25', 'age 18–25 to 26–40', 'age 18–25 or 41–64')
        """
        if set(self.values) == {"no", "yes"} and len(places) == 1:
            return self.name if self.values[places[0]] == "yes" else f"no {self.name}"
        return f"{self.name} {' or '.join(self._runs(places))}"

    def _runs(self, places: Sequence[int]) -> list[str]:
        """Say values one by one, neighbours of an ordered attribute as a range."""
        if not self.is_ordered:
            return [self.values[place] for place in places]
        breaks = np.flatnonzero(np.diff(places) > 1) + 1
        runs = [part.tolist() for part in np.split(np.asarray(places), breaks)]
        return [
            self.values[run[0]]
            if len(run) == 1
            else f"{self.values[run[0]]} to {self.values[run[-1]]}"
            for run in runs
        ]


@dataclass(frozen=True)
class Subgroup:
    """Patients with one of the chosen values in each of some attributes.

    Attributes
    ----------
    parts
        Each attribute that matters with the places of the values chosen, rising: at least one, not
        all. No part at all means every patient.
    """

    parts: tuple[tuple[Attribute, tuple[int, ...]], ...]

    def __post_init__(self) -> None:
        names = [attribute.name for attribute, _ in self.parts]
        assert len(set(names)) == len(names), "an attribute stands once"
        for attribute, places in self.parts:
            assert places == tuple(sorted(set(places))), "places rise"
            assert 0 < len(places) < len(attribute.values), "some of the values, not all"
            assert 0 <= places[0] <= places[-1] < len(attribute.values), "places of its values"

    def __str__(self) -> str:
        said = [attribute.say(places) for attribute, places in self.parts]
        return " and ".join(said) if said else "all patients"

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """The attributes that matter."""
        return tuple(attribute for attribute, _ in self.parts)

    @property
    def value_count(self) -> int:
        """How many values it names: what a penalty per value counts."""
        return sum(len(places) for _, places in self.parts)

    def members(self, attributes: Sequence[Attribute], codes: npt.ArrayLike) -> Booleans:
        """Say which patients belong.

        Parameters
        ----------
        attributes
            What the columns of `codes` are; k of them.
        codes
            Place of each patient's value in its attribute, shape (n, k).

        Returns
        -------
        Booleans
            Shape (n,).

        Raises
        ------
        Refusal
            Where an attribute of the subgroup is not among the columns.

        Examples
        --------
        >>> stay = Attribute("prior hospital stay", ("no", "yes"), KnownAt.INTAKE)
        >>> Subgroup(((stay, (1,)),)).members([stay], [[0], [1]]).tolist()
        [False, True]
        """
        table = np.asarray(codes)
        is_in = np.ones(len(table), dtype=np.bool_)
        for attribute, places in self.parts:
            if attribute not in attributes:
                raise Refusal(
                    attribute.name,
                    "these patients have no such column, or one with other values",
                    "without it nobody can say who belongs to the subgroup",
                    "code the fact in the same values as where the subgroup was found",
                )
            is_in &= np.isin(table[:, list(attributes).index(attribute)], places)
        return is_in


def choose(wanted: Mapping[Attribute, Sequence[str]]) -> Subgroup:
    """Make a subgroup from values in words.

    Parameters
    ----------
    wanted
        For each attribute that matters, the values that belong.

    Examples
    --------
    >>> age = Attribute("age", ("18–25", "26–40", "41–64"), KnownAt.INTAKE)
    >>> stay = Attribute("prior hospital stay", ("no", "yes"), KnownAt.INTAKE)
    >>> str(choose({age: ["18–25"], stay: ["yes"]}))
    'age 18–25 and prior hospital stay'
    """
    return Subgroup(
        tuple(
            (attribute, tuple(sorted({attribute.values.index(value) for value in values})))
            for attribute, values in wanted.items()
        )
    )


def require_intake(subgroup: Subgroup) -> None:
    """Refuse a subgroup that rests on facts not known at intake.

    Raises
    ------
    Refusal
        Naming every such fact.

    Examples
    --------
    >>> stopped = Attribute("stopped early", ("no", "yes"), KnownAt.LATER)
    >>> require_intake(choose({stopped: ["yes"]}))
    Traceback (most recent call last):
        ...
    fairterms.units.refusal.Refusal: stopped early: known only after intake
          why: treatment itself can move a patient in or out, so a poor result could excuse itself
          fix: describe the patients by facts recorded at intake, or leave this fact out
    """
    later = [fact.name for fact in subgroup.attributes if fact.known_at is not KnownAt.INTAKE]
    if later:
        raise Refusal(
            ", ".join(later),
            "known only after intake",
            "treatment itself can move a patient in or out, so a poor result could excuse itself",
            "describe the patients by facts recorded at intake, or leave this fact out",
        )


def check_codes(attributes: Sequence[Attribute], codes: npt.ArrayLike) -> Integers:
    """Return the places of the patients' values, shape (n, k), or refuse what is no place.

    Parameters
    ----------
    attributes
        k of them, with different names.
    codes
        Place of each patient's value in its attribute, whole numbers, shape (n, k).

    Raises
    ------
    Refusal
        Where the shape is another, or a column holds a number that is no place of a value.
    """
    assert len({attribute.name for attribute in attributes}) == len(attributes), "names differ"
    table = np.asarray(codes)
    if table.ndim != 2 or table.shape[1] != len(attributes) or not len(table):
        raise Refusal(
            "attributes",
            f"{len(attributes)} are named, the columns have shape {table.shape}",
            "each patient needs one value of each attribute",
            "give one row a patient and one column an attribute",
        )
    for at, attribute in enumerate(attributes):
        # A comparison with NaN is false, so a missing place is no place either.
        if not np.isin(table[:, at], np.arange(len(attribute.values))).all():
            raise Refusal(
                attribute.name,
                f"some patients have none of its {len(attribute.values)} values",
                "a patient without a value can be put neither in nor out of a subgroup",
                "add a value such as ‘not recorded’, and code these patients with it",
            )
    return table.astype(np.int64)
