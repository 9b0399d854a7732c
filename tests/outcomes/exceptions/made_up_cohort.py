"""Made-up cohorts with a subgroup planted or none, providers who differ or do not."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.exceptions.cohort import Cohort, assemble
from fairterms.outcomes.exceptions.subgroup import Attribute, KnownAt, Subgroup, choose

AGE = Attribute("age", ("18–25", "26–40", "41–64", "65+"), KnownAt.INTAKE, is_ordered=True)
STAY = Attribute("prior hospital stay", ("no", "yes"), KnownAt.INTAKE)
LANGUAGE = Attribute("language", ("English", "Spanish", "other"), KnownAt.INTAKE)
STOPPED = Attribute("stopped early", ("no", "yes"), KnownAt.LATER)
ATTRIBUTES = (AGE, STAY, LANGUAGE)
PLANTED = choose({AGE: ["18–25"], STAY: ["yes"]})


@dataclass(frozen=True)
class World:
    """What is planted: the subgroup's logits, providers' spread, their number and patients."""

    gap: float = 0.0
    sigma: float = 0.0
    providers: int = 30
    each: int = 40
    slope_sigma: float = 0.0
    by_provider: bool = False


def make(world: World, seed: int, subgroup: Subgroup = PLANTED) -> Cohort:
    """Make up a cohort; ``by_provider`` gives all patients of a provider the same language."""
    draws = np.random.default_rng(seed)
    count = world.providers * world.each
    ids = draws.permutation(np.repeat(np.arange(world.providers), world.each))
    codes = np.column_stack([draws.integers(len(a.values), size=count) for a in ATTRIBUTES])
    if world.by_provider:
        codes[:, 2] = ids % 3
    severity = draws.normal(size=count)
    own = draws.normal(world.gap, world.slope_sigma, world.providers)[ids]
    linear = -0.3 + 0.6 * severity + own * subgroup.members(ATTRIBUTES, codes)
    linear = linear + draws.normal(0, world.sigma, world.providers)[ids]
    outcomes = (draws.random(count) < 1 / (1 + np.exp(-linear))).astype(np.float64)
    return assemble(ATTRIBUTES, codes, outcomes, ids, severity[:, None], ["severity"])


def expect(cohort: Cohort) -> npt.NDArray[np.float64]:
    """Return the chances the made-up case mix gives, without any subgroup or provider."""
    return np.asarray(1 / (1 + np.exp(0.3 - 0.6 * cohort.covariates[:, 0])))
