"""Shared savings, one- or two-sided: the group shares what the year cost less than the benchmark.

Notes
-----
S = B − E. Savings count when S ≥ minimum rate × B; losses count when S ≤ −(minimum loss rate) × B.
Then first-dollar (all of S) or only the excess over the minimum is shared. Earned = S × sharing
rate × quality; owed = |S| × loss rate. Savings below the minimum may have a lower rate of their
own, and a condition may take savings out altogether. Thresholds are compared as amounts, never as
rounded rates: one federal settlement turned on 2.98265 % against an unrounded 2.98356 %.

Sources
-------
42 CFR part 425, subpart G (benchmark, minimum rates, sharing and loss rates); the rules that the
published settlements of 2014-2022 follow are tested in ``tests/conformance``.
"""

from collections.abc import Iterable
from decimal import Decimal

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.contract.value import Value, Word
from fairterms.payment import quality
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec, share
from fairterms.payment.sheet import Sheet
from fairterms.units.number import Column
from fairterms.units.quantity import FRACTION, MONEY, PMPM, Quantity


def settle(sheet: Sheet) -> None:
    """Write the steps from benchmark and cost to the amount earned or owed, in dollars."""
    benchmark = sheet.step(
        "benchmark", sheet.dollars("benchmark"), MONEY, "the budget the year is compared with"
    )
    cost = sheet.figure("cost", MONEY, "cost of care of the attributed members in the year")
    savings = sheet.step("savings", benchmark - cost, MONEY, "benchmark − cost")
    eligible = _eligible(sheet, savings)
    generated, below = _generate(sheet, benchmark, eligible)
    earned = _earn(sheet, generated, below)
    owed = _owe(sheet, generated)
    sheet.step("settlement", earned - owed, MONEY, "earned − owed")


def _eligible(sheet: Sheet, savings: Column) -> Column:
    """Take out savings that a condition excludes; losses stand."""
    if not sheet.has("savings_eligibility"):
        return savings
    part = sheet.number("savings_eligibility")
    sheet.gate(
        "savings_eligibility", (savings > 0) & (part < 1), "no savings are excluded by a condition"
    )
    return sheet.step(
        "eligible_savings",
        sheet.choose(savings > 0, savings * part, savings),
        MONEY,
        "savings × the part that may be shared; losses unchanged",
    )


def _generate(sheet: Sheet, benchmark: Column, savings: Column) -> tuple[Column, Column]:
    """Return what reaches the minimum rates, and the savings that stay below the minimum."""
    least = sheet.step(
        "minimum_savings",
        sheet.number("minimum_savings_rate") * benchmark,
        MONEY,
        "minimum savings rate × benchmark",
    )
    # Savings of exactly nothing are never "generated", even where the minimum is zero.
    saved = (savings > 0) & sheet.reaches_amount(savings, least, "minimum_savings_rate")
    sheet.gate(
        "minimum_savings_rate", ~saved & (savings > 0), "there are no savings below the minimum"
    )
    counted = sheet.choose(saved, _counted(sheet, savings, least), 0)
    if sheet.has("loss_rate"):
        least_loss = sheet.step(
            "minimum_losses",
            sheet.number("minimum_loss_rate") * benchmark,
            MONEY,
            "minimum loss rate × benchmark",
        )
        lost = (savings < 0) & sheet.reaches_amount(-savings, least_loss, "minimum_loss_rate")
        sheet.gate(
            "minimum_loss_rate", ~lost & (savings < 0), "there are no losses below the minimum"
        )
        counted = counted - sheet.choose(lost, _counted(sheet, -savings, least_loss), 0)
    generated = sheet.step(
        "generated", counted, MONEY, "savings (or losses) that reach the minimum, else 0"
    )
    return generated, sheet.choose(~saved & (savings > 0), savings, 0)


def _counted(sheet: Sheet, amount: Column, least: Column) -> Column:
    """Return the part of savings or losses that is shared: from the first dollar, or the excess."""
    return amount if sheet.word("shared_from") == "first dollar" else amount - least


def _earn(sheet: Sheet, generated: Column, below: Column) -> Column:
    gains = np.maximum(generated, 0) * sheet.number("sharing_rate")
    words = "generated savings × sharing rate"
    if sheet.has("sharing_rate_below_minimum"):
        gains = gains + below * sheet.number("sharing_rate_below_minimum")
        words += ", or savings below the minimum × their own rate"
    gains = gains * quality.earned_share(sheet, gains > 0)
    share_of_gains = sheet.step("share", gains, MONEY, words + quality.words(sheet))
    if not sheet.has("savings_cap"):
        return share_of_gains
    cap = sheet.dollars("savings_cap")
    sheet.gate("savings_cap", share_of_gains > cap, "the share of savings does not exceed the cap")
    return sheet.step("earned", np.minimum(share_of_gains, cap), MONEY, "share, at most the cap")


def _owe(sheet: Sheet, generated: Column) -> Column:
    if not sheet.has("loss_rate"):
        return sheet.zero()
    owed = sheet.step(
        "share_of_losses",
        np.maximum(-generated, 0) * sheet.number("loss_rate"),
        MONEY,
        "generated losses × loss rate",
    )
    if not sheet.has("loss_cap"):
        return owed
    cap = sheet.dollars("loss_cap")
    sheet.gate("loss_cap", owed > cap, "the share of losses does not exceed the cap")
    return sheet.step("owed", np.minimum(owed, cap), MONEY, "share of losses, at most the cap")


