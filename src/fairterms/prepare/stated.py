"""A fact with where it comes from, and a sentence of evidence."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Proof:
    """One sentence of evidence.

    Attributes
    ----------
    words
        What is so, as a sentence without its full stop.
    source
        Where it is from: a line of a file, a table of records, a section of the contract.
    is_shown
        Whether something shows it; false where a side's own word is all there is.
    """

    words: str
    source: str
    is_shown: bool = True

    def __post_init__(self) -> None:
        assert self.words, "evidence is a sentence"
        assert self.source, f"{self.words}: evidence has a source"

    def __str__(self) -> str:
        return f"{self.words} ({self.source})"


@dataclass(frozen=True)
class Stated(Generic[T]):
    """A value with where it comes from.

    Attributes
    ----------
    value
        The value.
    source
        Where it is written or was worked out: ``"readiness.toml, line 12"``.
    evidence
        What shows it: ``"payroll of September 2026"``. Empty where nothing but a side's own word
        does.
    on
        The day of that evidence; None when it is not said.

    Examples
    --------
    >>> Stated(38, "readiness.toml, line 6", "payroll").where
    'readiness.toml, line 6: payroll'
    """

    value: T
    source: str
    evidence: str = ""
    on: date | None = None

    @property
    def is_shown(self) -> bool:
        """Whether something shows it."""
        return bool(self.evidence)

    @property
    def where(self) -> str:
        """The source with what shows it and of which day."""
        shown = f"{self.source}: {self.evidence}" if self.evidence else self.source
        return f"{shown}, {self.on}" if self.on else shown

    def proof(self, say: Callable[[T], str]) -> Proof:
        """Return the value as a sentence of evidence.

        Parameters
        ----------
        say
            Turns the value into a sentence without its full stop.
        """
        return Proof(say(self.value), self.where, self.is_shown)
