"""Case rate: one price agreed beforehand for everything an episode needs.

Notes
-----
payment = Σ (episodes − excluded episodes) × rate, by stratum, + outlier share × what each episode
cost above its threshold + fees for excluded episodes, where they are paid.

An excluded episode is counted once, however many reasons it has, so the clause reads one number of
excluded episodes for each stratum and not one for each reason. What the plan pays for an excluded
episode has no plain answer and must be stated: the fee schedule, or nothing.
"""

from collections.abc import Iterable

from fairterms.contract.clause import Clause
from fairterms.payment import excess
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec, share
from fairterms.payment.sheet import Sheet
from fairterms.payment.strata import Stratum, rate_rows, rate_terms, strata
from fairterms.payment.strata import check as check_rates
from fairterms.units.number import Column
from fairterms.units.quantity import MONEY, count, per

EPISODES = count("episode")
PER_EPISODE = per("episode")
BY_FEE, UNPAID = "paid by the fee schedule", "not paid"


def settle(sheet: Sheet) -> None:
    """Write the steps from episodes to the payment, in dollars."""
    every = strata(sheet, "stratum")
    paid = sheet.zero()
    for stratum in every:
        amount = _episodes(sheet, stratum) * stratum.cells.number("rate")
        paid = paid + sheet.step(
            stratum.of("case_payment"), amount, MONEY, f"episodes paid × case rate{stratum.words}"
        )
    words = "case payments"
    if sheet.has("outlier_share"):
        paid = paid + _pay_outliers(sheet, every)
        words += " + outlier payment"
    if sheet.has("exclusions") and sheet.word("excluded_are") == BY_FEE:
        meaning = "what the fee schedule gives for the services of excluded episodes"
        paid = paid + sheet.figure("excluded_fees", MONEY, meaning)
        words += " + fees for excluded episodes"
    sheet.step("payment", paid, MONEY, words)


def _episodes(sheet: Sheet, stratum: Stratum) -> Column:
    """Return the episodes paid at the case rate."""
    name = stratum.of("episodes")
    episodes = sheet.figure(name, EPISODES, f"episodes that were triggered{stratum.words}")
    words = "episodes"
    if sheet.has("exclusions"):
        reasons = " or ".join(reason.replace("_", " ") for reason in sheet.names("exclusions"))
        out = stratum.of("excluded_episodes")
        meaning = f"episodes left out ({reasons}), each counted once{stratum.words}"
        excluded = sheet.figure(out, EPISODES, meaning)
        sheet.refuse_where(
            excluded > episodes, out, "is more than all episodes", "check both figures"
        )
        sheet.gate(out, excluded > 0, "no episode is excluded")
        episodes = episodes - excluded
        words += " − excluded episodes"
    return sheet.step(stratum.of("episodes_paid"), episodes, EPISODES, f"{words}{stratum.words}")


def _pay_outliers(sheet: Sheet, every: tuple[Stratum, ...]) -> Column:
    """Return the share of what episodes cost above their threshold, in dollars."""
    beyond = sheet.zero()
    for stratum in every:
        if stratum.cells.has("outlier_threshold"):
            beyond = beyond + _beyond(sheet, stratum)
    sheet.gate("outlier_threshold", beyond > 0, "no episode cost more than its outlier threshold")
    return sheet.step(
        "outlier_payment",
        beyond * sheet.number("outlier_share"),
        MONEY,
        "cost above the threshold × outlier share",
    )


def _beyond(sheet: Sheet, stratum: Stratum) -> Column:
    """Return what the episodes of a stratum cost above the threshold, in dollars."""
    threshold = sheet.step(
        stratum.of("outlier_threshold"),
        stratum.cells.number("outlier_threshold"),
        PER_EPISODE,
        f"cost of one episode from which it is an outlier{stratum.words}",
    )
    if excess.is_listed(sheet):
        meaning = f"cost of each episode paid at the case rate{stratum.words}"
        each = sheet.figures(stratum.of("episode_cost"), MONEY, meaning)
        amount = excess.above(sheet, threshold, each)
    else:
        meaning = f"sum of what episodes cost above the outlier threshold{stratum.words}"
        amount = excess.as_total(sheet, stratum.of("cost_above_threshold"), meaning)
    return sheet.step(
        stratum.of("above_threshold"),
        amount,
        MONEY,
        f"Σ of cost − threshold, where above it{stratum.words}",
    )


def categorize(_clause: Clause) -> Category:
    """Class the clause: a condition-specific prospective payment."""
    return Category("4A", "eoc")


def check(clause: Clause) -> Iterable[Objection]:
    """Object to rates that cannot be told apart, to half-stated outliers and exclusions."""
    yield from check_rates(clause, "stratum")
    needed = (
        ("outlier_share", "excess_from", excess.EACH),
        ("exclusions", "excluded_are", BY_FEE),
    )
    for name, other, example in needed:
        if name in clause.terms and other not in clause.terms:
            yield Objection(
                name,
                f"the clause gives {name} without {other}",
                "missing-term",
                "the amount depends on it",
                f'write {other} = "{example}", or as the text says',
            )
    if "outlier_share" in clause.terms and not _has_threshold(clause):
        yield Objection(
            "outlier_share",
            "outliers are paid, but no outlier_threshold is given",
            "missing-number",
            "nobody can tell which episode is an outlier",
            'write outlier_threshold = "$9,000.00 per episode"',
        )


def _has_threshold(clause: Clause) -> bool:
    in_rows = any("outlier_threshold" in row.cells for row in rate_rows(clause))
    return in_rows or "outlier_threshold" in clause.terms


_THRESHOLD = TermSpec(
    "outlier_threshold", "cost of one episode above which it is an outlier", (PER_EPISODE, MONEY)
)

MODEL = Model(
    name="case_rate",
    title="Case rate",
    summary=(
        "The group is paid one agreed price for each episode, whatever it takes. Very dear "
        "episodes may be paid something more, and excluded ones are paid another way."
    ),
    role=Role.STREAM,
    terms=(
        *rate_terms("stratum", "the price of one episode", (PER_EPISODE, MONEY), (_THRESHOLD,)),
        _THRESHOLD,
        share("outlier_share", "the share paid of what an episode costs above its threshold"),
        excess.term(is_required=False),
        TermSpec("exclusions", "reasons why an episode is left out", is_names=True),
        TermSpec(
            "excluded_are", "how an excluded episode is paid instead", choices=(BY_FEE, UNPAID)
        ),
    ),
    category=categorize,
    settle=settle,
    check=check,
)
