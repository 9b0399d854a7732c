"""The attack finds what it should: planted slips, checked against trying every table."""

import numpy as np
import pytest

from fairterms.outcomes.small_cells.attack import Exposure, Marks, derivable, domain, extreme
from fairterms.outcomes.small_cells.audience import LARGEST_SMALL
from fairterms.outcomes.small_cells.suppression import protect
from fairterms.outcomes.small_cells.table import Table
from tests.outcomes.small_cells.tables import draw, possible


def test_hiding_small_cells_alone_gives_them_back() -> None:
    table = Table("visits", ("a", "b"), ("x", "y"), np.array([[4, 30], [60, 90]]))
    system = table.system()
    assert [(e.low, e.high) for e in derivable(system, system.is_small)] == [(4, 4)]


@pytest.mark.parametrize("marks", list(Marks))
def test_the_least_and_the_most_are_those_of_trying_every_table(marks: Marks) -> None:
    generator = np.random.default_rng(11)
    for _ in range(6):
        table = draw(generator, 2, 2, 12)
        system = table.system()
        inner = np.zeros((3, 3), bool)
        inner[:2, :2] = [[True, True], [True, generator.random() < 0.5]]
        is_hidden = inner.reshape(-1) & (system.counts > 0)
        texts = tuple(
            str(count)
            if not hidden
            else "1 to 10"
            if 1 <= count <= 10 and marks is Marks.BY_KIND
            else "not shown"
            for count, hidden in zip(system.counts.tolist(), is_hidden, strict=True)
        )
        values = possible(table, texts, 24, marks)
        known = domain(system, is_hidden, marks)
        for at in np.flatnonzero(is_hidden).tolist():
            low, high = (int(extreme(system, known, at, way)[at]) for way in (-1, 1))
            assert (low, high) == (min(values[at]), max(values[at]))


def test_a_hole_in_a_safe_table_is_seen() -> None:
    generator = np.random.default_rng(3)
    holes = 0
    for _ in range(2):
        found = protect(draw(generator, 3, 2)).hiding
        for at in np.flatnonzero(found.is_hidden & found.system.is_small).tolist():
            slipped = found.is_hidden.copy()
            slipped[at] = False
            assert derivable(found.system, slipped, found.marks)
            holes += 1
    assert holes > 3


def test_the_message_names_the_count_and_never_its_number() -> None:
    text = Exposure("visits: a", 4, 4, (1, LARGEST_SMALL)).text()
    assert text == (
        "visits: a: can be worked out from what is shown; hide another count of the same sum"
    )
    assert "4" not in text


def test_a_rule_that_is_known_is_used_against_the_table() -> None:
    system = Table("visits", ("a", "b"), (), np.array([5, 12])).system()
    hidden = np.array([True, True, False])
    (found,) = derivable(system, hidden, Marks.BY_KIND)
    assert (found.low, found.high) == (1, 6)  # the other is known to be more than 10
    assert derivable(system, hidden, Marks.ONE) == ()
