"""What can change, in words, for the group and outside."""

from dataclasses import replace
from fractions import Fraction

from fairterms.population.care_rules import CostChange, Dearest, Proof, RateChange
from fairterms.population.care_wording import Eyes
from fairterms.population.impact_page import impact_blocks
from fairterms.population.impactability import (
    CostImpact,
    Impact,
    Moments,
    RateImpact,
    Seen,
    judge,
)
from fairterms.population.regression import Regression
from fairterms.units.period import calendar_year
from tests.population.test_page import said

IN, OUT = Eyes(is_outside=False), Eyes(is_outside=True)
TOTAL = Moments(300, 3000, 33_000, 10_000_00, 10**10, 10**8, Fraction(1), 280)
FEWER = CostChange("fewer stays", "stays", Fraction(1, 2), Fraction(1, 10), "our guess", True)
SMALL = Seen(36.0, 584.0, 30_170.0, 16_285_934, 0.033)
LARGE = Seen(900.0, 584.0, 30_170.0, 26_000, 0.87)
COST = CostImpact(FEWER, 29, Fraction(36), Fraction(1, 188), SMALL, SMALL)
RATE = RateChange("more follow-up", 0.6, 0.65, 800, "a register")
PROOF = Proof(0.05, 0.8)
FELL = Regression(
    Dearest(Fraction(1, 20), calendar_year(2026)), 500, 25, 25, Fraction(35000), Fraction(9600)
)


SAID = (
    "Fewer stays (50.0 % of the cost of stays avoidable, of which 10.0 % would go; source: our "
    "guess): too small to be seen in the cost of all these bills. It would take 540 times as "
    "many member months a year. Looked at alone, the cost of stays would not show it either."
)


def impact(cost: CostImpact = COST, fell: Regression | None = FELL) -> Impact:
    rate = RateImpact(RATE, judge(0.05, 0.0005843750, 800, PROOF))
    return Impact(TOTAL, (cost,), (rate,), fell, PROOF)


def test_a_change_too_small_to_be_seen_is_called_so() -> None:
    words = said(impact_blocks(impact(), IN, is_by_part=True))
    for expected in (
        "fewer stays | $0.36 | 0.5 % | ± $5.84 | 3 % | 16,300,000",
        SAID,
        "more follow-up | 60.0 % | 65.0 % | 800 | 1,470 | 54 % | too small to be seen",
    ):
        assert expected in words


def test_a_change_that_can_be_seen_is_called_so() -> None:
    seen = said(impact_blocks(impact(replace(COST, in_total=LARGE)), IN, is_by_part=True))
    assert "our guess): large enough to be seen in the cost of all these bills." in seen
    alone = said(impact_blocks(impact(replace(COST, in_part=LARGE)), IN, is_by_part=True))
    assert "Looked at alone, the cost of stays would show it." in alone
    nothing = replace(COST, in_total=replace(SMALL, needed=None))
    assert "nothing can be saved" in said(impact_blocks(impact(nothing), IN, is_by_part=True))


def test_people_chosen_for_high_cost_are_warned_about() -> None:
    words = said(impact_blocks(impact(), IN, is_by_part=True))
    assert "will cost less the next year without any help" in words
    assert "the 25 who stayed cost $350.00 PMPM then and $96.00 PMPM" in words
    assert "a fall of 72.6 %" in words
    rose = replace(FELL, after_pmpm_cents=Fraction(70_000))
    assert "a rise of 100.0 %" in said(impact_blocks(impact(fell=rose), IN, is_by_part=True))
    gone = replace(FELL, people=0, before_pmpm_cents=None, after_pmpm_cents=None)
    assert "Nobody among" in said(impact_blocks(impact(fell=gone), IN, is_by_part=True))


def test_outside_a_change_of_few_peoples_cost_is_not_shown() -> None:
    for shown in (
        impact_blocks(impact(replace(COST, people=9)), OUT, is_by_part=True),
        impact_blocks(impact(), OUT, is_by_part=False),
    ):
        words = said(shown)
        assert "$0.36" not in words
        assert "Fewer stays (" not in words
    few = replace(FELL, people=8)
    assert "too few stayed" in said(impact_blocks(impact(fell=few), OUT, is_by_part=True))
    lost = replace(FELL, people=20)
    assert "those who stayed" in said(impact_blocks(impact(fell=lost), OUT, is_by_part=True))


def test_nothing_declared_is_no_section() -> None:
    assert impact_blocks(Impact(TOTAL, (), (), None, None), IN, is_by_part=True) == []
