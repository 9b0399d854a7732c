"""A benchmark built from base years: the budget that later clauses compare the year with.

Notes
-----
Each base year y gives PMPM(y) × trend(y) × min(max(risk ratio(y), 1 − cap down), 1 + cap up) ×
weight(y); their sum H is the group's own history. With a region R and its weight w the benchmark is
(1 − w) × H + w × R, a PMPM, or that times the member months of the performance year.

The order is fixed: trend, then the capped risk ratio, then the weight, then the blend. The regional
PMPM is taken as it is given, so it must already stand at the level of the performance year.
Traps: the cap is on each year's ratio, not on their average; "8 %" is not a trend (write "1.08
factor"); weights that do not add to 100 % move every dollar after them. A contract that rebases
changes these terms from a day on: that is the history of the term, not a part of the formula.

Sources
-------
42 CFR part 425, subpart G: weighted and trended base years, a limit on risk-score growth, and a
regional blend. The federal benchmark itself is an input there; this model states a contract's own.
"""

from collections.abc import Iterable
from decimal import Decimal

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.contract.value import Row
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec, share
from fairterms.payment.sheet import MEMBER_MONTHS, Cells, Sheet
from fairterms.units.number import Column
from fairterms.units.quantity import FACTOR, FRACTION, MONEY, PMPM, Quantity, write

CAPS = ("risk_cap_up", "risk_cap_down")


def settle(sheet: Sheet) -> None:
    """Write the steps from the base years to the benchmark, in dollars PMPM or in dollars."""
    history = sheet.zero()
    for at, year in enumerate(sheet.rows("years"), start=1):
        history = history + _base_year(sheet, at, year)
    benchmark = sheet.step("historical_pmpm", history, PMPM, "sum of the weighted base years")
    if sheet.has("regional_weight"):
        benchmark = _blend(sheet, benchmark)
    if sheet.word("result") == "dollars":
        months = sheet.figure(
            "member_months", MEMBER_MONTHS, "months of membership, summed over members"
        )
        sheet.step("benchmark", benchmark * months, MONEY, "benchmark PMPM × member months")


def _base_year(sheet: Sheet, at: int, year: Cells) -> Column:
    """Return one base year's part of the benchmark: trended, risk-adjusted, weighted; PMPM."""
    label = year.names("label")[0] if year.has("label") else f"base year {at}"
    pmpm = year.number("pmpm")
    if year.has("trend"):
        pmpm = sheet.step(
            f"trended_{at}", pmpm * year.number("trend"), PMPM, f"{label}: PMPM × trend"
        )
    if year.has("risk_ratio"):
        pmpm = sheet.step(
            f"risk_adjusted_{at}",
            pmpm * _risk_ratio(sheet, at, year, label),
            PMPM,
            f"{label}: PMPM × risk ratio",
        )
    return sheet.step(
        f"weighted_{at}", pmpm * year.number("weight"), PMPM, f"{label}: PMPM × weight"
    )


def _risk_ratio(sheet: Sheet, at: int, year: Cells, label: str) -> Column:
    """Return a base year's risk ratio within its caps."""
    ratio = sheet.column(year.number("risk_ratio"))
    capped = ratio
    if sheet.has("risk_cap_up"):
        capped = np.minimum(capped, 1 + sheet.number("risk_cap_up"))
    if sheet.has("risk_cap_down"):
        capped = np.maximum(capped, 1 - sheet.number("risk_cap_down"))
    if not any(sheet.has(cap) for cap in CAPS):
        return ratio
    sheet.gate(f"risk_cap_{at}", capped != ratio, f"the risk ratio of {label} lies within its caps")
    return sheet.step(
        f"capped_risk_ratio_{at}", capped, FACTOR, f"{label}: risk ratio, within its caps"
    )


def _blend(sheet: Sheet, history: Column) -> Column:
    weight = sheet.number("regional_weight")
    return sheet.step(
        "blended_pmpm",
        history * (1 - weight) + sheet.number("regional_pmpm") * weight,
        PMPM,
        "historical PMPM × (1 − regional weight) + regional PMPM × regional weight",
    )


def categorize(_clause: Clause) -> Category:
    """Class the clause: a figure pays nothing, so it has no category."""
    return Category()


def check(clause: Clause) -> Iterable[Objection]:
    """Object to weights that are not 100 %, to years treated unalike and to half a blend."""
    yield from _check_weights(clause)
    for column, meaning in (("trend", "trend"), ("risk_ratio", "risk ratio")):
        given = [column in year.cells for year in _years(clause)]
        if any(given) and not all(given):
            yield Objection(
                "years",
                f"some base years have a {meaning} and others have none",
                "uneven-rows",
                "a year without one would count at its old level",
                f'give every year a {column}, "1 factor" where it does not change',
            )
    for one, other in (
        ("regional_weight", "regional_pmpm"),
        ("regional_pmpm", "regional_weight"),
    ):
        if one in clause.terms and other not in clause.terms:
            yield Objection(
                one,
                f"there is a {one} but no {other}",
                "missing-number",
                "a blend needs both the region's amount and its weight",
                f"write {other}, or ask the plan for it",
            )


def _check_weights(clause: Clause) -> Iterable[Objection]:
    weights = [year.cells.get("weight") for year in _years(clause)]
    stated = [weight.amount for weight in weights if isinstance(weight, Quantity)]
    if not weights or len(stated) < len(weights) or sum(stated) == 1:
        return
    yield Objection(
        "years",
        f"the weights of the base years add to {write(sum(stated, Decimal(0)), FRACTION)}",
        "weights-not-whole",
        "weights that do not add to 100 % raise or lower the benchmark by the difference",
        "check the weights against the text",
    )


def _years(clause: Clause) -> list[Row]:
    term = clause.terms.get("years")
    value = term.value if term else ()
    return [
        row for row in (value if isinstance(value, tuple) else (value,)) if isinstance(row, Row)
    ]


MODEL = Model(
    name="benchmark",
    title="Benchmark from base years",
    summary=(
        "The budget is built from what care cost in earlier years, brought forward to this year "
        "and weighted. It may be adjusted for sicker members and blended with the region."
    ),
    role=Role.FIGURE,
    terms=(
        TermSpec(
            "years",
            "the base years, one row each",
            is_required=True,
            columns=(
                TermSpec("label", "what the year is called, such as PY2024", is_names=True),
                share(
                    "weight", "how much the year counts; all years add to 100 %", is_required=True
                ),
                TermSpec("pmpm", "what care cost in that year", (PMPM,), is_required=True),
                TermSpec("trend", "growth from that year to the performance year", (FACTOR,)),
                TermSpec(
                    "risk_ratio",
                    "risk score of the performance year divided by that year's",
                    (FACTOR,),
                ),
            ),
        ),
        TermSpec("risk_cap_up", "how far above 1 a risk ratio counts", (FRACTION,)),
        share("risk_cap_down", "how far below 1 a risk ratio counts"),
        share("regional_weight", "how much the region counts in the blend"),
        TermSpec("regional_pmpm", "what care costs in the region in the performance year", (PMPM,)),
        TermSpec(
            "result",
            "whether the benchmark is an amount per member per month or for the whole year",
            choices=("PMPM", "dollars"),
            is_required=True,
        ),
    ),
    category=categorize,
    settle=settle,
    check=check,
)
