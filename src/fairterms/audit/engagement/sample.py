"""A sample that either side can draw again, and what it proves about the rest of its list.

How the items are found: the places of the sorted list are written as decimal numbers, "1" for its
first line. Each gets the HMAC-SHA256 of its number under the published seed, both written as UTF-8.
The places are put in the order of these hashes, and the first of them are the sample. Any language
can do that again; a larger sample begins with the smaller one.
"""

from dataclasses import dataclass
from functools import cached_property

from fairterms.outcomes.small_cells.audience import LARGEST_SMALL, is_small
from fairterms.risks.control.bound import upper_bound_of_list
from fairterms.risks.control.sampling import draw_places

LONGEST = 100_000
"""The longest list a sample is drawn from (our choice: within a fifth of a second)."""


@dataclass(frozen=True)
class Sample:
    """What is looked at of a list.

    Attributes
    ----------
    drawn_from
        The list in words, and how it is sorted.
    population
        Lines of the list.
    size
        How many of them are looked at; all of them where both are equal.
    seed
        The published words it is drawn by; empty where every line is looked at.
    are_people
        Whether a line of the list is a person, so that 1 to 10 of them are never shown.
    """

    drawn_from: str
    population: int
    size: int
    seed: str = ""
    are_people: bool = False

    def __post_init__(self) -> None:
        assert 1 <= self.size <= self.population <= LONGEST, "a sample is a part of its list"
        assert self.seed or self.is_whole, "a sample is drawn by a seed"

    @property
    def is_whole(self) -> bool:
        """Whether every line of the list is looked at."""
        return self.size == self.population

    @cached_property
    def places(self) -> tuple[int, ...]:
        """The lines to look at, in the order of the draw; of a whole list, every line.

        Examples
        --------
        >>> Sample("weeks of the year", 52, 4, "cedar 2027").places
        (33, 49, 22, 28)
        """
        if self.is_whole:
            return tuple(range(1, self.population + 1))
        return tuple(int(one) for one in draw_places(self.population, self.seed, self.size))

    def bound95(self, deviations: int) -> float:
        """Return the largest share of failing lines that the sample does not rule out (95 %).

        Parameters
        ----------
        deviations
            Failures found, 0 to the size of the sample.

        Returns
        -------
        float
            A share of the list from 0 to 1. For a list with an end the exact hypergeometric bound;
            above 10,000 lines the exact binomial one (Clopper-Pearson), which is never the smaller.

        Examples
        --------
        >>> round(Sample("claims", 4_000, 60, "cedar 2027").bound95(0), 4)
        0.0483
        """
        return upper_bound_of_list(deviations, self.size, self.population)

    def may_show(self, deviations: int) -> bool:
        """Tell whether the number of failures may stand in a report.

        Of people neither 1 to 10 that failed nor 1 to 10 that did not may be told from it.
        """
        parts = (deviations, self.size - deviations)
        return not (self.are_people and any(map(is_small, parts)))

    def shown_bound(self, deviations: int) -> float | None:
        """Return the bound as a report may show it; None where it would tell 1 to 10 people.

        For 1 to 10 people that failed it is the bound for 10 of them: a larger one, which tells
        nothing about the number.

        Examples
        --------
        >>> people = Sample("members on the list", 5_000, 60, "cedar 2027", are_people=True)
        >>> people.shown_bound(2) == people.shown_bound(9) == people.bound95(10)
        True
        """
        if self.may_show(deviations):
            return self.bound95(deviations)
        # Whether it is shown rests on the size alone: else that would tell the number.
        if self.is_whole or not is_small(deviations) or self.size <= LARGEST_SMALL + LARGEST_SMALL:
            return None
        return self.bound95(LARGEST_SMALL)
