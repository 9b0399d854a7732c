"""What others published for data we hold, and what our outcomes code makes of the same data.

Every figure comes from the functions of tests/conformance, so that page and tests cannot part.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from benchmarks.conformance_figures import (
    Comparison,
    Oracle,
    Pairs,
    apart,
    cases,
    checked,
    figures,
    rows,
    small,
)

from fairterms.outcomes.comparison import funnel as funnels
from fairterms.outcomes.comparison.exact_funnel import label_ratios, plain_limits
from fairterms.outcomes.comparison.funnel_scale import ARCSINE, LOGARITHM, SQUARE_ROOT, Scale
from fairterms.outcomes.comparison.overdispersion import Trimming
from fairterms.outcomes.comparison.provider_spread import spread_of_prior
from fairterms.outcomes.comparison.reliability import GRADES
from fairterms.outcomes.comparison.shrinkage import fit as fit_prior
from fairterms.outcomes.comparison.standardised import standardise
from fairterms.outcomes.comparison.tiers import expected_percentiles
from fairterms.outcomes.expected_response import growth_model
from fairterms.outcomes.expected_response.growth_model import IntakeTerms
from fairterms.outcomes.expected_response.rule_terms import LimitTrigger
from fairterms.outcomes.forms.item_consistency import alpha
from fairterms.outcomes.forms.scoring import score_items
from fairterms.outcomes.patient_change.change import ChangeClass, classify
from fairterms.outcomes.patient_change.cut_offs import find as find_cut_off
from tests.conformance import (
    test_change_classes,
    test_change_over_visits,
    test_expected_response,
    test_funnels,
    test_item_level,
    test_measures,
    test_measures_medication,
    test_mixed_models,
    test_nhs_change,
    test_provider_profiles,
)

NHS = "NHS England, Talking Therapies annual reports"
CHANGE = "clinicalsignificance 3.0.0, published results"
ENRICHD = "ENRICHD trial, depression score at each visit"
LME4 = "lme4 1.1-31, Laplace"
PHE = "PHEindicatormethods 2.1.0, its test tables"
FUNNEL_PLOT = "formulas of FunnelPlotR 0.6.0 on NHS counts"


def decks() -> Iterator[Comparison]:
    """Compare every row of the stewards' test decks."""
    for deck, (measure, count, _) in test_measures.TABLE.items():
        judged = test_measures.judged(deck, measure)
        yield _deck(deck, [row.expected == row.found for row in judged], count)
    module = test_measures_medication
    for deck, measure, groups, count in cases(module.test_every_row_of_the_deck_is_reproduced):
        wanted, found = module.expected(deck, groups), dict(module.found(deck, measure))
        yield _deck(deck, [found.get(case) == row for case, row in wanted.items()], count)


def _deck(deck: str, found: Sequence[bool], count: int) -> Comparison:
    name = f"{deck}: every population of every row"
    return rows(name, "CMS test deck of the steward", "rows", found, count)


def nhs_rates() -> Iterator[Comparison]:
    """Compare England's rates and every published effect size."""
    names = ("improvement", "deterioration", "no_reliable_change", "recovery", "reliable_recovery")
    pairs = []
    for year in test_nhs_change.YEARS:
        row = test_nhs_change.england()[year]
        counts = test_nhs_change.counts(row)
        pairs += [
            (float(row[f"{name}_percentage"]), getattr(counts, name).percent, 1e-9)
            for name in names
        ]
    yield figures("England's five rates in seven years, per cent", NHS, pairs, "35 of 35, 1 digit")
    spread = test_nhs_change.englands_spread()
    found = [
        test_nhs_change.agrees(row, spread[test_nhs_change.cell(row)])
        for row in test_nhs_change.effects()
    ]
    yield rows("effect sizes, in England's spread at start", NHS, "effect sizes", found, 89_035)


