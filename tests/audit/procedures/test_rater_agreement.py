"""Kappa is exact, agrees with a slow twin, and is hidden where a cell counts few."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.audit.procedures.rater_agreement import RaterTable, kappa

COUNT = st.integers(0, 60)


def slow_kappa(table: RaterTable) -> Fraction | None:
    """Chart by chart: how often two charts of the two raters agree, paired and unpaired."""
    first = [True] * (table.both_yes + table.first_only)
    first += [False] * (table.second_only + table.both_no)
    second = [True] * table.both_yes + [False] * table.first_only
    second += [True] * table.second_only + [False] * table.both_no
    n = len(first)
    if not n:
        return None
    paired = Fraction(sum(a == b for a, b in zip(first, second, strict=True)), n)
    apart = Fraction(sum(a == b for a in first for b in second), n * n)
    return None if apart == 1 else 1 - (1 - paired) / (1 - apart)


@settings(max_examples=40)
@given(COUNT, COUNT, COUNT, COUNT)
def test_it_equals_the_slow_twin(a: int, b: int, c: int, d: int) -> None:
    table = RaterTable(a, b, c, d)
    assert kappa(table) == slow_kappa(table)


def test_known_cases() -> None:
    assert kappa(RaterTable(45, 15, 25, 15)) == Fraction(3, 23)
    assert kappa(RaterTable(30, 0, 0, 30)) == 1
    assert kappa(RaterTable(25, 25, 25, 25)) == 0
    assert kappa(RaterTable(0, 0, 0, 0)) is None
    assert kappa(RaterTable(40, 0, 0, 0)) is None


@pytest.mark.parametrize(("few", "may"), [(0, True), (1, False), (10, False), (11, True)])
def test_a_cell_of_one_to_ten_hides_it(few: int, may: bool) -> None:
    assert RaterTable(50, few, 20, 50).may_show is may


def test_a_count_below_zero_is_our_own_mistake() -> None:
    with pytest.raises(AssertionError):
        RaterTable(1, -1, 1, 1)
