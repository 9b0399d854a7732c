"""What a control leaves: one share, or the mean of three."""

from dataclasses import replace

import pytest

from fairterms.risks.control.effect import Leaves, Side
from fairterms.risks.control.impossible import Impossible
from tests.risks.control.made_up import EFFECT


def test_a_range_is_read_by_its_pert_mean() -> None:
    assert Leaves(0.1, 0.4, 0.7).mean == pytest.approx(0.4)
    assert Leaves(0.1, 0.2, 0.9).mean == pytest.approx((0.1 + 0.8 + 0.9) / 6)
    assert Leaves(0.1, 0.2, 0.9).is_range


def test_one_share_is_kept_to_the_last_digit() -> None:
    assert Leaves.exactly(0.1).mean == 0.1
    assert not Leaves.exactly(0.1).is_range


@pytest.mark.parametrize("shares", [(0.0, 0.4, 0.5), (-0.1, 0.4, 0.5), (0.0, 0.0, 0.0)])
def test_a_perfect_control_is_refused(shares: tuple[float, float, float]) -> None:
    with pytest.raises(Impossible, match="leaves is not above 0 %"):
        Leaves(*shares)


@pytest.mark.parametrize("shares", [(0.5, 0.4, 0.6), (0.3, 0.7, 0.6)])
def test_a_range_that_does_not_rise_is_refused(shares: tuple[float, float, float]) -> None:
    with pytest.raises(Impossible, match="does not rise"):
        Leaves(*shares)


def test_an_effect_above_one_raises_the_risk() -> None:
    assert replace(EFFECT, leaves=Leaves.exactly(1.2)).raises_risk
    assert not replace(EFFECT, leaves=Leaves.exactly(1.0)).raises_risk


def test_a_claim_without_a_reason_is_refused() -> None:
    with pytest.raises(Impossible, match="does not say why"):
        replace(EFFECT, rationale="")


def test_the_two_sides_of_one_impact_are_two_effects() -> None:
    assert replace(EFFECT, acts_on=Side.SEVERITY).key != EFFECT.key
    assert replace(EFFECT, rationale="another").key == EFFECT.key
