"""Scorecards: fixed questions about an agreement, each answered by a rule anyone can follow.

An answer shows the evidence for it and against it and the rule that led to it, so that two readers
of the same evidence fill the card in alike. There is no total: a card is a list of reasons.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from fairterms.correspondence.log import Log
from fairterms.review.context import Reading
from fairterms.units.finding import (
    Evidence,
    Finding,
    QuoteEvidence,
    Status,
    WorksheetEvidence,
)


class Reply(StrEnum):
    """What the evidence says."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class StatedTerm:
    """A payment term the deal's terms state: ``"loss_cap"``, ``"2 % of benchmark"``, its place.

    ``cite`` is where the agreement says so, as a reader would cite it; empty when it was not given
    or its words were not found.
    """

    name: str
    value: str
    cite: str = ""

    @property
    def evidence(self) -> WorksheetEvidence:
        """The term as a line to show: its name, its value, and where the agreement says so."""
        return WorksheetEvidence(
            self.name.replace("_", " "), f"{self.value} ({self.cite})" if self.cite else self.value
        )


@dataclass(frozen=True, eq=False)
class Material:
    """Everything a scorecard may look at.

    Attributes
    ----------
    reading
        The agreement.
    findings
        What the checks saw in it.
    terms
        The payment terms by name, where a deal folder gives them.
    growth
        What later versions added, by effect in words, where there are versions.
    log
        The log of the talks; None where none is kept.
    today
        The day on which the log is looked at; None for the day of its last entry.
    """

    reading: Reading
    findings: tuple[Finding, ...]
    terms: Mapping[str, StatedTerm] = field(default_factory=dict)
    growth: Mapping[str, int] = field(default_factory=dict)
    log: Log | None = None
    today: date | None = None

    def plain(self, *checks: str) -> tuple[Finding, ...]:
        """Return what some checks found, without what could not be told."""
        return tuple(one for one in self._of(checks) if one.status is Status.FINDING)

    def unclear(self, *checks: str) -> tuple[Finding, ...]:
        """Return what some checks could not tell."""
        return tuple(one for one in self._of(checks) if one.status is Status.UNCLEAR)

    def stated(self, *names: str) -> tuple[Evidence, ...]:
        """Return the terms of some names that the agreement says in words that were found."""
        found = (self.terms[name] for name in names if name in self.terms)
        return tuple(term.evidence for term in found if term.cite)

    def _of(self, checks: Sequence[str]) -> Iterable[Finding]:
        """Return findings in an order of their own, so that a card never hangs on another's."""
        return sorted((one for one in self.findings if one.check in checks), key=_weight)


@dataclass(frozen=True)
class Answer:
    """A question's answer on one agreement.

    Attributes
    ----------
    reply
        Yes, no, or unclear.
    because
        Why, in one plain sentence.
    evidence_for, evidence_against
        Quotations, absences or worksheet lines, the best first.
    """

    reply: Reply
    because: str
    evidence_for: tuple[Evidence, ...] = ()
    evidence_against: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        assert self.because, "an answer says why"
        if self.reply is Reply.YES:
            assert self.evidence_for, "yes rests on a quotation"


@dataclass(frozen=True)
class Question:
    """One line of a scorecard.

    Attributes
    ----------
    id
        A slug: ``"gf_q01"``.
    text
        As a reader is asked.
    rule
        How it is answered, so that two readers answer alike.
    checks
        The checks whose findings speak to it.
    answer
        Applies the rule.
    """

    id: str
    text: str
    rule: str
    checks: tuple[str, ...]
    answer: Callable[[Material], Answer]


@dataclass(frozen=True)
class Line:
    """A question with its answer."""

    question: Question
    answer: Answer


def fill_in(questions: Iterable[Question], material: Material) -> tuple[Line, ...]:
    """Answer every question of a card, in order."""
    return tuple(Line(question, question.answer(material)) for question in questions)


def _weight(finding: Finding) -> tuple[int, str, str, int]:
    """Return what orders findings: the most severe first, then by check and place."""
    shown = finding.evidence
    place = (shown.document, shown.start) if isinstance(shown, QuoteEvidence) else ("", 0)
    return (-finding.severity.rank, finding.check, *place)


def evidence_of(found: Iterable[Finding]) -> tuple[Evidence, ...]:
    """Return the leading evidence of findings, each once."""
    return tuple(dict.fromkeys(one.evidence for one in found))
