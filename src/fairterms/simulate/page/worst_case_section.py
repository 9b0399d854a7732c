"""The worst case the terms allow: proved from caps and ranges, not found by luck."""

from fairterms.publish.blocks import Block, Callout, Heading, Prose
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.simulate.page.wording import dollars
from fairterms.simulate.results.worst_case import WorstCase


def worst_case_blocks(found: WorstCase, year: int) -> list[Block]:
    """Show what the deal can take at most in a performance year.

    Parameters
    ----------
    found
        The worst case of what the deal adds to what would be paid anyway, before the work.
    year
        The performance year.
    """
    head = Heading(2, "The worst the terms allow", "worst-case")
    lead = Prose(
        f"In {year}, within the ranges of the figures that the terms give, or that were simulated. "
        "This is proved, whatever the chances: no year within them can be worse. The work the "
        "contract demands comes on top."
    )
    if found.amount is None:
        title = "No limit on the loss could be proved."
        return [head, lead, Callout("warning", title, (Prose(found.why),))]
    amount = dollars(found.amount)
    title = f"The deal can add as little as {amount}."
    if found.amount < 0:
        title = f"The deal can take {dollars(-found.amount)} from what the group is paid anyway."
    rows = tuple(
        Row((name.replace("_", " ").replace(".", ", "), f"{value:,.6g}"))
        for name, value in found.year.items()
    )
    return [
        head,
        lead,
        Callout("note" if found.is_limited else "warning", title, (Prose(found.why),)),
        Table(
            "The worst year that was found",
            (Column("Figure"), Column("Value", "right")),
            rows,
            anchor="worst-case-year",
        ),
    ]
