"""The random-intercept model gives lme4 1.1-31's answers on simulated and on published data."""

import gzip
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from fairterms.outcomes.comparison import random_intercept
from fairterms.outcomes.comparison.cells import gather
from fairterms.outcomes.comparison.laplace import Surface
from fairterms.outcomes.comparison.payer_score import PublishedModel, replicate
from fairterms.outcomes.comparison.random_intercept import RandomInterceptFit
from fairterms.outcomes.comparison.standardised import resample, standardise
from fairterms.outcomes.comparison.tiers import expected_percentiles, tier_probabilities

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "outcomes" / "mixed_models"

pytestmark = pytest.mark.skipif(
    not (FOLDER / "lme4_fits.csv").is_file(),
    reason="the data with lme4's answers may not be passed on and are not on this machine",
)

Floats = npt.NDArray[np.float64]
FILES = {"100k": "simulated_100k.csv.gz", "7944": "provider_profiling_7944.csv.gz"}


@dataclass(frozen=True, eq=False)
class Columns:
    """Patients of a file."""

    names: tuple[str, ...]
    outcomes: Floats
    providers: npt.NDArray[np.int64]
    covariates: Floats


@cache
def columns(name: str) -> Columns:
    with gzip.open(FOLDER / FILES[name], "rt", encoding="utf-8") as lines:
        names = tuple(column.strip('"') for column in next(lines).strip().split(","))
        table = np.loadtxt(lines, delimiter=",")
    return Columns(names[2:], table[:, 0], table[:, 1].astype(np.int64), table[:, 2:])


@cache
def fitted(name: str) -> RandomInterceptFit:
    given = columns(name)
    return random_intercept.fit(given.outcomes, given.providers, given.covariates, given.names)


@cache
def answers(name: str) -> dict[str, Floats]:
    table = np.genfromtxt(FOLDER / f"lme4_{name}_nagq1.csv", delimiter=",", names=True)
    assert table.dtype.names is not None
    return {column: table[column].astype(np.float64) for column in table.dtype.names}


@cache
def parameters(name: str) -> dict[str, float]:
    lines = (FOLDER / "lme4_fits.csv").read_text(encoding="utf-8").splitlines()
    rows = [line.split(",") for line in lines]
    return {row[2]: float(row[3]) for row in rows if row[:2] == [name, "1"]}


@pytest.mark.parametrize(
    ("name", "log_likelihood", "sigma"),
    [("100k", -64184.8149, 0.344940), ("7944", -2813.955, 0.469937)],
)
def test_the_likelihood_and_the_spread_are_lme4_s(
    name: str, log_likelihood: float, sigma: float
) -> None:
    assert fitted(name).log_likelihood == pytest.approx(log_likelihood, abs=1e-3)
    assert fitted(name).sigma == pytest.approx(sigma, abs=5e-5)


@pytest.mark.parametrize("name", FILES)
def test_every_coefficient_is_lme4_s(name: str) -> None:
    theirs = parameters(name)
    for at, covariate in enumerate(fitted(name).names[1:], start=1):
        assert fitted(name).coefficients[at] == pytest.approx(theirs[covariate], abs=4e-5)
    assert fitted(name).coefficients[0] == pytest.approx(theirs["(intercept)"], abs=4e-5)


@pytest.mark.parametrize(
    # lme4 stopped its search a little early on the second: the next test shows how early.
    ("name", "effect", "deviation"),
    [("100k", 1e-5, 2e-6), ("7944", 1e-4, 4e-5)],
)
def test_conditional_modes_and_deviations_are_lme4_s(
    name: str, effect: float, deviation: float
) -> None:
    ours, theirs = fitted(name), answers(name)
    np.testing.assert_array_equal(ours.providers, theirs["provider"])
    np.testing.assert_array_equal(ours.patients, theirs["n"])
    np.testing.assert_array_equal(ours.observed, theirs["observed"])
    np.testing.assert_allclose(ours.effects, theirs["effect"], atol=effect)
    np.testing.assert_allclose(np.sqrt(ours.variances), theirs["conditional_sd"], atol=deviation)
    np.testing.assert_allclose(ours.predicted, theirs["predicted"], atol=5e-4)
    np.testing.assert_allclose(ours.expected, theirs["expected"], atol=5e-4)


