"""Retrospective episodes: the mean cost of an episode against an acceptable and a commendable one.

Notes
-----
a = mean episode cost ÷ mean risk factor; n valid episodes; A acceptable, C commendable, L the
gain-share limit. Gain = share × n × (C − max(a, L)) when a < C and every indicator is met. Loss =
share × n × (a − A) when a > A, whatever the quality. Between the two nothing is paid. Dollars are
compared (n × C with cost ÷ risk), so that no mean is ever rounded.

Three places are read in more than one way, and each is a term: what the limit L does (it may be
missing from the formula although the text defines it), whether gains are measured from C or from A,
and whether an indicator without a single case is met. Each indicator says which way is better: a
text that passes whatever is "equal to or higher" rewards a high rate of harm.

Sources
-------
Tennessee Medicaid episode programme, plan attachments of 2020–2024 (facts only): thresholds,
50 % shares, linked indicators, and the four check values of the tests.
"""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.contract.value import Row, Word
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec, share
from fairterms.payment.sheet import Cells, Sheet
from fairterms.units.number import Column, Mask
from fairterms.units.quantity import (
    FACTOR,
    FRACTION,
    MONEY,
    Kind,
    Quantity,
    Threshold,
    count,
    per,
)

PER_EPISODE = per("episode")
HIGHER, LOWER = "higher is better", "lower is better"
COST_FLOOR = "a floor of the cost that counts"
NO_GAIN_BELOW = "no gain below it"
LEFT_OUT = "not in the formula"


def settle(sheet: Sheet) -> None:
    """Write the steps from the cost of the episodes to the gain or loss, in dollars."""
    episodes = sheet.step(
        "episodes",
        sheet.figure("episodes", count("episode"), "valid episodes of the group in the year"),
        count("episode"),
        "valid episodes",
    )
    cost = _adjust(sheet)
    sheet.step(
        "mean_cost", sheet.mean(cost, episodes), PER_EPISODE, "adjusted cost ÷ episodes, unrounded"
    )
    gain = _gain(sheet, episodes, cost)
    loss = _lose(sheet, episodes, cost)
    if sheet.has("minimum_episodes"):
        enough = sheet.reaches(episodes, "minimum_episodes")
        sheet.gate("minimum_episodes", ~enough, "there are enough episodes")
        gain, loss = sheet.choose(enough, gain, 0), sheet.choose(enough, loss, 0)
    sheet.step("settlement", gain - loss, MONEY, "gain − loss")


def _adjust(sheet: Sheet) -> Column:
    """Return the cost of all episodes as it counts, in dollars."""
    cost = sheet.figure("cost", MONEY, "cost of all valid episodes, exclusions left out")
    if sheet.word("risk_adjustment") == "none":
        return sheet.step("adjusted_cost", cost, MONEY, "cost, not adjusted for risk")
    risk = sheet.figure(
        "risk_score", FACTOR, "mean risk factor of the episodes, 1.00 being the plan's average"
    )
    adjusted = sheet.divide(cost, risk, "risk_score")
    return sheet.step("adjusted_cost", adjusted, MONEY, "cost ÷ mean risk factor")


def _gain(sheet: Sheet, episodes: Column, cost: Column) -> Column:
    """Return what the group earns before the minimum number of episodes, in dollars."""
    start = sheet.word("gain_measured_from")
    line = episodes * sheet.number(start)
    counted, opens = _limit_gain(sheet, episodes, cost)
    saved = sheet.step(
        "saved",
        np.maximum(line - counted, 0),
        MONEY,
        f"episodes × {start} cost − the cost that counts, never below 0",
    )
    sheet.gate(start, line <= cost, f"the mean cost is below the {start} cost")
    met = _meets_indicators(sheet, saved > 0) & opens
    earned = sheet.choose(met, saved * sheet.number("gain_share"), 0)
    return sheet.step("gain", earned, MONEY, "saved × gain share, if every condition is met")


