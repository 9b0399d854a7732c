"""Jacobson-Truax."""

import pytest

from fairterms.outcomes.patient_change.change_declaration import Reliability, Sample
from fairterms.reference.instrument_facts import Direction
from tests.outcomes.one_declaration import DECLARATION, HERE, classes, declared, index


def test_the_published_example_gives_its_index() -> None:
    couple = declared(
        "jacobson_truax",
        direction=Direction.HIGHER_IS_BETTER,
        highest=151,
        reliability=Reliability(0.80, HERE),
        intake=Sample(40, 7.5, HERE),
    )
    assert couple.standard_error == pytest.approx(3.354, abs=5e-4)
    assert index(couple, 32.5, 47.5) == pytest.approx(3.162, abs=5e-4)


def test_five_points_are_within_the_error_and_six_are_beyond_it() -> None:
    # 1.96 · √2 · 2 = 5.54 points.
    assert classes(DECLARATION, (20, 15), (20, 14), (14, 20)) == [
        "UNCHANGED",
        "IMPROVED",
        "DETERIORATED",
    ]


def test_a_change_of_exactly_the_critical_size_is_not_beyond_it() -> None:
    exact = declared("jacobson_truax", critical=index(DECLARATION, 20, 14))
    assert classes(exact, (20, 14)) == ["UNCHANGED"]
