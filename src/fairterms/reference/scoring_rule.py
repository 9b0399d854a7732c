"""How an instrument's answers become its score, and what happens to answers that are missing."""

from dataclasses import dataclass
from enum import StrEnum

from fairterms.reference.evidence import Basis, Evidence


class Rule(StrEnum):
    """How item values are put together, before the multiplier."""

    SUM = "sum"
    MEAN = "mean"


@dataclass(frozen=True)
class Items:
    """The items of a form: how many, and what each may be worth.

    Attributes
    ----------
    count
        How many items count.
    lowest, highest
        The least and the most points of every item.
    reversed
        Numbers, from 1, of items whose points run the other way: points become
        ``lowest + highest − points`` before anything else is done.

    Examples
    --------
    >>> Items(count=10, lowest=0, highest=4, reversed=(2, 3)).numbers[:3]
    (1, 2, 3)
    """

    count: int
    lowest: int
    highest: int
    reversed: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        assert self.count >= 1, "a form has items"
        assert self.lowest < self.highest, "an item has more than one answer"
        assert set(self.reversed) <= set(self.numbers), "a reversed item is an item of the form"

    @property
    def numbers(self) -> tuple[int, ...]:
        """The items' numbers, from 1."""
        return tuple(range(1, self.count + 1))


@dataclass(frozen=True)
class Scoring:
    """One published way to score a form; some forms have more than one.

    Attributes
    ----------
    name
        A slug a contract can name: ``"standard"``, ``"one-to-five"``.
    lowest, highest
        The range of the score, in the units that are reported.
    basis
        Where the rule is from.
    step
        The distance between neighbouring scores of complete forms; None where any value in the
        range can occur.
    items
        None where only totals can be read.
    rule, multiplier
        Score = multiplier × (sum or mean of the items).

    Notes
    -----
    The range must follow from the items: a scoring that contradicts itself cannot be built.
    """

    name: str
    lowest: float
    highest: float
    basis: Basis
    step: float | None = 1
    items: Items | None = None
    rule: Rule = Rule.SUM
    multiplier: float = 1

    def __post_init__(self) -> None:
        assert self.lowest < self.highest, f"{self.name}: an empty range"
        assert self.multiplier > 0, f"{self.name}: a multiplier is above 0"
        if self.items is not None:
            ends = (self.items.lowest, self.items.highest)
            assert [self.of_all(end) for end in ends] == [self.lowest, self.highest], (
                f"{self.name}: the range is not that of the items"
            )

    def of_all(self, points: float) -> float:
        """Return the score when every item is worth ``points``."""
        assert self.items is not None, f"{self.name}: only totals are read"
        return points * self.factor(self.items.count)

    def factor(self, count: int) -> float:
        """Return what the mean of ``count`` items is multiplied with to get the score."""
        return self.multiplier * (count if self.rule is Rule.SUM else 1)

    @property
    def words(self) -> str:
        """The rule for a reader.

        Examples
        --------
        >>> Scoring("standard", 0, 100, Basis("made up", Evidence.READ), 4,
        ...         Items(5, 0, 5), multiplier=4).words
        'sum of 5 items of 0 to 5, × 4; 0 to 100'
        """
        span = f"{self.lowest:g} to {self.highest:g}"
        if self.items is None:
            return f"the recorded total; {span}"
        items = self.items
        times = f", × {self.multiplier:g}" if self.multiplier != 1 else ""
        back = f", items {_listed(items.reversed)} reversed" if items.reversed else ""
        return (
            f"{self.rule} of {items.count} items of {items.lowest} to {items.highest}"
            f"{back}{times}; {span}"
        )


def _listed(numbers: tuple[int, ...]) -> str:
    return ", ".join(str(number) for number in numbers)


class Handling(StrEnum):
    """What is done with a form that lacks answers."""

    COMPLETE_ONLY = "complete-only"
    PRORATE = "prorate"
    BLANK_IS_LOWEST = "blank-is-lowest"
    RECORDED_TOTAL = "recorded-total"


class Rounding(StrEnum):
    """How a score worked out from fewer items is rounded to a score that can occur."""

    NOT = "unrounded"
    UP = "rounded-up"
    HALF_UP = "rounded"


@dataclass(frozen=True)
class MissingItems:
    """What a contract may say about forms with missing answers; a term, never a habit.

    Attributes
    ----------
    handling
        Complete forms only; the mean of the answered items stands for the missing ones; a blank
        counts as the lowest answer; or item answers are never read, only the recorded total.
    basis
        Where the rule is from.
    at_most
        The most missing items a score may have; more and there is no score.
    rounding
        Of a prorated score.
    is_per_subscale
        ``at_most`` holds for each subscale; the total is then the sum of the subscales.

    Examples
    --------
    >>> source = Basis("made up", Evidence.READ)
    >>> MissingItems(Handling.PRORATE, source, 2).name
    'prorate-up-to-2'
    >>> MissingItems(Handling.COMPLETE_ONLY, source).words
    'a form with any missing answer has no score'
    """

    handling: Handling
    basis: Basis
    at_most: int = 0
    rounding: Rounding = Rounding.NOT
    is_per_subscale: bool = False

    def __post_init__(self) -> None:
        fills = self.handling in (Handling.PRORATE, Handling.BLANK_IS_LOWEST)
        assert fills == (self.at_most > 0), f"{self.handling}: how many may be missing?"
        assert self.rounding is Rounding.NOT or self.handling is Handling.PRORATE

    @property
    def name(self) -> str:
        """The slug a contract names it by."""
        parts = [str(self.handling)]
        if self.at_most:
            parts.append(f"up-to-{self.at_most}")
        if self.is_per_subscale:
            parts.append("per-subscale")
        if self.rounding is not Rounding.NOT:
            parts.append(str(self.rounding))
        return "-".join(parts)

    @property
    def words(self) -> str:
        """The rule for a reader."""
        match self.handling:
            case Handling.COMPLETE_ONLY:
                return "a form with any missing answer has no score"
            case Handling.RECORDED_TOTAL:
                return "only the recorded total is read, never the answers"
            case Handling.BLANK_IS_LOWEST:
                return f"{self._allowed} count as the lowest answer"
            case Handling.PRORATE:
                ending = "" if self.rounding is Rounding.NOT else f", {self.rounding}"
                return f"{self._allowed}: the mean of the answered items stands for them{ending}"

    @property
    def _allowed(self) -> str:
        place = " in each subscale" if self.is_per_subscale else ""
        return f"up to {self.at_most} missing answers{place}"


COMPLETE_ONLY = MissingItems(
    Handling.COMPLETE_ONLY,
    Basis("no rule is needed where every item is answered", Evidence.RECOMPUTED),
)
"""Forms with any missing answer have no score; every contract may ask for it."""

RECORDED_TOTAL = MissingItems(
    Handling.RECORDED_TOTAL,
    Basis("the electronic measures of CMS read only the recorded total", Evidence.READ),
)
"""Answers are never read; what was recorded as the total stands."""
