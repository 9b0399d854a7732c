"""Reliability, shrinkage and three years on official English figures and published fits."""

import csv
import gzip
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from fairterms.outcomes.comparison.chance import Floats
from fairterms.outcomes.comparison.funnel import fit as fit_funnel
from fairterms.outcomes.comparison.funnel_scale import ARCSINE
from fairterms.outcomes.comparison.overdispersion import Trimming
from fairterms.outcomes.comparison.provider_spread import spread_of_funnel, spread_of_prior
from fairterms.outcomes.comparison.reliability import GRADES, reliability_in_model
from fairterms.outcomes.comparison.shrinkage import fit, shrink
from fairterms.outcomes.targets.baseline import Year, build
from fairterms.outcomes.targets.regression_to_mean import expect_change, follow_lowest

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "outcomes"

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the public comparison tables may not be passed on"
)

Counts = dict[str, tuple[float, float]]


@cache
def totals() -> tuple[dict[str, str], ...]:
    path = FOLDER / "nhs_talking_therapies" / "provider_totals_by_year.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def number(text: str) -> float | None:
    return float(text) if text.isdigit() else None


def listed(measure: str, year: str, who: str = "Provider") -> list[tuple[str, float, float]]:
    """Give provider, reached and patients; who was not ill enough leaves recovery's patients."""
    found = []
    for row in totals():
        if (row["org_type"], row["reporting_period"]) != (who, year):
            continue
        reached, n = number(row[f"{measure}_count"]), number(row["finished_course_treatment_count"])
        if reached is None or n is None:
            continue
        if "recovery" in measure:
            n -= number(row["not_at_caseness_count"]) or 0
        if n > 0 and reached <= n:
            found.append((row["org_code"], reached, n))
    return found


def counts(measure: str, year: str, who: str = "Provider") -> Counts:
    return {code: (reached, n) for code, reached, n in listed(measure, year, who)}


def columns(found: Counts) -> tuple[Floats, Floats]:
    pairs = np.array(list(found.values()))
    return pairs[:, 0], pairs[:, 1]


PUBLISHED = [
    ("improvement", 145, 45.73, 22.81, (70, 162, 626), 11.959172, 0.00060091),
    ("recovery", 145, 22.84, 22.69, (47, 109, 419), 10.370429, 0.00054241),
    ("reliable_recovery", 145, 21.87, 24.50, (47, 111, 426), 10.339365, 0.00054061),
    ("deterioration", 139, 37.37, 584.37, (623, 1453, 5605), 3.948914, 0.00015551),
]


@pytest.mark.parametrize("row", PUBLISHED, ids=lambda row: row[0])
def test_fits_and_counts_for_each_measure(row: tuple[object, ...]) -> None:
    measure, providers, alpha, beta, needed, phi, tau_squared = row
    reached, n = columns(counts(str(measure), "2024-25"))
    assert len(n) == providers
    prior = fit(reached, n)
    # The likelihood is flat at its top: the printed fit stopped a little earlier than ours.
    assert prior.alpha == pytest.approx(alpha, rel=2e-3)
    assert prior.beta == pytest.approx(beta, rel=2e-3)
    spread = spread_of_prior(prior, len(n))
    assert isinstance(needed, tuple)
    assert [spread.count_for(grade) for grade in GRADES] == pytest.approx(needed, rel=3e-3, abs=0.6)
    found = fit_funnel(reached, n, ARCSINE, Trimming.WINSORISED).overdispersion
    assert found is not None
    assert (round(found.phi, 6), round(found.tau_squared, 8)) == (phi, tau_squared)


@pytest.mark.parametrize(
    ("year", "phi"),
    [
        ("2017-18", 22.6445),
        ("2018-19", 17.7361),
        ("2019-20", 19.1758),
        ("2020-21", 22.2839),
        ("2021-22", 15.3734),
        ("2023-24", 17.2283),
    ],
)
def test_overdispersion_of_improvement_in_other_years(year: str, phi: float) -> None:
    rows = np.array([pair for _, *pair in listed("improvement", year)])
    funnel = fit_funnel(rows[:, 0], rows[:, 1], ARCSINE, Trimming.WINSORISED)
    assert funnel.overdispersion is not None
    assert round(funnel.overdispersion.phi, 4) == phi


def test_a_provider_listed_twice_under_two_names_lowers_the_printed_figure() -> None:
    rows = listed("improvement", "2023-24")
    codes = [code for code, _, _ in rows]
    assert {code for code in codes if codes.count(code) > 1} == {"TAF90"}
    funnel = fit_funnel(*columns(counts("improvement", "2023-24")), ARCSINE, Trimming.WINSORISED)
    assert funnel.overdispersion is not None
    assert round(funnel.overdispersion.phi, 4) == 17.4447


