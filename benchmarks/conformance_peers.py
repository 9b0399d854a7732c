"""What other programs and files get wrong, what they give, what we give, and the test of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Defect:
    """One way in which a peer errs.

    Attributes
    ----------
    peer
        The program or file.
    what
        What it does.
    theirs, ours
        The two answers.
    verdict
        Who is right, and why.
    test
        Where it is shown: file::name of the test.
    """

    peer: str
    what: str
    theirs: str
    ours: str
    verdict: str
    test: str


@dataclass(frozen=True)
class Disagreement:
    """A source that disagrees with itself or, in a last digit, with us.

    Attributes
    ----------
    what
        Who says what.
    verdict
        Who is right, and why.
    test
        Where it is shown: file::name of the test.
    """

    what: str
    verdict: str
    test: str


PEER_OF_CHANGE = "clinicalsignificance 3.0.0"
FUNNEL_PLOT = "FunnelPlotR 0.6.0"
SCORERS = "public scoring programs"
METHODS = "tests/outcomes/patient_change/change_methods"
COMPARISON = "tests/outcomes/comparison"
INSTRUMENTS = "tests/reference/instruments"
EXCEPTIONS = "tests/outcomes/exceptions"

DEFECTS = (
    Defect(
        PEER_OF_CHANGE,
        "cut-off b takes the patients' spread, s1",
        "19 recovered",
        "17 recovered",
        "Ours: b lies two functional standard deviations from the functional mean, so its spread "
        "is the functional group's.",
        "tests/conformance/test_change_classes.py"
        "::test_cut_off_b_takes_the_functional_spread_where_a_peer_takes_the_patients",
    ),
    Defect(
        PEER_OF_CHANGE,
        "a rise from 0 where lower is better",
        "improved",
        "as the contract declares: worse, unchanged or not judged",
        "Ours: a percentage of nothing has no value, and a rise in symptoms is no improvement.",
        f"{METHODS}/test_percentage.py"
        "::test_a_rise_from_zero_is_never_an_improvement_where_lower_is_better",
    ),
    Defect(
        PEER_OF_CHANGE,
        "HLL judges against the average change",
        "12 improve",
        "12, with a warning; 29 by Jacobson-Truax",
        "Both compute the method rightly; the method punishes a patient for a group that does "
        "well, so it is no contract's default.",
        "tests/conformance/test_change_classes.py"
        "::test_a_method_against_the_average_finds_few_improved_and_warns",
    ),
    Defect(
        PEER_OF_CHANGE,
        "HLM judges a slope against the average slope",
        "11 improve",
        "11, with a warning; 33 when the same slopes are judged against no change",
        "Ours: a contract asks whether a patient changed, not whether more than the others.",
        "tests/conformance/test_change_classes.py"
        "::test_the_same_slopes_against_no_change_find_them",
    ),
    Defect(
        FUNNEL_PLOT,
        "limits of ratios are left on the square root scale",
        "0.902 to 1.098 at 100 expected events",
        "0.814 to 1.206",
        "Ours: the exact Poisson limits are 0.814 to 1.216, and theirs would call a third of "
        "equal providers outliers.",
        f"{COMPARISON}/test_funnel.py::test_limits_are_squared_back_as_others_forget_to",
    ),
    Defect(
        FUNNEL_PLOT,
        "limits of rates use another spread than its z",
        "a provider on a limit has another z than the limit's",
        "exactly 1.960 or 3.090",
        "Ours: a limit and a distance are two views of one spread, or label and picture disagree.",
        f"{COMPARISON}/test_funnel.py::test_a_result_on_a_limit_is_as_far_off_as_the_limit_says",
    ),
    Defect(
        "a plain binomial funnel",
        "leaves out how much providers differ beyond chance",
        "65.5 % of 145 NHS providers outside the 95 % limits",
        "20.7 %",
        "Ours: limits that two of three providers miss describe the limits, not the providers.",
        "tests/conformance/test_funnels.py"
        "::test_without_overdispersion_two_of_three_providers_would_be_outliers",
    ),
    Defect(
        "a beta-binomial fit of all providers",
        "is pulled by a few small charities",
        "spread of 5.7 points",
        "both shown: 5.7, and 2.3 from the funnel",
        "Neither alone: without the small ones the fitted variance falls by more than half, so a "
        "reader needs both.",
        "tests/conformance/test_provider_profiles.py"
        "::test_the_fit_is_pulled_by_a_few_small_charities_and_the_funnel_is_not",
    ),
    Defect(
        "observed over expected",
        "breaks the axioms of fair comparison",
        "1.069 and 0.905 for equal rates at mixes 90/10 and 10/90",
        "1 and 1 by direct standardisation",
        "Ours: equal rates in every stratum must give equal scores; both are offered and their "
        "disagreement is flagged.",
        f"{COMPARISON}/test_stratified.py"
        "::test_observed_over_expected_breaks_equivalence_and_case_mix_insensitivity",
    ),
    Defect(
        "effect size by the group's own spread",
        "a group of like patients inflates its effect",
        "another effect in one of eight large NHS cells",
        "the reference's spread; all 89,035 published effects",
        "Ours: the official definition names England's spread, and the own one rewards selection.",
        "tests/conformance/test_nhs_change.py"
        "::test_an_organisations_own_spread_often_gives_another_effect",
    ),
    Defect(
        "lme4 1.1-31",
        "stops its search a little early on 7,944 patients",
        "modes up to 0.0001 from the top",
        "the top: the likelihood there is at least as high",
        "Ours, by a hair: at lme4's own place our formula gives lme4's likelihood, and ours is not "
        "lower.",
        "tests/conformance/test_mixed_models.py::test_our_place_is_at_least_as_high_as_lme4_s",
    ),
    Defect(
        SCORERS,
        "total an incomplete form as a low score",
        "4 points, minimal, for two answers of nine",
        "no score; between 4 and 25",
        "Ours: an answer that was not given is not a 0.",
        "tests/outcomes/forms/test_scoring.py"
        "::test_an_incomplete_form_is_never_totalled_as_a_low_score",
    ),
    Defect(
        SCORERS,
        "one allows three missing answers of the PHQ-9",
        "a score",
        "no score; two may be missing",
        "Ours follows the instrument's rule; another rule is a term of the contract.",
        f"{INSTRUMENTS}/test_phq9.py::test_three_missing_answers_give_no_score",
    ),
    Defect(
        SCORERS,
        "one gives the CORE-OM another scale's title",
        "another scale",
        "Clinical Outcomes in Routine Evaluation",
        "Ours: a title that names another form sends its reader to the wrong norms.",
        f"{INSTRUMENTS}/test_core_om.py::test_its_title_is_its_own",
    ),
    Defect(
        "copies of the GAD-7",
        "misprint the first anchor",
        "Not at all sure",
        "Not at all",
        "Ours is the published anchor.",
        f"{INSTRUMENTS}/test_gad7.py::test_the_first_anchor_is_not_at_all_and_not_not_at_all_sure",
    ),
    Defect(
        "a public file",
        "labels the GAD-7 with the panel code of the PHQ-9",
        "GAD-7, code 44249-1",
        "refused, with both names",
        "Ours: the code and the name cannot both be right, and only the sender knows.",
        "tests/outcomes/forms/test_score_codes.py"
        "::test_a_gad7_under_the_panel_code_of_the_phq9_is_refused",
    ),
    Defect(
        "the K10",
        "is scored in two ways, often without saying which",
        "25 or 15 for the same answers",
        "refused until the contract names one",
        "Both ways are published; a cut belongs to one of them.",
        f"{INSTRUMENTS}/test_k10.py"
        "::test_a_contract_that_names_no_scoring_is_refused_with_both_ways",
    ),
    Defect(
        "a record of a test deck",
        "gives 300 as a PHQ-9 total",
        "300",
        "a finding; never a score",
        "Ours: nine items of 0 to 3 end at 27.",
        "tests/outcomes/forms/test_form_checks.py"
        "::test_300_as_a_phq9_total_is_refused_word_for_word",
    ),
    Defect(
        "fqm-execution 1.8.6",
        "takes the three addresses of HCPCS for three lists",
        "74 of 84 rows of CMS137",
        "84 of 84; 74 when our addresses are made strict",
        "Ours: the steward expects the rows that only one list can give.",
        "tests/conformance/test_measures_medication.py"
        "::test_three_lists_of_hcpcs_would_lose_ten_rows",
    ),
    Defect(
        "measure engines",
        "disagree about age on the birthday itself",
        "not yet 12, or 12",
        "12",
        "Ours: an age is reached on the birthday, and not the day after.",
        "tests/reference/clinical/test_calendar.py"
        "::test_an_age_is_reached_on_the_birthday_and_not_the_day_before",
    ),
    Defect(
        "AIF360 0.6.1",
        "finds the worst subgroup without a p-value",
        "the planted subgroup, and no word on chance",
        "the planted subgroup, with its p-value",
        "Both find it; some subgroup is always the worst, so only the p-value makes it a finding.",
        f"{EXCEPTIONS}/test_scan_significance.py::test_a_planted_subgroup_is_found_and_surprising",
    ),
    Defect(
        "AIF360 0.6.1 and SliceLine 0.3.0",
        "know nothing of providers",
        "a provider's luck looks like a discovery",
        "p above .3 where the naive p is .05",
        "Ours: the worlds of chance are drawn with providers that differ.",
        f"{EXCEPTIONS}/test_scan_significance.py"
        "::test_luck_of_providers_is_a_discovery_only_to_the_naive",
    ),
    Defect(
        "SliceLine 0.3.0",
        "misses a planted subgroup of 12 % of 100,000 patients",
        "nothing",
        "the subgroup, exactly",
        "Ours: the subgroup was planted, so it is there.",
        f"{EXCEPTIONS}/test_scan.py::test_a_planted_twelfth_of_a_hundred_thousand_is_found_exactly",
    ),
    Defect(
        "AIF360 0.6.1 and SliceLine 0.3.0",
        "give no money",
        "a score",
        "the contract's dollars for the change of the rate",
        "Ours: a group negotiates about dollars.",
        f"{EXCEPTIONS}/test_missing_adjuster.py::test_a_callable_prices_the_change_of_the_rate",
    ),
)

DISAGREEMENTS = (
    Disagreement(
        "CMS159, case 3d1903ea: its description and its row differ about hospice care",
        "The row is right: the hospice procedure was not done, and the last total is below 5.",
        "tests/conformance/test_measures.py::test_where_a_description_says_otherwise_the_row_counts",
    ),
    Disagreement(
        "CMS159, case 702deaa2: its description and its row differ about a death",
        "The row is right: the death lies after the last day for the second total.",
        "tests/conformance/test_measures.py::test_where_a_description_says_otherwise_the_row_counts",
    ),
    Disagreement(
        "CMS159, case 491f554e: an order names another patient",
        "The row counts the order for this patient, so do we; it is listed as a problem.",
        "tests/conformance/test_measures.py"
        "::test_the_one_order_of_another_patient_is_listed_and_counted",
    ),
    Disagreement(
        "NHS 2023-24: one organisation is listed twice under two names",
        "The printed φ counts it twice, so does the row above; counted once it is 17.4447.",
        "tests/conformance/test_provider_profiles.py"
        "::test_a_provider_listed_twice_under_two_names_lowers_the_printed_figure",
    ),
    Disagreement(
        "beta-binomial α and β differ in the fourth digit",
        "The likelihood is flat at its top and the printed fit stopped earlier; the counts that "
        "follow differ by less than one patient.",
        "tests/conformance/test_provider_profiles.py::test_fits_and_counts_for_each_measure",
    ),
    Disagreement(
        "ENRICHD, 80 % limit at any time: predictive value .2654 against .26",
        "One patient more or less among 260 flagged explains it; the rule is the same.",
        "tests/conformance/test_expected_response.py::test_the_published_back_test_comes_out",
    ),
)
