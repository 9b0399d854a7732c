"""A reward promised beyond the threshold at which the penalty begins."""

import pytest

from fairterms.review import thresholds
from fairterms.review.thresholds import Consequence
from tests.review.conftest import Read

REWARD = "If the average cost is below the low threshold, Group earns a bonus."
PENALTY = "If the average cost exceeds the high threshold, Group shall repay its share."
WRONG = "Bonus: if the total cost is less than the high cost threshold, Plan shall pay the bonus."


def test_a_reward_beyond_the_penaltys_threshold_is_a_clash(read_all: Read) -> None:
    (clash,) = thresholds.clashes(read_all(f"{REWARD} {PENALTY} {WRONG}\n"))
    assert (clash.wrong.name, clash.defined.name) == ("high", "low")
    assert clash.wrong.passage.text == WRONG
    assert clash.penalty.passage.text == PENALTY


def test_it_holds_for_scores_as_well_where_more_is_better(read_all: Read) -> None:
    text = (
        "Group earns an incentive payment if its score is above the goal threshold. If the score "
        "is below the minimum threshold, Group owes a penalty. The incentive payment is due where "
        "the score exceeds the minimum threshold.\n"
    )
    (clash,) = thresholds.clashes(read_all(text))
    assert (clash.wrong.name, clash.defined.name) == ("minimum", "goal")


@pytest.mark.parametrize(
    "text",
    [
        f"{REWARD} {PENALTY}",
        f"{REWARD} {WRONG}",
        f"{PENALTY} {WRONG}",
        f"{REWARD} {PENALTY} {REWARD.replace('Group earns', 'Plan pays')}",
        # Half of the reward for half of the way is a step on purpose.
        f"{REWARD} {PENALTY} If the cost is below the high threshold, half of the bonus is earned.",
        f"{REWARD} {PENALTY} If the cost is less than the high threshold, no bonus is earned.",
        f"{REWARD} {PENALTY} A cost between the low and below the high threshold earns no bonus.",
    ],
)
def test_a_corridor_is_not(read_all: Read, text: str) -> None:
    assert tuple(thresholds.clashes(read_all(f"{text}\n"))) == ()


def test_one_wrong_name_is_told_once(read_all: Read) -> None:
    text = f"{REWARD} {PENALTY} {WRONG} {WRONG.replace('Plan shall pay', 'Group earns')}\n"
    assert len(tuple(thresholds.clashes(read_all(text)))) == 1


def test_a_statement_says_what_lies_on_which_side(read_all: Read) -> None:
    found = thresholds.statements(read_all(f"{REWARD} {PENALTY}\n"))
    assert [(one.is_below, one.consequence) for one in found] == [
        (True, Consequence.REWARD),
        (False, Consequence.PENALTY),
    ]
    assert found[0].passage.text[found[0].start : found[0].end] == "below the low threshold"
