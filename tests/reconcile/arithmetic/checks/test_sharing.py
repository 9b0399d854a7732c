"""Shared amounts against savings, losses and parts."""

from tests.reconcile.found import found, one, repairs
from tests.reconcile.made_report import Scope, sent

CODE = "shared-saving-deficit"


def test_amounts_at_one_rate_and_a_sum_of_parts_are_no_finding() -> None:
    assert found("sharing", sent()) == ()


def test_a_part_shared_at_another_rate_is_told_with_the_implied_rate() -> None:
    seen = found("sharing", sent({(CODE, ("ppo", "Region 2")): -2400}))[0]
    assert seen.what == (
        "Shared saving deficit, ppo, Region 2 is -$2,400.00; the other parts share a loss at "
        "60 %, which gives -$1,800.00"
    )
    assert seen.note == "The rate of 60 % is implied by the other lines; it is not stated"


def test_a_whole_that_pools_its_parts_is_a_question_of_the_netting_level() -> None:
    seen = one("sharing", sent({(CODE, ()): 500}))
    assert seen.what.endswith(
        "its parts are $1,500.00 (hmo) and -$1,200.00 (ppo), which add to $300.00"
    )
    assert repairs(seen) == [
        "Shared saving deficit is $300.00",
        "the contract nets the parts before it shares them",
    ]


def test_a_cohort_that_shares_no_loss_may_print_nothing() -> None:
    # hmo shares savings only by the header; its Region 1 has a loss.
    assert found("sharing", sent({(CODE, ("hmo", "Region 1")): 0})) == ()
    assert len(found("sharing", sent({(CODE, ("ppo", "Region 2")): 0}))) == 1


def test_rates_that_are_implied_equally_often_are_not_used() -> None:
    numbers: dict[tuple[str, Scope], float | None] = {
        (CODE, scope): None for scope in (("hmo",), ("hmo", "Region 2"), ())
    }
    seen = found("sharing", sent({**numbers, (CODE, ("ppo", "Region 1")): 900}))
    assert [each.what for each in seen if "saving at" in each.what] == []
