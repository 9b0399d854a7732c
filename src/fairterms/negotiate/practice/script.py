"""The script of a practice negotiation: what the plan says, what may be answered, what follows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from fairterms.correspondence.entry import Channel, Kind, Topic


class Worth(StrEnum):
    """What a reply does for the group."""

    GOOD = "good"
    WEAK = "weak"
    HARMFUL = "harmful"

    @property
    def rank(self) -> int:
        """0 for the most harmful."""
        return (Worth.HARMFUL, Worth.WEAK, Worth.GOOD).index(self)


class Result(StrEnum):
    """Where a point stands."""

    GIVEN = "given away"
    OPEN = "open"
    SAID = "only said"
    HALF = "second best"
    AGREED = "agreed"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Result).index(self)

    @property
    def is_kept(self) -> bool:
        """Whether the group has it in a form that can stand in the text."""
        return self in (Result.HALF, Result.AGREED)


class End(StrEnum):
    """How the talks end."""

    AGREED = "agreed"
    WALKED_AWAY = "walked away"
    DEFERRED = "deferred"


@dataclass(frozen=True)
class Later:
    """What the plan does after its answer: its day, what it is, and the words of the log."""

    on: date
    kind: Kind
    words: str


@dataclass(frozen=True)
class Answer:
    """What the plan answers to a reply.

    Attributes
    ----------
    asked
        How many points must have been asked for well before; the first answer that fits is given.
    result
        Where the point then stands; None in the last round.
    kind, how, words
        The entry of the log.
    days
        Days after the reply.
    due
        The last day of a promise.
    later
        What the plan does afterwards; None for nothing.
    keeps_said
        In the last round: whether what was only said is written down after all.
    """

    asked: int
    result: Result | None
    kind: Kind
    how: Channel
    words: str
    days: int = 1
    due: date | None = None
    later: Later | None = None
    keeps_said: bool = False


@dataclass(frozen=True)
class Reply:
    """One reply to choose from.

    Attributes
    ----------
    id
        A slug, of its own within the round.
    worth
        What it does for the group.
    words
        What is said.
    why
        What it does, and why.
    kind
        What it is in the log.
    due
        The last day that is asked for; None where none is.
    answers
        What the plan answers; the last fits always.
    end
        How the talks end with it; None where they go on.
    """

    id: str
    worth: Worth
    words: str
    why: str
    kind: Kind
    answers: tuple[Answer, ...]
    due: date | None = None
    end: End | None = None

    def __post_init__(self) -> None:
        assert self.answers, f"{self.id}: a reply is answered"
        assert self.answers[-1].asked == 0, f"{self.id}: the last answer fits always"


@dataclass(frozen=True)
class Says:
    """What the plan says when enough was asked for well, or given away, before."""

    words: str
    asked: int = 0
    given: int = 0


@dataclass(frozen=True, kw_only=True)
class Round:
    """One thing the plan says, and the replies to choose from.

    Attributes
    ----------
    id
        A slug.
    on
        The day.
    issue
        The point that is talked about, in a few words.
    tactic, signs
        The tactic it is, a key of :data:`fairterms.units.finding.TACTICS`, and others that it is a
        sign of too; empty in the last round.
    section, quote
        The clause it is about, and words of it.
    ask
        The id of the group's ask that prices the point; empty in the last round.
    kind, how, about, questions
        Of the entry in the log.
    says
        What the plan says; the first that fits.
    replies
        In the order in which they are shown.
    follows
        The round after whose reply this comes only when that was not a good one; empty for always.
    lesson_section
        Which section of the training explains it, from 1; 0 for that of the script.
    """

    id: str
    on: date
    issue: str
    section: str
    quote: str
    kind: Kind
    how: Channel
    says: tuple[Says, ...]
    replies: tuple[Reply, ...]
    tactic: str = ""
    signs: tuple[str, ...] = ()
    ask: str = ""
    about: Topic = Topic.TERMS
    questions: tuple[str, ...] = ()
    follows: str = ""
    lesson_section: int = 0

    def __post_init__(self) -> None:
        assert self.says, f"{self.id}: the plan says something"
        assert self.says[-1].asked + self.says[-1].given == 0, f"{self.id}: the last fits always"

    @property
    def tactics(self) -> tuple[str, ...]:
        """Every tactic that it is right to see here, the main one first."""
        return (self.tactic, *self.signs) if self.tactic else ()

    def reply(self, name: str) -> Reply | None:
        """Return the reply of an id; None where there is none."""
        return next((one for one in self.replies if one.id == name), None)

    @property
    def best(self) -> Reply:
        """The reply that does most for the group."""
        return max(self.replies, key=lambda one: one.worth.rank)


@dataclass(frozen=True)
class Script:
    """A practice negotiation.

    Attributes
    ----------
    title
        Its title.
    intro
        Sentences that say what it is.
    group, plan
        Who speaks for each side, as a role.
    lesson, lesson_section
        The training that explains it, by number, and its section, from 1.
    rounds
        In their order; the last one ends the talks.
    """

    title: str
    intro: tuple[str, ...]
    group: str
    plan: str
    lesson: int
    lesson_section: int
    rounds: tuple[Round, ...]
    by_id: Mapping[str, Round] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", MappingProxyType({one.id: one for one in self.rounds}))
        assert len(self.by_id) == len(self.rounds), "a round has an id of its own"

    @property
    def asks(self) -> tuple[str, ...]:
        """The ids of the asks that price its points, each once, in order."""
        return tuple(dict.fromkeys(one.ask for one in self.rounds if one.ask))

    def issue(self, ask: str) -> Round:
        """Return the round in which the point of an ask is first talked about."""
        return next(one for one in self.rounds if one.ask == ask)

    def told(self, fill: Callable[[str, str], str]) -> "Script":
        """Return the script with its words filled in.

        Parameters
        ----------
        fill
            From words and the id of the round's ask to what is said.
        """
        return replace(self, rounds=tuple(_told(one, fill) for one in self.rounds))


def _told(one: Round, fill: Callable[[str, str], str]) -> Round:
    def words(text: str) -> str:
        return fill(text, one.ask)

    replies = tuple(
        replace(
            reply,
            words=words(reply.words),
            why=words(reply.why),
            answers=tuple(replace(each, words=words(each.words)) for each in reply.answers),
        )
        for reply in one.replies
    )
    says = tuple(replace(each, words=words(each.words)) for each in one.says)
    return replace(one, says=says, replies=replies)
