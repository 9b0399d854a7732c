"""Prospective payment: one cost-based rate for each day or month a client is served.

Notes
-----
payment = Σ client-days (or client-months) × rate, by population, + outlier share × cost above the
threshold + quality bonus. However many visits a client has on one day, the day is paid once: the
clause reads client-days, never visits. The unit of the rate says which is counted, "$250.00 per
client-day" or "$900.00 per client-month".

Sources
-------
Certified community behavioral health clinics, prospective payment systems 1 and 2 (facts only):
daily or monthly rates by population, outliers, quality bonus.
"""

from collections.abc import Iterable

from fairterms.contract.clause import Clause
from fairterms.payment import excess, quality
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec, share
from fairterms.payment.sheet import Sheet
from fairterms.payment.strata import Stratum, rate_terms, strata
from fairterms.payment.strata import check as check_rates
from fairterms.units.number import Column
from fairterms.units.quantity import FRACTION, MONEY, count, per

DAYS, MONTHS = count("client-day"), count("client-month")
RATES = (per("client-day"), per("day"), per("client-month"), per("month"))


def settle(sheet: Sheet) -> None:
    """Write the steps from days or months served to the payment, in dollars."""
    base = sheet.zero()
    for stratum in strata(sheet, "population"):
        amount = _served(sheet, stratum) * stratum.cells.number("rate")
        name = stratum.of("rate_payment")
        base = base + sheet.step(name, amount, MONEY, f"served × rate{stratum.words}")
    base = sheet.step("base_payment", base, MONEY, "sum over all populations")
    total, words = base, "base payment"
    if sheet.has("outlier_share"):
        total = total + _pay_outliers(sheet)
        words += " + outlier payment"
    if sheet.has("quality_bonus"):
        total = total + _pay_bonus(sheet)
        words += " + quality bonus"
    sheet.step("payment", total, MONEY, words)


def _served(sheet: Sheet, stratum: Stratum) -> Column:
    """Return the days or months that are paid, each once."""
    by_month = stratum.cells.unit("rate").noun.endswith("month")
    unit, name = (MONTHS, "client_months") if by_month else (DAYS, "client_days")
    meaning = (
        f"months in which a client had at least one visit, each once{stratum.words}"
        if by_month
        else f"days on which a client had at least one visit, each day once{stratum.words}"
    )
    served = sheet.figure(stratum.of(name), unit, meaning)
    return sheet.step(stratum.of("served"), served, unit, meaning)


def _pay_outliers(sheet: Sheet) -> Column:
    """Return the share of what clients cost above the threshold, in dollars."""
    threshold = sheet.step(
        "outlier_threshold",
        sheet.number("outlier_threshold"),
        MONEY,
        "cost of one client and period from which it is an outlier",
    )
    if excess.is_listed(sheet):
        each = sheet.figures("client_cost", MONEY, "cost of each client in each period paid")
        beyond = excess.above(sheet, threshold, each)
    else:
        meaning = "sum of what clients cost above the outlier threshold"
        beyond = excess.as_total(sheet, "cost_above_threshold", meaning)
    sheet.gate("outlier_threshold", beyond > 0, "no client cost more than the outlier threshold")
    return sheet.step(
        "outlier_payment",
        beyond * sheet.number("outlier_share"),
        MONEY,
        "cost above the threshold × outlier share",
    )


def _pay_bonus(sheet: Sheet) -> Column:
    """Return the quality bonus, in dollars."""
    most = sheet.step(
        "full_bonus", sheet.dollars("quality_bonus"), MONEY, "bonus when quality is met in full"
    )
    earned = quality.earned_share(sheet, most > 0)
    return sheet.step("bonus", most * earned, MONEY, f"full bonus{quality.words(sheet)}")


def categorize(_clause: Clause) -> Category:
    """Class the clause: a condition-specific prospective payment."""
    return Category("4A")


def check(clause: Clause) -> Iterable[Objection]:
    """Object to half-stated outliers and to a bonus that does not say what it rewards."""
    yield from check_rates(clause, "population")
    yield from quality.check(clause)
    for name in ("outlier_threshold", "excess_from"):
        if "outlier_share" in clause.terms and name not in clause.terms:
            example = f'"{excess.EACH}"' if name == "excess_from" else '"$3,000.00"'
            yield Objection(
                "outlier_share",
                f"outliers are paid, but no {name} is given",
                "missing-number" if name == "outlier_threshold" else "missing-term",
                "the amount depends on it",
                f"write {name} = {example}, or as the text says",
            )
    if "quality_bonus" in clause.terms and "quality" not in clause.terms:
        yield Objection(
            "quality_bonus",
            "the bonus does not say how quality earns it",
            "missing-term",
            "all or nothing and in proportion pay different amounts",
            'write quality = "gate" with quality_minimum, or quality = "scale"',
        )


MODEL = Model(
    name="prospective_payment",
    title="Prospective payment",
    summary=(
        "The group is paid one rate for each day or month on which a client is served, however "
        "many visits there are. Very dear clients and good quality may add to it."
    ),
    role=Role.STREAM,
    terms=(
        *rate_terms("population", "what is paid for one client-day or client-month", RATES),
        TermSpec(
            "outlier_threshold",
            "cost of one client and period above which it is an outlier",
            (MONEY,),
        ),
        share("outlier_share", "the share paid of what a client costs above the threshold"),
        excess.term(is_required=False),
        TermSpec(
            "quality_bonus",
            "the bonus when quality is met in full",
            (MONEY, FRACTION),
            has_base=True,
        ),
        *quality.TERMS,
    ),
    category=categorize,
    settle=settle,
    check=check,
)
