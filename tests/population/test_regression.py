"""The dearest people of one year in the next."""

from dataclasses import replace
from fractions import Fraction

import pytest

from fairterms.population.care_rules import Dearest
from fairterms.population.regression import follow
from fairterms.units.period import calendar_year
from fairterms.units.refusal import Refusal
from tests.population.care_made_up import SETTINGS, Line, put_group, put_lines, put_members
from tests.population.town import Town

BEFORE = calendar_year(2026)
HALF = replace(SETTINGS, dearest=Dearest(Fraction(1, 2), BEFORE))


def fill(here: Town, *extra: Line) -> None:
    put_group(here, ("c1", "N1", None))
    put_members(
        here,
        ("a", "2026-01-01", None, "c1"),
        ("b", "2026-01-01", "2026-12-31", "c1"),
        ("c", "2026-01-01", None, "c1"),
        ("d", "2026-07-01", None, "c1"),
        ("e", "2027-01-01", None, "c1"),
    )
    put_lines(
        here,
        [
            Line("a", "2026-05-01", 1200),
            Line("b", "2026-05-01", 9000),
            Line("c", "2026-05-01", 700),
            Line("a", "05-01", 240),
            Line("c", "05-01", 5000),
            Line("e", "05-01", 8000),
            *extra,
        ],
    )


def test_the_same_people_are_compared_and_the_chosen_alone(here: Town) -> None:
    fill(here)
    found = follow(here.connection, HALF)
    assert (found.people_before, found.picked, found.people) == (4, 2, 1)
    assert found.before_pmpm_cents == 100
    assert found.after_pmpm_cents == 20
    assert found.fell_by == Fraction(4, 5)


def test_the_share_is_rounded_down_and_a_tie_goes_to_the_first_id(here: Town) -> None:
    fill(here, Line("d", "2026-08-01", 1200))
    found = follow(here.connection, replace(HALF, dearest=Dearest(Fraction(3, 5), BEFORE)))
    assert (found.picked, found.people) == (2, 1)
    assert found.before_pmpm_cents == 100


def test_nobody_who_stayed_is_no_fall(here: Town) -> None:
    fill(here)
    found = follow(here.connection, replace(HALF, dearest=Dearest(Fraction(1, 4), BEFORE)))
    assert (found.picked, found.people, found.fell_by) == (1, 0, None)


def test_a_missing_amount_of_the_earlier_year_is_refused(here: Town) -> None:
    fill(here)
    here.connection.execute("UPDATE claims_rows SET allowed_cents = NULL WHERE row = 1")
    with pytest.raises(Refusal, match="has no allowed amount"):
        follow(here.connection, HALF)
