"""Hsu-Linn-Lord, and why a contract should not have it."""

import pytest

from fairterms.outcomes.patient_change.change_declaration import Sample
from fairterms.outcomes.patient_change.change_methods_catalogue import CHANGE_METHODS
from tests.outcomes.one_declaration import HERE, classes, declared, index


def test_without_an_average_change_it_is_gulliksen_lord_novick() -> None:
    still = Sample(15, 5, HERE)
    assert index(declared("hsu_linn_lord", last=still), 20, 14) == pytest.approx(
        index(declared("gulliksen_lord_novick", last=still), 20, 14)
    )


def test_in_a_group_that_does_well_an_improved_patient_counts_as_unchanged_or_worse() -> None:
    # Everybody falls by ten points, one patient by six: a fall beyond the error of the form.
    well = Sample(5, 5, HERE)
    assert classes(declared("hsu_linn_lord", last=well, cut_off=None), (15, 9), (15, 12)) == [
        "UNCHANGED",
        "DETERIORATED",
    ]
    assert classes(declared("jacobson_truax", last=well, cut_off=None), (15, 9), (15, 12)) == [
        "IMPROVED",
        "UNCHANGED",
    ]


def test_it_warns_that_it_judges_against_the_average() -> None:
    assert "average change" in CHANGE_METHODS["hsu_linn_lord"].caution
    assert CHANGE_METHODS["jacobson_truax"].caution == ""
