"""The scan as its formula says: every subset of every attribute, one after another."""

from itertools import combinations, product
from math import exp, log, log1p

import numpy as np

from fairterms.outcomes.exceptions.profiles import Profiles
from fairterms.outcomes.exceptions.score_curve import MOST_FACTOR
from fairterms.outcomes.exceptions.subgroup import Attribute, Subgroup


def score(outcomes: list[float], expected: list[float]) -> float:
    """Return max over 1 ≤ q ≤ 20 of Σ[y ln q − ln(1 − p + qp)], by halving where the slope is 0."""

    def height(theta: float) -> float:
        parts = (log1p(p * (exp(theta) - 1)) for p in expected)
        return sum(outcomes) * theta - sum(parts)

    def slope(theta: float) -> float:
        q = exp(theta)
        return sum(outcomes) - sum(q * p / (1 - p + q * p) for p in expected)

    low, high = 0.0, log(MOST_FACTOR)
    if slope(low) <= 0:
        return height(low)
    if slope(high) >= 0:
        return height(high)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if slope(middle) > 0 else (low, middle)
    return height(low)


def subgroups(attributes: tuple[Attribute, ...]) -> list[Subgroup]:
    """Return every subgroup there is."""
    choices = []
    for attribute in attributes:
        count = len(attribute.values)
        some = [c for size in range(1, count + 1) for c in combinations(range(count), size)]
        choices.append([(attribute, chosen) for chosen in some])
    return [
        Subgroup(tuple((a, chosen) for a, chosen in one if len(chosen) < len(a.values)))
        for one in product(*choices)
    ]


def highest(
    attributes: tuple[Attribute, ...],
    codes: np.ndarray[tuple[int, int], np.dtype[np.int64]],
    outcomes: np.ndarray[tuple[int], np.dtype[np.float64]],
    expected: np.ndarray[tuple[int], np.dtype[np.float64]],
    penalty: float,
) -> tuple[float, Subgroup]:
    """Return the highest score less the penalty, and its subgroup."""
    found = []
    for subgroup in subgroups(attributes):
        is_in = subgroup.members(attributes, codes)
        own = score(outcomes[is_in].tolist(), expected[is_in].tolist())
        found.append((own - penalty * subgroup.value_count, subgroup))
    return max(found, key=lambda pair: pair[0])


def all_sets(
    profiles: Profiles,
) -> tuple[np.ndarray[tuple[int, int], np.dtype[np.float64]], list[int]]:
    """Return every subgroup as weights of the profiles, and how many values each names."""
    found = subgroups(profiles.attributes)
    members = [one.members(profiles.attributes, profiles.codes) for one in found]
    return np.array(members, dtype=np.float64), [one.value_count for one in found]
