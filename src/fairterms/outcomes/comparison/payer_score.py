"""A payer's score of one provider, replicated from what the payer publishes and own patients alone.

A plan that fits its model to all its providers can publish the coefficients and the spread. Then
each provider can check its own score to the digit, without anybody else's patients.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison import intake
from fairterms.outcomes.comparison.cells import Floats
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class PublishedModel:
    """What a payer must publish so that its scores can be checked.

    Attributes
    ----------
    intercept
        In logits.
    coefficients
        Logits per unit of each covariate, by name.
    sigma
        Standard deviation of the provider effects, in logits, above 0.
    overall_rate
        Share of all patients with the outcome, for the risk-standardised rate; None if not given.
    """

    intercept: float
    coefficients: Mapping[str, float]
    sigma: float
    overall_rate: float | None = None

    def __post_init__(self) -> None:
        if not (np.isfinite(self.sigma) and self.sigma > 0):
            raise Refusal(
                "sigma",
                f"{self.sigma} is not above 0",
                "without the spread between providers the shrinkage cannot be worked out",
                "ask the payer for the standard deviation of the provider effects, in logits",
            )


@dataclass(frozen=True)
class PayerScore:
    """One provider's score as the payer's model gives it.

    Attributes
    ----------
    patients, observed
        The provider's patients, and those with the outcome.
    predicted, expected
        Σ expit(xβ + û) and Σ expit(xβ).
    effect, standard_deviation
        û and its conditional standard deviation, in logits.
    rate
        Risk-standardised rate, SRR times the overall rate; None where that was not published.
    """

    patients: int
    observed: int
    predicted: float
    expected: float
    effect: float
    standard_deviation: float
    rate: float | None

    @property
    def ratio(self) -> float:
        """SRR, predicted over expected."""
        return self.predicted / self.expected


def replicate(
    model: PublishedModel, outcomes: npt.ArrayLike, covariates: Mapping[str, npt.ArrayLike]
) -> PayerScore:
    """Return the score that the published model gives a provider with these patients.

    Parameters
    ----------
    model
        What the payer published.
    outcomes
        Whether each of the provider's patients reached the outcome, 0 or 1, shape (n,).
    covariates
        A column for each published coefficient, in the payer's coding and units, shapes (n,).

    Raises
    ------
    Refusal
        Where a column is missing, has another length, or is not in the published model.

    Notes
    -----
    û solves Σ(y − expit(xβ + û)) = û/σ², the score equation of the joint fit, in which other
    providers appear only through β and σ. SD = 1/√(Σ w + σ⁻²).

    Sources
    -------
    D. E. Clark, E. L. Hannan, C. Wu, Predicting risk-adjusted mortality for trauma patients:
    logistic versus multilevel logistic models, J. Am. Coll. Surg. 211:224-231, 2010.

    Examples
    --------
    >>> model = PublishedModel(0.0, {}, sigma=0.5, overall_rate=0.4)
    >>> score = replicate(model, [1, 1, 1, 0], {})
    >>> round(score.effect, 4), round(score.ratio, 4), round(score.rate, 4)
    (0.2001, 1.0997, 0.4399)
    >>> round(abs(3 - score.predicted - score.effect / 0.5**2), 12)  # the equation holds
    0.0
    """
    results = intake.outcome_column(outcomes)
    predictor = _predict(model, covariates, len(results))
    effect = find_effect(predictor, float(results.sum()), model.sigma)
    mu = _expit(predictor + effect)
    predicted, expected = float(mu.sum()), float(_expit(predictor).sum())
    rate = model.overall_rate
    return PayerScore(
        len(results),
        int(results.sum()),
        predicted,
        expected,
        effect,
        float(1 / np.sqrt((mu * (1 - mu)).sum() + model.sigma**-2)),
        None if rate is None else float(predicted / expected * rate),
    )


def find_effect(predictor: Floats, observed: float, sigma: float) -> float:
    """Return û of one provider, in logits.

    Parameters
    ----------
    predictor
        xβ of each patient, shape (n,).
    observed
        Patients with the outcome.
    sigma
        In logits, above 0.

    Notes
    -----
    Newton, kept inside a bracket that always holds the solution: |û| ≤ nσ² by the equation itself.
    """
    ridge = sigma**-2
    low, high = -len(predictor) / ridge, len(predictor) / ridge
    effect = 0.0
    for _ in range(200):
        mu = _expit(predictor + effect)
        left = observed - float(mu.sum()) - ridge * effect
        low, high = (effect, high) if left > 0 else (low, effect)
        step = left / (float((mu * (1 - mu)).sum()) + ridge)
        if abs(step) <= 1e-14 * (1 + abs(effect)):
            return effect + step
        effect = effect + step if low < effect + step < high else (low + high) / 2
    return effect


def _predict(
    model: PublishedModel, covariates: Mapping[str, npt.ArrayLike], patients: int
) -> Floats:
    """Return xβ of each patient, in logits, shape (n,)."""
    missing = sorted(set(model.coefficients) - set(covariates))
    unknown = sorted(set(covariates) - set(model.coefficients))
    if missing or unknown:
        raise Refusal(
            "covariates",
            f"without column: {', '.join(missing) or 'none'}; "
            f"without coefficient: {', '.join(unknown) or 'none'}",
            "a score with other covariates is another score",
            "give exactly the columns the payer published coefficients for",
        )
    predictor = np.full(patients, float(model.intercept))
    for name, coefficient in model.coefficients.items():
        column = np.asarray(covariates[name], dtype=np.float64)
        if column.shape != (patients,) or not np.isfinite(column).all():
            raise Refusal(
                name,
                f"not {patients} numbers, one for each patient",
                "each patient needs every covariate the payer uses",
                "fill in missing facts by the payer's own rule",
            )
        predictor += coefficient * column
    return predictor


def _expit(eta: Floats) -> Floats:
    """Return 1/(1 + e^−η); η is clipped where the answer is 0 or 1 to all digits."""
    return np.asarray(1 / (1 + np.exp(-np.clip(eta, -700, 700))))
