"""A scorecard: benchmark, tiers, improvement, and too few patients."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.evaluation import survey
from fairterms.units.refusal import Refusal
from tests.payment.earlier_clause import agrees_in_floats
from tests.payment.one_clause import amount, contract, settle

Figures = dict[str, str | list[str]]


def card(cells: str, more: str = "", direction: str = "higher is better") -> str:
    """Return a clause that pays $100,000 on one measure, and its declaration."""
    return f"""
[[measure]]
id = "phq9"
direction = "{direction}"

[[clause]]
id = "quality"
model = "pay_for_performance"
budget = "$100,000.00"
measures = [{{ measure = "phq9", direction = "{direction}", weight = "100 %", {cells} }}]
{more}
"""


def figures(met: int, patients: int = 1_000, baseline: str = "50 %") -> Figures:
    """Return the figures of the measure."""
    return {
        "phq9.numerator": f"{met} patients",
        "phq9.denominator": f"{patients} patients",
        "phq9.baseline": baseline,
    }


HIGHER, LOWER = "higher is better", "lower is better"
BENCHMARK = 'benchmark = "70 %"'
TIERS = 'tiers = [{ at = "60 %", share = "50 %" }, { at = "70 %", share = "100 %" }]'
FALLING = 'tiers = [{ at = "20 %", share = "50 %" }, { at = "10 %", share = "100 %" }]'
GAP = f'{BENCHMARK}, gap_share = "10 %"'
POINTS = f'{BENCHMARK}, minimum_points = "5 percentage points"'
BOTH = f'{GAP}, minimum_points = "3 percentage points"'
ONLY = 'improvement = "improvement only"'

CASES: dict[str, tuple[str, str, str, Figures, str]] = {
    "a tick below the benchmark": (BENCHMARK, "", HIGHER, figures(699), "$0.00"),
    "at the benchmark": (BENCHMARK, "", HIGHER, figures(700), "$100,000.00"),
    "a tick above the benchmark": (BENCHMARK, "", HIGHER, figures(701), "$100,000.00"),
    "at a benchmark that must be exceeded": (
        BENCHMARK.replace("70", "more than 70"),
        "",
        HIGHER,
        figures(700),
        "$0.00",
    ),
    "above a benchmark that must be exceeded": (
        BENCHMARK.replace("70", "more than 70"),
        "",
        HIGHER,
        figures(701),
        "$100,000.00",
    ),
    "lower is better, a tick above": (BENCHMARK, "", LOWER, figures(701), "$0.00"),
    "lower is better, at the benchmark": (BENCHMARK, "", LOWER, figures(700), "$100,000.00"),
    "lower is better, strictly less": (
        BENCHMARK.replace("70", "less than 70"),
        "",
        LOWER,
        figures(700),
        "$0.00",
    ),
    "between two tiers": (TIERS, "", HIGHER, figures(699), "$50,000.00"),
    "below all tiers": (TIERS, "", HIGHER, figures(599), "$0.00"),
    "falling tiers, the better one": (FALLING, "", LOWER, figures(100), "$100,000.00"),
    "falling tiers, the worse one": (FALLING, "", LOWER, figures(101), "$50,000.00"),
    "falling tiers, none": (FALLING, "", LOWER, figures(201), "$0.00"),
    "a tenth of the gap, from 50 towards 70 %": (GAP, "", HIGHER, figures(520), "$100,000.00"),
    "a tick short of a tenth of the gap": (GAP, "", HIGHER, figures(519), "$0.00"),
    "the benchmark does without improvement": (
        GAP,
        "",
        HIGHER,
        figures(700, baseline="90 %"),
        "$100,000.00",
    ),
    "lower is better: a tenth of the gap down": (
        GAP,
        "",
        LOWER,
        figures(880, baseline="90 %"),
        "$100,000.00",
    ),
    "lower is better: a tick short of it": (
        GAP,
        "",
        LOWER,
        figures(881, baseline="90 %"),
        "$0.00",
    ),
    "five points on the own rate": (POINTS, "", HIGHER, figures(550), "$100,000.00"),
    "a tick short of five points": (POINTS, "", HIGHER, figures(549), "$0.00"),
    "five points the wrong way earn nothing": (
        POINTS,
        "",
        LOWER,
        figures(950, baseline="90 %"),
        "$0.00",
    ),
    "five points down where lower is better": (
        POINTS,
        "",
        LOWER,
        figures(850, baseline="90 %"),
        "$100,000.00",
    ),
    "the larger of gap and points: points": (BOTH, "", HIGHER, figures(529), "$0.00"),
    "the larger of gap and points: points reached": (
        BOTH,
        "",
        HIGHER,
        figures(530),
        "$100,000.00",
    ),
    "the larger of gap and points: gap": (
        BOTH,
        "",
        HIGHER,
        figures(239, baseline="20 %"),
        "$0.00",
    ),
    "the larger of gap and points: gap reached": (
        BOTH,
        "",
        HIGHER,
        figures(250, baseline="20 %"),
        "$100,000.00",
    ),
    "improvement only: the benchmark is not enough": (
        GAP,
        ONLY,
        HIGHER,
        figures(890, baseline="90 %"),
        "$0.00",
    ),
    "improvement only: a closed gap asks only to hold the rate": (
        GAP,
        ONLY,
        HIGHER,
        figures(900, baseline="90 %"),
        "$100,000.00",
    ),
    "improvement may earn a part": (
        f'{GAP}, improvement_share = "40 %"',
        "",
        HIGHER,
        figures(520),
        "$40,000.00",
    ),
    "the better of tier and improvement: tier": (
        f'{TIERS}, minimum_points = "5 percentage points", improvement_share = "40 %"',
        "",
        HIGHER,
        figures(600),
        "$50,000.00",
    ),
    "the better of tier and improvement: improvement": (
        f'{TIERS}, minimum_points = "5 percentage points", improvement_share = "40 %"',
        "",
        HIGHER,
        figures(599),
        "$40,000.00",
    ),
}


@pytest.mark.parametrize(
    ("cells", "more", "direction", "given", "paid"), CASES.values(), ids=CASES.keys()
)
def test_a_measure_earns_its_share(
    cells: str, more: str, direction: str, given: Figures, paid: str
) -> None:
    clauses = card(cells, more, direction)
    assert not problems(contract(clauses))
    assert amount(settle(clauses, given)) == paid
    assert agrees_in_floats(clauses, given)


MINIMUM = f'{BENCHMARK}, minimum_denominator = "at least 30 patients"'
RULES = {
    "its weight moves, and nobody is left": ("not scored, weight moves to the others", "$0.00"),
    "its weight is lost": ("not scored, weight lost", "$0.00"),
    "it counts as met": ("scored as met", "$100,000.00"),
}


@pytest.mark.parametrize(("rule", "paid"), RULES.values(), ids=RULES.keys())
def test_too_few_patients_count_as_the_contract_says(rule: str, paid: str) -> None:
    clauses = card(MINIMUM, f'if_too_few = "{rule}"')
    assert not problems(contract(clauses))
    for patients in (0, 1, 29):
        assert amount(settle(clauses, figures(0, patients))) == paid
    assert amount(settle(clauses, figures(20, 30))) == "$0.00"
    assert amount(settle(clauses, figures(21, 30))) == "$100,000.00"


@pytest.mark.parametrize(("patients", "bites"), [(29, True), (30, False), (31, False)])
def test_the_gate_says_whether_there_were_too_few_patients(patients: int, *, bites: bool) -> None:
    sheet = settle(card(MINIMUM), figures(20, patients))
    gate = sheet.gate("quality.phq9.minimum_denominator")
    assert bool(gate.bites[0]) is bites
    assert gate.otherwise == "there are enough patients"


@pytest.mark.parametrize(
    ("met", "patients", "bites"), [(699, 1_000, True), (700, 1_000, False), (1, 29, False)]
)
def test_the_gate_says_whether_the_measure_fell_short(
    met: int, patients: int, *, bites: bool
) -> None:
    gate = settle(card(MINIMUM), figures(met, patients)).gate("quality.phq9")
    assert bool(gate.bites[0]) is bites
    assert gate.otherwise == "it earns all it can, or has too few patients"


@pytest.mark.parametrize(
    ("direction", "baseline", "bites"),
    [
        (HIGHER, "95 %", False),
        (HIGHER, "95.1 %", True),
        (LOWER, "5 %", False),
        (LOWER, "4 %", True),
    ],
)
def test_a_target_nobody_can_reach_is_noted(direction: str, baseline: str, *, bites: bool) -> None:
    sheet = settle(card(POINTS, direction=direction), figures(500, baseline=baseline))
    gate = sheet.gate("quality.phq9.target_out_of_reach")
    assert bool(gate.bites[0]) is bites
    assert gate.otherwise == "somebody could reach the target"


def test_the_steps_show_rate_target_and_share() -> None:
    sheet = settle(card(BOTH), figures(530))
    shown = {name: amount(sheet, f"quality.phq9.{name}") for name in ("rate", "target", "share")}
    assert shown == {"rate": "53 %", "target": "53 %", "share": "100 %"}
    assert sheet.step("quality.phq9.target").words == "own baseline + improvement wanted"


def test_a_measure_about_nobody_is_refused_unless_the_contract_says_what_then() -> None:
    # As 0 ÷ 0 it would pass wherever lower is better.
    for direction in (HIGHER, LOWER):
        with pytest.raises(Refusal) as refusal:
            settle(card(BENCHMARK, direction=direction), figures(0, 0))
        assert refusal.value.subject == "phq9.denominator"
        assert refusal.value.what == "is zero, so the measure has no rate"


def test_more_met_than_there_are_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        settle(card(BENCHMARK), figures(31, 30))
    assert refusal.value.what == "is more than the denominator"


def test_silence_is_read_plainly_and_reported() -> None:
    assert survey(contract(card(f'{MINIMUM}, gap_share = "10 %"'))).silent == {
        ("quality", "improvement"): "benchmark or improvement",
        ("quality", "if_too_few"): "not scored, weight moves to the others",
    }
    assert not survey(contract(card(BENCHMARK))).silent


def test_the_baseline_is_read_only_where_improvement_counts() -> None:
    assert "phq9.baseline" not in survey(contract(card(BENCHMARK))).wanted
    assert "phq9.baseline" in survey(contract(card(GAP))).wanted


PROBLEMS = {
    "no target": ('minimum_denominator = "30 patients"', "", ["missing-number"]),
    "a gap to nowhere": ('gap_share = "10 %"', "", ["missing-number"]),
    "improvement beside tiers is not priced": (
        f'{TIERS}, minimum_points = "5 percentage points"',
        "",
        ["missing-number"],
    ),
    "a benchmark beside tiers": (f"{TIERS}, {BENCHMARK}", "", ["unread-term"]),
    "a price for improvement that is not defined": (
        f'{BENCHMARK}, improvement_share = "40 %"',
        "",
        ["missing-number"],
    ),
    "tiers out of order": (TIERS.replace("60", "80"), "", ["rows-not-rising"]),
    "falling tiers where higher is better": (
        FALLING,
        "",
        ["rows-not-rising"],
    ),
    "a benchmark where only improvement counts": (POINTS, ONLY, ["unread-term"]),
    "tiers where only improvement counts": (
        f'{TIERS}, minimum_points = "5 percentage points", improvement_share = "40 %"',
        ONLY,
        ["unread-term"],
    ),
    "points given as per cent": (
        f'{BENCHMARK}, minimum_points = "5 %"',
        "",
        ["wrong-unit"],
    ),
}


@pytest.mark.parametrize(("cells", "more", "codes"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_cells_that_contradict_each_other_are_problems(
    cells: str, more: str, codes: list[str]
) -> None:
    assert [found.code for found in problems(contract(card(cells, more)))] == codes


@pytest.mark.parametrize(
    "cells",
    [
        'tiers = [{ at = "60 %" }]',
        'tiers = [{ share = "60 %" }]',
    ],
)
def test_half_a_tier_is_a_problem(cells: str) -> None:
    assert [found.code for found in problems(contract(card(cells)))] == ["missing-number"]


@pytest.mark.parametrize("cell", ['measure = "phq9", ', 'direction = "higher is better", '])
def test_a_row_without_its_measure_or_direction_is_a_problem(cell: str) -> None:
    clauses = card(BENCHMARK).replace(cell, "")
    assert "missing-number" in [found.code for found in problems(contract(clauses))]


def test_a_measure_without_improvement_keeps_its_benchmark_where_only_improvement_counts() -> None:
    other = (
        '{ measure = "gad7", direction = "higher is better", weight = "50 %", benchmark = "9 %" }'
    )
    clauses = card(GAP, ONLY).replace("100 %", "50 %").replace(" }]", f" }}, {other}]")
    clauses += '[[measure]]\nid = "gad7"\ndirection = "higher is better"\n'
    assert not problems(contract(clauses))
    more: Figures = {"gad7.numerator": "9 patients", "gad7.denominator": "100 patients"}
    assert amount(settle(clauses, figures(0) | more)) == "$50,000.00"


def test_a_gap_is_measured_to_a_benchmark_so_nothing_is_wrong_where_only_it_counts() -> None:
    assert not problems(contract(card(GAP, ONLY)))


TENTHS = some.integers(0, 1_000)


@settings(max_examples=25, deadline=None)
@generated(
    one=TENTHS,
    other=TENTHS,
    baseline=TENTHS,
    cells=some.sampled_from([BENCHMARK, TIERS, GAP, POINTS, BOTH]),
)
def test_a_better_rate_never_earns_less(one: int, other: int, baseline: int, cells: str) -> None:
    base = f"{Decimal(baseline) / 10} %"
    worse, better = (
        settle(card(cells), figures(met, baseline=base)).amounts()[0]
        for met in sorted([one, other])
    )
    assert 0 <= worse <= better <= 100_000


@settings(max_examples=25, deadline=None)
@generated(met=TENTHS, baseline=TENTHS, more=some.sampled_from(["", ONLY]))
def test_lower_is_better_is_the_mirror_of_higher_is_better(
    met: int, baseline: int, more: str
) -> None:
    higher = settle(card(BOTH, more), figures(met, baseline=f"{Decimal(baseline) / 10} %"))
    mirrored = BOTH.replace('"70 %"', '"30 %"')
    lower = settle(
        card(mirrored, more, LOWER),
        figures(1_000 - met, baseline=f"{100 - Decimal(baseline) / 10} %"),
    )
    assert higher.amounts() == lower.amounts()


@settings(max_examples=25, deadline=None)
@generated(met=some.integers(0, 500), extra=some.integers(0, 500), times=some.integers(2, 9))
def test_only_the_rate_counts_not_the_size(met: int, extra: int, times: int) -> None:
    patients = met + extra or 1
    once, often = (
        settle(card(TIERS), figures(n * met, n * patients)).amounts()[0] for n in (1, times)
    )
    assert once == often