@pytest.mark.parametrize("name", FILES)
def test_our_place_is_at_least_as_high_as_lme4_s(name: str) -> None:
    given, theirs = columns(name), parameters(name)
    cells = gather(given.outcomes, given.providers, given.covariates, given.names)
    place = np.array([theirs["(intercept)"], *(theirs[each] for each in given.names)])
    surface = Surface(cells, None, np.zeros(len(cells.patients)))
    value, _ = surface.height(cells.scaled(place), float(np.log(theirs["sigma"])))
    assert value <= fitted(name).log_likelihood
    assert value == pytest.approx(theirs["loglik"], abs=1e-3)


def test_from_published_coefficients_each_provider_finds_lme4_s_mode() -> None:
    given, theirs = columns("7944"), parameters("7944")
    named = {each: theirs[each] for each in given.names}
    rate = float(given.outcomes.mean())
    model = PublishedModel(theirs["(intercept)"], named, theirs["sigma"], rate)
    expected = answers("7944")
    for at, provider in enumerate(expected["provider"]):
        own = given.providers == provider
        facts = dict(zip(given.names, given.covariates[own].T, strict=True))
        score = replicate(model, given.outcomes[own], facts)
        assert score.effect == pytest.approx(expected["effect"][at], abs=1e-6)
        # At its own modes lme4's deviations are good to some 3e-6.
        assert score.standard_deviation == pytest.approx(expected["conditional_sd"][at], abs=5e-6)
        assert score.ratio == pytest.approx(expected["srr"][at], abs=1e-6)
        assert score.rate == pytest.approx(expected["rsrr"][at], abs=1e-6)


def test_standardised_ratios_and_rates_are_lme4_s() -> None:
    small, large = standardise(fitted("7944")), standardise(fitted("100k"))
    np.testing.assert_allclose(small.ratio, answers("7944")["srr"], atol=3e-5)
    np.testing.assert_allclose(small.rate, answers("7944")["rsrr"], atol=1e-5)
    assert large.ratio.min() == pytest.approx(0.5999, abs=5e-5)
    assert large.ratio.max() == pytest.approx(1.5722, abs=5e-5)


def test_expected_percentiles_and_reliability_are_the_oracle_s() -> None:
    theirs = answers("7944")
    variances = theirs["conditional_sd"] ** 2
    found = expected_percentiles(theirs["effect"], variances)
    np.testing.assert_allclose(
        found[:5], [0.332089, 0.626199, 0.341287, 0.657693, 0.493365], atol=1e-6
    )
    np.testing.assert_allclose(
        1 - variances[:3] / parameters("7944")["sigma"] ** 2,
        [0.637665, 0.579045, 0.706092],
        atol=1e-6,
    )
    np.testing.assert_allclose(
        fitted("7944").reliability[:3], [0.637665, 0.579045, 0.706092], atol=5e-5
    )


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_seven_of_the_lowest_quarter_are_surely_there(seed: int) -> None:
    found = tier_probabilities(fitted("7944").effects, fitted("7944").variances, seed=seed)
    lowest = found.tier_by_rank == 0
    assert lowest.sum() == 25
    assert (found.is_sure(0.8) & lowest).sum() == 7


def test_the_true_effects_lie_within_their_doubt() -> None:
    truth = np.genfromtxt(FOLDER / "simulated_100k_true_effects.csv", delimiter=",", names=True)
    ours = fitted("100k")
    off = (ours.effects - truth["u"]) / np.sqrt(ours.variances)
    assert np.mean(np.abs(off) < 1.96) == pytest.approx(0.95, abs=0.04)


@pytest.mark.slow
def test_resampled_intervals_hold_the_true_ratios() -> None:
    given = columns("100k")
    found = resample(given.outcomes, given.providers, given.covariates, seed=1, replicates=100)
    truth = np.genfromtxt(FOLDER / "simulated_100k_true_effects.csv", delimiter=",", names=True)
    # The coefficients the patients were simulated with.
    linear = -0.3 + given.covariates @ [0.15, -0.05, -0.35, -0.3, 0.05, -0.25]
    places = np.searchsorted(truth["prov"], given.providers)
    with_effect = np.bincount(places, 1 / (1 + np.exp(-linear - truth["u"][places])))
    ratio = with_effect / np.bincount(places, 1 / (1 + np.exp(-linear)))
    held = (found.ratio_low <= ratio) & (ratio <= found.ratio_high)
    assert held.mean() == pytest.approx(0.95, abs=0.04)
