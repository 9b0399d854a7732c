"""The words of the pages."""

from dataclasses import replace

from fairterms.monitor.indicators.control_chart import chart_of
from fairterms.monitor.indicators.hit_rate import Tally
from fairterms.monitor.indicators.wording import (
    bounds_in_words,
    height_title,
    lead_in_words,
    note_in_words,
    tally_in_words,
)
from fairterms.units.quantity import parse
from tests.monitor.indicators.made_up import SEEN_SOON, counted, shares


def test_bounds_say_which_side_is_worse() -> None:
    assert bounds_in_words(SEEN_SOON) == "amber 80 % or less; red 70 % or less"
    hours = counted("hours", "250 hours", "400 hours")
    assert bounds_in_words(hours) == "amber 250 hours or more; red 400 hours or more"


def test_the_lead_time_is_said_before_the_loss() -> None:
    assert lead_in_words(SEEN_SOON) == "3 months before the loss it warns of"
    with_it = replace(SEEN_SOON, lead_time=parse("0 days"))
    assert lead_in_words(with_it) == "together with the loss"


def test_a_tally_says_its_number_its_interval_or_that_there_are_too_few() -> None:
    assert tally_in_words(Tally(9, 12), "none") == "9 of 12 (75 %; 95 % interval 43 % to 95 %)"
    assert tally_in_words(Tally(2, 3), "none") == "2 of 3: too few to tell (below 10)"
    assert tally_in_words(Tally(0, 0), "none") == "none"


def test_the_upright_axis_says_what_it_measures() -> None:
    assert height_title(SEEN_SOON) == "share of patients"
    dropped = counted("members", "120 members", "250 members", of="member-month")
    assert height_title(dropped) == "members per 1,000 member-months"
    assert height_title(counted("hours", "250 hours", "400 hours")) == "hours"


def test_the_note_gives_the_rules_and_how_often_they_ring_by_chance() -> None:
    quiet = [70, 72, 68, 71, 69, 73, 70, 67, 72, 71, 69, 70]
    note = note_in_words(chart_of(SEEN_SOON, shares(quiet)))
    assert note.startswith("The limits are exact (binomial)")
    assert "eight in a row on one side of the usual level" in note
    assert "% of stretches of 12 values all the same (± " in note
    short = note_in_words(chart_of(SEEN_SOON, shares(quiet[:5])))
    assert "by these rules: a value outside its limits. " in short
    bare = note_in_words(chart_of(replace(SEEN_SOON, baseline=None), shares(quiet)))
    assert bare.startswith("No baseline is declared")
