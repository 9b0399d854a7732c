"""Break-evens, sensitivity and risk adjustment on a page."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.publish import html
from fairterms.publish.blocks import Block, Prose
from fairterms.publish.number_blocks import Table
from fairterms.publish.page import Report
from fairterms.simulate.drivers.break_even import BreakEvens, Flat, Root
from fairterms.simulate.drivers.driver_page import (
    break_even_blocks,
    risk_adjustment_blocks,
    sensitivity_blocks,
)
from fairterms.simulate.drivers.goal import Goal, Reading
from fairterms.simulate.drivers.knob import knobs
from fairterms.simulate.drivers.risk_adjustment import risk_adjustment
from fairterms.simulate.drivers.sensitivity import sensitivity
from tests.simulate.drivers.small_year import deal, plan, years

KNOBS = {one.id: one for one in knobs(plan(), years())}


def rendered(blocks: list[Block]) -> str:
    return html.render(Report(title="Drivers", blocks=tuple(blocks)))


def found(*roots: Root, name: str = "result.loss_rate", flats: tuple[Flat, ...] = ()) -> BreakEvens:
    return BreakEvens(KNOBS[name], Goal(), roots, flats, ())


def cell(one: BreakEvens) -> str:
    table = next(b for b in break_even_blocks([one], Goal()) if isinstance(b, Table))
    return str(table.rows[0].cells[2])


def test_a_break_even_says_its_side_its_error_and_its_unit() -> None:
    smooth = Root(0.42, 0.01, is_good_above=False)
    assert cell(found(smooth)) == "42 % ± 1.96 % (met below it)"
    jump = Root(0.015, float("inf"), is_good_above=True, is_jump=True)
    assert cell(found(jump)) == "1.5 % (met above it; the result jumps there)"
    two = found(Root(500_000.0, 0.0, is_good_above=False), jump, name="cost")
    assert cell(two).startswith("$500,000.00 (met below it); ")
    flat = found(flats=(Flat(0.1, 0.2),))
    assert cell(flat) == "anywhere from 10 % to 20 %"


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        (Goal(), "until an average year leaves no money"),
        (Goal(Reading.WORST, -100.0), "the average of the worst 5 % of years leaves −$100"),
        (Goal(Reading.LOSES, 0.2), "until the chance of a loss is 20 %"),
    ],
)
def test_the_goal_is_said_in_words(goal: Goal, words: str) -> None:
    lead = break_even_blocks([], goal)[1]
    assert isinstance(lead, Prose)
    assert words in str(lead.words)


def test_far_ones_are_left_out_and_counted() -> None:
    many = [found(Root(0.4, 0.1, is_good_above=True))] * 18
    assert "3 numbers farther away are left out." in rendered(break_even_blocks(many, Goal()))


def test_drivers_are_shown_with_meaning_and_independence_is_said() -> None:
    text = rendered(sensitivity_blocks(sensitivity(deal(), plan(), 64)))
    assert "independent of each other" in text
    assert "trend: what one unit of care costs this year" in text
    assert "They do not move in this forecast: no-show." in text
    assert "They hardly matter: staffing" in text or "staffing" in text


def test_nothing_that_moves_is_said_in_words() -> None:
    still = replace(sensitivity(deal(), plan(), 64), spread=0.0)
    assert sensitivity_blocks(still)[-1] == Prose("Nothing in the forecast moves the net margin.")


def test_risk_adjustment_says_what_is_given_back() -> None:
    one = risk_adjustment(deal(), plan(), years(), most=64)
    text = rendered(risk_adjustment_blocks(one))
    assert "through mean risk score, and that gives back" in text
    assert "Perfect risk adjustment would give back the remaining $" in text
    bare = replace(one, adjusters=())
    assert "No figure of the contract follows" in rendered(risk_adjustment_blocks(bare))
    zero = replace(one.sicker, mean=replace(one.sicker.mean, value=0.0))
    quiet = risk_adjustment_blocks(replace(one, sicker=zero, unadjusted=zero))
    assert len(quiet) == 2
    assert np.isfinite(one.base.mean.value)
