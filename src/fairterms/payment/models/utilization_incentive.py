"""A utilization incentive: the group is paid when members use less, or more, of a service.

Notes
-----
payment = member-months × rate(change), at most the limit; change = baseline − use where fewer is
better, use − baseline where more is. The rate is the highest tier the change reaches, or a rate
for each step of change. A change for the worse pays nothing.

Use per 1,000 members a year is events × 12,000 ÷ member-months; per 1,000 member-months it is
events × 1,000 ÷ member-months. The two differ by a factor of twelve wherever the change, or the
baseline, is written in events; a change in per cent is the same in both. Changes are compared
unrounded.
"""

from collections.abc import Iterable

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.payment import tiers
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec
from fairterms.payment.sheet import MEMBER_MONTHS, Sheet
from fairterms.units.number import Column
from fairterms.units.quantity import FRACTION, MONEY, PMPM, Kind, count

EVENTS = count("event")
FEWER = "fewer is better"
MORE = "more is better"
A_YEAR = "per 1,000 members a year"
MEMBERSHIP = "per 1,000 member-months"
SCALE = {A_YEAR: 12_000, MEMBERSHIP: 1_000}
IN_PROPORTION = "in proportion"
WHOLE_STEPS = "whole steps only"


def settle(sheet: Sheet) -> None:
    """Write use, baseline, change, the rate it earns and the payment in dollars."""
    months = sheet.figure(
        "member_months", MEMBER_MONTHS, "months of membership, summed over members"
    )
    change = _improve(sheet, months)
    sheet.gate("direction", change < 0, "use did not move the wrong way")
    rate = _rate_by_tier(sheet, change) if sheet.has("tiers") else _rate_by_step(sheet, change)
    payment = sheet.step("amount", months * rate, MONEY, "member-months × rate")
    if sheet.has("limit"):
        limit = sheet.dollars("limit")
        sheet.gate("limit", payment > limit, "the amount does not exceed the limit")
        sheet.step("payment", np.minimum(payment, limit), MONEY, "amount, at most the limit")


def _improve(sheet: Sheet, months: Column) -> Column:
    """Return the change for the better: a fraction of the baseline, or events per 1,000."""
    per = sheet.word("per")
    events = sheet.figure("events", Kind.COUNT, "how often the service was used in the period")
    use = sheet.step(
        "use", sheet.mean(events * SCALE[per], months), EVENTS, f"events ÷ member-months, {per}"
    )
    baseline = _baseline(sheet, SCALE[per])
    if sheet.word("direction") == FEWER:
        change, words = baseline - use, "baseline − use"
    else:
        change, words = use - baseline, "use − baseline"
    change = sheet.step("change", change, EVENTS, f"{words}, {per}")
    if not _is_relative(sheet):
        return change
    of_baseline = sheet.divide(change, baseline, "the baseline use")
    return sheet.step("change_of_baseline", of_baseline, FRACTION, "change ÷ baseline")


def _baseline(sheet: Sheet, scale: int) -> Column:
    if sheet.has("baseline"):
        return sheet.step(
            "baseline", sheet.number("baseline"), EVENTS, "the baseline the contract names"
        )
    events = sheet.figure("baseline_events", Kind.COUNT, "events in the baseline period")
    months = sheet.figure(
        "baseline_member_months", MEMBER_MONTHS, "months of membership in the baseline period"
    )
    use = sheet.divide(events * scale, months, "baseline_member_months")
    return sheet.step("baseline", use, EVENTS, "baseline events ÷ baseline member-months")


def _is_relative(sheet: Sheet) -> bool:
    if sheet.has("tiers"):
        return sheet.rows("tiers")[0].unit("at") == FRACTION
    return sheet.has("for_each") and sheet.unit("for_each") == FRACTION


def _rate_by_tier(sheet: Sheet, change: Column) -> Column:
    rows = sheet.rows("tiers")
    rate = tiers.reach(sheet, rows, change, "rate")
    sheet.gate("tiers", ~rows[0].reaches(change, "at"), "a tier is reached")
    return sheet.step("rate", rate, PMPM, "the rate of the highest tier the change reaches, else 0")


def _rate_by_step(sheet: Sheet, change: Column) -> Column:
    size = sheet.column(sheet.number("for_each"))
    steps = sheet.divide(np.maximum(change, 0), size, f"{sheet.clause.id}.for_each")
    words = "rate × change for the better ÷ size of a step"
    if sheet.word("part_steps") == WHOLE_STEPS:
        sheet.gate("part_steps", steps % 1 != 0, "the change is a whole number of steps")
        steps, words = steps // 1, f"{words}, whole steps only"
    return sheet.step("rate", sheet.number("rate") * steps, PMPM, words)


def categorize(_clause: Clause) -> Category:
    """Class the clause: a utilization-based incentive."""
    return Category("2C", "ubip")


def check(clause: Clause) -> Iterable[Objection]:
    """Object to no rate or two, to a rate without its step, and to tiers that do not rise."""
    has_rate, has_tiers = "rate" in clause.terms, "tiers" in clause.terms
    if has_rate == has_tiers:
        yield Objection(
            "rate",
            "both a rate and tiers are given" if has_rate else "neither rate nor tiers is given",
            "two-rates" if has_rate else "missing-number",
            "nobody can tell what a change is worth",
            'write either tiers, or rate = "$0.10 PMPM" with for_each = "1 %"',
        )
    if has_rate and "for_each" not in clause.terms:
        yield Objection(
            "rate",
            "the rate does not say for how much change it is paid",
            "missing-number",
            "a rate for each per cent and a rate for each event are two different contracts",
            'write for_each = "1 %", or for_each = "10 events" for events per 1,000',
        )
    if has_tiers:
        yield from tiers.check("tiers", clause.terms["tiers"].value, "rate")


MODEL = Model(
    name="utilization_incentive",
    title="Utilization incentive",
    summary=(
        "The group is paid for each member-month when members use less of a costly service, "
        "or more of a useful one, than in the baseline."
    ),
    role=Role.STREAM,
    terms=(
        TermSpec("direction", "which way use should move", is_required=True, choices=(FEWER, MORE)),
        TermSpec(
            "per",
            "what use is counted by; the two differ twelvefold",
            choices=(A_YEAR, MEMBERSHIP),
            plain=A_YEAR,
        ),
        TermSpec("baseline", "use to compare with, in events per 1,000", (Kind.COUNT,)),
        TermSpec(
            "tiers",
            "the rate by the change that is reached",
            columns=(
                TermSpec(
                    "at",
                    "the change: per cent of the baseline, or events per 1,000",
                    (FRACTION, Kind.COUNT),
                    is_required=True,
                ),
                TermSpec("rate", "what each member-month is paid", (PMPM,), is_required=True),
            ),
        ),
        TermSpec("rate", "what each member-month is paid for a step of change", (PMPM,)),
        TermSpec(
            "for_each",
            "the size of a step: per cent of the baseline, or events per 1,000",
            (FRACTION, Kind.COUNT),
        ),
        TermSpec(
            "part_steps",
            "whether part of a step is paid",
            choices=(IN_PROPORTION, WHOLE_STEPS),
            plain=IN_PROPORTION,
        ),
        TermSpec(
            "limit",
            "the most that is paid",
            (MONEY, PMPM, FRACTION),
            has_base=True,
            may_be_many=True,
        ),
    ),
    category=categorize,
    settle=settle,
    check=check,
)