def nhs_profiles() -> Iterator[Comparison]:
    """Compare fits, counts for a reliability, and overdispersion by provider."""
    module = test_provider_profiles
    parameters: Pairs = []
    needed: Pairs = []
    spreads: Pairs = []
    for measure, _, first, second, counts, phi, tau_squared in module.PUBLISHED:
        reached, n = module.columns(module.counts(measure, "2024-25"))
        prior = fit_prior(reached, n)
        parameters += [(1, prior.alpha / first, 2e-3), (1, prior.beta / second, 2e-3)]
        spread = spread_of_prior(prior, len(n))
        ours = [spread.count_for(grade) for grade in GRADES]
        needed += [(a, b, max(0.6, 3e-3 * a)) for a, b in zip(counts, ours, strict=True)]
        funnel = _overdispersion(reached, n, ARCSINE, Trimming.WINSORISED)
        spreads += [(phi, funnel[0], 5e-7), (tau_squared, funnel[1], 5e-9)]
    source = f"recomputed from {NHS}"
    yield figures("beta-binomial α and β, as a ratio", source, parameters, "4 measures, ± 0.2 %")
    yield figures("patients for R = .5, .7, .9", source, needed, "12 counts, ± 0.3 %")
    yield figures("overdispersion φ and τ², 2024-25", source, spreads, "4 measures, all digits")
    years = []
    for year, phi in cases(module.test_overdispersion_of_improvement_in_other_years):
        pairs = np.array([pair for _, *pair in module.listed("improvement", year)])
        found = _overdispersion(pairs[:, 0], pairs[:, 1], ARCSINE, Trimming.WINSORISED)
        years.append((phi, found[0], 5e-5))
    yield figures("φ of improvement in six other years", source, years, "6 of 6, 4 digits")


def _overdispersion(
    observed: npt.NDArray[np.float64],
    size: npt.NDArray[np.float64],
    scale: Scale,
    trimming: Trimming,
) -> tuple[float, float]:
    found = funnels.fit(observed, size, scale, trimming).overdispersion
    assert found is not None, "a fitted funnel has its overdispersion"
    return found.phi, found.tau_squared


def change_classes() -> Iterator[Comparison]:
    """Compare sixteen classifications of one sample, and the cut-offs behind them."""
    module = test_change_classes
    found = []
    for row in module.expected():
        ours = classify(module.declaration(row), module.sample())
        wanted = [int(row[kind.name.lower()] or 0) for kind in list(ChangeClass)[:5]]
        counts = [ours.counts()[kind] for kind in list(ChangeClass)[:5]]
        found.append(ours.n == int(row["n_used"]) and counts == wanted)
    yield rows("classifications by nine methods", CHANGE, "classifications", found, 16)
    terms = module.declaration({**module.expected()[0], "method": "JT"})
    true = module.declaration({**module.expected()[0], "method": "HA"})
    cut_off = classify(true, module.sample()).cut_off
    assert cut_off is not None, "this method has a cut-off"
    pairs = [
        (19.887, find_cut_off(terms), 5e-4),
        (1.4937, terms.standard_error, 5e-5),
        (20.2091, cut_off, 5e-5),
    ]
    yield figures("two cut-offs c and the standard error", CHANGE, pairs, "19.887, 20.2091, 1.4937")


