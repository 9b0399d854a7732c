"""A risk of the library: what may happen, what helps against it, and what makes it live."""

from dataclasses import dataclass

from fairterms.risks.library.objective_kind import OBJECTIVE_KINDS, ObjectiveKind
from fairterms.risks.library.sign import SIGNS
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area
from fairterms.units.catalogue import Catalogue


@dataclass(frozen=True)
class LeadingIndicator:
    """A number that moves before the harm does.

    Attributes
    ----------
    words, unit
        What is counted, and its unit.
    amber, red
        When to look closely and when to act: suggestions in words, to be agreed on with the owner.
        Sources: our choice.
    lead
        Why it moves earlier than the harm.
    """

    words: str
    unit: str
    amber: str
    red: str
    lead: str

    def __post_init__(self) -> None:
        assert all((self.words, self.unit, self.amber, self.red)), "an indicator can be counted"
        assert self.lead.endswith("."), f"{self.words}: why it leads is a sentence"


@dataclass(frozen=True)
class LibraryRisk:
    """A template for a risk of a deal. It holds no number of the deal.

    Attributes
    ----------
    name
        Its module's name.
    id
        ``"F1"`` to ``"L9"``; the letter is that of the area.
    title
        In a few words.
    area
        Where in the work it lies.
    objectives
        Ids of the kinds of objective it hurts, the one hurt most first.
    sources
        Where it may come from.
    cause, event, effect
        The risk in three sentences.
    prevents, detects, corrects
        Controls before, during and after the event, a sentence each.
    indicator
        What to watch.
    if_ignored
        What happens when nobody does anything.
    guardrails
        Lines that nobody crosses while acting on it.
    wakes_by
        Ids of the checks of the review whose findings make it live.
    wakes_on
        Names of the signs in the payment terms that make it live.
    quiet_when
        Names of the signs under which only a plain finding can wake it.
    requirements
        What of the project's requirements it serves.
    """

    name: str
    id: str
    title: str
    area: Area
    objectives: tuple[str, ...]
    sources: tuple[SourceKind, ...]
    cause: str
    event: str
    effect: str
    prevents: tuple[str, ...]
    detects: tuple[str, ...]
    corrects: tuple[str, ...]
    indicator: LeadingIndicator
    if_ignored: str
    guardrails: tuple[str, ...]
    requirements: tuple[str, ...]
    wakes_by: tuple[str, ...] = ()
    wakes_on: tuple[str, ...] = ()
    quiet_when: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        assert self.id[:1] == self.area.letter, f"{self.id} is not of the area {self.area.value}"
        assert self.objectives, f"{self.id}: a risk exists only against an objective"
        assert set(self.objectives) <= set(OBJECTIVE_KINDS), f"{self.id}: an unknown objective"
        assert all((self.sources, self.prevents, self.detects, self.corrects)), f"{self.id}: empty"
        assert all(line.endswith(".") for line in self.sentences), f"{self.id}: no full sentence"
        assert self.wakes_by or self.wakes_on, f"{self.id} can never wake"
        assert {*self.wakes_on, *self.quiet_when} <= set(SIGNS), f"{self.id}: an unknown sign"
        assert self.requirements, f"{self.id}: a risk serves a requirement"

    @property
    def sentences(self) -> tuple[str, ...]:
        """Everything it says in full sentences."""
        controls = (*self.prevents, *self.detects, *self.corrects, *self.guardrails)
        return (self.cause, self.event, self.effect, *controls, self.if_ignored)

    @property
    def kinds(self) -> tuple[ObjectiveKind, ...]:
        """The kinds of objective it hurts."""
        return tuple(OBJECTIVE_KINDS[name] for name in self.objectives)

    @property
    def is_public_harm(self) -> bool:
        """Whether it harms people outside the contract."""
        return any(kind.is_public for kind in self.kinds)

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the library: its area, and its number there."""
        return list(Area).index(self.area), int(self.id[1:])


RISKS = Catalogue("fairterms.risks.library.entries", "RISK", LibraryRisk)
"""Every risk of the library, by the name of its module."""


def in_order() -> tuple[LibraryRisk, ...]:
    """Return the whole library, by area and number.

    Examples
    --------
    >>> [risk.id for risk in in_order()][:3], len(in_order())
    (['F1', 'F2', 'F3'], 42)
    """
    return tuple(sorted(RISKS.values(), key=lambda risk: risk.place))
