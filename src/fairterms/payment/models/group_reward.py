"""A reward for the group as a whole, from which those who broke the rules are excluded by name.

Notes
-----
The reward is earned together: the pool, or what other clauses pay (``of``), once the group's own
score reaches its minimum. Then the share of every excluded clinician or site is taken out. Either
it goes back to the plan, or the others share it.

Three things keep it from being gamed. A name alone excludes nobody: it counts only with the
findings an independent reviewer upheld. The share taken out is measured on the year's own figures,
the excluded one's visits, member-months or revenue ÷ everybody's, not stated by either side. And
the score of the group counts the excluded ones too, so that naming a weak clinician lifts nobody.
What the group owes (a negative amount) is not shared out.
"""

import re
from collections import Counter
from collections.abc import Iterable

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.contract.value import Row
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec, share
from fairterms.payment.sheet import MEMBER_MONTHS, Cells, Sheet
from fairterms.units.number import Column
from fairterms.units.quantity import FRACTION, MONEY, PMPM, Quantity, Unit, count

_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
FINDINGS = count("finding")
FORFEITED = "kept by the plan"
REDISTRIBUTED = "shared by the others"
BASES: dict[str, tuple[str, Unit]] = {
    "visits": ("visits", count("visit")),
    "member-months": ("member_months", MEMBER_MONTHS),
    "revenue": ("revenue", MONEY),
}


def settle(sheet: Sheet) -> None:
    """Write the pool, the group's reward, the excluded share and what is paid, in dollars."""
    if sheet.clause.of:
        pool = sheet.step("pool", sheet.taken(), MONEY, "what the clauses it takes pay")
    else:
        pool = sheet.step("pool", sheet.dollars("pool"), MONEY, "the reward for the whole group")
    reward = _earn(sheet, pool)
    if sheet.has("exclusions"):
        _pay_without(sheet, reward, _exclude(sheet))


def _earn(sheet: Sheet, pool: Column) -> Column:
    """Return the pool where the group's own score reaches its minimum, if there is one."""
    if not sheet.has("group_minimum"):
        return pool
    score = sheet.figure(
        "quality_score", FRACTION, "the score of the whole group, the excluded ones counted too"
    )
    reached = sheet.reaches(score, "group_minimum")
    sheet.gate("group_minimum", ~reached & (pool > 0), "the group reaches its minimum")
    kept = sheet.choose(reached | (pool < 0), pool, 0)
    return sheet.step("reward", kept, MONEY, "the pool, if the group reaches its minimum, else 0")


def _exclude(sheet: Sheet) -> Column:
    """Return the share of the reward that belongs to those excluded, between 0 and 1."""
    figure, unit = BASES[sheet.word("basis")]
    whole = sheet.figure(figure, unit, f"{sheet.word('basis')} of the whole group")
    named, excluded = sheet.zero(), sheet.zero()
    for row in sheet.rows("exclusions"):
        who = "_".join(row.names("who"))
        own = sheet.figure(f"{figure}.{who}", unit, f"{sheet.word('basis')} of {who}")
        named = named + own
        part = sheet.divide(own, whole, figure)
        excluded = excluded + _exclude_one(sheet, row, who, part)
    sheet.refuse_where(
        named > whole,
        figure,
        "is less than what those named in the exclusions add up to",
        "give the figure of the whole group, the excluded ones included, each counted once",
    )
    total = sheet.step("excluded_share", excluded, FRACTION, "sum over those excluded")
    if not sheet.has("most_excluded"):
        return total
    most = sheet.number("most_excluded")
    sheet.gate("most_excluded", total > most, "less is excluded than the most that may be")
    words = "the excluded share, at most the limit"
    return sheet.step("share_taken_out", np.minimum(total, most), FRACTION, words)


def _exclude_one(sheet: Sheet, row: Cells, who: str, part: Column) -> Column:
    upheld = sheet.figure(
        f"findings_upheld.{who}", FINDINGS, "findings an independent reviewer upheld in the period"
    )
    is_out = sheet.reaches(upheld, "findings_required")
    sheet.gate(f"excluded.{who}", is_out, "too few findings were upheld")
    reason = " ".join(row.names("reason"))
    words = f"own figure ÷ everybody's, where enough findings were upheld ({reason})"
    return sheet.step(f"share.{who}", sheet.choose(is_out, part, 0), FRACTION, words)


