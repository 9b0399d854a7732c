"""The smaller the group, the more often chance alone looks like a loss."""

import pytest

from fairterms.simulate.exact_total.group_size import loss_chance_by_size
from fairterms.simulate.exact_total.part import Part
from tests.simulate.exact_total.cost_laws import REFERENCE, STOP_LOSS, TRUE_OWES, TRUE_SD

PART = Part(REFERENCE, attachment=STOP_LOSS)


def test_a_larger_group_loses_less_often_by_chance() -> None:
    found = loss_chance_by_size(PART, (100, 1_000, 3_000), 0.02)
    chances = [one.chance_of_loss for one in found]
    assert chances == sorted(chances, reverse=True)
    assert chances[-1] == pytest.approx(TRUE_OWES, abs=5e-5)
    assert found[-1].relative_sd == pytest.approx(TRUE_SD / 5_186_169, rel=1e-3)
    assert [one.patients for one in found] == [100, 1_000, 3_000]


def test_no_size_evens_out_a_dear_year() -> None:
    (small, large) = loss_chance_by_size(PART, (300, 3_000), 0.02, spread=0.04)
    assert small.chance_of_loss > large.chance_of_loss > 0.3


def test_a_wider_corridor_is_passed_less_often() -> None:
    (narrow,), (wide,) = (loss_chance_by_size(PART, (1_000,), width) for width in (0.01, 0.05))
    assert wide.chance_of_loss < narrow.chance_of_loss / 2
