"""The average risk score."""

from decimal import Decimal
from fractions import Fraction

import pytest

from fairterms.population.member_months import Exposure, MonthRule
from fairterms.population.risk_score import NoScore, average, capped_ratio, normalised
from fairterms.population.selection import Selection
from fairterms.units.refusal import Refusal
from tests.population.town import YEAR, Town

MEMBERS = Exposure(MonthRule.FIRST_DAY, YEAR, Selection())
COLUMNS = "person_id starts ends risk_score"


def test_a_member_of_three_months_weighs_three_months(here: Town) -> None:
    here.members(
        ("p1", "01-01", None, Decimal("1.0")),
        ("p2", "01-01", "03-31", Decimal("2.0")),
        columns=COLUMNS,
    )
    found = average(here.connection, MEMBERS, NoScore.REFUSED)
    assert found.mean == Fraction(12 + 6, 15)
    assert found.mean != Fraction(3, 2), "not the mean of people"


def test_a_new_score_counts_from_the_span_that_carries_it(here: Town) -> None:
    here.members(
        ("p1", "01-01", "06-30", Decimal("1.0")),
        ("p1", "07-01", None, Decimal("3.0")),
        columns=COLUMNS,
    )
    assert average(here.connection, MEMBERS, NoScore.REFUSED).mean == 2


def test_scores_add_up_exactly(here: Town) -> None:
    here.members(*[(f"p{n}", "01-01", None, Decimal("0.1")) for n in range(10)], columns=COLUMNS)
    assert average(here.connection, MEMBERS, NoScore.REFUSED).mean == Fraction(1, 10)


def test_a_missing_score_is_refused_or_left_out_and_never_1(here: Town) -> None:
    load = here.members(
        ("p1", "01-01", None, Decimal("2.0")), ("p2", "01-01", "04-30", None), columns=COLUMNS
    )
    with pytest.raises(Refusal, match=rf"1 span has none \(load {load}: row 2\)"):
        average(here.connection, MEMBERS, NoScore.REFUSED)
    found = average(here.connection, MEMBERS, NoScore.LEFT_OUT)
    assert (found.mean, found.counted, found.counted_without) == (Fraction(2), 12, 4)
    assert found.share_without == Fraction(1, 4)


def test_no_score_at_all_is_refused(here: Town) -> None:
    here.members(("p1", "01-01", None))
    with pytest.raises(Refusal, match="no member month has one"):
        average(here.connection, MEMBERS, NoScore.LEFT_OUT)


@pytest.mark.parametrize(
    ("now", "expected"),
    [("1.02", "1.02"), ("1.03", "1.03"), ("1.031", "1.03"), ("0.97", "0.97"), ("0.9", "0.97")],
)
def test_growth_is_capped_on_both_sides(now: str, expected: str) -> None:
    assert capped_ratio(Fraction(now), Fraction(1), Fraction("0.03")) == Fraction(expected)


def test_the_population_named_has_a_mean_of_one() -> None:
    assert normalised(Fraction(3, 2), Fraction(3, 2)) == 1


def test_growth_from_nothing_is_refused() -> None:
    with pytest.raises(Refusal, match="not above 0"):
        capped_ratio(Fraction(1), Fraction(0), Fraction("0.03"))
    with pytest.raises(Refusal, match="not above 0"):
        normalised(Fraction(1), Fraction(0))
