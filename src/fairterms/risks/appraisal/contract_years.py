"""Losses of simulated years, by name: what the contract itself computes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from fairterms.risks.register.contract_loss import ContractLoss

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True)
class ContractYears:
    """What the simulated years of a contract lose.

    Attributes
    ----------
    losses
        Name ("net loss", "clause withhold") to the loss of each year in dollars, 0 or more; shape
        (years,). All names have the same years.
    about
        Which years: "simulated years of 2027".
    why_not
        Why there are none, as a sentence; empty where there are.
    """

    losses: Mapping[str, FloatArray] = field(default_factory=lambda: MappingProxyType({}))
    about: str = ""
    why_not: str = ""

    def __post_init__(self) -> None:
        assert len({len(one) for one in self.losses.values()}) <= 1, "losses are of the same years"

    @property
    def years(self) -> int:
        """How many years were simulated; 0 where there are none."""
        return len(next(iter(self.losses.values()), ()))

    def of(self, wanted: ContractLoss) -> FloatArray | None:
        """Return a loss by what an estimate asks for; None where the years do not have it."""
        return self.losses.get(str(wanted))


NO_YEARS = ContractYears(why_not="No years were simulated.")
