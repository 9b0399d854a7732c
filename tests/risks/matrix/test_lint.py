"""Each rule of the lint passes a fair matrix and names the two cells of one that breaks it."""

from dataclasses import replace
from itertools import product
from math import inf

import numpy as np
import pytest

from fairterms.risks.matrix.lint import (
    betweenness,
    lint,
    monotone,
    rising_edges,
    weak_consistency,
)
from fairterms.risks.matrix.standard import FIVE_BY_FIVE
from fairterms.risks.matrix.version import MatrixCell, MatrixVersion
from tests.risks.matrix.small_matrices import DOLLARS, TWO

LOW, MEDIUM, HIGH = TWO.colours
FALLING = replace(TWO, grid=((LOW, HIGH), (MEDIUM, MEDIUM)))
THREE = replace(
    TWO,
    frequency_edges=(0.0, 1.0, 2.0, 3.0),
    severity_edges=(0.0, 1.0, 2.0, 3.0),
    grid=((LOW, LOW, MEDIUM), (LOW, MEDIUM, MEDIUM), (MEDIUM, MEDIUM, HIGH)),
)


def test_the_edges_are_named_with_their_units() -> None:
    assert rising_edges(DOLLARS).sentence == (
        "The edges of both scales are numbers, rise strictly and carry a unit: events per year "
        "and dollars."
    )


def test_a_rising_grid_is_monotone() -> None:
    assert monotone(DOLLARS).passed
    assert monotone(DOLLARS).sentence == (
        "No cell has a lower level than one with less frequency or less severity."
    )


@pytest.mark.parametrize(
    ("grid", "cells"),
    [
        (FALLING.grid, (MatrixCell(0, 1), MatrixCell(1, 1))),
        (((LOW, MEDIUM), (HIGH, MEDIUM)), (MatrixCell(1, 0), MatrixCell(1, 1))),
    ],
)
def test_a_larger_risk_of_lower_level_is_found_both_ways(
    grid: tuple[tuple[str, ...], ...], cells: tuple[MatrixCell, MatrixCell]
) -> None:
    found = monotone(replace(TWO, grid=grid))
    assert (found.passed, found.cells) == (False, cells)


def test_the_sentence_names_both_cells() -> None:
    assert monotone(FALLING).sentence == (
        "High (frequency 0 to 0.5, severity 0.5 to 1), but with more of it Medium (frequency 0.5 "
        "to 1, severity 0.5 to 1): a larger risk gets a lower level."
    )


def test_weak_consistency_holds_up_to_equality() -> None:
    # The smallest risk of the top cell and the largest of the bottom cell meet at the corner.
    found = weak_consistency(TWO)
    assert (found.passed, found.cells) == (True, (MatrixCell(0, 0), MatrixCell(1, 1)))
    assert found.sentence == (
        "Frequency times severity is at least 0.25 in High (frequency 0.5 to 1, severity 0.5 to "
        "1), and at most 0.25 in Low (frequency 0 to 0.5, severity 0 to 0.5)."
    )


def test_rounding_of_edges_does_not_break_equality() -> None:
    assert 0.1 * 0.7 < 1.0 * 0.07
    version = replace(
        THREE,
        frequency_edges=(0.0, 0.1, 1.0, 2.0),
        severity_edges=(0.0, 0.07, 0.7, 1.0),
        grid=((LOW, MEDIUM, MEDIUM), (LOW, MEDIUM, HIGH), (MEDIUM, HIGH, HIGH)),
    )
    assert weak_consistency(version).passed


def test_a_band_that_starts_at_zero_can_hold_no_top_level() -> None:
    version = replace(TWO, grid=((LOW, HIGH), (MEDIUM, HIGH)))
    found = weak_consistency(version)
    assert (found.passed, found.cells) == (False, (MatrixCell(0, 0), MatrixCell(0, 1)))
    assert found.sentence == (
        "Frequency times severity is at least 0 in High (frequency 0 to 0.5, severity 0.5 to 1), "
        "and at most 0.25 in Low (frequency 0 to 0.5, severity 0 to 0.5): the worse-looking one "
        "may lose less. A band that starts at zero can hold no cell of the level High."
    )


def test_an_open_band_can_hold_no_bottom_level() -> None:
    version = replace(DOLLARS, grid=(*DOLLARS.grid[:2], (LOW, HIGH, HIGH)))
    found = weak_consistency(version)
    assert (found.passed, found.cells) == (False, (MatrixCell(2, 0), MatrixCell(2, 1)))
    assert found.sentence == (
        "Frequency times severity is at least $40,000 in High (frequency 4 and more, severity "
        "$10,000 to $100,000), and without any limit in Low (frequency 4 and more, severity "
        "$1,000 to $10,000): the worse-looking one may lose less. An open band can hold no cell "
        "of the level Low."
    )