def growth() -> Iterator[Comparison]:
    """Compare the growth model, its back-test, and reliable change in the same trial."""
    module = test_expected_response
    fit = growth_model.fit(module.courses(), module.PLAIN.time_scale, IntakeTerms.NONE)
    pairs = [
        (18.315, float(fit.level[0]), 0.002),
        (-3.844, float(fit.slope[0]), 0.002),
        (16.983, fit.residual_sd**2, 0.01),
    ]
    yield figures("growth model: level, slope, residual variance", ENRICHD, pairs, "3 figures")
    tested = []
    for part, first_four, any_time in cases(module.test_the_published_back_test_comes_out):
        for within, printed in ((4, first_four), (None, any_time)):
            ours = module.figures(module.back_tested(LimitTrigger(part), within))
            tested += [(a, b, 0.0055) for a, b in zip(printed, ours, strict=True)]
    told = "24 figures, 2 digits"
    yield figures("sensitivity, specificity, PPV of the on-track rule", ENRICHD, tested, told)
    found = module.back_tested(LimitTrigger(0.80), 4)
    assert found.lead_days is not None, "some failures were flagged"
    beyond = {one.share: one.beyond.value for one in found.coverage}
    later: Pairs = [(146, found.lead_days.value, 0.0)]
    later += [(p, beyond[at], 0.0006) for at, p in ((0.80, 0.202), (0.90, 0.122), (0.95, 0.081))]
    yield figures("median lead time; scores beyond 80, 90, 95 %", ENRICHD, later, "146 d; 3 shares")


def change_over_visits() -> Iterator[Comparison]:
    """Run the checks of two trials whose published figures are typed into their tests."""
    module = test_change_over_visits
    for what, source, told, test in (
        (
            "means, spreads, effect size 1.572",
            ENRICHD,
            "5 figures as printed",
            module.test_the_means_and_the_effect_size_of_the_heart_trial_come_out,
        ),
        (
            "reliable change 5.37; improved, not improved",
            ENRICHD,
            "466, 91",
            module.test_reliable_change_in_the_heart_trial_comes_out,
        ),
        (
            "missing scores at five visits",
            "Beat the Blues trial",
            "0, 3, 27, 42, 48",
            module.test_the_missing_scores_of_the_computer_trial_are_counted,
        ),
    ):
        yield checked(what, source, told, test)


def mixed_models() -> Iterator[Comparison]:
    """Compare two random-intercept fits with lme4's, down to each provider."""
    module = test_mixed_models
    sizes = {"100k": "100,000 patients", "7944": "7,944 patients"}
    likelihoods = cases(module.test_the_likelihood_and_the_spread_are_lme4_s)
    modes = cases(module.test_conditional_modes_and_deviations_are_lme4_s)
    for (name, height, sigma), (_, effect, deviation) in zip(likelihoods, modes, strict=True):
        ours, theirs = module.fitted(name), module.answers(name)
        pair = [(height, ours.log_likelihood, 1e-3)]
        yield figures(f"log-likelihood, {sizes[name]}", LME4, pair, f"{height} ± 0.001")
        spread = [(sigma, ours.sigma, 5e-5)]
        yield figures(f"σ between providers, {sizes[name]}", LME4, spread, f"{sigma} ± 0.00005")
        told = f"{len(ours.effects)} modes ± {small(effect)}, and deviations"
        away = apart(theirs["effect"], ours.effects, effect)
        away += apart(theirs["conditional_sd"], np.sqrt(ours.variances), deviation)
        yield figures(f"providers' modes and deviations, {sizes[name]}", LME4, away, told)
    ratios, theirs = standardise(module.fitted("7944")), module.answers("7944")
    pairs = apart(theirs["srr"], ratios.ratio, 3e-5) + apart(theirs["rsrr"], ratios.rate, 1e-5)
    yield figures("standardised ratios and rates, 100 providers", LME4, pairs, "within 0.00003")
    ranks = expected_percentiles(theirs["effect"], theirs["conditional_sd"] ** 2)[:5]
    printed = [0.332089, 0.626199, 0.341287, 0.657693, 0.493365]
    far = apart(printed, list(ranks), 1e-6)
    yield figures("expected percentiles of five providers", f"from {LME4}", far, "within 0.000001")
    test = module.test_from_published_coefficients_each_provider_finds_lme4_s_mode
    yield checked(
        "each provider's score from the published model",
        LME4,
        "100 providers",
        test,
        "below 0.000005",
    )


