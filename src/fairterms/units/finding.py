"""A finding: what was seen in an agreement, why it matters, and what to ask for.

A finding shows its evidence: the words themselves, a verified absence, or a line of a worksheet.
It never says that a law is broken; it names a text to compare with.
"""

import re
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import total_ordering

TACTICS = {
    "take_it_or_leave_it": "fixed terms, exit as the only answer",
    "strategic_ambiguity": "key points left open",
    "ratcheting": "demands that grow after signature",
    "network_secrecy": "panel and capacity hidden",
    "withheld_information": "facts that come after signing",
    "unfunded_mandates": "duties without money",
    "weak_definitions": "terms that are not reliable, valid or useful",
}
"""The seven tactics. A finding is a sign of one, never a proof of intent."""

QUESTIONS = tuple(f"gf_q{number:02}" for number in range(1, 21))
"""The twenty good-faith questions."""

LESSONS = tuple(f"training_{number}" for number in range(1, 6))
"""The five trainings."""

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@total_ordering
class Severity(Enum):
    """How much is at stake; a greater severity is worse.

    Examples
    --------
    >>> Severity.CRITICAL > Severity.HIGH, max(Severity.LOW, Severity.MEDIUM)
    (True, <Severity.MEDIUM: 'medium'>)
    """

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for the least severe."""
        return list(Severity).index(self)

    def __lt__(self, other: object) -> bool:
        return self.rank < other.rank if isinstance(other, Severity) else NotImplemented


class Authority(StrEnum):
    """What a source may bind."""

    LAW = "law"
    GUIDANCE = "guidance"
    GOOD_PRACTICE = "good practice"


class Checked(StrEnum):
    """How well we know what a source says."""

    READ = "read"
    SECOND_HAND = "second-hand"
    UNCHECKED = "unchecked"


class Status(StrEnum):
    """Whether something was found, or could not be told."""

    FINDING = "finding"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class Source:
    """A text to compare an agreement with.

    Attributes
    ----------
    title, locator
        Its name and the place in it.
    jurisdiction
        Where it holds: a state's postal code, "US", or empty for good practice.
    known_through
        Since when it holds and until when we know that it does, in words. A law without it
        cannot be cited.
    status
        Law, guidance or good practice.
    checked
        Whether its text was read.
    scope
        Which plans and lines of business it speaks of, and which it leaves out.
    says
        What it says, in our words.
    """

    title: str
    locator: str
    jurisdiction: str
    known_through: str
    status: Authority
    checked: Checked
    scope: str = ""
    says: str = ""

    def __post_init__(self) -> None:
        assert self.title, "a source has a title"
        if self.status is Authority.LAW:
            assert all((self.locator, self.jurisdiction)), f"{self.title}: a law has a place"
            assert all((self.known_through, self.scope)), f"{self.title}: a law has dates, a scope"


@dataclass(frozen=True)
class QuoteEvidence:
    """The words of a document: ``text`` is its letters ``start`` up to ``end``, on ``page``.

    ``is_recognised`` is true where the page is a picture whose letters a program recognised; such
    words must be compared with the picture.
    """

    document: str
    page: int
    start: int
    end: int
    text: str
    is_recognised: bool = False

    def __post_init__(self) -> None:
        assert all((self.document, self.text.strip())), "a quotation is of words, from a document"
        assert self.page >= 1, "pages count from 1"
        assert self.end - self.start == len(self.text), "a quotation is as long as its span"


@dataclass(frozen=True)
class AbsenceEvidence:
    """Something looked for in every page of every document, and not found.

    Attributes
    ----------
    documents
        The documents searched.
    pages_read
        How many pages of them were read.
    searched_for
        What was looked for, in words.
    """

    documents: tuple[str, ...]
    pages_read: int
    searched_for: tuple[str, ...]

    def __post_init__(self) -> None:
        assert len(self.documents) * self.pages_read > 0, "an absence is from pages that were read"
        assert all(self.searched_for or ("",)), "an absence is of something"


@dataclass(frozen=True)
class WorksheetEvidence:
    """A line of a settlement's worksheet: the step's name, and its value as printed."""

    step: str
    value: str

    def __post_init__(self) -> None:
        assert all((self.step, self.value)), "a worksheet line has a name and a value"


Evidence = QuoteEvidence | AbsenceEvidence | WorksheetEvidence


@dataclass(frozen=True)
class Finding:
    """What a check saw.

    Attributes
    ----------
    check
        The check's id, a slug such as ``"amend-unilateral"``.
    title
        In a few words.
    severity
        How much is at stake.
    evidence
        The one piece that shows it best.
    more_evidence
        Further places that show the same.
    why
        Why it matters, in plain words.
    sources
        What to compare it with.
    asks
        What to ask for, one sentence each.
    wording
        Replacement language to offer.
    tactics
        Of :data:`TACTICS`: what this is a sign of.
    questions
        Of :data:`QUESTIONS`: what this helps to answer.
    lesson
        Of :data:`LESSONS`: the training that teaches it; empty when none does.
    status
        ``Status.UNCLEAR`` when it could not be told.
    unclear_because
        Then, and only then, why not: the page not read, the document not supplied.
    """

    check: str
    title: str
    severity: Severity
    evidence: Evidence
    more_evidence: tuple[Evidence, ...]
    why: str
    sources: tuple[Source, ...]
    asks: tuple[str, ...]
    wording: str
    tactics: tuple[str, ...]
    questions: tuple[str, ...]
    lesson: str
    status: Status = Status.FINDING
    unclear_because: str = ""

    def __post_init__(self) -> None:
        assert _SLUG.fullmatch(self.check), f"{self.check!r} is no check id"
        assert all((self.title, self.why)), f"{self.check}: a finding has a title and a reason"
        assert all(self.asks or ("",)), f"{self.check}: a finding says what to ask for"
        assert set(self.tactics) <= TACTICS.keys(), f"{self.check}: an unknown tactic"
        assert set(self.questions) <= set(QUESTIONS), f"{self.check}: an unknown question"
        assert self.lesson in ("", *LESSONS), f"{self.check}: an unknown lesson"
        is_unclear = self.status is Status.UNCLEAR
        assert is_unclear == bool(self.unclear_because), f"{self.check}: unclear, and why?"
