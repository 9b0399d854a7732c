"""Where a gap arises: inside providers, or because the groups are treated by different ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

DECLARATION = (
    "within: the difference of rates inside a provider, weighted by the mean of the two groups' "
    "shares there; between: the difference of shares, weighted by the mean of the two rates there. "
    "A provider that treats only one of the two groups has no within part; its rate stands for both"
)


@dataclass(frozen=True)
class Parts:
    """A gap in two parts that sum to it exactly.

    Attributes
    ----------
    gap
        The group's rate less the reference group's, as a fraction.
    within
        What would remain if both groups went to the same providers.
    between
        What would remain if each provider served both groups alike.
    share_alone
        The share of the group's patients at providers without a patient of the reference group:
        there nobody can tell the two parts apart, and all goes to between.
    """

    gap: float
    within: float
    between: float
    share_alone: float


def split(
    is_reached: npt.NDArray[np.bool_],
    providers: npt.NDArray[np.int64],
    is_group: npt.NDArray[np.bool_],
) -> Parts:
    """Split the gap between a group and the reference group.

    Parameters
    ----------
    is_reached
        Whether each patient reached the measure, shape (n,).
    providers
        Each patient's provider, numbered from 0, shape (n,).
    is_group
        Whether the patient is of the group; all others are of the reference group; shape (n,).

    Notes
    -----
    With shares s and rates y of provider j for the group g and the reference r,
    gap = Σ (s_gj + s_rj)/2 · (y_gj − y_rj) + Σ (s_gj − s_rj) · (y_gj + y_rj)/2.
    Where provider j has no patient of one group, the other's rate stands for it.

    Examples
    --------
    Both providers treat both groups alike, but the group goes mostly to the weaker one.

    >>> reached = np.array([1, 0, 0, 0] * 3 + [1, 1, 1, 0] + [1, 0, 0, 0] + [1, 1, 1, 0] * 3) > 0
    >>> split(reached, np.repeat([0, 1, 0, 1], [12, 4, 4, 12]), np.arange(32) < 16)
    Parts(gap=-0.25, within=0.0, between=-0.25, share_alone=0.0)
    """
    count = int(providers.max()) + 1
    sizes = [np.bincount(providers[side], minlength=count) for side in (is_group, ~is_group)]
    goods = [
        np.bincount(providers[side & is_reached], minlength=count) for side in (is_group, ~is_group)
    ]
    assert min(sizes[0].sum(), sizes[1].sum()) > 0, "a gap is between two groups that are there"
    own, other = (size / size.sum() for size in sizes)
    rates = [good / np.maximum(size, 1) for good, size in zip(goods, sizes, strict=True)]
    rate = np.where(sizes[0] > 0, rates[0], rates[1])
    rate_reference = np.where(sizes[1] > 0, rates[1], rates[0])
    return Parts(
        float(goods[0].sum() / sizes[0].sum() - goods[1].sum() / sizes[1].sum()),
        float((own + other) @ (rate - rate_reference) / 2),
        float((own - other) @ (rate + rate_reference) / 2),
        float(own[sizes[1] == 0].sum()),
    )
