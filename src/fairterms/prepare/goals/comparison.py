"""The goals of both sides compared: shared, ours only, theirs only, in conflict."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fairterms.prepare.goals.goal import Declaration, Goal, Holder


class Fit(StrEnum):
    """How a goal stands beside those of the other side."""

    SHARED = "shared"
    OURS = "only ours"
    THEIRS = "only theirs"
    CONFLICT = "in conflict"


@dataclass(frozen=True)
class Placed:
    """A goal and how it stands.

    Attributes
    ----------
    goal
        The goal.
    fit
        How it stands.
    because
        Why, in a sentence.
    """

    goal: Goal
    fit: Fit
    because: str


@dataclass(frozen=True)
class Comparison:
    """Every goal, placed.

    Attributes
    ----------
    declared
        What deal.toml says.
    placed
        Conflicts first, then shared ones, then each side's own.
    """

    declared: Declaration
    placed: tuple[Placed, ...]

    def of(self, fit: Fit) -> tuple[Placed, ...]:
        """Return the goals that stand so."""
        return tuple(one for one in self.placed if one.fit is fit)

    @property
    def orphans(self) -> tuple[Goal, ...]:
        """The goals that nobody can measure yet."""
        return tuple(one.goal for one in self.placed if not one.goal.is_measurable)

    @property
    def differing(self) -> tuple[Goal, ...]:
        """The goals that another contract counts differently."""
        return tuple(one.goal for one in self.placed if one.goal.differing)


_ORDER = (Fit.CONFLICT, Fit.SHARED, Fit.OURS, Fit.THEIRS)


def compare(declared: Declaration) -> Comparison:
    """Place every goal beside those of the other side.

    Notes
    -----
    Two goals collide where one names the other under ``against``, or where both sides hold the
    same measure and want it to move in opposite directions. A goal both hold is shared, and so
    are two that hold the same measure and do not collide.
    """
    placed = [_place(one, declared.goals) for one in declared.goals]
    return Comparison(declared, tuple(sorted(placed, key=lambda one: _ORDER.index(one.fit))))


def _place(goal: Goal, goals: Sequence[Goal]) -> Placed:
    against = list(_collisions(goal, goals))
    if against:
        return Placed(goal, Fit.CONFLICT, f"It pulls against: {_named(against)}.")
    if goal.holder is Holder.BOTH:
        return Placed(goal, Fit.SHARED, "Both sides hold it.")
    same = [one for one in goals if _is_other_side(goal, one) and _is_same_measure(goal, one)]
    if same:
        return Placed(goal, Fit.SHARED, f"The other side has the same measure: {_named(same)}.")
    fit = Fit.OURS if goal.holder is Holder.GROUP else Fit.THEIRS
    return Placed(goal, fit, "The other side names no such goal.")


def _collisions(goal: Goal, goals: Sequence[Goal]) -> Iterator[Goal]:
    for other in goals:
        is_named = other.id in goal.against or goal.id in other.against
        if other is not goal and (is_named or _is_opposite(goal, other)):
            yield other


def _is_opposite(goal: Goal, other: Goal) -> bool:
    return (
        _is_same_measure(goal, other)
        and goal.direction is not None
        and other.direction is not None
        and goal.direction is not other.direction
    )


def _is_same_measure(goal: Goal, other: Goal) -> bool:
    return bool(goal.measure) and goal.measure.casefold() == other.measure.casefold()


def _is_other_side(goal: Goal, other: Goal) -> bool:
    return goal is not other and goal.holder is not other.holder


def _named(goals: Sequence[Goal]) -> str:
    return "; ".join(one.goal.removesuffix(".") for one in goals)
