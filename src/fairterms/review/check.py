"""A check: one thing to look for, with what it means and what to ask for."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fairterms.review.context import Reading
from fairterms.units.finding import Evidence, Finding, Severity, Source, Status


class Theme(StrEnum):
    """What part of a deal a check belongs to."""

    DEFINITIONS = "definitions"
    FAIR_DEALING = "fair dealing"
    RISK = "risk"
    MEASUREMENT = "measurement"
    BURDEN = "burden"
    DATA = "data"
    GOVERNANCE = "governance"
    AUDIT = "audit"
    EQUITY = "equity and access"
    MONEY = "money"
    PLAIN_LANGUAGE = "plain language"


class Detects(StrEnum):
    """How a check works."""

    PRESENCE = "presence"
    ABSENCE = "absence"
    ONE_SIDED = "one-sided"
    VAGUE = "vague"
    NUMBER = "number out of range"


@dataclass(frozen=True)
class Sighting:
    """One thing a check saw, before it becomes a finding.

    Attributes
    ----------
    evidence, more_evidence
        As in :class:`fairterms.units.finding.Finding`.
    detail
        What was seen here, in a sentence; it comes before the check's own reason.
    subject
        What distinguishes this from the check's other sightings: the word, the document.
    asks
        Asks of this sighting alone, before the check's own.
    severity
        Where it differs from the check's own.
    unclear_because
        Why it could not be told; empty for a plain finding.
    """

    evidence: Evidence
    more_evidence: tuple[Evidence, ...] = ()
    detail: str = ""
    subject: str = ""
    asks: tuple[str, ...] = ()
    severity: Severity | None = None
    unclear_because: str = ""


def always(_reading: Reading) -> bool:
    """Apply to every agreement."""
    return True


@dataclass(frozen=True)
class Check:
    """One thing to look for.

    Attributes
    ----------
    id
        As in the catalogue: ``"amend-unilateral"``; its module has the same name with underscores.
    title
        In a few words.
    detects
        How it works.
    severity
        How much is at stake.
    theme
        What part of a deal it belongs to.
    tactics, questions, lesson, sources, why, asks, wording
        As in :class:`fairterms.units.finding.Finding`; ``sources`` are guidance and good practice.
    laws
        Topics of :mod:`fairterms.reference.law` whose texts to compare with.
    applies
        Whether it has anything to say on this agreement.
    find
        What it sees.
    """

    id: str
    title: str
    detects: tuple[Detects, ...]
    severity: Severity
    theme: Theme
    tactics: tuple[str, ...]
    questions: tuple[str, ...]
    lesson: str
    sources: tuple[Source, ...]
    why: str
    asks: tuple[str, ...]
    wording: str
    find: Callable[[Reading], Iterable[Sighting]]
    laws: tuple[str, ...] = ()
    applies: Callable[[Reading], bool] = always

    def finding(self, sighting: Sighting, laws: Sequence[Source] = ()) -> Finding:
        """Make a finding of what was seen; ``laws`` come before the check's other sources."""
        is_unclear = bool(sighting.unclear_because)
        return Finding(
            check=self.id,
            title=f"{self.title}: {sighting.subject}" if sighting.subject else self.title,
            severity=sighting.severity or self.severity,
            evidence=sighting.evidence,
            more_evidence=sighting.more_evidence,
            why=f"{sighting.detail} {self.why}".strip(),
            sources=(*laws, *self.sources),
            asks=(*sighting.asks, *self.asks),
            wording=self.wording,
            tactics=self.tactics,
            questions=self.questions,
            lesson=self.lesson,
            status=Status.UNCLEAR if is_unclear else Status.FINDING,
            unclear_because=sighting.unclear_because,
        )
