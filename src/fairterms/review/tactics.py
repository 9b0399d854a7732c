"""The seven tactics: signs in the text, across versions and in the log; no proof of intent."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from fairterms.review import talks
from fairterms.review.effects import Effect
from fairterms.review.scorecard import Material
from fairterms.units.finding import TACTICS, Evidence, Finding, Status

_ACROSS: Final[Mapping[str, tuple[Effect, ...]]] = {
    "ratcheting": (Effect.GROUP_DUTY, Effect.GROUP_REPORT, Effect.GROUP_DEADLINE),
    "strategic_ambiguity": (Effect.PLAN_DISCRETION,),
    "take_it_or_leave_it": (Effect.PLAN_RIGHT, Effect.PLAN_CONSENT),
    "unfunded_mandates": (Effect.GROUP_DUTY, Effect.GROUP_REPORT),
}
"""Growth from version to version that is a sign of a tactic too."""


@dataclass(frozen=True)
class Signs:
    """The signs of one tactic.

    Attributes
    ----------
    tactic
        A key of :data:`fairterms.units.finding.TACTICS`.
    found
        Plain findings that carry it.
    growth
        How many more of an effect later versions have, by the effect in words; only increases.
    log
        What a log of the talks shows, or that there is none.
    said
        The entries of the log that are a sign of it.
    """

    tactic: str
    found: tuple[Finding, ...]
    growth: Mapping[str, int]
    log: str
    said: tuple[Evidence, ...] = ()

    @property
    def name(self) -> str:
        """The tactic in words, as in "take it or leave it"."""
        return self.tactic.replace("_", " ")

    @property
    def meaning(self) -> str:
        """What the tactic is."""
        return TACTICS[self.tactic]

    @property
    def count(self) -> int:
        """How many signs were seen: findings in the text, effects that grew, entries of the log."""
        return len(self.found) + len(self.growth) + len(self.said)


def signs(material: Material) -> tuple[Signs, ...]:
    """Gather the signs of each tactic, the most signs first; all seven are named.

    Parameters
    ----------
    material
        Its findings and, where there are versions, its growth; its log, where one is kept.
    """
    plain = [one for one in material.findings if one.status is Status.FINDING]
    listed = [
        Signs(
            tactic,
            material.plain(*{one.check for one in plain if tactic in one.tactics}),
            _grown(material.growth, tactic),
            log_words(material, said := talks.lines(talks.signs_of(material, tactic))),
            said,
        )
        for tactic in TACTICS
    ]
    return tuple(sorted(listed, key=lambda one: -one.count))


def log_words(material: Material, said: tuple[Evidence, ...]) -> str:
    """Say what the log of the talks shows of a tactic, or that none is kept."""
    if material.log is None:
        return f"{talks.NO_LOG}."
    if talks.day_of(material) is None:
        return "The log of the talks has no entry yet."
    if not said:
        return f"{talks.up_to(material)} shows no sign of it."
    return f"{talks.up_to(material)} shows {len(said)} sign{'s' if len(said) > 1 else ''} of it."


def _grown(growth: Mapping[str, int], tactic: str) -> Mapping[str, int]:
    words = (effect.value for effect in _ACROSS.get(tactic, ()))
    return {word: growth[word] for word in words if growth.get(word, 0) > 0}
