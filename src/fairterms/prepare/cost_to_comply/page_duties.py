"""The duties on the page: what is missed, what is covered, and where the text demands it."""

from collections.abc import Iterator
from decimal import Decimal

from fairterms.prepare.cost_to_comply.compliance_cost import ComplianceCost
from fairterms.prepare.cost_to_comply.costed_duty import CostedDuty, OwnCost
from fairterms.prepare.cost_to_comply.duty import Duty, Source
from fairterms.prepare.cost_to_comply.kind import OURS, Trigger
from fairterms.prepare.cost_to_comply.matching import Match
from fairterms.prepare.cost_to_comply.wording import NOT_KNOWN, dollar_range, dollars, hours
from fairterms.publish.blocks import Block, Bullets, Heading, Place, Prose, Quote
from fairterms.publish.chart.ranges import Scenario, ranges
from fairterms.publish.number_blocks import Chart, Column, Row, Table
from fairterms.units.number import round_exactly

MOST_QUOTES = 5
"""Missed duties whose words are shown; the table names the section of every one."""
MOST_BARS = 8
"""Missed duties drawn; the dearest."""


def missed_blocks(found: ComplianceCost, *, has_quotes: bool) -> list[Block]:
    """Show the duties that the group's own costs leave out, with the words of the dearest."""
    heading = Heading(3, "Duties your own costs leave out", "comply-missed")
    if not found.missed:
        return [heading, Prose("Every duty that was found is in your own costs.")]
    rows = tuple(_missed_row(one) for one in found.missed)
    together = found.missed_dollars
    total = Row(
        (
            "Together",
            "",
            "",
            hours(found.missed_hours.likely),
            *(dollars(value) for value in together.values),
        ),
        emphasis="total",
    )
    table = Table(
        "Missed duties, the dearest first, a year",
        (
            Column("Duty"),
            Column("Demanded by (section)"),
            Column("How often"),
            Column("Hours, likely", "right"),
            Column("Low", "right"),
            Column("Likely", "right"),
            Column("High", "right"),
        ),
        (*rows, total),
        footnote=(
            "Low and high add up every low and every high value. A real year lies well inside, "
            "because not every duty turns out cheap, or dear, at once."
        ),
        anchor="comply-missed-table",
    )
    return [heading, *_chart(found), table, *(_quotes(found) if has_quotes else ())]


def own_blocks(found: ComplianceCost) -> list[Block]:
    """Show the group's own costs beside the duties they hold."""
    heading = Heading(3, "Your own costs and the duties in them", "comply-own")
    if not found.own:
        words = "deal.toml names no costs, so every duty counts as missed. Add [[cost]] there."
        return [heading, Prose(words)]
    table = Table(
        "Your own costs beside our defaults, a year",
        (
            Column("Your cost"),
            Column("Dollars", "right"),
            Column("Duties in it"),
            Column("By our defaults", "right"),
            Column("Remark"),
        ),
        tuple(_own_row(one) for one in found.own),
        anchor="comply-own-table",
    )
    return [heading, table]


def basis_blocks(found: ComplianceCost) -> list[Block]:
    """Show the number behind each duty, by the name that ``duties.toml`` uses."""
    rows = tuple(
        Row(
            (
                one.duty.id,
                one.duty.what,
                one.status.value,
                one.load.how if one.load else f"not known: {one.wanted}",
                one.why_not or _basis(one),
            )
        )
        for one in found.duties
    )
    if not rows:
        return []
    return [
        Heading(3, "What every number rests on", "comply-basis"),
        Prose(
            "Hours, wages and counts below are defaults wherever you have not said your own. "
            "Where nobody else is named, the hours are our choice, please edit. Change any of "
            "them in duties.toml, by the name in the first column."
        ),
        Table(
            "Every duty with its likely value as it was reckoned",
            (
                Column("Name"),
                Column("Duty"),
                Column("In your costs?"),
                Column("Reckoned as"),
                Column("Where the hours come from"),
            ),
            rows,
            anchor="comply-basis-table",
        ),
    ]


