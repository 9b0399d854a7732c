"""Hiding only the small counts gives most of them back."""

import numpy as np

from fairterms.audit.release.evidence import ReleasedTable
from fairterms.audit.release.naive import leaks
from tests.audit.release.outsider import derivable_by_flow, draw, table


def test_a_lone_small_count_is_given_back_by_its_row() -> None:
    assert [found.low for found in leaks(table([[4, 30], [60, 90]]))] == [4]


def test_two_small_counts_in_a_row_and_a_column_each_are_not() -> None:
    assert leaks(table([[4, 5, 30], [6, 7, 90], [60, 70, 80]])) == ()


def test_what_leaks_is_what_another_method_finds() -> None:
    generator = np.random.default_rng(2)
    for _ in range(3):
        counts = draw(generator, 3, 4)
        full = counts.with_margins()
        naive = ReleasedTable(counts, (full >= 1) & (full <= 10))
        assert len(leaks(counts)) == derivable_by_flow(naive, strict=False)
