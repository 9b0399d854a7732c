"""Findings speak plainly, name nobody, and hide what is about 1 to 10 people."""

import math
import re

import pytest

from fairterms.outcomes.gaming.panel import SIGNALS
from fairterms.outcomes.gaming.signal import Finding, Measured, Side, Signal, State
from fairterms.outcomes.small_cells.audience import Audience

ACCUSING = re.compile(
    r"\b(fraud|cheat|abuse|manipulat|game[ds]?|gaming|falsif|guilt|violat|dishonest|deliberate)",
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", list(SIGNALS))
def test_no_signal_accuses_and_each_has_a_harmless_reading(name: str) -> None:
    signal = SIGNALS[name]
    assert signal.name == name
    words = " ".join((signal.title, signal.question, *signal.innocent, signal.settles))
    assert not ACCUSING.search(words)
    assert len(signal.innocent) >= 2
    assert signal.settles


def test_both_sides_have_about_as_many_signals() -> None:
    sides = [SIGNALS[name].side for name in SIGNALS]
    assert min(sides.count(Side.PROVIDER), sides.count(Side.PLAN)) >= 10


def test_few_people_are_hidden_from_those_outside() -> None:
    finding = Finding(
        SIGNALS["late_feed"], State.TESTED, Measured(2.5, 0.0062, 7, 0.041, 0.01, 0.08)
    )
    assert finding.text(Audience.OUTSIDE) == (
        "Scores sent in time but not counted: not shown (n 1 to 10, p not shown)"
    )
    assert finding.text(Audience.GROUP) == (
        "Scores sent in time but not counted: +4.1 points of rate, between +1.0 and +8.0 "
        "(n 7, p 0.0062)"
    )


def test_an_unknown_size_and_a_fact_are_said_as_such() -> None:
    finding = Finding(SIGNALS["missing_as_failure"], State.FACT, Measured(math.nan, None, 40))
    assert finding.text(Audience.GROUP) == (
        "No last score counted as failure: size not known (n 40)"
    )


def test_a_signal_that_does_not_ask_cannot_be_built() -> None:
    late = SIGNALS["late_feed"]
    with pytest.raises(AssertionError, match="a signal asks"):
        Signal("x", "x", Side.PLAN, "You did it.", (), late.test, ("chance",), "nothing")
    with pytest.raises(AssertionError, match="innocent explanation"):
        Signal("x", "x", Side.PLAN, "Did it?", (), late.test, (), "nothing")
