"""Two harmless reports are not harmless together."""

import numpy as np
import pytest

from fairterms.outcomes.small_cells.audience import Audience
from fairterms.outcomes.small_cells.sequence import exposures_between, protect_after
from fairterms.outcomes.small_cells.suppression import protect
from fairterms.outcomes.small_cells.table import Table
from fairterms.units.refusal import Refusal


def one_way(*counts: int) -> Table:
    return Table("visits", tuple("abcdef"[: len(counts)]), (), np.array(counts))


def test_people_who_came_between_are_found_by_subtraction_and_named() -> None:
    first, second = protect(one_way(40, 60)), protect(one_way(45, 80))
    (found,) = exposures_between(first, second)
    assert found.name == "between: visits: a"
    assert found.is_exact


def test_a_count_hidden_once_and_shown_later_is_no_secret_when_few_came() -> None:
    first, second = protect(one_way(9, 40, 50)), protect(one_way(30, 41, 80))
    assert any("between" in found.name for found in exposures_between(first, second))
    after = protect_after(first, second.table)
    assert exposures_between(first, after) == ()


@pytest.mark.parametrize("pairs", [1, pytest.param(30, marks=pytest.mark.slow)])
def test_the_later_report_is_safe_with_the_first_on_random_pairs(pairs: int) -> None:
    generator = np.random.default_rng(8)
    for _ in range(pairs):
        early = generator.choice([0, 3, 12, 25], size=(2, 2))
        late = early + generator.choice([0, 4, 15], size=(2, 2))
        names = (("a", "b"), ("x", "y"))
        first = protect(Table("visits", *names, early))
        try:
            second = protect_after(first, Table("visits", *names, late))
        except Refusal as refusal:
            assert refusal.what.startswith("a count of 1 to 10")  # noqa: PT017
            continue
        assert exposures_between(first, second) == ()
        assert second.grid(Audience.GROUP)[0][0] == str(late[0, 0])


def test_the_same_report_twice_tells_nothing_new() -> None:
    table = one_way(4, 30, 50)
    first = protect(table)
    assert exposures_between(first, first) == ()


def test_people_who_vanish_are_refused() -> None:
    with pytest.raises(Refusal, match="fewer people in a group"):
        protect_after(protect(one_way(40, 60)), one_way(39, 90))


def test_other_groups_are_refused() -> None:
    with pytest.raises(Refusal, match="other groups"):
        exposures_between(protect(one_way(40, 60)), protect(one_way(40, 60, 70)))