def test_the_fit_is_pulled_by_a_few_small_charities_and_the_funnel_is_not() -> None:
    reached, n = columns(counts("improvement", "2024-25"))
    funnel = fit_funnel(reached, n, ARCSINE, Trimming.WINSORISED)
    fitted = spread_of_prior(fit(reached, n), len(n))
    tamed = spread_of_funnel(funnel.tau_squared, funnel.target, len(n))
    assert round(100 * fitted.between_variance**0.5, 1) == 5.7
    assert round(100 * tamed.between_variance**0.5, 1) == 2.3
    large = n >= 500
    without = spread_of_prior(fit(reached[large], n[large]), int(large.sum()))
    assert without.between_variance < fitted.between_variance / 2


def test_the_lowest_gain_most_the_next_year_and_mostly_stay_lowest() -> None:
    before, after = counts("recovery", "2023-24"), counts("recovery", "2024-25")
    both = [c for c in before if c in after and min(before[c][1], after[c][1]) >= 500]
    first, second = (np.array([y[c][0] / y[c][1] for c in both]) for y in (before, after))
    found = follow_lowest(first, second)
    assert (found.lowest, found.still_lowest) == (28, 19)
    assert round(100 * found.gain, 2) == 1.56
    assert round(100 * found.gain_of_all, 2) == 0.30
    # Year-to-year correlation is the reliability that regression to the mean follows.
    kept = float(np.corrcoef(first, second)[0, 1])
    lowest = np.sort(first)[: found.lowest]
    foretold = float(expect_change(lowest, float(first.mean()), kept).mean())
    assert foretold == pytest.approx(found.gain - found.gain_of_all, abs=0.007)


def test_at_thousands_of_patients_one_year_foretells_as_well_as_three() -> None:
    years = [counts("recovery", year) for year in ("2018-19", "2019-20", "2020-21")]
    later = counts("recovery", "2021-22")
    kept = [c for c in later if all(c in y and y[c][1] >= 500 for y in (*years, later))]
    after = [later[c][0] / later[c][1] for c in kept]
    built = [build([Year(str(at), at, *y[c]) for at, y in enumerate(years)]) for c in kept]
    one = float(np.corrcoef([b.latest.rate for b in built], after)[0, 1])
    three = float(np.corrcoef([b.pooled.rate for b in built], after)[0, 1])
    assert len(kept) == 111
    assert (round(one, 2), round(three, 2)) == (0.51, 0.42)


def test_england_by_itself_drifts_less_than_a_point_a_year() -> None:
    all_years = [(y, counts("improvement", y, "England")["All"]) for y in ("2021-22", "2023-24")]
    found = build([Year(y, float(y[:4]), *pair) for y, pair in all_years])
    assert found.trend is not None
    assert abs(found.trend.per_year) < 0.01


def test_no_provider_is_dropped_and_small_ones_are_shrunk_most() -> None:
    reached, n = columns(counts("improvement", "2024-25"))
    found = shrink(reached, n, fit(reached, n))
    assert len(found) == 145
    order = np.argsort(n)
    weights = np.array([one.own_weight for one in found])[order]
    assert (np.diff(weights) >= 0).all()


def test_the_models_reliability_is_that_of_the_published_example() -> None:
    with (FOLDER / "mixed_models" / "lme4_7944_nagq1.csv").open(encoding="utf-8") as file:
        first = [float(row["conditional_sd"]) for row in csv.DictReader(file)][:3]
    found = reliability_in_model(np.square(first), 0.4699368)
    assert found == pytest.approx([0.637665, 0.579045, 0.706092], abs=2e-6)


def test_shrinkage_comes_nearer_the_truth_of_300_simulated_providers() -> None:
    reached: dict[str, list[int]] = {}
    with gzip.open(FOLDER / "mixed_models" / "simulated_100k.csv.gz", "rt") as file:
        for row in csv.DictReader(file):
            reached.setdefault(row["prov"], []).append(int(row["y"]))
    with (FOLDER / "mixed_models" / "simulated_100k_true_effects.csv").open() as file:
        effects = {row["prov"]: float(row["u"]) for row in csv.DictReader(file)}
    got = np.array([sum(own) for own in reached.values()], dtype=np.float64)
    n = np.array([len(own) for own in reached.values()], dtype=np.float64)
    prior = fit(got, n)
    # The planted spread is 0.35 on the logit scale, about 0.35·p(1 − p) as rates.
    planted = 0.35 * prior.mean * (1 - prior.mean)
    assert prior.variance**0.5 == pytest.approx(planted, rel=0.15)
    shrunk = [one.shrunk for one in shrink(got, n, prior)]
    true = [effects[name] for name in reached]
    nearer = np.corrcoef(shrunk, true)[0, 1]
    assert nearer > np.corrcoef(got / n, true)[0, 1]
