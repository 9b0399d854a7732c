"""The money on the page: hours and tools, revenue, unfunded work, and the incentive."""

from decimal import Decimal

from fairterms.prepare.cost_to_comply.compliance_cost import ComplianceCost
from fairterms.prepare.cost_to_comply.funding import Funding
from fairterms.prepare.cost_to_comply.incentive import REFERENCE, REFERENCE_WORDS, Revenue
from fairterms.prepare.cost_to_comply.spread import Spread
from fairterms.prepare.cost_to_comply.wording import (
    NOT_KNOWN,
    cents,
    dollar_range,
    dollars,
    hours,
    people,
    percent,
)
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.number_blocks import Column, Figures, KeyNumber, Row, Step, Steps, Table


def key_figures(found: ComplianceCost) -> Figures:
    """Show the four numbers a reader takes away."""
    share = found.share_of_revenue
    return Figures(
        (
            KeyNumber("Your own estimate", dollars(found.own_dollars), "a year"),
            KeyNumber(
                "Duties it leaves out",
                dollars(found.missed_dollars.likely),
                f"likely; {dollar_range(found.missed_dollars)}",
            ),
            KeyNumber(
                "Full-time people",
                people(found.people.likely),
                f"{hours(found.hours.likely)} hours a year, likely",
            ),
            KeyNumber(
                "Share of the plan's payments",
                percent(share.likely) if share else NOT_KNOWN,
                "reference for a start: 10 to 25 %",
            ),
        )
    )


def total_blocks(found: ComplianceCost) -> list[Block]:
    """Show hours, people, tools and dollars of both parts."""
    each = found.per_member_month
    rows = [
        _total_row(
            "Your own estimate",
            (Spread.exact(found.own_hours), Spread.exact(found.own_tools)),
            Spread.exact(found.own_dollars),
        ),
        _total_row("Missed duties", (found.missed_hours, found.missed_tools), found.missed_dollars),
        _total_row("Together", (found.hours, found.tools), found.dollars, is_total=True),
    ]
    words = (
        f"Together that is likely {cents(each.likely)} for each member each month."
        if each
        else "The scenario has no member-months, so no amount per member is shown."
    )
    return [
        Heading(3, "Hours, people, tools and dollars", "comply-together"),
        Table(
            "The cost to comply, a year",
            (
                Column("Part"),
                Column("Hours, likely", "right"),
                Column("Full-time people", "right"),
                Column("Tools, likely", "right"),
                Column("Low", "right"),
                Column("Likely", "right"),
                Column("High", "right"),
            ),
            tuple(rows),
            footnote=(
                "A full-time person is 2,080 hours a year. Costs you gave in dollars alone count "
                "as tools."
            ),
            anchor="comply-together-table",
        ),
        Prose(words),
    ]


def _total_row(
    name: str, parts: tuple[Spread, Spread], amount: Spread, *, is_total: bool = False
) -> Row:
    worked, bought = parts
    cells = (
        name,
        hours(worked.likely),
        people(worked.likely / 2080),
        dollars(bought.likely),
        *(dollars(value) for value in amount.values),
    )
    return Row(cells, emphasis="total" if is_total else "")


def revenue_blocks(found: ComplianceCost) -> list[Block]:
    """Set the cost beside what the plan pays, and beside the reference range."""
    heading = Heading(3, "Against what the plan pays", "comply-revenue")
    money, share = found.revenue, found.share_of_revenue
    if money is None or share is None:
        words = "No scenario could be settled, so the share of payments is not known."
        return [heading, Prose(words), Prose(REFERENCE_WORDS)]
    low, high = REFERENCE
    side = "below" if share.likely < low else "above" if share.likely > high else "within"
    blocks: list[Block] = [
        heading,
        Prose(
            f"The expected scenario pays {_payments(money)} a year. The cost to comply is likely "
            f"{percent(share.likely)} of that ({percent(share.low)} to {percent(share.high)}), "
            f"{side} the reference range."
        ),
        Prose(REFERENCE_WORDS),
    ]
    if not money.is_whole:
        blocks.append(
            Callout(
                "warning",
                "Fees for care are not part of these terms, so the share is too high.",
                (Prose("Say in duties.toml what the plan pays for care: [revenue] other."),),
            )
        )
    return blocks


