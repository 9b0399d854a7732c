"""How much a group's size by itself decides whether a year looks like a loss."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fairterms.simulate.exact_total.part import Part
from fairterms.simulate.exact_total.year_level import total_over_years


@dataclass(frozen=True)
class SizeChance:
    """What a size does.

    Attributes
    ----------
    patients
        On the roster.
    chance_of_loss
        Chance that the year costs more than allowed although nothing was done worse.
    relative_sd
        Standard deviation of the year's total, as a share of its mean.
    """

    patients: int
    chance_of_loss: float
    relative_sd: float


def loss_chance_by_size(
    part: Part, sizes: Sequence[int], margin: float, spread: float = 0.0
) -> tuple[SizeChance, ...]:
    """Return, for each size, the chance that the total passes its own mean by a margin.

    Parameters
    ----------
    part
        What is added up of one patient's cost; its mean is the target for one patient.
    sizes
        Numbers of patients, each at least 1.
    margin
        How far above target the group bears nothing, as a share: 0.02 for a corridor of 2 %.
    spread
        How far years differ as a whole, as a share; 0 leaves only chance between patients.

    Raises
    ------
    Refusal
        When a size, the law or the spread is out of bounds.
    """
    return tuple(_at_size(part, size, margin, spread) for size in sizes)


def _at_size(part: Part, patients: int, margin: float, spread: float) -> SizeChance:
    law = total_over_years(part, patients, spread)
    # The target is that of a usual year: what truncation does to dear years is part of the risk.
    target = patients * float(part.limited_mean(np.array([part.top(patients)]))[0])
    passed = 1 - float(law.cdf(target * (1 + margin)))
    return SizeChance(patients, passed, law.sd / law.mean if law.mean else 0.0)
