"""Clinicians side by side: as counted, as adjusted for whom they treat, and what is chance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from fairterms.outcomes.comparison import funnel, random_intercept, standardised, tiers
from fairterms.outcomes.comparison.funnel import Funnel, Placement
from fairterms.outcomes.comparison.funnel_scale import ARCSINE
from fairterms.outcomes.comparison.overdispersion import Trimming
from fairterms.outcomes.comparison.random_intercept import RandomInterceptFit
from fairterms.outcomes.group_results.declaration import FACTS
from fairterms.outcomes.group_results.own_episodes import UNKNOWN, OwnEpisodes
from fairterms.outcomes.patient_change.scores import Flags, Floats
from fairterms.units.refusal import Refusal

SEED: Final = 1
"""Rankings are drawn alike on each run."""


@dataclass(frozen=True)
class ClinicianResult:
    """One clinician's results. Holds counts: for the group's own room only.

    Attributes
    ----------
    name
        The id in the records.
    improved, n
        Patients who improved, of those with a first and a last score.
    placement
        Where the unadjusted rate stands in the funnel.
    adjusted_rate
        The rate risk-standardised to the patients of all; None where no model could be fitted.
    bottom_chance
        The chance that the clinician truly belongs to the bottom quarter; None without a model.
    reliability
        Share of the clinician's place that is real, 0 to 1; None without a model.
    """

    name: str
    improved: int
    n: int
    placement: Placement
    adjusted_rate: float | None
    bottom_chance: float | None
    reliability: float | None


@dataclass(frozen=True)
class ClinicianComparison:
    """All clinicians of the years shown.

    Attributes
    ----------
    results
        One each, by name.
    limits
        The funnel they stand in.
    model
        The model behind the adjusted rates; None where there is none.
    facts
        What was adjusted for: the facts that differ between patients.
    left_out
        Episodes without a named clinician or with a fact missing.
    why_no_model
        Why there is no model; empty where there is one.
    """

    results: tuple[ClinicianResult, ...]
    limits: Funnel
    model: RandomInterceptFit | None
    facts: tuple[str, ...]
    left_out: int
    why_no_model: str


def compare(table: OwnEpisodes, is_shown: Flags) -> ClinicianComparison:
    """Compare the clinicians of some episodes.

    Parameters
    ----------
    table
        The episodes.
    is_shown
        Which of them; those without both scores are left out.

    Raises
    ------
    Refusal
        When fewer than two clinicians have a judged episode.
    """
    is_counted = is_shown & table.is_judged & (table.clinician != UNKNOWN)
    names, where = np.unique(table.clinician[is_counted].astype(str), return_inverse=True)
    if names.size < 2:
        raise Refusal(
            "clinicians",
            f"{names.size} with a judged episode",
            "a comparison needs two or more",
            "record the clinician_id of each assessment",
        )
    improved = table.is_improved[is_counted]
    n = np.bincount(where)
    reached = np.bincount(where, weights=improved)
    limits = funnel.fit(reached, n, ARCSINE, Trimming.WINSORISED)
    placed = funnel.place(limits, names.tolist(), reached, n)
    facts, known = _facts(table, is_counted)
    varies = [at for at in range(len(FACTS)) if known.any() and np.ptp(facts[known, at]) > 0]
    used = tuple(FACTS[at] for at in varies)
    model, used, why = _fit(improved[known], names[where][known], facts[known][:, varies], used)
    shares = _shares(model, names.tolist())
    results = tuple(
        ClinicianResult(name, int(o), int(count), one, *share)
        for name, o, count, one, share in zip(
            names.tolist(), reached, n, placed, shares, strict=True
        )
    )
    left_out = int((is_shown & table.is_judged).sum() - known.sum())
    return ClinicianComparison(results, limits, model, used, left_out, why)


def _facts(table: OwnEpisodes, is_counted: Flags) -> tuple[Floats, Flags]:
    """Return the facts of the counted episodes, and which of them lack none."""
    columns = np.column_stack([table.numbers[name][is_counted] for name in FACTS])
    return columns, np.asarray(~np.isnan(columns).any(axis=1))


def _fit(
    improved: Flags,
    names: np.ndarray[tuple[int], np.dtype[np.str_]],
    facts: Floats,
    used: tuple[str, ...],
) -> tuple[RandomInterceptFit | None, tuple[str, ...], str]:
    """Fit the model on the facts that can be told apart from the outcome.

    A fact so rare that all its patients fared alike has no finite effect: it is left out, and the
    page says so.

    Returns
    -------
    tuple
        The model or None, the facts it rests on, and why there is no model.
    """
    try:
        return random_intercept.fit(improved, names, facts, used), used, ""
    except Refusal as refusal:
        kept = without_certain(used, refusal)
        if len(kept) == len(used):
            return None, (), f"{refusal.subject} {refusal.what}"
        return _fit(improved, names, facts[:, kept], tuple(used[at] for at in kept))


def without_certain(used: Sequence[str], refusal: Refusal) -> list[int]:
    """Return the places of the facts that a refused fit does not name.

    Examples
    --------
    >>> told = Refusal("covariates", "outcomes follow for certain from age", "no effect", "leave")
    >>> without_certain(["first score", "age"], told)
    [0]
    """
    return [at for at, name in enumerate(used) if not re.search(rf"\b{name}\b", refusal.what)]


def _shares(
    model: RandomInterceptFit | None, names: Sequence[str]
) -> list[tuple[float | None, float | None, float | None]]:
    """Return the adjusted rate, the chance of the bottom quarter and the reliability of each."""
    if model is None:
        return [(None, None, None)] * len(names)
    rate = standardised.standardise(model).rate
    chances = tiers.tier_probabilities(model.effects, model.variances, seed=SEED).probabilities
    known = {str(one): at for at, one in enumerate(model.providers.tolist())}
    found: list[tuple[float | None, float | None, float | None]] = []
    for name in names:
        at = known.get(name)
        if at is None:
            found.append((None, None, None))
        else:
            found.append((float(rate[at]), float(chances[at, 0]), float(model.reliability[at])))
    return found
