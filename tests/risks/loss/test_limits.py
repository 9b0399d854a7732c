"""What the contract lets through."""

from typing import Any

import numpy as np
import pytest

from fairterms.risks.loss.limits import NO_LIMITS, Limits

LOSSES = np.array([5.0, 30.0, 80.0])


@pytest.mark.parametrize(
    ("limits", "left"),
    [
        ({}, [5.0, 30.0, 80.0]),
        ({"per_event": 50.0}, [5.0, 30.0, 50.0]),
        ({"deductible_per_event": 10.0}, [0.0, 20.0, 70.0]),
        ({"floor_per_event": 6.0}, [6.0, 30.0, 80.0]),
        ({"per_event": 50.0, "share_above_event": 0.1}, [5.0, 30.0, 53.0]),
        (
            {"per_event": 50.0, "deductible_per_event": 10.0, "order": "deductible first"},
            [0.0, 20.0, 50.0],
        ),
        (
            {"per_event": 50.0, "deductible_per_event": 10.0, "order": "cap first"},
            [0.0, 20.0, 40.0],
        ),
        ({"deductible_per_event": 10.0, "floor_per_event": 1.0}, [1.0, 20.0, 70.0]),
    ],
    ids=str,
)
def test_an_event_is_limited_as_written_and_a_year_in_the_same_way(
    limits: dict[str, Any], left: list[float]
) -> None:
    assert Limits(**limits).of_events(LOSSES) == pytest.approx(left)
    yearly = {name.replace("event", "year"): value for name, value in limits.items()}
    assert Limits(**yearly).of_years(LOSSES) == pytest.approx(left)


def test_limits_per_event_leave_the_year_alone_and_the_other_way_round() -> None:
    assert Limits(per_event=10.0).of_years(LOSSES).tolist() == LOSSES.tolist()
    assert Limits(per_year=10.0).of_events(LOSSES).tolist() == LOSSES.tolist()


def test_without_limits_a_loss_falls_on_its_holder_whole() -> None:
    assert NO_LIMITS.of_years(NO_LIMITS.of_events(LOSSES)).tolist() == LOSSES.tolist()


@pytest.mark.parametrize("level", ["event", "year"])
def test_a_deductible_and_a_cap_need_their_order(level: str) -> None:
    both = {f"per_{level}": 50.0, f"deductible_per_{level}": 10.0}
    with pytest.raises(ValueError, match="can be taken in two orders, and the amounts differ"):
        Limits(**both)  # type: ignore[arg-type]


def test_a_deductible_per_event_and_a_cap_per_year_need_none() -> None:
    assert Limits(deductible_per_event=10.0, per_year=50.0).order == ""


def test_an_unknown_order_is_refused() -> None:
    with pytest.raises(ValueError, match='the order "capped" is not known'):
        Limits(order="capped")


@pytest.mark.parametrize("amount", [0.0, -5.0, float("nan"), float("inf")])
def test_a_limit_is_an_amount_above_0(amount: float) -> None:
    with pytest.raises(ValueError, match=r"the limit floor per year is .*: leave it out, or give"):
        Limits(floor_per_year=amount)


@pytest.mark.parametrize("share", [-0.1, 1.1])
def test_a_share_lies_between_0_and_1(share: float) -> None:
    with pytest.raises(ValueError, match="a share lies between 0 and 1"):
        Limits(per_event=1.0, share_above_event=share)


def test_a_share_above_a_cap_needs_the_cap() -> None:
    with pytest.raises(ValueError, match="a share above the cap of the year needs that cap"):
        Limits(per_event=5.0, share_above_year=0.1)


def test_a_floor_above_its_cap_is_refused() -> None:
    with pytest.raises(ValueError, match="the floor per event, 60, lies above the cap per event"):
        Limits(per_event=50.0, floor_per_event=60.0)
