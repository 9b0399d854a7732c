"""How outcomes and changes are written."""

from fairterms.simulate.drivers.outcome import Outcome
from fairterms.simulate.drivers.wording import amount, changes, signed_points, written
from fairterms.simulate.page.wording import estimate
from fairterms.simulate.results.estimate import Estimate
from fairterms.units.quantity import FACTOR, MONEY, PMPM, count

SOME = Outcome(Estimate(-1_200.0, 100.0), Estimate(-9_000.0, 0.0), Estimate(-0.04, 0.01))


def test_an_outcome_is_three_cells_and_so_is_a_change() -> None:
    assert changes(SOME) == (estimate(SOME.mean), estimate(SOME.worst), "−4.0 ± 2.0 points")
    assert changes(SOME)[0].startswith("−$1,200")
    assert written(Outcome(SOME.mean, SOME.worst, Estimate(0.25, 0.005)))[2] == "25 % ± 1"


def test_amounts_are_written_in_their_own_unit() -> None:
    assert amount(1.07743, FACTOR) == "1.0774 factor"
    assert amount(38.274, PMPM) == "$38.27 PMPM"
    assert amount(1_234.0, MONEY) == "$1,234.00"
    assert amount(301_583.6, count("member-month")) == "301,584 member-months"


def test_nothing_is_written_as_nothing() -> None:
    assert signed_points(Estimate(0.0, 0.0)) == "0"
