"""All impacts together."""

import numpy as np
import pytest

from fairterms.risks.loss.annual_loss import AnnualLoss, annual_loss, of_years
from fairterms.risks.loss.draws import DrawKey
from fairterms.risks.loss.frequency import Chance
from fairterms.risks.loss.limits import NO_LIMITS
from fairterms.risks.loss.portfolio import portfolio
from fairterms.risks.loss.severity import Fixed
from fairterms.risks.loss.tolerance import Tolerance


def rare(impact: str) -> AnnualLoss:
    return annual_loss(Chance(0.05), Fixed(100.0), NO_LIMITS, DrawKey(1, impact), 40_000, "$")


def test_years_are_added_trial_by_trial() -> None:
    one, other = rare("one"), rare("other")
    found = portfolio({"one": one, "other": other}, "group")
    assert (found.total.trials == one.trials + other.trials).all()
    assert (found.holder, found.impacts, found.total.unit) == ("group", ("one", "other"), "$")
    assert found.total.basis == "aggregate"


def test_independent_risks_spread_their_worst_years() -> None:
    # One year in 20 each, in common once in 400: of the 20 worst years one loses 200.
    year = np.arange(400)
    one = AnnualLoss(np.where(year % 20 == 0, 100.0, 0.0), "$")
    other = AnnualLoss(np.where(year // 20 == 0, 100.0, 0.0), "$")
    found = portfolio({"one": one, "other": other}, "group")
    assert found.tail.value == pytest.approx(105)
    assert found.tails_alone == pytest.approx(200)
    assert found.diversification == pytest.approx(0.475)
    assert "the 2 impacts together lose 48 % less" in found.stated()


def test_one_cause_spreads_nothing() -> None:
    years = np.asarray(rare("one").trials)
    same = of_years(years, len(years), key=DrawKey(1, "x"), unit="$")
    found = portfolio({"one": rare("one"), "again": same}, "group")
    assert found.diversification == pytest.approx(0, abs=1e-12)


def test_a_loss_that_never_comes_has_no_diversification() -> None:
    nothing = AnnualLoss(np.zeros(10), "$")
    assert portfolio({"a": nothing, "b": nothing}, "group").diversification == 0


def test_one_impact_has_nothing_to_spread() -> None:
    assert portfolio({"one": rare("one")}, "group").stated().startswith("One impact stands alone")


def test_the_sum_stands_against_the_tolerance() -> None:
    found = portfolio({"one": rare("one"), "other": rare("other")}, "group")
    assert found.against(Tolerance(((99.0, 0.08),))).is_breached
    assert not found.against(Tolerance(((99.0, 0.12),))).is_breached


def test_the_curve_of_the_sum_reaches_what_the_parts_alone_do_not() -> None:
    found = portfolio({"one": rare("one"), "other": rare("other")}, "group")
    assert found.curve.levels[-1] == 200
    assert found.curve.probability[0] == pytest.approx(1 - 0.95**2, abs=0.01)


def test_the_sum_is_as_unsure_as_its_least_sure_part() -> None:
    few = of_years(np.arange(100.0), 40_000, key=DrawKey(1, "x"), unit="$")
    assert portfolio({"few": few, "one": rare("one")}, "group").total.years == 100


def test_losses_of_two_units_cannot_be_added_up() -> None:
    with pytest.raises(ValueError, match=r"losses in \$ and in days cannot be added up"):
        portfolio({"a": rare("a"), "b": AnnualLoss(np.zeros(40_000), "days")}, "group")


def test_single_events_cannot_be_added_up() -> None:
    single = AnnualLoss(np.zeros(10), "$", basis="per occurrence")
    with pytest.raises(ValueError, match="use the sums of the years"):
        portfolio({"a": single}, "group")


def test_nothing_cannot_be_added_up() -> None:
    with pytest.raises(ValueError, match="there is no loss to add up"):
        portfolio({}, "group")
