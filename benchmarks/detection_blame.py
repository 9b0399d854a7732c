"""Who is called below the others: by a plain funnel, by one with overdispersion, by the model."""

from typing import Final

import numpy as np
import numpy.typing as npt
from benchmarks.detection_worlds import Records, clinic_of

from fairterms.outcomes.comparison import exact_funnel, funnel, random_intercept, tiers
from fairterms.outcomes.comparison.funnel import NARROW, Label
from fairterms.outcomes.comparison.funnel_scale import ARCSINE
from fairterms.outcomes.comparison.overdispersion import Trimming
from fairterms.outcomes.comparison.random_intercept import RandomInterceptFit
from fairterms.outcomes.group_results.declaration import FACTS
from fairterms.outcomes.group_results.own_episodes import UNKNOWN
from fairterms.outcomes.group_results.page.clinicians_section import SURE
from fairterms.units.refusal import Refusal

Flags = npt.NDArray[np.bool_]
PLAIN, SPREAD, MODEL, TIERS = (
    "plain binomial funnel",
    "funnel with overdispersion",
    "adjusted model, 95 % interval",
    "adjusted model, bottom quarter likely",
)
METHODS: Final = (PLAIN, SPREAD, MODEL, TIERS)
REFUSED: Final = "model refused with all the product's facts"
"""Not a method: how often the product has no model, so that two facts are taken here instead."""
FEWER_FACTS: Final = ("first score", "age")
_BELOW: Final = (Label.BELOW, Label.FAR_BELOW)


def blame(known: Records, *, is_by_clinic: bool) -> dict[str, dict[str, bool]]:
    """Return for each method whether each provider is called below, by recoveries of all years.

    Parameters
    ----------
    known
        The records.
    is_by_clinic
        Whether providers are clinics; else clinicians.
    """
    table, clinics = known.table, clinic_of(known)
    facts = np.column_stack([table.numbers[name] for name in FACTS])
    kept = table.is_judged & (table.clinician != UNKNOWN) & ~np.isnan(facts).any(axis=1)
    ids = table.clinician[kept].astype(str)
    if is_by_clinic:
        ids = np.array([clinics[one] for one in ids.tolist()])
    names, where = np.unique(ids, return_inverse=True)
    recovered = table.is_recovered[kept]
    n, reached = np.bincount(where), np.bincount(where, weights=recovered)
    low, _ = exact_funnel.proportion_limits(n, float(reached.sum() / n.sum()), NARROW)
    limits = funnel.fit(reached, n, ARCSINE, Trimming.WINSORISED)
    placed = funnel.place(limits, names.tolist(), reached, n)
    model, is_refused = _model(recovered, ids, facts[kept])
    chances = tiers.tier_probabilities(model.effects, model.variances, seed=1).probabilities
    flags = {
        PLAIN: reached / n < low,
        SPREAD: np.array([one.label in _BELOW for one in placed]),
        MODEL: model.effects + 1.96 * np.sqrt(model.variances) < 0,
        TIERS: chances[:, 0] >= SURE,
        REFUSED: np.full(names.size, is_refused),
    }
    return {
        method: dict(zip(names.tolist(), found.tolist(), strict=True))
        for method, found in flags.items()
    }


def _model(
    recovered: Flags, ids: npt.NDArray[np.str_], facts: npt.NDArray[np.float64]
) -> tuple[RandomInterceptFit, bool]:
    """Fit on all facts that vary, or on fewer where that is refused; say whether it was."""
    varies = [at for at in range(facts.shape[1]) if np.ptp(facts[:, at]) > 0]
    fewer = [FACTS.index(name) for name in FEWER_FACTS]
    try:
        return random_intercept.fit(recovered, ids, facts[:, varies]), False
    except Refusal:
        return random_intercept.fit(recovered, ids, facts[:, fewer]), True
