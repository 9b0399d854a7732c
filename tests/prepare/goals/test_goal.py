"""A goal, and what it lacks to be measured."""

from datetime import date

from fairterms.prepare.goals.goal import Elsewhere, Goal, Holder
from fairterms.units.quantity import parse


def test_a_goal_without_anything_wants_four_things() -> None:
    bare = Goal("a", Holder.GROUP, "Care is good")
    assert bare.wanting == ("a measure", "a target", "a day", "an owner")
    assert not bare.is_measurable


def test_a_target_of_zero_is_a_target() -> None:
    whole = Goal(
        "a",
        Holder.GROUP,
        "Nobody waits",
        measure="waiting",
        target=parse("0 days"),
        by=date(2027, 12, 31),
        owner="intake lead",
    )
    assert whole.is_measurable


def test_only_a_count_compared_and_found_other_is_different() -> None:
    others = tuple(Elsewhere(name, "", same) for name, same in (("a", None), ("b", True)))
    assert Goal("a", Holder.GROUP, "g", elsewhere=others).differing == ()
    other = Elsewhere("c", "", False)
    assert Goal("a", Holder.GROUP, "g", elsewhere=(*others, other)).differing == (other,)
