"""One entry of the log: a promise, a request, an answer and what else is said in talks."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing was said or done."""

    PROMISE = "promise"
    REQUEST = "request"
    ANSWER = "answer"
    DELIVERY = "delivery"
    OFFER = "offer"
    CONCESSION = "concession"
    REFUSAL = "refusal"
    NOTICE = "notice"


ASKS = (Kind.REQUEST, Kind.OFFER)
"""What waits for the other side's word."""
CAN_BE_DUE = (Kind.PROMISE, *ASKS)
"""What can have a last day."""
MUST_REPLY = (Kind.ANSWER, Kind.REFUSAL)
"""What makes sense only beside what it replies to."""
CAN_FULFIL = (Kind.ANSWER, Kind.DELIVERY)
"""What can keep a promise."""


class Side(StrEnum):
    """Whose word it is."""

    GROUP = "group"
    PLAN = "plan"

    @property
    def other(self) -> "Side":
        """The side across the table."""
        return Side.PLAN if self is Side.GROUP else Side.GROUP


class Channel(StrEnum):
    """How it was said."""

    LETTER = "letter"
    EMAIL = "email"
    MEETING = "meeting"
    CALL = "call"


class Topic(StrEnum):
    """What it is about, as far as a reader of signs needs it."""

    DATA = "data"
    TERMS = "terms"
    OTHER = "other"


@dataclass(frozen=True)
class EvidenceFile:
    """A file that shows an entry: its path in the deal folder, and its SHA-256 in hexadecimal."""

    file: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing said or done in the talks.

    Attributes
    ----------
    id
        Names it within the log.
    line
        Where it begins in the file, counted from 1.
    on
        The day it was said.
    kind, side
        What it is, and whose.
    by, to
        Who said it to whom, as roles.
    words
        What was said.
    is_quote
        Whether ``words`` are the very words; else they are a summary.
    how, about
        How it was said, and what about; None where nobody says.
    due
        The last day for what was promised, asked or offered.
    due_from
        What the last day follows from, such as a section of the contract; empty where it was named.
    replies_to, acknowledges, withdraws, corrects
        Ids of earlier entries; empty for none. A correction stands in place of what it corrects.
    fulfils
        Whether it does what the promise it replies to said.
    evidence
        The file that shows it; None where there is none.
    acknowledged
        The day the other side confirmed that it was said.
    withdrawn
        The day the side that said it took it back.
    tactic
        A key of :data:`fairterms.units.finding.TACTICS` that the group suspects; empty for none.
    questions
        Of :data:`fairterms.units.finding.QUESTIONS`: what it speaks to.
    """

    id: str
    line: int
    on: date
    kind: Kind
    side: Side
    by: str
    to: str
    words: str
    is_quote: bool
    how: Channel | None = None
    about: Topic | None = None
    due: date | None = None
    due_from: str = ""
    replies_to: str = ""
    acknowledges: str = ""
    withdraws: str = ""
    corrects: str = ""
    fulfils: bool = False
    evidence: EvidenceFile | None = None
    acknowledged: date | None = None
    withdrawn: date | None = None
    tactic: str = ""
    questions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        assert self.kind is not Kind.PROMISE or self.due, f"{self.id}: a promise has a last day"
        assert self.due is None or self.due >= self.on, f"{self.id}: due before it was said"

    @property
    def said(self) -> str:
        """The words as a reader should see them: the very words in quotation marks.

        Examples
        --------
        >>> Entry(id="a", line=1, on=date(2026, 10, 3), kind=Kind.NOTICE, side=Side.PLAN,
        ...       by="contracting lead", to="director", words="It is final.", is_quote=True).said
        '“It is final.”'
        """
        return f"“{self.words}”" if self.is_quote else self.words
