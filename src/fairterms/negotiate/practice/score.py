"""What the learner's answers came to: points kept and given, dollars, questions, tactics seen."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from fairterms.correspondence.entry import ASKS, Channel, Kind
from fairterms.negotiate.ask.ask_price import AskPrice, Sort
from fairterms.negotiate.practice.priced import PricedAsk, Prices
from fairterms.negotiate.practice.script import End, Result, Worth
from fairterms.negotiate.practice.talk import Talk, Turn

SUMMED = (Sort.EXPECTED, Sort.WORK)
"""Sorts of price that add up: what comes in a mean year, and work that is paid."""
_WRITTEN = (Channel.LETTER, Channel.EMAIL)
_BINDS = (Kind.PROMISE, Kind.CONCESSION)


@dataclass(frozen=True)
class Point:
    """One point of the talks.

    Attributes
    ----------
    ask
        What the group asks for, with its price.
    result
        Where it stands: of the talks while they go on, and of the group after their end.
    is_talked_about
        Whether the talks came to it.
    """

    ask: PricedAsk
    result: Result
    is_talked_about: bool

    @property
    def kept(self) -> AskPrice | None:
        """What the group has of it; None for nothing, and where it has no price."""
        if self.result is Result.AGREED:
            return self.ask.price
        return self.ask.second_price if self.result is Result.HALF else None

    @property
    def given(self) -> AskPrice | None:
        """What the group let go; None for nothing."""
        return self.ask.price if self.result is Result.GIVEN else None


@dataclass(frozen=True)
class Score:
    """What the answers came to.

    Attributes
    ----------
    points
        Every point, in the order of the talks.
    kept, given
        Dollars a year by how they are to be read. What comes in a mean year and work that is paid
        add up; of the others the largest alone is told, for they may protect the same dollars.
    recognised, shown
        How many tactics were named rightly, of how many that were shown.
    in_writing
        On how many points the plan promised or conceded something in writing.
    questions
        On how many points the group asked for something with a last day.
    """

    points: tuple[Point, ...]
    kept: Mapping[Sort, float]
    given: Mapping[Sort, float]
    recognised: int
    shown: int
    in_writing: int
    questions: int

    @property
    def missing(self) -> tuple[PricedAsk, ...]:
        """The must-haves that the group has in no form that can stand in the text."""
        return tuple(
            one.ask for one in self.points if one.ask.is_must_have and not one.result.is_kept
        )

    def count(self, *results: Result) -> int:
        """Count the points that stand so."""
        return sum(one.result in results for one in self.points)


@dataclass(frozen=True)
class Verdict:
    """What the way in which the talks ended did, and why."""

    worth: Worth
    why: str


def score(talk: Talk, prices: Prices) -> Score:
    """Say what the answers came to by now.

    Parameters
    ----------
    talk
        The talks.
    prices
        What each point is worth.
    """
    seen = {one.round.ask for one in talk.turns}
    standing = settled(talk)
    points = tuple(Point(prices.asks[one], standing[one], one in seen) for one in talk.script.asks)
    shown = [one for one in talk.turns if one.round.tactic]
    return Score(
        points,
        dollars_of(one.kept for one in points),
        dollars_of(one.given for one in points),
        sum(one.is_recognised for one in shown),
        len(shown),
        _issues(talk, _is_written),
        _issues(talk, _is_question),
    )


def settled(talk: Talk) -> Mapping[str, Result]:
    """Say where each point stands for the group, with what the end of the talks makes of it.

    Notes
    -----
    Signing at once keeps nothing, since the agreement ends all that does not stand in it. Signing
    the new text keeps what was agreed, and what was only said where the plan writes that down; what
    is open is then taken as the draft has it. Who walks away, or defers, has signed nothing: then
    the points stay as they were for talks that go on, and none is kept by who left.
    """
    match talk.end:
        case End.AGREED:
            is_written = talk.turns[-1].reply.worth is Worth.GOOD
            return {
                ask: _signed(talk, one, is_written=is_written) for ask, one in talk.standing.items()
            }
        case End.WALKED_AWAY:
            return dict.fromkeys(talk.standing, Result.OPEN)
        case _:
            return talk.standing


def _signed(talk: Talk, result: Result, *, is_written: bool) -> Result:
    if not is_written:
        return Result.GIVEN
    if result is Result.SAID and talk.keeps_said:
        return Result.HALF
    return result if result.is_kept else Result.GIVEN


def dollars_of(prices: Iterable[AskPrice | None]) -> dict[Sort, float]:
    """Put prices together by how they are to be read; see :class:`Score`."""
    found: dict[Sort, float] = {}
    for one in prices:
        if one is None or one.sort is Sort.NOT_PRICED:
            continue
        worth, before = one.worth(0), found.get(one.sort, 0.0)
        found[one.sort] = before + worth if one.sort in SUMMED else max(before, worth)
    return found


def verdict(talk: Talk, found: Score) -> Verdict:
    """Judge how the talks ended, by what was still missing.

    Notes
    -----
    This is apart from the score: to wait is wise while something is open, and costs goodwill
    when nothing is.
    """
    assert talk.end is not None, "the talks have ended"
    last = talk.turns[-1].reply
    if talk.end is End.AGREED:
        if last.worth is not Worth.GOOD:
            return Verdict(Worth.HARMFUL, last.why)
        if found.missing:
            return Verdict(Worth.HARMFUL, _WITHOUT)
        return Verdict(Worth.GOOD, last.why)
    if talk.end is End.DEFERRED:
        is_open = any(not one.is_kept for one in talk.standing.values())
        return Verdict(Worth.GOOD, last.why) if is_open else Verdict(Worth.WEAK, _WAITED)
    return (
        Verdict(Worth.GOOD, _RIGHT_TO_GO) if _lacks(talk, found) else Verdict(Worth.WEAK, last.why)
    )


_WITHOUT = (
    "You signed without a must-have of the group. Its own file deal.toml says not to sign without "
    "it. Better to defer, or to walk away."
)
_WAITED = "Every point was settled. Waiting costs goodwill, and the plan may change its mind."
_RIGHT_TO_GO = (
    "A must-have was missing, and the group has another choice. To walk away was right, though to "
    "defer would have kept the door open."
)


def _lacks(talk: Talk, found: Score) -> bool:
    """Say whether a must-have was missing when the talks were left."""
    needed = (one.ask.id for one in found.points if one.ask.is_must_have)
    return any(not talk.standing[one].is_kept for one in needed)


def _issues(talk: Talk, counts: Callable[[Turn], bool]) -> int:
    return len({one.round.ask for one in talk.turns if one.round.ask and counts(one)})


def _is_written(turn: Turn) -> bool:
    return turn.answer.kind in _BINDS and turn.answer.how in _WRITTEN


def _is_question(turn: Turn) -> bool:
    return turn.reply.kind in ASKS and turn.reply.due is not None
