"""A part of a patient's cost is scaled first, cut off afterwards."""

import numpy as np
import pytest

from fairterms.simulate.exact_total.cost_law import FloatArray
from fairterms.simulate.exact_total.part import UNSEEN, Part
from fairterms.units.refusal import Refusal
from tests.simulate.exact_total.cost_laws import REFERENCE, Listed

FEW = Listed((0.0, 100.0, 900.0), (0.5, 0.3, 0.2))


def limited(part: Part, dollars: float) -> float:
    return float(part.limited_mean(np.array([dollars]))[0])


def test_the_whole_cost_has_the_limited_mean_of_the_law() -> None:
    assert limited(Part(FEW), 400.0) == pytest.approx(0.3 * 100 + 0.2 * 400)


def test_a_dearer_year_comes_before_the_stop_loss() -> None:
    part = Part(FEW, scale=2.0, attachment=1_000.0)
    assert limited(part, 5_000.0) == pytest.approx(0.3 * 200 + 0.2 * 1_000)


def test_what_lies_above_is_what_the_stop_loss_leaves_out() -> None:
    for scale in (0.5, 1.0, 3.0):
        whole = limited(Part(FEW, scale), 1e6)
        below = limited(Part(FEW, scale, 1.0, 400.0), 1e6)
        above = limited(Part(FEW, scale, 1.0, 400.0, is_above=True), 1e6)
        assert below + above == pytest.approx(whole)


def test_whoever_is_not_in_the_list_costs_nothing() -> None:
    assert limited(Part(FEW, present=0.25), 400.0) == pytest.approx(limited(Part(FEW), 400.0) / 4)


def test_the_top_is_the_stop_loss_where_costs_reach_it() -> None:
    assert Part(REFERENCE, attachment=10_000.0).top(3_000) == 10_000.0
    assert Part(Endless(), attachment=10_000.0).top(3_000) == 10_000.0
    assert Part(FEW, attachment=10_000.0).top(3_000) == pytest.approx(900.0, rel=0.01)


@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0])
def test_beyond_the_top_of_an_endless_tail_lies_next_to_nobody(scale: float) -> None:
    part = Part(REFERENCE, scale)
    top = part.top(3_000)
    beyond = 3_000 * (1 - REFERENCE.cdf(np.array([top, 0.9 * top]) / scale))
    assert beyond[0] <= UNSEEN < beyond[1]


def test_the_top_of_what_lies_above_is_counted_from_the_stop_loss() -> None:
    assert Part(FEW, attachment=400.0, is_above=True).top(10) == pytest.approx(500.0, rel=0.01)


class Endless:
    """Half of the patients always cost more than any amount one may name."""

    mean = 1.0

    def cdf(self, dollars: FloatArray) -> FloatArray:
        return np.full(len(dollars), 0.5)

    def limited_mean(self, dollars: FloatArray) -> FloatArray:
        return np.asarray(dollars / 2)


def test_a_tail_without_end_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        Part(Endless()).top(10)
    assert str(refused.value) == (
        "the law of one patient's cost: has a tail that does not end\n"
        "      why: costs of any size are then as likely as not to come in some year\n"
        "      fix: give a stop-loss attachment, or a law whose tail falls faster"
    )


@pytest.mark.parametrize(
    ("scale", "present", "attachment", "says"),
    [
        (0.0, 1.0, None, "scale: is 0.0"),
        (float("nan"), 1.0, None, "scale: is nan"),
        (1.0, 1.5, None, "present: is 1.5"),
        (1.0, 1.0, -1.0, "attachment: is -1.0"),
    ],
)
def test_numbers_that_mean_nothing_are_refused(
    scale: float, present: float, attachment: float | None, says: str
) -> None:
    with pytest.raises(Refusal, match=says):
        Part(FEW, scale, present, attachment)
