"""Kinds of work a group needs somebody for: which are there, planned, lacking, not said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fairterms.prepare.readiness.criterion import Case
from fairterms.prepare.readiness.declaration import Cover, Held, Work


@dataclass(frozen=True)
class Needed:
    """A kind of work, as a reader would name it, and what was said of it."""

    name: str
    work: Work


@dataclass(frozen=True)
class Covered:
    """Names of the kinds of work, by what was said of them.

    Attributes
    ----------
    lacking, planned, unsaid
        Nobody does it; somebody will; nothing is said. What is there is in none of them.
    """

    lacking: tuple[str, ...]
    planned: tuple[str, ...]
    unsaid: tuple[str, ...]


def hear_all(case: Case, needed: Sequence[Needed]) -> Covered:
    """Hear of every kind of work, and sort them.

    Parameters
    ----------
    case
        Keeps the evidence.
    needed
        The kinds of work that count.
    """
    sorted_by: dict[Cover | None, list[str]] = {}
    for one in needed:
        name = one.name
        held = case.hear(
            one.work, f"who covers {name}", _naming(name), lambda held: held.by.is_there
        )
        sorted_by.setdefault(held.by if held else None, []).append(name)
    return Covered(
        tuple(sorted_by.get(Cover.NONE, ())),
        tuple(sorted_by.get(Cover.PLANNED, ())),
        tuple(sorted_by.get(None, ())),
    )


def _naming(name: str) -> Callable[[Held], str]:
    return lambda held: f"{name[:1].upper()}{name[1:]}: {held}"
