"""Changed assumptions: a factor moved, a group of another size."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.contract.value import show
from fairterms.simulate.drivers.assumptions import is_moved, replanned, scaled, shifted
from fairterms.simulate.drivers.redraw import SameChance
from fairterms.units.quantity import Quantity
from tests.simulate.drivers.small_year import plan, without_cost, years


def level(of: object, name: str) -> float:
    value = of.expected.values[name]  # type: ignore[attr-defined]
    assert isinstance(value, Quantity)
    return float(value.amount)


def test_a_shift_compounds_with_the_middle_a_forecast_has() -> None:
    once = shifted(plan().declared, "trend", 0.10)
    assert shifted(once, "trend", 0.10).factors["trend"].centre == pytest.approx(0.21)
    assert once.factors["trend"].spread == plan().declared.factors["trend"].spread


def test_a_factor_moves_only_what_the_forecast_says() -> None:
    moved = {name for name in plan().declared.factors if is_moved(plan().declared, name)}
    assert moved == {"trend", "acuity", "coding", "attribution", "completion", "staffing"}
    assert not is_moved(without_cost().declared, "trend")
    no_cost = replace(plan().declared.patients[0], cost=None)
    silent = replace(plan().declared, patients=(no_cost,))
    assert not is_moved(silent, "trend")


def test_a_shift_reaches_cost_beyond_the_tables_of_the_forecast() -> None:
    dear = replanned(plan(), shifted(plan().declared, "trend", 0.5))
    found = SameChance().years(dear, 512).figures["cost"].values
    assert np.mean(found) / np.mean(years().figures["cost"].values) == pytest.approx(1.5, rel=0.01)


def test_a_larger_group_has_more_of_what_people_bring_and_the_same_rates() -> None:
    twice = scaled(plan(), 2)
    for name in ("member_months", "cost", "above", "visits.90837", "response.denominator"):
        assert level(twice, name) == 2 * level(plan(), name), name
    assert level(twice, "mean_risk_score") == 1
    assert twice.declared.patients[0].roster == 750
    assert level(twice, "response.numerator") / level(twice, "response.denominator") == 0.5


def test_fixed_payments_grow_with_the_group_and_caps_do_not() -> None:
    found = scaled(plan(), 0.5).contract
    assert "$4,500.00" in show(found.clause("start_up").terms["steps"].value)
    assert str(found.clause("result").terms["loss_cap"].value) == "$30,000.00"
    assert str(found.clause("fees").terms) == str(plan().contract.clause("fees").terms)
