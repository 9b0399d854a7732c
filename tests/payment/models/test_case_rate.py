"""Case rate: one price an episode, strata, outliers, exclusions."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.evaluation import survey
from fairterms.payment.model import Category
from fairterms.payment.models.case_rate import MODEL
from fairterms.units.number import EXACT, FLOAT, NumberKind
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import amount, contract, settle

Figures = dict[str, str | list[str]]

HEAD = '[[clause]]\nid = "c"\nmodel = "case_rate"\n'
FLAT = HEAD + 'rate = "$1,200.00 per episode"\n'
STRATA = (
    HEAD
    + """rates = [
    { stratum = "mild", rate = "$800.00 per episode" },
    { stratum = "severe", rate = "$2,000.00 per episode", outlier_threshold = "$5,000.00" },
]
"""
)
OUTLIERS = 'outlier_share = "60 %"\nexcess_from = "each cost"\n'
TOTALS = 'outlier_share = "60 %"\nexcess_from = "one total"\n'
THRESHOLD = 'outlier_threshold = "$5,000.00 per episode"\n'
LEFT_OUT = 'exclusions = ["left_early", "moved_away"]\nexcluded_are = "not paid"\n'
BY_FEE = LEFT_OUT.replace("not paid", "paid by the fee schedule")
THREE: Figures = {"episodes": "3 episodes"}
TWO_STRATA: Figures = {"episodes.mild": "10 episodes", "episodes.severe": "3 episodes"}
DEAR: Figures = {**THREE, "episode_cost": ["$900.00", "$5,500.00", "$7,000.00"]}

CASES: dict[str, tuple[str, Figures, str]] = {
    "each episode is paid the rate": (FLAT, THREE, "3600"),
    "no episode, no payment": (FLAT, {"episodes": "0 episodes"}, "0"),
    "each stratum has its own rate": (STRATA, TWO_STRATA, "14000"),
    "outliers are paid a share of what they cost above the threshold": (
        FLAT + THRESHOLD + OUTLIERS,
        DEAR,
        "5100",
    ),
    "outliers may come as one total": (
        FLAT + THRESHOLD + TOTALS,
        {**THREE, "cost_above_threshold": "$2,500.00"},
        "5100",
    ),
    "only a stratum with a threshold has outliers": (
        STRATA + OUTLIERS,
        {**TWO_STRATA, "episode_cost.severe": ["$6,000.00", "$1.00", "$2.00"]},
        "14600",
    ),
    "no episode listed, no outlier": (
        FLAT + THRESHOLD + OUTLIERS,
        {"episodes": "0 episodes", "episode_cost": []},
        "0",
    ),
    "an excluded episode is not paid": (
        FLAT + LEFT_OUT,
        {**THREE, "excluded_episodes": "1 episode"},
        "2400",
    ),
    "an excluded episode is paid by the fee schedule": (
        FLAT + BY_FEE,
        {**THREE, "excluded_episodes": "1 episode", "excluded_fees": "$310.50"},
        "2710.50",
    ),
    "exclusions are counted in each stratum": (
        STRATA + LEFT_OUT,
        {
            **TWO_STRATA,
            "excluded_episodes.mild": "2 episodes",
            "excluded_episodes.severe": "1 episode",
        },
        "10400",
    ),
}


def pays(clauses: str, figures: Figures, kind: NumberKind = EXACT) -> Decimal:
    return Decimal(settle(clauses, figures, kind).payable.values[0]).quantize(Decimal("0.01"))


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
@pytest.mark.parametrize(("clauses", "figures", "paid"), CASES.values(), ids=CASES.keys())
def test_it_pays_what_the_clause_says(
    clauses: str, figures: Figures, paid: str, kind: NumberKind
) -> None:
    assert problems(contract(clauses)) == ()
    assert pays(clauses, figures, kind) == Decimal(paid)


@pytest.mark.parametrize(
    ("cost", "paid", "bites"),
    [
        ("$4,999.99", "1200", False),
        ("$5,000.00", "1200", False),
        ("$5,000.01", "1200.01", True),
        ("$5,000.10", "1200.06", True),
    ],
)
def test_an_outlier_begins_above_its_threshold(cost: str, paid: str, *, bites: bool) -> None:
    figures: Figures = {"episodes": "1 episode", "episode_cost": [cost]}
    worksheet = settle(FLAT + THRESHOLD + OUTLIERS, figures)
    assert worksheet.payable.values[0] == Decimal(paid)
    gate = worksheet.gate("outlier_threshold")
    assert bool(gate.bites[0]) is bites
    assert gate.otherwise == "no episode cost more than its outlier threshold"


def test_a_gate_tells_whether_episodes_were_excluded() -> None:
    none = settle(FLAT + LEFT_OUT, {**THREE, "excluded_episodes": "0 episodes"})
    some_left = settle(FLAT + LEFT_OUT, {**THREE, "excluded_episodes": "1 episode"})
    assert not none.gate("excluded_episodes").bites[0]
    assert none.gate("excluded_episodes").otherwise == "no episode is excluded"
    assert some_left.gate("excluded_episodes").bites[0]


def test_each_line_of_the_arithmetic_is_shown() -> None:
    figures: Figures = {
        **TWO_STRATA,
        "episode_cost.severe": ["$6,000.00", "$1.00"],
        "excluded_episodes.mild": "2 episodes",
        "excluded_episodes.severe": "0 episodes",
        "excluded_fees": "$100.00",
    }
    worksheet = settle(STRATA + OUTLIERS + BY_FEE, figures)
    shown = {step.name: (amount(worksheet, step.id), step.words) for step in worksheet.steps}
    assert shown == {
        "episodes_paid.mild": ("8 episodes", "episodes − excluded episodes, mild"),
        "case_payment.mild": ("$6,400.00", "episodes paid × case rate, mild"),
        "episodes_paid.severe": ("3 episodes", "episodes − excluded episodes, severe"),
        "case_payment.severe": ("$6,000.00", "episodes paid × case rate, severe"),
        "outlier_threshold.severe": (
            "$5,000.00 per episode",
            "cost of one episode from which it is an outlier, severe",
        ),
        "above_threshold.severe": ("$1,000.00", "Σ of cost − threshold, where above it, severe"),
        "outlier_payment": ("$600.00", "cost above the threshold × outlier share"),
        "payment": ("$13,100.00", "case payments + outlier payment + fees for excluded episodes"),
        "payable": ("$13,100.00", "c, to the cent, half up"),
    }


def test_it_says_which_figures_it_needs() -> None:
    wanted = survey(contract(FLAT + THRESHOLD + TOTALS + BY_FEE)).wanted
    assert {name: figure.meaning for name, figure in wanted.items()} == {
        "episodes": "episodes that were triggered",
        "excluded_episodes": "episodes left out (left early or moved away), each counted once",
        "cost_above_threshold": "sum of what episodes cost above the outlier threshold",
        "excluded_fees": "what the fee schedule gives for the services of excluded episodes",
    }


def test_more_excluded_episodes_than_episodes_are_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        settle(FLAT + LEFT_OUT, {**THREE, "excluded_episodes": "4 episodes"})
    assert str(refusal.value) == (
        "excluded_episodes: is more than all episodes\n"
        "      why: the clause c cannot be worked out with it\n"
        "      fix: check both figures"
    )


costs = some.lists(some.integers(0, 2_000_000), max_size=6)
EVERYTHING = STRATA + OUTLIERS + LEFT_OUT


def panel(listed: list[int], mild: int, excluded: int, times: int = 1) -> Figures:
    """Return a panel whose severe episodes cost these cents; everything twice when asked."""
    return {
        "episodes.mild": f"{times * mild} episodes",
        "episodes.severe": f"{times * len(listed)} episodes",
        "excluded_episodes.mild": f"{times * min(mild, excluded)} episodes",
        "excluded_episodes.severe": "0 episodes",
        "episode_cost.severe": [f"${Decimal(cents) / 100}" for cents in listed] * times,
    }


@settings(max_examples=25, deadline=None)
@generated(listed=costs, mild=some.integers(0, 90), excluded=some.integers(0, 90))
def test_outliers_only_add_and_exclusions_only_take_away(
    listed: list[int], mild: int, excluded: int
) -> None:
    paid = pays(EVERYTHING, panel(listed, mild, excluded))
    assert paid >= pays(STRATA + LEFT_OUT, panel(listed, mild, excluded))
    assert paid <= pays(EVERYTHING, panel(listed, mild, 0))


@settings(max_examples=25, deadline=None)
@generated(listed=costs, mild=some.integers(0, 90), excluded=some.integers(0, 90))
def test_twice_the_panel_is_paid_twice_as_much(listed: list[int], mild: int, excluded: int) -> None:
    once, twice = (
        settle(EVERYTHING, panel(listed, mild, excluded, times)).step("payment").values[0]
        for times in (1, 2)
    )
    assert twice == 2 * once


@settings(max_examples=25, deadline=None)
@generated(listed=costs, mild=some.integers(0, 90), excluded=some.integers(0, 90))
def test_exact_and_float_agree(listed: list[int], mild: int, excluded: int) -> None:
    exact, floats = (
        settle(EVERYTHING, panel(listed, mild, excluded), kind).step("payment").values[0]
        for kind in (EXACT, FLOAT)
    )
    assert float(exact) == pytest.approx(floats, abs=0.005)


@pytest.mark.parametrize(
    ("clauses", "what"),
    [
        (HEAD, "the clause gives no rate"),
        (FLAT + THRESHOLD + 'outlier_share = "60 %"\n', "gives outlier_share without excess_from"),
        (FLAT + OUTLIERS, "outliers are paid, but no outlier_threshold is given"),
        (FLAT + 'exclusions = ["left_early"]\n', "gives exclusions without excluded_are"),
    ],
)
def test_half_stated_terms_are_objected_to(clauses: str, what: str) -> None:
    objections = list(MODEL.check(contract(clauses).clause("c")))
    assert len(objections) == 1
    assert objections[0].what.endswith(what)


def test_the_advice_names_the_missing_term() -> None:
    clause = contract(FLAT + 'exclusions = ["left_early"]\n').clause("c")
    fixes = [objection.fix for objection in MODEL.check(clause)]
    assert fixes == ['write excluded_are = "paid by the fee schedule", or as the text says']
    clause = contract(FLAT + THRESHOLD + 'outlier_share = "60 %"\n').clause("c")
    fixes = [objection.fix for objection in MODEL.check(clause)]
    assert fixes == ['write excess_from = "each cost", or as the text says']


def test_sound_terms_are_not_objected_to() -> None:
    one_row = HEAD + (
        'rates = { stratum = "all", rate = "$9.00", outlier_threshold = "$50.00" }\n' + OUTLIERS
    )
    for clauses in (one_row, FLAT, FLAT + THRESHOLD + OUTLIERS + BY_FEE, EVERYTHING):
        assert not list(MODEL.check(contract(clauses).clause("c")))


def test_it_is_classed_as_a_prospective_episode() -> None:
    assert MODEL.category(contract(FLAT).clause("c")) == Category("4A", "eoc")
