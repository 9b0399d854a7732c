"""Estimates are varied between their ends, and what hangs on them falls off the frontier."""

import numpy as np

from fairterms.negotiate.bargain.outcome_space import OutcomeSpace
from fairterms.negotiate.bargain.survival import VARIED, Doubt, survive
from fairterms.negotiate.positions.position import Spread
from tests.negotiate.bargain.small_bargains import soft_issue

SURE = Spread(100.0, 100.0, 100.0)
LEAVES = Spread(0.0, 0.0, 0.0)


def shares(theirs: Spread, base: Spread = SURE, leaves: Spread = LEAVES) -> list[list[float]]:
    """Return how often "given" and "as written" stay, and suit the plan."""
    issue = soft_issue("a report", -10.0, theirs)
    group = np.array([-10.0, 0.0])
    plan = np.array([base.likely + theirs.likely, base.likely])
    doubt = Doubt((issue,), base, leaves)
    found = survive(OutcomeSpace((2,)), doubt, (group, plan), plan, np.array([0, 1]))
    return [one.tolist() for one in found]


def test_without_doubt_everything_stays_and_suits() -> None:
    assert shares(Spread(5.0, 5.0, 5.0)) == [[1.0, 1.0], [1.0, 1.0]]


def test_what_may_be_worth_nothing_to_the_plan_stays_only_sometimes() -> None:
    (given, written), _ = shares(Spread(-20.0, 5.0, 20.0))
    assert 0.2 < given < 0.9
    assert written == 1.0


def test_the_ends_are_tried_beside_the_draws() -> None:
    (given, _), _ = shares(Spread(-0.001, 5.0, 5.0))
    assert given == 1 - 1 / (VARIED + 2)


def test_an_agreement_suits_the_plan_where_it_beats_leaving() -> None:
    _, (given, written) = shares(SURE, Spread(-50.0, 10.0, 60.0))
    assert given == 1.0
    assert 0.3 < written < 0.95


def test_a_better_way_out_for_the_plan_makes_agreements_suit_it_less() -> None:
    _, (_, written) = shares(SURE, SURE, Spread(0.0, 0.0, 300.0))
    assert 0.1 < written < 0.9


def test_the_same_doubt_gives_the_same_shares() -> None:
    assert shares(Spread(-20.0, 5.0, 20.0)) == shares(Spread(-20.0, 5.0, 20.0))


def test_the_first_two_draws_are_the_worst_and_the_best_for_the_deal() -> None:
    wide = Spread(0.0, 100.0, 300.0)
    issue = soft_issue("a report", -10.0, Spread(-2.0, 5.0, 6.0))
    (low, worst), (high, best) = list(Doubt((issue,), wide, wide).draws())[:2]
    assert (worst, best) == (-100.0 - 200.0, 200.0 + 100.0)
    assert (low[0].tolist(), high[0].tolist()) == ([-7.0, 0.0], [1.0, 0.0])