def _limit_gain(sheet: Sheet, episodes: Column, cost: Column) -> tuple[Column, Mask]:
    """Return the cost that counts for a gain, and where the limit lets a gain through."""
    everywhere = np.ones(cost.shape, dtype=bool)
    if not sheet.has("gain_share_limit"):
        return cost, everywhere
    least = episodes * sheet.number("gain_share_limit")
    below = cost < least
    reading = sheet.word("limit_is")
    if reading == LEFT_OUT:
        return cost, everywhere
    sheet.gate("gain_share_limit", below, "the mean cost is not below the gain-share limit")
    if reading == NO_GAIN_BELOW:
        return cost, ~np.asarray(below, dtype=bool)
    counted = sheet.step(
        "counted_cost",
        np.maximum(cost, least),
        MONEY,
        "adjusted cost, at least episodes × gain-share limit",
    )
    return counted, everywhere


def _meets_indicators(sheet: Sheet, at_stake: Mask) -> Mask:
    """Say where every linked indicator is met."""
    met = np.ones_like(at_stake, dtype=bool)
    if not sheet.has("indicators"):
        return met
    empty_passes = sheet.word("without_cases") == "met"
    for row in sheet.rows("indicators"):
        measure = row.names("measure")[0]
        passed = _meets(sheet, row, measure, empty_passes=empty_passes)
        sheet.gate(measure, ~passed & at_stake, "the indicator is met, or no gain is at stake")
        met = met & passed
    return met


def _meets(sheet: Sheet, row: Cells, measure: str, *, empty_passes: bool) -> Mask:
    """Say where one indicator is met: numerator against threshold × denominator, undivided."""
    words = f"of the indicator {measure}"
    top = sheet.figure(f"{measure}.numerator", Kind.COUNT, f"cases that count, {words}")
    bottom = sheet.figure(f"{measure}.denominator", Kind.COUNT, f"all cases, {words}")
    limit = row.number("threshold") * bottom
    if row.word("direction") == HIGHER:
        passed = row.reaches_amount(top, limit, "threshold")
    else:
        # A rate stays at or below its limit where its negative reaches the negative limit.
        passed = row.reaches_amount(-top, -limit, "threshold")
    unit = FRACTION if row.unit("threshold") == FRACTION else FACTOR
    sheet.step(measure, sheet.mean(top, bottom), unit, "numerator ÷ denominator, unrounded")
    return np.where(np.asarray(bottom == 0, dtype=bool), empty_passes, passed)


def _lose(sheet: Sheet, episodes: Column, cost: Column) -> Column:
    """Return what the group owes before the minimum number of episodes, in dollars."""
    if not sheet.has("loss_share"):
        return sheet.zero()
    line = episodes * sheet.number("acceptable")
    over = sheet.step(
        "overspent",
        np.maximum(cost - line, 0),
        MONEY,
        "adjusted cost − episodes × acceptable cost, never below 0",
    )
    sheet.gate("acceptable", cost > line, "the mean cost is not above the acceptable cost")
    owed = sheet.step("loss", over * sheet.number("loss_share"), MONEY, "overspent × loss share")
    if not sheet.has("loss_cap"):
        return owed
    cap = sheet.dollars("loss_cap")
    sheet.gate("loss_cap", owed > cap, "the loss is within the provider stop-loss")
    return sheet.step(
        "limited_loss", np.minimum(owed, cap), MONEY, "loss, at most the provider stop-loss"
    )


def categorize(clause: Clause) -> Category:
    """Class the clause: upside only or two-sided, with or without quality."""
    if "indicators" not in clause.terms:
        return Category("3N", "eoc")
    return Category("3B" if "loss_share" in clause.terms else "3A", "eoc")


def check(clause: Clause) -> Iterable[Objection]:
    """Object to thresholds in the wrong order, to losses without a line, to odd directions."""
    if "loss_share" in clause.terms and "acceptable" not in clause.terms:
        yield Objection(
            "loss_share",
            "losses are shared, but no acceptable cost is given",
            "missing-number",
            "nobody can tell where losses begin",
            'write acceptable = "$788.00 per episode"',
        )
    if _start(clause) not in clause.terms:
        yield Objection(
            "gain_measured_from",
            f"gains are measured from the {_start(clause)} cost, which is not given",
            "missing-number",
            "nobody can tell where gains begin",
            f'write {_start(clause)} = "$268.00 per episode"',
        )
    yield from _check_order(clause)
    yield from _check_directions(clause)