def _pay_without(sheet: Sheet, reward: Column, excluded: Column) -> None:
    taken_out = sheet.step(
        "taken_out",
        np.maximum(reward, 0) * excluded,
        MONEY,
        "reward × the share of those excluded",
    )
    if sheet.word("excluded_money") == FORFEITED:
        sheet.step("paid_to_group", reward - taken_out, MONEY, "reward − what was taken out")
        return
    nobody_left = excluded >= 1
    sheet.gate("excluded_money", nobody_left & (reward > 0), "somebody is left to share with")
    sheet.step(
        "own_part_of_others", reward - taken_out, MONEY, "what the others had without sharing"
    )
    words = "own part of the others + what was taken out, unless nobody is left"
    sheet.step("paid_to_group", sheet.choose(nobody_left, reward - taken_out, reward), MONEY, words)


def categorize(_clause: Clause) -> Category:
    """Class the clause: an incentive for performance."""
    return Category("2C", "qip")


def check(clause: Clause) -> Iterable[Objection]:
    """Object to no pool or two, and to exclusions without a rule that binds both sides."""
    terms = clause.terms
    if bool(clause.of) == ("pool" in terms):
        yield Objection(
            "pool",
            "both a pool and other clauses' results are given" if clause.of else "no pool is given",
            "two-pools" if clause.of else "missing-number",
            "nobody can tell what is shared",
            'write either pool = "$50,000.00" or of = "quality", the clause whose result is shared',
        )
    if "exclusions" in terms:
        yield from _check_rule(clause)


def _check_rule(clause: Clause) -> Iterable[Objection]:
    for name, example in (("findings_required", '"1 finding"'), ("basis", '"visits"')):
        if name not in clause.terms:
            yield Objection(
                "exclusions",
                f"people are excluded by name, but no {name} is given",
                "missing-number" if name == "findings_required" else "missing-term",
                "without a stated rule either side could exclude whom it likes",
                f"write {name} = {example}, or ask the plan for the rule",
            )
    required = clause.terms.get("findings_required")
    if required and isinstance(required.value, Quantity) and required.value.amount <= 0:
        yield Objection(
            "findings_required",
            "no finding is needed to exclude somebody",
            "no-evidence-needed",
            "a name alone would take money away",
            'write findings_required = "1 finding" or more',
        )
    for who, times in Counter(_named(clause)).items():
        if not _ID.fullmatch(who):
            yield Objection(
                "exclusions",
                f'"{who}" cannot name a clinician or site',
                "bad-name",
                "its figures are read under this name",
                "write one word of letters, digits and underscores, such as clinician_07",
            )
        if times > 1:
            yield Objection(
                "exclusions",
                f'"{who}" is named {times} times',
                "repeated-row",
                "the same share would be taken out more than once",
                "name each clinician or site once",
            )


def _named(clause: Clause) -> list[str]:
    value = clause.terms["exclusions"].value
    rows = value if isinstance(value, tuple) else (value,)
    return [str(row.cells.get("who", "")) for row in rows if isinstance(row, Row)]


MODEL = Model(
    name="group_reward",
    title="Group reward with named exclusions",
    summary=(
        "The group earns its reward together. "
        "Those with upheld findings against them are excluded, and only their own share is lost."
    ),
    role=Role.STREAM,
    terms=(
        TermSpec("pool", "the reward for the whole group", (MONEY, PMPM, FRACTION), has_base=True),
        share("group_minimum", "the score the whole group must reach"),
        TermSpec(
            "exclusions",
            "who may be excluded, and why",
            columns=(
                TermSpec("who", "the clinician's or site's id", is_required=True, is_names=True),
                TermSpec("reason", "what the finding is about", is_required=True, is_names=True),
            ),
        ),
        TermSpec("findings_required", "the upheld findings that exclude somebody", (FINDINGS,)),
        TermSpec("basis", "the figure a share is measured by", choices=tuple(BASES)),
        TermSpec(
            "excluded_money",
            "what happens to the share of those excluded",
            choices=(FORFEITED, REDISTRIBUTED),
            plain=FORFEITED,
        ),
        share("most_excluded", "the most of the reward that exclusions may take out"),
    ),
    category=categorize,
    settle=settle,
    check=check,
)
