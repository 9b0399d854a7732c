"""Trades leave neither side worse off, and are said in words with both sides' dollars."""

from dataclasses import replace

import numpy as np

from fairterms.negotiate.bargain import logroll
from fairterms.negotiate.bargain.logroll import Scale
from fairterms.negotiate.bargain.outcome_space import OutcomeSpace
from fairterms.negotiate.positions.position import Spread
from tests.negotiate.bargain.small_bargains import REPORTS, soft_issue

CAP = soft_issue("a loss cap", 3000.0, Spread(-2000.0, -1500.0, -1000.0))
NOTICE = soft_issue("longer notice", 200.0, Spread(0.0, 0.0, 0.0))
ISSUES = (REPORTS, CAP, NOTICE)


def scale(interaction: float = 0.0) -> Scale:
    """Add worths up; reports and a cap together are worth ``interaction`` more to the group."""
    space = OutcomeSpace((2, 2, 2))
    group = space.added([np.array([one.group_worth for one in i.options]) for i in ISSUES])
    plan = space.added([np.array([one.plan_worth.likely for one in i.options]) for i in ISSUES])
    group[:2] += interaction
    return Scale(space, ISSUES, group, plan, space.number((1, 1, 1)))


def test_a_trade_gives_what_is_cheap_to_us_for_what_is_cheap_to_them() -> None:
    best = logroll.trades(scale())[0]
    assert (best.gets.issue, best.gives.issue) == (1, 0)
    assert (best.group, best.plan) == (2500.0, Spread(-1000.0, 2500.0, 8000.0))
    assert not best.holds_when_off


def test_no_trade_leaves_a_side_worse_off() -> None:
    found = logroll.trades(scale())
    assert found
    for one in found:
        assert one.group >= 0
        assert one.plan.likely >= 0


def test_what_costs_the_plan_more_than_it_gets_is_no_trade() -> None:
    dear = scale()
    plan = dear.plan.copy()
    best = logroll.trades(dear)[0]
    plan[best.outcome] = plan[dear.written] - 1.0
    worse = replace(dear, plan=plan)
    assert best.group > 0
    assert best.outcome not in {one.outcome for one in logroll.trades(worse)}


def test_what_interacts_is_settled_together_and_not_summed() -> None:
    assert logroll.trades(scale(-1000.0))[0].group == 1500.0
    pairs = [(one.gets.issue, one.gives.issue) for one in logroll.trades(scale(-2600.0))]
    assert (1, 0) not in pairs


def test_a_trade_that_fails_a_second_weighing_is_dropped() -> None:
    found = logroll.trades(scale())
    assert logroll.confirmed(scale(), found) == found
    assert len(logroll.confirmed(scale(-2600.0), found)) == len(found) - 1


def test_a_change_that_costs_nobody_anything_is_a_gift() -> None:
    (gift,) = logroll.gifts(scale())
    assert gift.issue == 2
    assert logroll.confirmed_gifts(scale(), (gift,)) == (gift,)


def test_our_gain_per_dollar_of_theirs_is_told_where_one_gains_and_one_loses() -> None:
    reports, cap, notice = logroll.moves(scale())
    assert reports.per_dollar == 500 / 4000
    assert cap.per_dollar == 2.0
    assert notice.per_dollar is None


def test_a_trade_reads_as_sentences() -> None:
    assert logroll.words_of(logroll.trades(scale())[0], ISSUES) == (
        "You give monthly reporting agreed; alone it costs you $500 a year. You get a loss cap "
        "agreed; alone it is worth $3,000 a year to you and costs the plan about $1,500. Together: "
        "+$2,500 for you, about +$2,500 for the plan (−$1,000 to +$8,000). At the low end of our "
        "estimate the plan would lose $1,000: ask."
    )


def test_a_trade_fits_on_two_lines_and_keeps_what_both_changes_are_worth() -> None:
    said = logroll.short_words_of(logroll.trades(scale())[0], ISSUES)
    assert said == (
        "You give monthly reporting agreed and get a loss cap agreed: +$2,500 a year for you, "
        "about +$2,500 for the plan (−$1,000 to +$8,000)."
    )
