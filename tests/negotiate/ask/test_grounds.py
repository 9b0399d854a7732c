"""What asks rest on."""

from dataclasses import replace

from fairterms.negotiate.ask.grounds import USUAL_WEIGHT, Grounds
from tests.negotiate.ask.made_up import grounds, outlook


def test_must_haves_are_those_the_group_declared() -> None:
    assert grounds(must_haves=("loss-cap",)).must_haves == ("loss-cap",)
    given = grounds()
    assert Grounds(replace(given.deal, appetite=None), ()).must_haves == ()


def test_asks_are_priced_on_the_riskiest_year() -> None:
    given = grounds()
    year = outlook().forecast.riskiest
    assert given.pricer is not None
    assert given.pricer.year is year


def test_without_years_nothing_is_priced() -> None:
    assert grounds(has_years=False).pricer is None
    bare = replace(outlook(), forecast=replace(outlook().forecast, years=()))
    assert replace(grounds(), outlook=bare).pricer is None


def test_where_the_group_does_not_say_bad_years_count_a_quarter() -> None:
    assert grounds().weight == USUAL_WEIGHT == 0.25
