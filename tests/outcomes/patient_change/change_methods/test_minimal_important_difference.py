"""Minimal important difference."""

from tests.outcomes.one_declaration import classes, declared

SIX = declared("minimal_important_difference", improvement=6, deterioration=6)


def test_exactly_the_declared_points_count() -> None:
    assert classes(SIX, (20, 14), (20, 15), (14, 20), (14, 19)) == [
        "IMPROVED",
        "UNCHANGED",
        "DETERIORATED",
        "UNCHANGED",
    ]


def test_improvement_and_deterioration_may_differ() -> None:
    uneven = declared("minimal_important_difference", improvement=6, deterioration=3)
    assert classes(uneven, (20, 16), (16, 20)) == ["UNCHANGED", "DETERIORATED"]
