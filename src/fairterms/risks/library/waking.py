"""Which risks of the library a deal makes live, and why."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fairterms.risks.library.library_risk import LibraryRisk, in_order
from fairterms.risks.library.sign import SIGNS, Sign
from fairterms.risks.library.term_signs import TermSigns
from fairterms.units.finding import (
    AbsenceEvidence,
    Evidence,
    Finding,
    QuoteEvidence,
    Severity,
    Status,
)

LEAST = Severity.MEDIUM
"""What a reason must weigh to wake a risk by itself. Sources: our choice."""
_SENTENCE = re.compile(r"(?<=[.?!]) (?=[A-Z“\"])")
_DETAIL = 2
"""Sentences of a finding that are told: the first say what was seen; our choice."""


@dataclass(frozen=True)
class Reason:
    """One thing that makes a risk live.

    Attributes
    ----------
    sentence
        What was seen, for a reader.
    shown_by
        The finding of the review, or the sign of the terms, that shows it.
    """

    sentence: str
    shown_by: Finding | Sign

    @property
    def severity(self) -> Severity:
        """How strongly it speaks."""
        return self.shown_by.severity

    @property
    def is_unclear(self) -> bool:
        """Whether the review could not tell."""
        return isinstance(self.shown_by, Finding) and self.shown_by.status is Status.UNCLEAR

    @property
    def name(self) -> str:
        """The id of the check, or the name of the sign."""
        return self.shown_by.check if isinstance(self.shown_by, Finding) else self.shown_by.name

    @property
    def told(self) -> str:
        """The sentence, and behind it what the review saw there: a title alone says too little."""
        if self.is_unclear or not isinstance(self.shown_by, Finding):
            return self.sentence
        return " ".join([self.sentence, *_SENTENCE.split(self.shown_by.why)[:_DETAIL]])

    @property
    def can_wake(self) -> bool:
        """Whether it is enough by itself."""
        return self.severity >= LEAST


@dataclass(frozen=True)
class Woken:
    """A risk that is live, or of which nobody can tell.

    Attributes
    ----------
    risk
        The template.
    because
        Why, the strongest reason first; unclear ones last.
    """

    risk: LibraryRisk
    because: tuple[Reason, ...]

    def __post_init__(self) -> None:
        assert any(one.can_wake for one in self.because), f"{self.risk.id} woke for no reason"

    @property
    def is_certain(self) -> bool:
        """Whether something plain woke it; else it cannot be told whether it is live."""
        return any(one.can_wake and not one.is_unclear for one in self.because)

    @property
    def severity(self) -> Severity:
        """The weight of the strongest reason: of the plain ones, where there are any."""
        wanted = [one for one in self.because if one.is_unclear is not self.is_certain]
        return max(one.severity for one in wanted)


def wake(findings: Sequence[Finding], terms: TermSigns) -> tuple[Woken, ...]:
    """Tell which risks of the library a deal makes live.

    Parameters
    ----------
    findings
        What the review saw, unclear findings included.
    terms
        What the payment terms say.

    Returns
    -------
    tuple of Woken
        Those that are live first, then those that cannot be told; the strongest first in each,
        and in the order of the library where they are equal.

    Notes
    -----
    A finding of little weight is told with others and wakes nothing alone. Where the terms say
    that a risk has no place, such as losses where nobody can owe money, a plain finding still
    wakes it, because the text may say more than the terms; signs and unclear findings do not.
    """
    found = [_woken(risk, findings, terms) for risk in in_order()]
    awake = [one for one in found if one is not None]
    return tuple(
        sorted(
            awake,
            key=lambda one: (not one.is_certain, -one.severity.rank, one.risk.place),
        )
    )


def quiet(woken: Iterable[Woken]) -> tuple[LibraryRisk, ...]:
    """Return the risks of the library that nothing woke, in order."""
    awake = {one.risk.id for one in woken}
    return tuple(risk for risk in in_order() if risk.id not in awake)


def _woken(risk: LibraryRisk, findings: Sequence[Finding], terms: TermSigns) -> Woken | None:
    reasons = [_of_finding(one) for one in findings if one.check in risk.wakes_by]
    reasons += [_of_sign(SIGNS[name], terms) for name in risk.wakes_on if SIGNS[name].holds(terms)]
    if any(SIGNS[name].holds(terms) for name in risk.quiet_when):
        reasons = [one for one in reasons if isinstance(one.shown_by, Finding)]
        reasons = [one for one in reasons if not one.is_unclear]
    if not any(one.can_wake for one in reasons):
        return None
    reasons.sort(key=lambda one: (one.is_unclear, -one.severity.rank))
    return Woken(risk, tuple(reasons))


def _of_sign(sign: Sign, terms: TermSigns) -> Reason:
    return Reason(sign.say(terms), sign)


def _of_finding(finding: Finding) -> Reason:
    if finding.status is Status.UNCLEAR:
        because = finding.unclear_because.rstrip(".")
        return Reason(f"It cannot be told yet: {finding.title} ({because}).", finding)
    return Reason(f"{finding.title} ({_place(finding.evidence)}).", finding)


def _place(evidence: Evidence) -> str:
    """Say where a finding is shown.

    Examples
    --------
    >>> _place(AbsenceEvidence(("a.pdf",), 9, ("a cap",)))
    'looked for on 9 pages and not found'
    """
    if isinstance(evidence, QuoteEvidence):
        return f"{evidence.document}, page {evidence.page}"
    if isinstance(evidence, AbsenceEvidence):
        pages = "1 page" if evidence.pages_read == 1 else f"{evidence.pages_read} pages"
        return f"looked for on {pages} and not found"
    return f"{evidence.step}: {evidence.value}"
