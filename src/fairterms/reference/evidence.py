"""How well a published number is known, and where it is from."""

from dataclasses import dataclass
from enum import StrEnum


class Evidence(StrEnum):
    """How a number came to us.

    Examples
    --------
    >>> Evidence.READ.is_unconfirmed, Evidence.GENERAL.is_unconfirmed
    (False, True)
    >>> Evidence("S").meaning
    'seen second-hand only'
    """

    RECOMPUTED = "R"
    READ = "D"
    SECOND_HAND = "S"
    GENERAL = "G"

    @property
    def is_unconfirmed(self) -> bool:
        """Whether nobody has yet read it in the source itself."""
        return self in (Evidence.SECOND_HAND, Evidence.GENERAL)

    @property
    def meaning(self) -> str:
        """The mark in words."""
        return {
            Evidence.RECOMPUTED: "recomputed from data",
            Evidence.READ: "read in the source",
            Evidence.SECOND_HAND: "seen second-hand only",
            Evidence.GENERAL: "general knowledge, confirm before use",
        }[self]


@dataclass(frozen=True)
class Basis:
    """Where a number is from and how well we know it.

    Attributes
    ----------
    source
        Author, title or journal, year, and page or address.
    evidence
        How it came to us.

    Examples
    --------
    >>> Basis("Kroenke 2001, J Gen Intern Med 16:606, abstract", Evidence.READ).is_unconfirmed
    False
    """

    source: str
    evidence: Evidence

    def __post_init__(self) -> None:
        assert self.source.strip(), "a number has a source"

    @property
    def is_unconfirmed(self) -> bool:
        """Whether the number must be confirmed before money depends on it."""
        return self.evidence.is_unconfirmed

    def __str__(self) -> str:
        return f"{self.source} ({self.evidence.meaning})"
