"""What a procedure saw: what was expected, what was there, and whether the two agree."""

from dataclasses import dataclass
from enum import StrEnum


class Holds(StrEnum):
    """Whether what was expected is so."""

    YES = "yes"
    NO = "no"
    NOT_TESTED = "not tested"


class Outcome(StrEnum):
    """What came of a whole procedure."""

    HOLDS = "holds"
    DOES_NOT_HOLD = "does not hold"
    PARTLY_TESTED = "holds as far as tested"
    NOT_TESTED = "not tested"


@dataclass(frozen=True)
class Observed:
    """One thing looked at.

    Attributes
    ----------
    expected
        What should be so, as a sentence.
    seen
        What is so, as a sentence; it shows no count of 1 to 10 people.
    where
        The file, line, control or statement that was looked at.
    holds
        Whether the two agree.
    figure
        The number that decided it, with its unit as :func:`fairterms.units.quantity.write` writes
        it; empty where there is none, or where it may not be shown.
    """

    expected: str
    seen: str
    where: str
    holds: Holds
    figure: str = ""

    def __post_init__(self) -> None:
        assert self.expected, "an observation says what was expected"
        assert self.seen, "an observation says what was seen"
        assert self.where, "an observation says where"


@dataclass(frozen=True)
class ProcedureResult:
    """What came of one procedure.

    Attributes
    ----------
    procedure, title
        The procedure's id, and what it is called.
    observed
        In the order in which things were looked at.
    why_not
        Why it was not tested, as a sentence; empty where something was looked at.
    """

    procedure: str
    title: str
    observed: tuple[Observed, ...]
    why_not: str = ""

    def __post_init__(self) -> None:
        assert bool(self.observed) != bool(self.why_not), (
            "something was seen, or nothing was tested"
        )

    def count(self, holds: Holds) -> int:
        """Count the observations of one sort."""
        return sum(one.holds is holds for one in self.observed)

    @property
    def outcome(self) -> Outcome:
        """What came of it: one thing that is not so outweighs all that is.

        Examples
        --------
        >>> ProcedureResult("data_feed", "Data feed", (), "Not tested: no file.").outcome
        <Outcome.NOT_TESTED: 'not tested'>
        """
        if self.count(Holds.NO):
            return Outcome.DOES_NOT_HOLD
        if not self.count(Holds.YES):
            return Outcome.NOT_TESTED
        return Outcome.PARTLY_TESTED if self.count(Holds.NOT_TESTED) else Outcome.HOLDS


def verdict(is_so: bool) -> Holds:
    """Return yes or no."""
    return Holds.YES if is_so else Holds.NO