def _start(clause: Clause) -> str:
    term = clause.terms.get("gain_measured_from")
    return term.value.text if term and isinstance(term.value, Word) else "commendable"


def _check_order(clause: Clause) -> Iterable[Objection]:
    """Object unless limit ≤ commendable ≤ acceptable."""
    names = ("gain_share_limit", "commendable", "acceptable")
    terms = [clause.terms[name] for name in names if name in clause.terms]
    given = [(term.name, term.value) for term in terms if isinstance(term.value, Quantity)]
    for (low, below), (high, above) in pairwise(given):
        if below.amount > above.amount:
            yield Objection(
                low,
                f"{low} ({below}) lies above {high} ({above})",
                "bands-reversed",
                "the same mean cost would be both a gain and a loss, or a gain never possible",
                "check the numbers against the text",
            )


def _check_directions(clause: Clause) -> Iterable[Objection]:
    """Object to an indicator whose threshold says the opposite of its direction."""
    against = {
        HIGHER: {Threshold.AT_MOST, Threshold.LESS_THAN},
        LOWER: {Threshold.AT_LEAST, Threshold.MORE_THAN},
    }
    term = clause.terms.get("indicators")
    value = term.value if term else ()
    for row in value if isinstance(value, tuple) else (value,):
        if not isinstance(row, Row):
            continue
        limit, way = row.cells.get("threshold"), str(row.cells.get("direction", ""))
        if isinstance(limit, Quantity) and limit.threshold in against.get(way, set()):
            yield Objection(
                "indicators",
                f'{row.cells.get("measure")} must be "{limit}", but its direction is "{way}"',
                "contradiction",
                "groups that do better would fail",
                "check the direction against the measure's definition",
            )


_THRESHOLD_UNITS = (PER_EPISODE, MONEY)

MODEL = Model(
    name="episode",
    title="Retrospective episode",
    summary=(
        "After the year, the group's mean cost of an episode is compared with two lines. Below the "
        "commendable line it receives a share if quality is met; above the acceptable line it owes "
        "a share."
    ),
    role=Role.STREAM,
    terms=(
        TermSpec("acceptable", "mean cost above which the group owes", _THRESHOLD_UNITS),
        TermSpec("commendable", "mean cost below which the group earns", _THRESHOLD_UNITS),
        share("gain_share", "the group's share of a gain", is_required=True),
        share("loss_share", "the group's share of a loss"),
        TermSpec(
            "risk_adjustment",
            "whether the mean cost is divided by the mean risk factor",
            is_required=True,
            choices=("divided by the mean risk factor", "none"),
        ),
        TermSpec(
            "gain_measured_from",
            "the line below which gains count",
            choices=("commendable", "acceptable"),
            plain="commendable",
        ),
        TermSpec(
            "gain_share_limit", "a mean cost too low to be rewarded further", _THRESHOLD_UNITS
        ),
        TermSpec(
            "limit_is",
            "what the gain-share limit does",
            choices=(COST_FLOOR, NO_GAIN_BELOW, LEFT_OUT),
            plain=COST_FLOOR,
        ),
        TermSpec(
            "indicators",
            "linked measures that must all be met before a gain is paid",
            columns=(
                TermSpec("measure", "the id of the measure", is_required=True, is_names=True),
                TermSpec(
                    "threshold", "its limit", (FRACTION, Kind.COUNT, FACTOR), is_required=True
                ),
                TermSpec(
                    "direction", "which way is better", is_required=True, choices=(HIGHER, LOWER)
                ),
            ),
        ),
        TermSpec(
            "without_cases",
            "whether an indicator without a single case is met",
            choices=("met", "missed"),
            plain="met",
        ),
        TermSpec("minimum_episodes", "fewer settle nothing", (count("episode"),)),
        TermSpec(
            "loss_cap",
            "the most the group can owe, also called provider stop-loss",
            (MONEY, FRACTION),
            has_base=True,
            may_be_many=True,
        ),
    ),
    category=categorize,
    settle=settle,
    check=check,
)