def test_levels_that_overlap_fail_without_zero_or_open_bands() -> None:
    found = weak_consistency(DOLLARS)
    assert not found.passed
    assert found.sentence.endswith("the worse-looking one may lose less.")


def test_no_step_from_bottom_to_top_passes() -> None:
    assert betweenness(THREE).passed
    assert betweenness(THREE).sentence == (
        "No single step leads from Low to High, diagonal steps included."
    )


@pytest.mark.parametrize(
    ("grid", "cells"),
    [
        (((LOW, HIGH), (MEDIUM, HIGH)), (MatrixCell(0, 0), MatrixCell(0, 1))),
        (((LOW, MEDIUM), (HIGH, HIGH)), (MatrixCell(0, 0), MatrixCell(1, 0))),
        (((LOW, MEDIUM), (MEDIUM, HIGH)), (MatrixCell(0, 0), MatrixCell(1, 1))),
    ],
)
def test_a_step_from_bottom_to_top_is_found_in_every_direction(
    grid: tuple[tuple[str, ...], ...], cells: tuple[MatrixCell, MatrixCell]
) -> None:
    found = betweenness(replace(TWO, grid=grid))
    assert (found.passed, found.cells) == (False, cells)


def test_the_step_is_told_with_both_cells() -> None:
    assert betweenness(TWO).sentence == (
        "One step leads from Low (frequency 0 to 0.5, severity 0 to 0.5) to High (frequency 0.5 "
        "to 1, severity 0.5 to 1): a small change of an estimate turns the best answer into the "
        "worst."
    )


def plain_rules(version: MatrixVersion) -> tuple[bool, bool, bool]:
    """Decide the three rules of the grid from all pairs of cells, as they read."""
    rank = {cell: version.colours.index(version.level_at(cell)) for cell in version.cells}
    last = len(version.colours) - 1
    f, s = version.frequency_edges, version.severity_edges
    rises = steps = consistent = True
    for one, other in product(rank, rank):
        up = other.frequency_band - one.frequency_band
        right = other.severity_band - one.severity_band
        if up >= 0 and right >= 0:
            rises &= rank[other] >= rank[one]
            if max(up, right) == 1:
                steps &= (rank[one], rank[other]) != (0, last)
        if (rank[one], rank[other]) == (0, last):
            most = f[one.frequency_band + 1] * s[one.severity_band + 1]
            consistent &= f[other.frequency_band] * s[other.severity_band] >= most
    return rises, consistent, steps


def test_the_rules_agree_with_their_plain_reading_on_random_grids() -> None:
    draws = np.random.default_rng(3)
    outcomes = set()
    for _ in range(150):
        ranks = draws.integers(0, 3, size=(3, 4))
        if draws.random() < 0.7:
            ranks = np.sort(np.sort(ranks, axis=0), axis=1)
        if len(np.unique(ranks)) < 3:
            continue
        version = replace(
            TWO,
            frequency_edges=(float(draws.integers(0, 2)), 2.0, 4.0, 8.0),
            severity_edges=(1.0, 2.0, 3.0, 5.0, inf if draws.random() < 0.3 else 9.0),
            grid=tuple(tuple(TWO.colours[rank] for rank in row) for row in ranks.tolist()),
        )
        rules = (monotone(version), weak_consistency(version), betweenness(version))
        found = tuple(rule.passed for rule in rules)
        assert found == plain_rules(version)
        outcomes.add(found)
    assert len(outcomes) >= 5


def test_a_report_gives_all_rules_and_the_version_it_is_about() -> None:
    version = FIVE_BY_FIVE.version
    report = lint(version, pairs=2_000)
    assert [rule.rule for rule in report.rules] == [
        "Rising edges",
        "Monotone grid",
        "Weak consistency",
        "Betweenness",
    ]
    assert report.passed
    assert (report.number, report.sha256, report.pairs) == (1, version.sha256, 2_000)


def test_one_broken_rule_fails_the_report() -> None:
    assert not lint(TWO, pairs=1_000).passed


def test_negative_pairs_are_drawn_with_a_negative_correlation() -> None:
    report = lint(FIVE_BY_FIVE.version, pairs=20_000)
    assert report.negative.tied > report.uniform.tied + 0.05
    assert report.negative.misranked > report.uniform.misranked + 0.05
