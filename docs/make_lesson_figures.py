"""Make the figures of the trainings from the example deals, with the product's own charts.

Run ``python docs/make_lesson_figures.py``; a test fails when the files are out of step. A training
names a figure as ``![what it shows](figure:its_name)``. What is kept of it is its numbers, the same
in words, and a specification that every page draws in its own colours and width.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Final

from fairterms.cli.settling import settle_deal
from fairterms.contract import deal as deals
from fairterms.contract.figure_set import FigureSet
from fairterms.payment.loading import load
from fairterms.publish.chart.amounts import show
from fairterms.publish.chart.bars import Bar, Reference, bars
from fairterms.publish.chart.curve import Axis, Line, Threshold, curve
from fairterms.publish.chart.waterfall import Change, Level, waterfall
from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Chart
from fairterms.publish.tree import Tree, as_tree
from fairterms.settle.ambiguity import questions
from fairterms.settle.settlement import Settlement, settle
from fairterms.units.period import calendar_year
from fairterms.units.quantity import parse

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = ROOT / "src" / "fairterms" / "reference" / "lessons" / "figures"
EXAMPLES: Final = ROOT / "examples"
CEDAR, JUNIPER, WILLOW = (EXAMPLES / name for name in ("cedar", "juniper", "willow"))
MILLION: Final = Decimal(1_000_000)
RATES: Final = {"moderate": "50 %", "moderately_severe": "45 %", "severe": "40 %"}
NORTH: Final = {"moderate": 300, "moderately_severe": 140, "severe": 60}
SOUTH: Final = {"moderate": 100, "moderately_severe": 140, "severe": 260}
"""Training 4, section 1: both groups help the same share of the patients of each band."""


def what_cedars_deal_adds() -> Chart:
    """Draw what Cedar's deal adds to its fees in the expected year, and what its work costs."""
    found = settle_deal(CEDAR, None, "expected", None)
    withheld, returned = (-_of(found, "withhold.withheld"), _of(found, "withhold.returned"))
    earned, reports = _of(found, "performance.earned"), _of(found, "reporting.amount_for_reports")
    added, work = withheld + returned + earned + reports, deals.read(CEDAR).cost_to_comply
    steps = (
        Change("Kept back from the fees", withheld),
        Change("Returned for good results", returned),
        Change("Earned by the measures", earned),
        Change("Paid for three reports", reports),
        Level("What the deal adds", added),
        Change("The work it asks for", -work),
        Level("What is left", added - work),
    )
    return waterfall("Cedar, expected year: what the deal adds, and what is left", steps)


def the_loss_curve_of_juniper() -> Chart:
    """Draw what Juniper owes for its first year as the cost of care grows."""
    contract, figures = load(JUNIPER / "terms.toml").contract, _scenario(JUNIPER, "very-bad")
    assert contract is not None, "the example has no mistakes"
    share, owed = [], []
    for step in range(13):
        cost = MILLION * 13 + MILLION * step / 4
        given = replace(figures, values={**figures.values, "paid_claims": parse(f"${cost}")})
        found = settle(contract, given, calendar_year(2027))
        share.append((cost, -_of(found, "phase_in.phased_in")))
        owed.append((cost, -_of(found, "loss_cap.rounded")))
    lines = (Line("Share of the loss", tuple(share)), Line("What Juniper owes", tuple(owed)))
    axes = (Axis("Cost of care in the year"), Axis("Juniper’s part"))
    title = "The loss curve of Juniper: a bad first year"
    words = (
        "As the cost of care grows from 13 to 16 million dollars, Juniper’s share of the loss "
        f"grows from {show(share[0][1], 'dollars')} to {show(share[-1][1], 'dollars')}. "
        f"What it owes stops at the loss cap, {show(owed[-1][1], 'dollars')}."
    )
    return curve(title, lines, axes, alternative=words)


