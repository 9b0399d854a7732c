"""A table says whom it counts, and names its counts without telling them."""

import numpy as np
import pytest

from fairterms.audit.release.count_table import Axis, CountTable
from tests.audit.release.outsider import table


def test_margins_stand_last() -> None:
    full = table([[1, 2], [3, 4]]).with_margins()
    assert full.tolist() == [[1, 2, 3], [3, 4, 7], [4, 6, 10]]


def test_a_place_is_named_by_its_groups() -> None:
    counts = table([[1, 2], [3, 4]])
    assert counts.name((0, 1)) == "visits: clinic 0, age 1"
    assert counts.name((2, 2)) == "visits: all, all"
    assert len(list(counts.places())) == 9


def test_a_group_is_in_one_row_only() -> None:
    with pytest.raises(AssertionError, match="nobody is in two groups"):
        Axis("age", ("a", "b"), (("0-17", "18-64"), ("18-64",)))


def test_people_cannot_be_where_nobody_can_be() -> None:
    axis = Axis("sex", ("women", "men"))
    with pytest.raises(AssertionError, match="nobody is where nobody can be"):
        CountTable("v", ("x",), (axis,), np.array([3, 0]), np.array([True, False]))
    known = CountTable("v", ("x",), (axis,), np.array([3, 0]), np.array([False, True]))
    assert [known.is_open(place) for place in known.places()] == [False, True, False]
