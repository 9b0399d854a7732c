"""The worst case the terms allow: proved from caps and ranges, not found by luck."""

from collections.abc import Mapping
from decimal import Decimal

from fairterms.contract.clause import Contract
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.simulate.page.names import clause_titles, spoken, step_name
from fairterms.simulate.page.wording import dollars, share
from fairterms.simulate.results.worst_case import WorstCase
from fairterms.units.quantity import FRACTION, POINTS, Kind, Unit, write

PATIENTS = ("numerator", "denominator")
"""The two counts of a measure, which the terms declare without a unit of their own."""


def worst_case_blocks(found: WorstCase, year: int, contract: Contract) -> list[Block]:
    """Show what the deal can take at most in a performance year.

    Parameters
    ----------
    found
        The worst case of what the deal adds to what would be paid anyway, before the work.
    year
        The performance year.
    contract
        The terms, for the titles of clauses and the units of figures.
    """
    head = Heading(2, "The worst the terms allow", "worst-case")
    lead = Prose(
        f"In {year}, within the ranges of the figures that the terms give, or that were simulated. "
        "This is proved, whatever the chances: no year within them can be worse. The work the "
        "contract demands comes on top."
    )
    if found.amount is None:
        title = "No limit on the loss could be proved."
        return [head, lead, Callout("warning", title, (Prose(_proof(found)),))]
    amount = dollars(found.amount)
    title = f"The deal can add as little as {amount}."
    if found.amount < 0:
        title = f"The deal can take {dollars(-found.amount)} from what the group is paid anyway."
    why: list[Block] = [Prose(_proof(found)), *_reasons(found, clause_titles(contract))]
    units = {one.id: one.unit for one in contract.figures}
    rows = tuple(
        Row((spoken(name), figure(value, _unit(name, units)))) for name, value in found.year.items()
    )
    return [
        head,
        lead,
        Callout("note" if found.is_limited else "warning", title, tuple(why)),
        Table(
            "The worst year that was found",
            (Column("Figure"), Column("Value", "right")),
            rows,
            anchor="worst-case-year",
        ),
    ]


def _proof(found: WorstCase) -> str:
    if found.amount is not None:
        return (
            f"No year within the ranges gives less than {dollars(found.amount)}; the worst year "
            f"that was found gives {dollars(found.reached)}."
        )
    if found.open_figures:
        names = "; ".join(spoken(name) for name in found.open_figures)
        return f"Nothing is proved: a highest value would be needed of {names}."
    return "Nothing is proved: within these ranges something is divided by what may be zero."


def _reasons(found: WorstCase, titles: Mapping[str, str]) -> list[Block]:
    """Say what limits the amount, and which clauses no term limits."""
    blocks: list[Block] = []
    if found.unlimited:
        words = "No term limits what these clauses can take, however far their figures go:"
        items = tuple(
            f"{step_name(one.clause, titles)}: it follows {spoken(one.figure)}."
            for one in found.unlimited
        )
        blocks += [Prose(words), Bullets(items)]
    if found.limits:
        items = tuple(
            f"{step_name(f'{one.clause}.{one.term}', titles)}, {one.says.replace('_', ' ')}."
            for one in found.limits
        )
        blocks += [Prose("What limits it:"), Bullets(items)]
    elif not found.unlimited:
        blocks.append(Prose("No limit binds in the worst year that was found."))
    return blocks


def _unit(name: str, units: Mapping[str, Unit]) -> Unit | None:
    """Find a figure's unit by its own name, or by the name of the list it belongs to."""
    if name.rpartition(".")[2] in PATIENTS and name not in units:
        return Unit(Kind.COUNT, "patient")
    return units.get(name) or units.get(name.partition(".")[0])


def figure(value: float, unit: Unit | None) -> str:
    """Write a figure with its unit: counts whole, dollars without cents, shares as per cents.

    Examples
    --------
    >>> from fairterms.units.quantity import MONEY, PMPM, FACTOR, count
    >>> figure(2_375_000.4, MONEY), figure(60_048.2, count("member-month")), figure(0.5, FRACTION)
    ('$2,375,000', '60,048 member-months', '50 %')
    >>> figure(1.0333, FACTOR), figure(61.5, PMPM), figure(5.0, None)
    ('1.033', '$61.50 PMPM', '5')
    """
    if unit is None or unit.kind is Kind.FACTOR:
        return f"{value:,.0f}" if value == round(value) else f"{value:,.3f}"
    if unit.kind is Kind.MONEY:
        return dollars(value)
    if unit == FRACTION:
        return share(value)
    if unit == POINTS:
        return f"{100 * value:.1f} percentage points"
    place = Decimal("0.01") if unit.kind is Kind.MONEY_PER else Decimal(1)
    return write(Decimal(repr(value)).quantize(place) + 0, unit).replace("-$", "−$")
