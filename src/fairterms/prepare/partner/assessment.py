"""Every question about the plan: answered with evidence, open, or a warning; and what to ask next.

The group's own reply is set beside what the contract's text and terms say. A good word does not
outweigh a clause that says otherwise.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fairterms.contract.clause import Contract
from fairterms.prepare.partner.question import QUESTIONS, Question, Reply, Theme, Weighs
from fairterms.prepare.stated import Proof
from fairterms.units.finding import (
    AbsenceEvidence,
    Evidence,
    Finding,
    QuoteEvidence,
    Severity,
    Status,
)

_STALE = timedelta(days=365)
"""Evidence older than this on the contract's first day is said to be old; our choice."""


class Outcome(StrEnum):
    """What is known of one question."""

    ANSWERED = "answered"
    OPEN = "open"
    WARNING = "warning"


@dataclass(frozen=True)
class Assessed:
    """One question with what was found.

    Attributes
    ----------
    question
        The question.
    outcome
        Answered, open or a warning.
    because
        Why, in a sentence.
    speaks_for, speaks_against
        Evidence of both kinds, each with its source.
    missing
        What would still have to be shown.
    undecided
        The group's reply where it does not say which way it weighs.
    """

    question: Question
    outcome: Outcome
    because: str
    speaks_for: tuple[Proof, ...] = ()
    speaks_against: tuple[Proof, ...] = ()
    missing: tuple[str, ...] = ()
    undecided: tuple[Proof, ...] = ()


@dataclass(frozen=True)
class PartnerAssessment:
    """Every question about the plan.

    Attributes
    ----------
    assessed
        In the order of themes, and within one in the order of the catalogue.
    has_findings
        Whether the contract's text was reviewed.
    """

    assessed: tuple[Assessed, ...]
    has_findings: bool

    def of(self, outcome: Outcome, theme: Theme | None = None) -> tuple[Assessed, ...]:
        """Return the questions with an outcome, of one theme or of all."""
        return tuple(
            one
            for one in self.assessed
            if one.outcome is outcome and theme in (None, one.question.theme)
        )

    @property
    def ask_next(self) -> tuple[str, ...]:
        """What to ask the plan for: warnings first, then what is open; the first thing of each."""
        wanted = (*self.of(Outcome.WARNING), *self.of(Outcome.OPEN))
        return tuple(f"{one.question.title}: {one.question.evidence[0]}." for one in wanted)


def assess(
    replies: Mapping[str, Reply],
    findings: Sequence[Finding] | None = None,
    contract: Contract | None = None,
) -> PartnerAssessment:
    """Assess the plan as a partner.

    Parameters
    ----------
    replies
        The group's replies by the question's name: ``declaration.partner``.
    findings
        What the review of the text saw; None where no text was reviewed.
    contract
        The terms; None where there are none. Evidence of a reply is old or not by its first day.
    """
    themes = tuple(Theme)
    ordered = sorted(QUESTIONS.values(), key=lambda one: (themes.index(one.theme), one.name))
    return PartnerAssessment(
        tuple(_assess(one, replies.get(one.name), findings, contract) for one in ordered),
        findings is not None,
    )


def _assess(
    question: Question,
    reply: Reply | None,
    findings: Sequence[Finding] | None,
    contract: Contract | None,
) -> Assessed:
    seen = [one for one in findings or () if one.check in (*question.checks, *question.hints)]
    plain = [one for one in seen if one.status is Status.FINDING]
    said = _reply_proof(reply)
    outcome, because = _outcome(question, reply, plain)
    return Assessed(
        question,
        outcome,
        because,
        (*(said if _weighs(reply, Weighs.FOR) else ()), *_of_terms(question, contract)),
        (*(said if _weighs(reply, Weighs.AGAINST) else ()), *map(_of_finding, plain)),
        (*_not_shown(reply, contract), *_unclear(seen)),
        said if _weighs(reply, Weighs.OPEN) else (),
    )


def _weighs(reply: Reply | None, weight: Weighs) -> bool:
    return reply is not None and reply.weighs is weight


def _outcome(
    question: Question, reply: Reply | None, plain: Sequence[Finding]
) -> tuple[Outcome, str]:
    """Return what is known, and why; a hint, or a finding of low severity, is no warning."""
    decisive = [
        one for one in plain if one.check in question.checks and one.severity > Severity.LOW
    ]
    if decisive:
        but = "The group's reply speaks for the plan, but the text does not"
        begin = but if _weighs(reply, Weighs.FOR) else "The text speaks against it"
        return Outcome.WARNING, f"{begin}: {_titles(decisive)}."
    if _weighs(reply, Weighs.AGAINST):
        return Outcome.WARNING, "The group's own reply speaks against the plan."
    outcome, because = _by_reply(reply)
    hints = f" The text has something to ask about: {_titles(plain)}." if plain else ""
    return outcome, f"{because}{hints}"


def _titles(findings: Sequence[Finding]) -> str:
    return ", ".join(dict.fromkeys(one.title for one in findings))


def _by_reply(reply: Reply | None) -> tuple[Outcome, str]:
    if reply is None:
        return Outcome.OPEN, "Nobody has answered this yet."
    if reply.weighs is Weighs.OPEN:
        return Outcome.OPEN, "The group has an answer and does not yet know what it is worth."
    if not reply.evidence:
        return Outcome.OPEN, "The group has an answer, and nothing named shows it."
    return Outcome.ANSWERED, "Answered, with evidence."


def _reply_proof(reply: Reply | None) -> tuple[Proof, ...]:
    if reply is None:
        return ()
    return (Proof(reply.answer.removesuffix("."), reply.where, bool(reply.evidence)),)


def _not_shown(reply: Reply | None, contract: Contract | None) -> list[str]:
    if reply is None:
        return ["Nobody has answered."]
    if not reply.evidence:
        return ["Said, but nothing named shows it."]
    if contract and reply.on and _is_old(reply.on, contract.starts):
        return [f"The evidence is of {reply.on}, more than a year before the contract begins."]
    return []


def _is_old(on: date, starts: date) -> bool:
    return starts - on > _STALE


def _unclear(seen: Sequence[Finding]) -> list[str]:
    return [
        f"The text is unclear on “{one.title}”: {one.unclear_because}."
        for one in seen
        if one.status is Status.UNCLEAR
    ]


def _of_finding(finding: Finding) -> Proof:
    return Proof(f"{finding.title} ({finding.severity.value})", _place(finding.evidence))


def _place(evidence: Evidence) -> str:
    if isinstance(evidence, QuoteEvidence):
        return f"{evidence.document}, page {evidence.page}"
    if isinstance(evidence, AbsenceEvidence):
        return f"searched on {evidence.pages_read} pages, not found"
    return f"{evidence.step}: {evidence.value}"


def _of_terms(question: Question, contract: Contract | None) -> tuple[Proof, ...]:
    """Return the clauses of the terms that speak for a good answer."""
    if contract is None:
        return ()
    return tuple(
        Proof(
            f"The terms hold “{clause.title or clause.id}”",
            str(clause.cites[0]) if clause.cites else f"{contract.file}, clause {clause.id}",
        )
        for clause in contract.clauses
        if clause.model in question.models
    )