def _basis(one: CostedDuty) -> str:
    words = one.load.basis if one.load else one.duty.kind.basis
    return words.replace(f" ({OURS})", "")


def demanded_by(duty: Duty) -> str:
    """Say where a duty stands, and who owes it where that is not the group alone."""
    where = ", ".join(dict.fromkeys(place.section for place in duty.places))
    if duty.source is Source.TERMS:
        where = f"the terms: {'; '.join(duty.terms)}"
    elif not duty.places:
        where = duty.terms[0] if duty.terms else "your own list"
    note = {Trigger.PLAN_MAY: " (if the plan asks)", Trigger.GROUP_MAY: " (to keep a right)"}
    shared = " (each party)" if duty.is_shared else ""
    return f"{where}{note.get(duty.trigger, shared)}"


def how_often(duty: Duty) -> str:
    """Say how often a duty falls due, and within what time."""
    return ", ".join(part for part in (duty.frequency.words, duty.frequency.due) if part)


def _missed_row(one: CostedDuty) -> Row:
    load = one.load
    numbers = (
        (hours(load.hours.likely), *(dollars(value) for value in load.dollars.values))
        if load
        else (NOT_KNOWN, "–", "–", "–")
    )
    return Row((one.duty.what, demanded_by(one.duty), how_often(one.duty), *numbers))


def _own_row(one: OwnCost) -> Row:
    held = ", ".join(_held(each) for each in one.duties) or "no such duty was found"
    default = dollar_range(one.default) if one.default else NOT_KNOWN
    remark = "below our lowest default: look again" if one.is_low else ""
    return Row((one.cost.what, dollars(one.cost.amount), held, default, remark))


def _held(one: CostedDuty) -> str:
    assert one.cover is not None, "a duty in a cost is covered"
    doubt = " (by its words only)" if one.cover.match is Match.WORDS else ""
    section = f", {one.duty.section}" if one.duty.section else ""
    return f"{one.duty.what}{section}{doubt}"


def _whole(amount: Decimal) -> Decimal:
    return round_exactly(amount, Decimal(1), "half up")


def _chart(found: ComplianceCost) -> list[Chart]:
    drawn = [one for one in found.missed if one.load and one.load.dollars.high > 0][:MOST_BARS]
    scenarios = [
        Scenario(one.duty.what, *(_whole(each) for each in one.load.dollars.values))
        for one in drawn
        if one.load
    ]
    names: dict[str, int] = {}
    for one in scenarios:
        names[one.name] = names.get(one.name, 0) + 1
    sections = [one.duty.section for one in drawn]
    named = [
        Scenario(f"{one.name}, {section}", *one.amounts) if names[one.name] > 1 else one
        for one, section in zip(scenarios, sections, strict=True)
    ]
    if not named:
        return []
    return [
        ranges(
            "The dearest missed duties, dollars a year",
            named,
            case_names=("Low", "Likely", "High"),
            anchor="comply-missed-chart",
        )
    ]


def _quotes(found: ComplianceCost) -> Iterator[Block]:
    for one in found.missed[:MOST_QUOTES]:
        for place in one.duty.places[:1]:
            yield Quote(
                place.quote.text,
                Place(place.quote.document, str(place.quote.page), place.section),
                why=_why(one),
            )


def _why(one: CostedDuty) -> str:
    """Say in one sentence what the quoted words cost."""
    often = how_often(one.duty).replace("not stated", "how often is not stated")
    if one.load is None:
        return f"{one.duty.what} ({often}); what it takes is not known yet."
    taken, paid = hours(one.load.hours.likely), dollars(one.load.dollars.likely)
    return f"{one.duty.what} ({often}): likely {taken} hours and {paid} a year."


def not_ours_blocks(found: ComplianceCost) -> list[Block]:
    """Show what the group says is not its work."""
    if not found.not_ours:
        return []
    items = tuple(
        f"{one.duty.what} ({demanded_by(one.duty)}): {one.why_not}" for one in found.not_ours
    )
    return [
        Heading(3, "Duties you say cost you nothing more", "comply-not-ours"),
        Bullets(items),
    ]