def funnel_sets() -> Iterator[Comparison]:
    """Compare three sets of overdispersion, and limits and labels of two published tables."""
    module = test_funnels
    sets = (
        (module.PROPORTION, ARCSINE, Trimming.WINSORISED, 11.959172, 0.00060091),
        (module.ROOT, SQUARE_ROOT, Trimming.WINSORISED, 4.234164, 0.00026346),
        (module.LOG, LOGARITHM, Trimming.TRUNCATED, 2.869568, 0.00072113),
    )
    pairs = []
    for name, scale, trimming, phi, tau_squared in sets:
        names = ("numerator", "denominator") if scale.is_proportion else ("observed", "expected")
        given = [module.column(name, each) for each in names]
        found = _overdispersion(given[0], given[1], scale, trimming)
        pairs += [(phi, found[0], 5e-7), (tau_squared, found[1], 5e-9)]
    yield figures("φ and τ² on three scales", FUNNEL_PLOT, pairs, "3 sets, all digits")
    yield from _labels()


def _labels() -> Iterator[Comparison]:
    module = test_funnels
    test = module.test_all_303_areas_get_the_printed_label
    yield checked("labels of 303 areas", PHE, "303 of 303 labels", test, "0 labels")
    given = [module.column("phe_ratio_inputs", name) for name in ("obs", "expected")]
    printed = [module.PRINTED[row["significance"]] for row in module.rows("phe_ratio_inputs")]
    same = [a == b for a, b in zip(label_ratios(*given), printed, strict=True)]
    yield rows("labels of 300 ratios", PHE, "labels", same, 300)
    n = module.column("phe_prop_outputs", "Population")
    reached, all_ = (
        module.column("phe_prop_inputs", name) for name in ("numerator", "denominator")
    )
    away: Pairs = []
    for part, name in cases(module.test_plain_limits_are_those_printed):
        low, high = plain_limits(n, float(reached.sum() / all_.sum()), part)
        for end, limits in (("Lower", low), ("Upper", high)):
            theirs = module.column("phe_prop_outputs", f"{end}{name}limit")
            away += apart(theirs, 100 * limits, 6e-7)
    yield figures("plain limits for 100 sizes, per cent", PHE, away, "4 lists ± 0.0000006")


def item_level() -> Iterator[Comparison]:
    """Compare totals, bands, cases and consistency of forms given answer by answer."""
    module = test_item_level
    scored = score_items(module.phq9(), module.PHQ9)
    pairs = [
        (15.415, float(scored.total.score.mean()), 5e-4),
        (6.776, float(scored.total.score.std(ddof=1)), 5e-4),
        (0.886, alpha(module.phq9()), 5e-4),
    ]
    source = "600 PHQ-9 forms, teaching sample of NHANES"
    yield figures("mean, spread, Cronbach's α", source, pairs, "15.415, 6.776, 0.886")
    test = module.test_totals_bands_cases_and_item_9_are_those_of_the_data
    told = "36/105/121/154/184; 459; 320"
    yield checked("bands, cases, answers above 0 to item 9", source, told, test)
    totals = module.test_the_recorded_gad7_totals_are_the_sums
    yield checked("GAD-7 totals", "worked example of admiral", "15, 14, 13, 7", totals)


ORACLES = (
    Oracle("the stewards' test decks", test_measures.DECKS, decks),
    Oracle("NHS rates and effect sizes", test_nhs_change.FOLDER, nhs_rates),
    Oracle(
        "NHS provider profiles",
        test_provider_profiles.FOLDER / "nhs_talking_therapies",
        nhs_profiles,
    ),
    Oracle("change classifications", test_change_classes.FOLDER, change_classes),
    Oracle("growth and back-test", test_expected_response.FILE, growth),
    Oracle(
        "change over visits",
        test_change_over_visits.FOLDER / "beat_the_blues",
        change_over_visits,
    ),
    Oracle("mixed models", test_mixed_models.FOLDER / "lme4_fits.csv", mixed_models),
    Oracle("funnels", test_funnels.FOLDER, funnel_sets),
    Oracle("item-level scoring", test_item_level.FOLDER, item_level),
)
