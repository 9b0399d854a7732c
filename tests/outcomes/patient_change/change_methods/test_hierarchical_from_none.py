"""Hierarchical linear model, slope against no change."""

from fairterms.outcomes.patient_change.change import ChangeClass, classify
from tests.outcomes.one_declaration import declared
from tests.outcomes.patient_change.change_methods.test_hierarchical import N, group_that_does_well


def test_in_a_group_where_all_improve_all_are_improved() -> None:
    found = classify(declared("hierarchical_from_none", cut_off=None), group_that_does_well())
    assert found.counts()[ChangeClass.IMPROVED] == N


def test_it_warns_that_a_slope_is_drawn_towards_the_average() -> None:
    found = classify(declared("hierarchical_from_none", cut_off=None), group_that_does_well())
    assert "drawn towards" in found.caution