def categorize(clause: Clause) -> Category:
    """Class the clause: upside only or two-sided, with or without quality."""
    how = _quality(clause)
    if "loss_rate" in clause.terms:
        return Category("3B" if how else "3N", "ssl")
    return Category("3A" if how else "3N", "ssq" if how == Word("gate") else "ssp")


def check(clause: Clause) -> Iterable[Objection]:
    """Object to a gate without its minimum and to losses without their minimum rate."""
    yield from quality.check(clause)
    if "loss_rate" in clause.terms and "minimum_loss_rate" not in clause.terms:
        yield Objection(
            "loss_rate",
            "losses are shared, but no minimum_loss_rate is given",
            "missing-number",
            'a missing minimum is not the same as "0 %"',
            'write minimum_loss_rate = "2 %", or "0 %" when losses count from the first dollar',
        )
    yield from _check_cap(clause, ("savings_cap", "sharing_rate", "minimum_savings_rate"))
    yield from _check_cap(clause, ("loss_cap", "loss_rate", "minimum_loss_rate"))


def _check_cap(clause: Clause, names: tuple[str, str, str]) -> Iterable[Objection]:
    """Object to a cap below the share of the smallest savings (or losses) that count."""
    cap_name, rate_name, minimum_name = names
    rate, minimum = _quantity(clause, rate_name), _quantity(clause, minimum_name)
    if rate is None or minimum is None or _can_count_less(clause, cap_name):
        return
    for cap in _quantities(clause, cap_name):
        smallest = _of_same_base(clause, cap, rate.amount * minimum.amount)
        if smallest is not None and cap.amount < smallest.amount:
            yield Objection(
                cap_name,
                f"the cap ({cap}) lies below the smallest share that counts ({smallest})",
                "cap-below-floor",
                f"{minimum_name} × {rate_name} is more than the cap, so it cuts every amount",
                "check the three numbers against the text",
            )


def _can_count_less(clause: Clause, cap_name: str) -> bool:
    """Say whether a counted share may be small: only an excess counts, or quality scales it."""
    shared_from = clause.terms.get("shared_from")
    if shared_from is not None and shared_from.value != Word("first dollar"):
        return True
    is_scaled = _quality(clause) == Word("scale")
    return cap_name == "savings_cap" and (is_scaled or "sharing_rate_below_minimum" in clause.terms)


def _quality(clause: Clause) -> Value | None:
    term = clause.terms.get("quality")
    return term.value if term else None


def _of_same_base(clause: Clause, cap: Quantity, share_of_benchmark: Decimal) -> Quantity | None:
    """Return a share of the benchmark as the cap is written, or None when they do not compare."""
    if cap.unit == FRACTION:
        return cap.with_amount(share_of_benchmark) if cap.base == "benchmark" else None
    benchmark = _quantity(clause, "benchmark")
    if benchmark is None or benchmark.unit != cap.unit:
        return None
    return cap.with_amount(share_of_benchmark * benchmark.amount)


def _quantities(clause: Clause, name: str) -> list[Quantity]:
    term = clause.terms.get(name)
    value = term.value if term else ()
    items = value if isinstance(value, tuple) else (value,)
    return [item for item in items if isinstance(item, Quantity)]


def _quantity(clause: Clause, name: str) -> Quantity | None:
    return next(iter(_quantities(clause, name)), None)


MODEL = Model(
    name="shared_savings",
    title="Shared savings",
    summary=(
        "When care costs less than the benchmark, the group receives a share of the difference. "
        "With a loss rate, the group also pays a share when care costs more."
    ),
    role=Role.STREAM,
    terms=(
        TermSpec(
            "benchmark", "the budget the year is compared with", (MONEY, PMPM), is_required=True
        ),
        share(
            "minimum_savings_rate",
            "savings below this share of the benchmark do not count",
            is_required=True,
        ),
        share("sharing_rate", "the group's share of savings", is_required=True),
        share(
            "sharing_rate_below_minimum",
            "the group's share of savings that do not reach the minimum",
        ),
        share(
            "savings_eligibility",
            "the part of savings that may be shared at all: a formula that gives 0 % when a "
            "condition is not met",
        ),
        TermSpec(
            "shared_from",
            "whether all savings count once the minimum is reached, or only what exceeds it",
            choices=("first dollar", "excess over the minimum"),
            plain="first dollar",
        ),
        *quality.TERMS,
        TermSpec(
            "savings_cap",
            "the most the group can earn",
            (MONEY, PMPM, FRACTION),
            has_base=True,
            may_be_many=True,
        ),
        share("minimum_loss_rate", "losses below this share of the benchmark do not count"),
        share("loss_rate", "the group's share of losses"),
        TermSpec(
            "loss_cap",
            "the most the group can owe",
            (MONEY, PMPM, FRACTION),
            has_base=True,
            may_be_many=True,
        ),
    ),
    category=categorize,
    settle=settle,
    check=check,
)
