"""The pool as a page: what all groups reach together, and how each is kept from being seen."""

from fairterms.negotiate.pooling.pool import Pooled
from fairterms.negotiate.pooling.secrecy import LEAST_GROUPS, LEAST_OPEN
from fairterms.publish.blocks import (
    Block,
    Bullets,
    Callout,
    Definition,
    Definitions,
    Heading,
    Prose,
)
from fairterms.publish.inline import Code
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.publish.page import Report

FOOTER = ("Made with Fairterms. Counts of results only; it holds no price. Not legal advice.",)
_CAUTION = (
    "Groups that compete must not agree on prices or fees, or on what they would refuse, and must "
    "not tell each other of them. That can break antitrust law. This page holds counts of results "
    "alone. Before you use it in talks with a plan, even each for itself, ask counsel."
)
_RULES = (
    f"At least {LEAST_GROUPS} groups are in every figure, and none makes up more than half of it.",
    "Every count of a group is of more than 10 people, those who did not reach a measure included.",
    (
        "Whoever takes its own counts away from the pool is left with two groups or more, and must "
        f"think at least {LEAST_OPEN} values possible for every count of each of them."
    ),
    "What would break one of these rules is not shown. Why is told to nobody but who pools.",
)
_TWO_TOGETHER = (
    "Two groups that put their counts together know more: of three groups, they would know the "
    "third. Agree in writing that nobody does."
)
_ONCE = (
    "A second pool of the same days with one group more, or one less, would give that group away. "
    "Pool once for a period."
)
_INTERVAL = (
    "The interval is what chance alone would do with so many people. It says nothing of how much "
    "groups differ."
)
_SAME_PEOPLE = (
    "Each figure was judged by itself. Several measures of the same people tell more together: "
    "pool few, and none that is a part of another."
)
_LIMITS = (_TWO_TOGETHER, _ONCE, _SAME_PEOPLE, _INTERVAL)


def pool_report(pooled: Pooled, made_on: str) -> Report:
    """Build the page that all groups may see.

    Parameters
    ----------
    pooled
        The pool.
    made_on
        The day, as ISO 8601.
    """
    number = len(pooled.labels)
    return Report(
        title=f"Results of {number} groups together",
        subtitle=f"From {pooled.period.first} to {pooled.period.last}",
        blocks=(
            Callout("warning", "Counts of results only: no prices.", (Prose(_CAUTION),)),
            *_rates(pooled),
            Heading(2, "How each group is kept from being seen", "pool-rules"),
            Bullets(_RULES),
            Heading(2, "What this cannot do", "pool-limits"),
            Bullets(_LIMITS),
            Heading(2, "Whose counts are in it", "pool-groups"),
            Prose(
                "Each group committed to its counts before it saw any. It finds its own commitment "
                "here, and knows that its counts went in as they were."
            ),
            Definitions(
                tuple(
                    Definition(label, (Code(digits),))
                    for label, digits in zip(pooled.labels, pooled.commitments, strict=True)
                )
            ),
        ),
        footer=FOOTER,
        made_on=made_on,
    )


def _rates(pooled: Pooled) -> list[Block]:
    blocks: list[Block] = [Heading(2, "What all reach together", "pool-rates")]
    if pooled.rates:
        columns = (
            Column("Measure"),
            Column("Who reached it"),
            Column("Groups", "right"),
            Column("Reached", "right"),
            Column("Patients", "right"),
            Column("Rate", "right"),
            Column("95 % interval", "right"),
        )
        rows = tuple(
            Row(
                (
                    one.id.replace("_", " "),
                    one.counts,
                    str(one.groups),
                    f"{one.reached:,}",
                    f"{one.people:,}",
                    f"{one.rate:.1%}".replace("%", " %"),
                    f"{100 * one.low:.1f} to {100 * one.high:.1f} %",
                )
            )
            for one in pooled.rates
        )
        blocks.append(Table("Pooled rates", columns, rows, anchor="pool-rates-table"))
    else:
        blocks.append(Prose("No measure can be shown without telling too much of one group."))
    if pooled.member_months is not None:
        blocks.append(Prose(f"All groups together: {pooled.member_months:,} member-months."))
    if pooled.withheld:
        names = ", ".join(one.name.replace("_", " ") for one in pooled.withheld)
        blocks.append(Prose(f"Not shown: {names}."))
    return blocks
