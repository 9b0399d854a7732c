"""Made-up patients of providers that truly differ, the same on every run."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Patients:
    """Columns as a user gives them; n patients."""

    outcomes: npt.NDArray[np.int64]
    providers: npt.NDArray[np.int64]
    covariates: Floats

    @property
    def columns(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], Floats]:
        return self.outcomes, self.providers, self.covariates


def make(
    providers: int = 30, each: int = 40, sigma: float = 0.6, seed: int = 1, *, coarse: bool = False
) -> Patients:
    """Make up patients in no order; ``coarse`` rounds severity so that many patients are alike."""
    draws = np.random.default_rng(seed)
    ids = draws.permutation(np.repeat(np.arange(providers), each))
    severity = draws.normal(size=len(ids))
    severity = np.clip(np.round(severity), -2, 2) if coarse else severity
    facts = np.column_stack([severity, draws.random(len(ids)) < 0.3])
    effects = draws.normal(0, sigma, providers)
    chance = 1 / (1 + np.exp(0.3 - facts @ [-0.6, -0.4] - effects[ids]))
    return Patients((draws.random(len(ids)) < chance).astype(np.int64), ids, facts)
