"""The columns a comparison starts from, checked: outcomes, providers, facts at intake.

What cannot be compared is refused here with a message that names the column, never a patient.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from fairterms.units.refusal import Refusal

Floats = npt.NDArray[np.float64]

SMALLEST_EIGENVALUE = 1e-9
"""Covariates whose correlation matrix has a smaller eigenvalue say the same thing twice."""


def check(
    outcomes: npt.ArrayLike,
    providers: npt.ArrayLike,
    covariates: npt.ArrayLike,
    names: Sequence[str] | None,
) -> tuple[Floats, npt.NDArray[np.generic], Floats, tuple[str, ...]]:
    """Return the columns as arrays, or refuse.

    Parameters are those of :func:`fairterms.outcomes.comparison.cells.gather`.

    Raises
    ------
    Refusal
        Where lengths differ, a value is missing, or an outcome is neither 0 nor 1.

    Examples
    --------
    >>> check([1, 2], ["a", "b"], [[0.5], [0.7]], ["severe"])
    Traceback (most recent call last):
        ...
    fairterms.units.refusal.Refusal: outcomes: some are neither 0 nor 1
          why: the model compares how often an outcome was reached
          fix: give 1 where the patient reached the outcome and 0 where not
    """
    ids = np.asarray(providers)
    facts = np.asarray(covariates, dtype=np.float64)
    results = outcome_column(outcomes)
    if ids.ndim != 1 or facts.ndim != 2 or not len(results) == len(ids) == len(facts):
        raise Refusal(
            "columns",
            f"{len(results)} outcomes, {ids.size} providers, covariates of shape {facts.shape}",
            "each patient needs one outcome, one provider and one row of covariates",
            "give columns of the same length",
        )
    if ids.dtype.kind == "f" and np.isnan(ids).any():
        raise Refusal(
            "providers",
            "some patients have none",
            "a patient without a provider counts for nobody",
            "attribute them first, or leave them out and say how many",
        )
    return results, ids, facts, label(facts, names)


def outcome_column(outcomes: npt.ArrayLike) -> Floats:
    """Return outcomes as floats, shape (n,), or refuse what is not 0 or 1."""
    results = np.asarray(outcomes, dtype=np.float64)
    if results.ndim != 1 or not len(results):
        raise Refusal(
            "outcomes", "none given", "nothing can be compared", "give one outcome a patient"
        )
    if not np.all((results == 0) | (results == 1)):
        raise Refusal(
            "outcomes",
            "some are neither 0 nor 1",
            "the model compares how often an outcome was reached",
            "give 1 where the patient reached the outcome and 0 where not",
        )
    return results


def label(facts: Floats, names: Sequence[str] | None) -> tuple[str, ...]:
    """Return the names of the covariates, or refuse a column with a missing value."""
    width = facts.shape[1]
    labels = tuple(names) if names is not None else tuple(f"x{at + 1}" for at in range(width))
    if len(labels) != width or len(set(labels)) != width:
        raise Refusal(
            "covariates",
            f"{width} columns, {len(set(labels))} different names",
            "a coefficient without its own name cannot be agreed on",
            "give each covariate its own name",
        )
    with np.errstate(invalid="ignore"):  # infinity less infinity is what is looked for
        missing = [labels[at] for at in range(width) if not np.isfinite(facts[:, at].sum())]
    if missing:
        raise Refusal(
            "covariates",
            f"{', '.join(missing)} has missing or infinite values",
            "leaving such patients out silently would change who is compared",
            "decide with the other side how a missing fact counts, and fill it in so",
        )
    return labels


def check_columns(design: Floats, spread: Floats, labels: Sequence[str]) -> None:
    """Refuse covariates that never vary or that others already tell.

    Parameters
    ----------
    design
        A column of ones and the covariates, standardised, shape (m, p).
    spread
        Standard deviations before, 0 where a covariate is constant, shape (p - 1,).
    """
    constant = [name for name, width in zip(labels, spread, strict=True) if width == 0]
    if constant:
        raise Refusal(
            "covariates",
            f"{', '.join(constant)} is the same for every patient",
            "it cannot explain why outcomes differ",
            "leave it out",
        )
    values, vectors = np.linalg.eigh(design.T @ design / len(design))
    if values[0] < SMALLEST_EIGENVALUE:
        told = np.abs(vectors[1:, 0]) > 0.05
        together = ", ".join(name for name, is_in in zip(labels, told, strict=True) if is_in)
        raise Refusal(
            "covariates",
            f"{together} say the same thing twice",
            "their coefficients could be anything as long as they add up",
            "leave one of them out",
        )
