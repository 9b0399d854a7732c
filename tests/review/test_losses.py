"""Where the group bears part of a loss."""

import pytest

from fairterms.review import losses
from tests.review.conftest import Read, agreement


@pytest.mark.parametrize(
    ("clause", "is_owed"),
    [
        ("Provider shall pay Plan half of any deficit.", True),
        ("Provider bears its share of the shared loss.", True),
        ("The deficit is shared by Plan and Provider.", True),
        ("If costs exceed the target, Provider shall repay the difference.", True),
        ("Plan shall pay any deficit.", False),
        ("Provider shall not owe any deficit.", False),
        ("Provider shall repay the advance and any loss of it.", False),
        ("Provider shall indemnify Plan against any loss.", False),
    ],
)
def test_what_the_group_owes_is_found(read_all: Read, clause: str, is_owed: bool) -> None:
    assert bool(losses.owed(read_all(agreement(clause)))) is is_owed


def test_a_duty_in_plain_words_leads(read_all: Read) -> None:
    step = "A deficit is shared by Provider."
    duty = "Provider shall pay Plan half of it, as its share of the deficit."
    first, *_ = losses.owed(read_all(agreement(step, duty)))
    assert first.text.endswith(duty)


@pytest.mark.parametrize(
    ("clause", "is_cap"),
    [
        ("The Loss Cap is 3% of the target.", True),
        ("Provider's share of the deficit shall not exceed $10,000.", True),
        ("Provider never owes more than 2% of fees.", True),
        ("Neither the gain nor the shared loss may exceed two percent of the fees.", True),
        ("Gains and losses stop at the same limit: two percent of the fees.", True),
        ("A shared loss is never more than $40,000.", True),
        ("The savings cap is 3% of the target.", False),
        ("There is no cap on losses.", False),
        ("The stop-loss limit is $50,000 of losses for a Member.", False),
    ],
)
def test_a_maximum_for_losses_is_found(read_all: Read, clause: str, is_cap: bool) -> None:
    assert bool(losses.caps(read_all(agreement(clause, without=("stop_loss",))))) is is_cap
