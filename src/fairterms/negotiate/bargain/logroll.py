"""Logrolling: trade what is cheap to one side for what is dear to the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from fairterms.negotiate.bargain.outcome_space import OutcomeSpace
from fairterms.negotiate.positions.position import Issue, Spread
from fairterms.simulate.years import FloatArray


@dataclass(frozen=True)
class Move:
    """Another option for one issue, everything else as written.

    Attributes
    ----------
    issue, option
        Places in the list of issues, and in its options.
    group
        What it adds to the group's worth, dollars a year.
    plan
        What it adds to the plan's, dollars a year; the group's estimate.
    """

    issue: int
    option: int
    group: float
    plan: Spread

    @property
    def per_dollar(self) -> float | None:
        """Our gain for each dollar it costs the plan; None unless one gains and the other loses."""
        if self.group * self.plan.likely >= 0:
            return None
        return self.group / -self.plan.likely


@dataclass(frozen=True)
class Trade:
    """Two moves together, which leave neither side worse off than the text as written.

    Attributes
    ----------
    gets, gives
        The move that is worth more to the group, and the other.
    group, plan
        What both together add, settled together: effects that interact are not summed.
    outcome
        The number of the outcome.
    """

    gets: Move
    gives: Move
    group: float
    plan: Spread
    outcome: int

    @property
    def holds_when_off(self) -> bool:
        """Whether the plan is no worse off even at the low end of our estimate."""
        return self.plan.low >= 0


@dataclass(frozen=True)
class Scale:
    """What every outcome is worth, and by how much the plan's stated worths may be off.

    Attributes
    ----------
    group, plan
        Shape (outcomes,), dollars a year.
    space, issues
        What the outcomes are.
    written
        The number of the text as written.
    """

    space: OutcomeSpace
    issues: tuple[Issue, ...]
    group: FloatArray
    plan: FloatArray
    written: int

    def move(self, issue: int, option: int) -> Move:
        """Return what one other option adds, everything else as written."""
        return Move(issue, option, *self.added(self.space.changed(self.written, issue, option)))

    def added(self, outcome: int) -> tuple[float, Spread]:
        """Return what an outcome adds to the text as written, for both sides."""
        group = float(self.group[outcome] - self.group[self.written])
        plan = float(self.plan[outcome] - self.plan[self.written])
        digits = [int(one) for one in _digits(self.space, outcome)]
        worths = [issue.options[d].plan_worth for issue, d in zip(self.issues, digits, strict=True)]
        low = sum(one.likely - one.low for one in worths)
        high = sum(one.high - one.likely for one in worths)
        return round(group, 2), Spread(round(plan - low, 2), round(plan, 2), round(plan + high, 2))


def _digits(space: OutcomeSpace, outcome: int) -> Iterator[int]:
    for radix, stride in zip(space.radices, space.strides, strict=True):
        yield outcome // stride % radix


def moves(scale: Scale) -> tuple[Move, ...]:
    """Return every move away from the text as written, in the order of the file."""
    return tuple(
        scale.move(at, option)
        for at, issue in enumerate(scale.issues)
        for option in range(len(issue.options))
        if option != issue.as_written
    )


def trades(scale: Scale) -> tuple[Trade, ...]:
    """Return the best trade for each pair of issues, the largest joint gain first.

    A trade gives on one issue and gets on another, and leaves neither side worse off, one of them
    better. Both options are settled together, so that what interacts is counted once.
    """
    found: dict[tuple[int, int], Trade] = {}
    for first, second in combinations(moves(scale), 2):
        trade = _trade(scale, first, second)
        if trade is None:
            continue
        pair = (first.issue, second.issue)
        if pair not in found or _joint(trade) > _joint(found[pair]):
            found[pair] = trade
    return tuple(sorted(found.values(), key=lambda one: -_joint(one)))


def _trade(scale: Scale, first: Move, second: Move) -> Trade | None:
    gets, gives = (first, second) if first.group >= second.group else (second, first)
    if first.issue == second.issue or not gets.group > 0 > gives.group:
        return None
    outcome = scale.space.changed(scale.written, first.issue, first.option)
    outcome = scale.space.changed(outcome, second.issue, second.option)
    group, plan = scale.added(outcome)
    if group < 0 or plan.likely < 0 or group == plan.likely == 0:
        return None
    return Trade(gets, gives, group, plan, outcome)


def confirmed(scale: Scale, found: Sequence[Trade]) -> tuple[Trade, ...]:
    """Return the trades that still leave neither side worse off by another weighing."""
    again = [
        _trade(
            scale,
            scale.move(one.gets.issue, one.gets.option),
            scale.move(one.gives.issue, one.gives.option),
        )
        for one in found
    ]
    kept = [one for one in again if one is not None]
    return tuple(sorted(kept, key=lambda one: -_joint(one)))


def confirmed_gifts(scale: Scale, found: Sequence[Move]) -> tuple[Move, ...]:
    """Return the single moves that still hurt neither side by another weighing."""
    again = [scale.move(one.issue, one.option) for one in found]
    return tuple(one for one in again if one.group >= 0 and one.plan.likely >= 0)


def _joint(trade: Trade) -> float:
    return trade.group + trade.plan.likely


def gifts(scale: Scale) -> tuple[Move, ...]:
    """Return single moves that help one side and hurt neither, the largest joint gain first."""
    found = [
        one
        for one in moves(scale)
        if one.group >= 0 and one.plan.likely >= 0 and (one.group > 0 or one.plan.likely > 0)
    ]
    return tuple(sorted(found, key=lambda one: -(one.group + one.plan.likely)))


def dollars(amount: float) -> str:
    """Write a whole-dollar amount without its sign.

    Examples
    --------
    >>> dollars(-12345.6)
    '$12,346'
    """
    return f"${abs(amount):,.0f}"


def words_of(trade: Trade, issues: Sequence[Issue]) -> str:
    """Say a trade in a sentence or two, with both sides' dollars and how sure they are."""
    gets = issues[trade.gets.issue].options[trade.gets.option].words
    gives = issues[trade.gives.issue].options[trade.gives.option].words
    ours = f"alone it costs you {dollars(trade.gives.group)} a year"
    theirs = _theirs(trade.gets.plan.likely)
    sure = (
        "The plan is no worse off even at the low end of our estimate."
        if trade.holds_when_off
        else f"At the low end of our estimate the plan would lose {dollars(trade.plan.low)}: ask."
    )
    return (
        f"You give {gives}; {ours}. You get {gets}; alone it is worth "
        f"{dollars(trade.gets.group)} a year to you and {theirs}. Together: {_side(trade.group)} "
        f"for you, about {_side(trade.plan.likely)} for the plan "
        f"({_side(trade.plan.low)} to {_side(trade.plan.high)}). {sure}"
    )


def short_words_of(trade: Trade, issues: Sequence[Issue]) -> str:
    """Say a trade in one sentence, with what both changes together are worth to either side."""
    gets = issues[trade.gets.issue].options[trade.gets.option].words
    gives = issues[trade.gives.issue].options[trade.gives.option].words
    return (
        f"You give {gives} and get {gets}: {_side(trade.group)} a year for you, about "
        f"{_side(trade.plan.likely)} for the plan ({_side(trade.plan.low)} to "
        f"{_side(trade.plan.high)})."
    )


def _theirs(amount: float) -> str:
    if round(amount) == 0:
        return "costs the plan nothing"
    word = "is worth about" if amount > 0 else "costs the plan about"
    return f"{word} {dollars(amount)}" + (" to the plan" if amount > 0 else "")


def _side(amount: float) -> str:
    if round(amount) == 0:
        return "$0"
    return ("+" if amount > 0 else "−") + dollars(amount)