def _payments(money: Revenue) -> str:
    if money.other is None:
        return dollars(money.gross)
    named = money.other_is or "paid by another agreement"
    return (
        f"{dollars(money.gross)} ({dollars(money.payable)} by this contract and "
        f"{dollars(money.other)}: {named})"
    )


def mandate_blocks(found: ComplianceCost) -> list[Block]:
    """Show what is asked for and not paid, in dollars."""
    heading = Heading(3, "Work asked for and not paid", "comply-unfunded")
    rows = [
        Row(
            (
                one.family.value.capitalize(),
                dollars(one.own),
                dollars(one.missed.likely),
                dollars(one.paid),
                dollars(one.unfunded.likely),
            )
        )
        for one in found.mandates
    ]
    total = Row(
        (
            "Together",
            dollars(found.own_dollars),
            dollars(found.missed_dollars.likely),
            dollars(found.paid_for_work),
            dollars(found.unfunded.likely),
        ),
        emphasis="total",
    )
    table = Table(
        "Unfunded mandates: the cost of each sort of work less what is paid for it, a year",
        (
            Column("Sort of work"),
            Column("Your costs", "right"),
            Column("Missed, likely", "right"),
            Column("Paid for it", "right"),
            Column("Not paid, likely", "right"),
        ),
        (*rows, total),
        footnote=(
            "A payment for one sort of work that is more than its cost pays for no other. What is "
            "lent pays for nothing. Pay for results is set against the work below."
        ),
        anchor="comply-unfunded-table",
    )
    words = (
        f"Likely {dollars(found.unfunded.likely)} a year of work is asked for and not paid "
        f"({dollar_range(found.unfunded)})."
    )
    return [heading, Prose(words), table, *_funding(found.funding)]


def _funding(funding: tuple[Funding, ...]) -> list[Block]:
    items = tuple(_paid(one) for one in funding)
    if not items:
        return [Prose("No clause was found that pays for work apart from results.")]
    return [Prose("What the contract pays for work in the expected scenario:"), Bullets(items)]


def _paid(one: Funding) -> str:
    families = ", ".join(family.value for family in one.families)
    words = f"{one.title}: {dollars(one.amount)}, for {families}"
    if one.is_lent:
        return f"{words}. A later clause takes it back, so it is a loan and pays for nothing here."
    return f"{words}. You are paid this without the contract too." if one.is_paid_anyway else words


def incentive_blocks(found: ComplianceCost) -> list[Block]:
    """Set the expected gain against the extra work."""
    heading = Heading(3, "The incentive against the extra work", "comply-incentive")
    money = found.incentive
    if money is None:
        return [heading, Prose("No scenario could be settled, so the gain is not known.")]
    worst, likely, best = money.left(found.dollars)
    steps = [
        _step("Pay for work", money.for_work, "paid whatever the results"),
        _step("Pay for results", money.for_results, "the gain less pay for work and loans"),
    ]
    if money.lent:
        steps.insert(0, _step("Lent, left out below", money.lent, "a later clause takes it back"))
    steps += [
        _step("The contract adds", money.kept, "pay for work and for results"),
        _step("Cost to comply, likely", -found.dollars.likely, "your own costs and missed duties"),
        _step("Left of it, likely", likely, f"{dollars(worst)} to {dollars(best)}", is_last=True),
    ]
    return [
        heading,
        Steps("The expected scenario, a year", tuple(steps), anchor="comply-incentive-steps"),
        Prose(_verdict(found, likely)),
    ]


def _step(name: str, amount: Decimal, words: str, *, is_last: bool = False) -> Step:
    return Step(name=name, value=dollars(amount), words=words, is_result=is_last)


def _verdict(found: ComplianceCost, likely: Decimal) -> str:
    assert found.incentive is not None, "there is a gain to speak of"
    each = found.incentive.per_hour(found.hours)
    if each is None:
        return "No hours are known, so no pay for each hour is shown."
    cost = found.dollars.likely / found.hours.likely
    beats = "beats the extra work" if likely > 0 else "does not pay for the extra work"
    return (
        f"For each likely hour of extra work the contract adds {cents(each)}, and the hour costs "
        f"{cents(cost)} with its tools. In the expected scenario the incentive {beats}."
    )
