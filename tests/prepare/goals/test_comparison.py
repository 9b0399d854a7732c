"""The goals of both sides compared."""

import pytest

from fairterms.prepare.goals.comparison import Fit, compare
from fairterms.prepare.goals.goal import Declaration, Direction, Goal, Holder

UP, DOWN = Direction.HIGHER, Direction.LOWER


def goal(
    name: str, holder: Holder, measure: str = "", direction: Direction | None = None, **more: object
) -> Goal:
    return Goal(name, holder, f"Goal {name}", measure=measure, direction=direction, **more)  # type: ignore[arg-type]


def fits(*goals: Goal) -> dict[str, Fit]:
    return {one.goal.id: one.fit for one in compare(Declaration(goals=goals)).placed}


def test_a_goal_of_both_is_shared_and_of_one_side_is_its_own() -> None:
    goals = [goal(holder.value, holder) for holder in Holder]
    assert fits(*goals) == {"both": Fit.SHARED, "group": Fit.OURS, "plan": Fit.THEIRS}


@pytest.mark.parametrize(
    ("ours", "theirs", "fit"),
    [
        (("visits", UP), ("visits", UP), Fit.SHARED),
        (("visits", UP), ("Visits", UP), Fit.SHARED),
        (("visits", UP), ("visits", None), Fit.SHARED),
        (("visits", UP), ("visits", DOWN), Fit.CONFLICT),
        (("visits", UP), ("costs", DOWN), Fit.OURS),
        (("", UP), ("", DOWN), Fit.OURS),
    ],
)
def test_the_same_measure_is_shared_or_pulls_two_ways(
    ours: tuple[str, Direction], theirs: tuple[str, Direction], fit: Fit
) -> None:
    assert fits(goal("a", Holder.GROUP, *ours), goal("b", Holder.PLAN, *theirs))["a"] is fit


def test_the_same_measure_twice_on_one_side_is_not_shared() -> None:
    two = [goal(name, Holder.GROUP, "visits", UP) for name in ("a", "b")]
    assert set(fits(*two).values()) == {Fit.OURS}


def test_a_named_collision_holds_for_both() -> None:
    found = fits(goal("a", Holder.GROUP, against=("b",)), goal("b", Holder.BOTH))
    assert set(found.values()) == {Fit.CONFLICT}


def test_conflicts_come_first_and_name_the_other_goal() -> None:
    goals = (
        goal("c", Holder.BOTH),
        goal("a", Holder.GROUP, "visits", UP),
        goal("b", Holder.PLAN, "visits", DOWN),
    )
    found = compare(Declaration(goals=goals))
    assert [one.goal.id for one in found.placed] == ["a", "b", "c"]
    assert found.placed[0].because == "It pulls against: Goal b."
    assert len(found.of(Fit.CONFLICT)) == 2
    assert len(found.orphans) == 3