def what_one_more_patient_moves() -> Chart:
    """Draw what Cedar's results bring as more or fewer patients respond."""
    contract, figures = load(CEDAR / "terms.toml").contract, _scenario(CEDAR, "expected")
    assert contract is not None, "the example has no mistakes"
    points = []
    for responding in (260, 298, 299, 345, 346, 370):
        counted = parse(f"{responding} patients")
        given = replace(figures, values={**figures.values, "response.numerator": counted})
        found = settle(contract, given)
        paid = _of(found, "performance.earned") + _of(found, "withhold.returned")
        points.append((Decimal(responding), paid))
    axes = (Axis("Patients of 664 who respond", "number"), Axis("Results and returned fees"))
    line = Line("What Cedar is paid", tuple(points))
    goal = Threshold("45 % of 664", Decimal(664) * 45 / 100)
    title = "Cedar: one patient more or less at each goal"
    words = (
        f"With 260 to 298 patients who respond, Cedar is paid {show(points[0][1], 'dollars')}. "
        f"With 299 to 345 it is {show(points[2][1], 'dollars')}, and from 346 on "
        f"{show(points[4][1], 'dollars')}."
    )
    return curve(title, (line,), axes, threshold=goal, is_stepped=True, alternative=words)


def two_readings_of_one_limit() -> Chart:
    """Draw what Cedar is paid under each reading of B-5.1."""
    contract, figures = load(CEDAR / "terms.toml").contract, _scenario(CEDAR, "expected")
    assert contract is not None, "the example has no mistakes"
    (asked,) = (one for one in questions(contract) if one.clause == "annual_limit")
    names = ("The returned money does not count", "The returned money counts")
    paid = [_of(settle(read, figures), "annual_limit.after_cap") for _, read in asked.readings]
    drawn = [Bar(name, amount) for name, amount in zip(names, paid, strict=True)]
    title = "Cedar, B-5.1: what results and reports bring under each reading"
    return bars(title, drawn)


def the_same_care_and_two_results() -> Chart:
    """Draw the results of two made-up groups beside goals that follow their patients."""
    contract, figures = load(WILLOW / "terms.toml").contract, _scenario(WILLOW, "expected")
    assert contract is not None, "the example has no mistakes"
    drawn = []
    for name, patients in (("North", NORTH), ("South", SOUTH)):
        mix = {band: parse(f"{count} patients") for band, count in patients.items()}
        given = replace(figures, values={**figures.values, **mix})
        found = settle(contract, given, calendar_year(2027))
        moved = _of(found, "response_goals.first_goal")
        drawn += [
            Bar(f"{name}: who respond", _rate(patients)),
            Bar(f"{name}: Willow’s goal", moved),
        ]
    goal = Reference("Cedar’s goal for all", Decimal("0.45"))
    title = "North and South: the same care in each band"
    return bars(title, drawn, unit="percent", reference=goal)


def what_the_work_costs() -> Chart:
    """Draw the work of Juniper's contract beside the fee that pays for some of it."""
    costs = sorted(deals.read(JUNIPER).costs, key=lambda one: -one.amount)
    fee = settle_deal(JUNIPER, None, "expected", 2027).line("care_coordination.fee").value
    title = "Juniper: the work of a year, and the fee for all of it"
    drawn = [Bar(one.what, one.amount) for one in costs]
    return bars(title, drawn, reference=Reference("The fee for a year", fee))


FIGURES: Final[Mapping[str, Callable[[], Chart]]] = {
    "cedar_adds": what_cedars_deal_adds,
    "loss_curve": the_loss_curve_of_juniper,
    "one_more_patient": what_one_more_patient_moves,
    "two_readings": two_readings_of_one_limit,
    "same_care": the_same_care_and_two_results,
    "cost_of_work": what_the_work_costs,
}
"""Each figure by the name that a training calls it by."""


def kept(chart: Chart) -> str:
    """Return a figure as it is kept: JSON of its words, its numbers and its specification."""
    table = chart.data
    told: dict[str, Tree] = {
        "title": chart.title,
        "alternative": chart.alternative,
        "columns": [[one.title, one.align, one.unit] for one in table.columns],
        "rows": [[plain(cell) for cell in row.cells] for row in table.rows],
        "footnote": plain(table.footnote),
        "spec": as_tree(chart.spec),
    }
    return json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _scenario(deal: Path, name: str) -> FigureSet:
    return next(one for one in deals.read(deal).scenarios if Path(one.file).stem == name)


def _of(found: Settlement, name: str) -> Decimal:
    return found.line(name).value


def _rate(patients: Mapping[str, int]) -> Decimal:
    helped = [count * parse(RATES[band]).amount for band, count in patients.items()]
    return sum(helped, Decimal(0)) / sum(patients.values())


def write() -> None:
    """Write every figure."""
    FOLDER.mkdir(exist_ok=True)
    for name, make in FIGURES.items():
        (FOLDER / f"{name}.json").write_text(kept(make()), encoding="utf-8")


if __name__ == "__main__":
    write()
