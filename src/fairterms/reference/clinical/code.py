"""A code from a list of codes, alike however its address or its point is written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from fairterms.units.code_system import name_of

_WITHOUT_POINT = ("icd-10-cm", "icd-10-pcs", "icd-9-cm")


@dataclass(frozen=True)
class Code:
    """A code of a list.

    Attributes
    ----------
    system
        The list: its address or our name for it; kept as our name.
    code
        The code; the point of an ICD code is left out.

    Examples
    --------
    >>> Code("http://hl7.org/fhir/sid/icd-10-cm", "F32.1") == Code("icd-10", "f321")
    True
    """

    system: str
    code: str

    def __post_init__(self) -> None:
        system, code = name_of(self.system), self.code.strip()
        if system in _WITHOUT_POINT:
            code = code.replace(".", "").upper()
        object.__setattr__(self, "system", system)
        object.__setattr__(self, "code", code)

    def __str__(self) -> str:
        return f"{self.system} {self.code}"


def share(codes: Iterable[Code], wanted: frozenset[Code]) -> bool:
    """Say whether any of the codes is one of those wanted.

    Examples
    --------
    >>> share((Code("loinc", "44261-6"),), frozenset({Code("http://loinc.org", "44261-6")}))
    True
    """
    return not wanted.isdisjoint(codes)


class Coded(Protocol):
    """A fact with codes."""

    @property
    def codes(self) -> tuple[Code, ...]:
        """The codes it was recorded with."""
        ...


Fact = TypeVar("Fact", bound=Coded)


def coded(facts: Iterable[Fact], wanted: frozenset[Code]) -> Iterator[Fact]:
    """Give the facts that carry any of the codes wanted, in order."""
    return (fact for fact in facts if share(fact.codes, wanted))
