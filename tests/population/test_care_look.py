"""One call gives both."""

from dataclasses import replace
from fractions import Fraction

from fairterms.population.care_elsewhere import find
from fairterms.population.care_look import look
from fairterms.population.care_rules import Dearest, Proof, RateChange
from fairterms.population.impactability import weigh
from fairterms.units.period import calendar_year
from tests.population.care_made_up import SETTINGS, Line, small_town
from tests.population.town import Town


def test_it_is_what_either_says_alone_and_the_same_twice(here: Town) -> None:
    small_town(here, [Line("a", "02-01"), Line("b", "02-01", 5)])
    declared = replace(
        SETTINGS,
        rates=(RateChange("x", 0.5, 0.6, 90, "made up"),),
        proof=Proof(0.05, 0.8),
        dearest=Dearest(Fraction(1, 2), calendar_year(2026)),
    )
    found = look(here.connection, declared)
    assert found.found == find(here.connection, declared)
    assert found.impact == weigh(here.connection, declared)
    assert found == look(here.connection, declared)
