"""The part of the page that says what can change, and whether anyone would see it."""

from fairterms.population.care_wording import NOT_SHOWN, Eyes, about, dollars, percent
from fairterms.population.impactability import CostImpact, Impact, RateImpact, Seen
from fairterms.population.regression import Regression
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.number_blocks import Column, Row, Table

_LEAD = (
    "A change pays only if it can be told from chance. Years differ by chance because a few people "
    "cost very much; the fewer members, the more. If a declared change is too small to be seen, "
    "neither a bonus nor a penalty on it says anything about the group's work."
)
_HOW = (
    "Years are taken as two draws of people who differ as much as this year's do. New prices, new "
    "benefits and new codes come on top, so real years differ more. A few very dear people make "
    "these limits uncertain themselves."
)
_DEAREST = (
    "People chosen because they cost much will cost less the next year without any help: many were "
    "chosen in their worst year. Compare them with people chosen in the same way and not helped; "
    "a fall by itself proves nothing."
)


def impact_blocks(impact: Impact, eyes: Eyes, is_by_part: bool) -> list[Block]:
    """Show the declared changes beside chance.

    Parameters
    ----------
    impact
        What was weighed.
    eyes
        Whose eyes it is for.
    is_by_part
        Whether cost is shown for each sort of care; only then a change of one may be shown.
    """
    if not (impact.costs or impact.rates or impact.regression):
        return []
    blocks: list[Block] = [Heading(3, "What could change, and whether anyone would see it")]
    if impact.costs or impact.rates:
        blocks.append(Prose(_LEAD))
    if impact.costs:
        blocks += _costs(impact, eyes, is_by_part)
    if impact.rates:
        blocks += _rates(impact.rates, eyes)
    return [*blocks, *_dearest(impact, eyes)]


def _costs(impact: Impact, eyes: Eyes, is_by_part: bool) -> list[Block]:
    if not eyes.may_see(impact.total.people_with_cost):
        return [Prose("The bills are of 1 to 10 people, so no change of cost is shown here.")]
    columns = (
        Column("If"),
        Column("Saved, PMPM", "right"),
        Column("Of all cost billed", "right"),
        Column("Chance alone, PMPM", "right"),
        Column("Chance to see it", "right"),
        Column("Member months needed", "right"),
    )
    may = [is_by_part and eyes.may_see(one.people) for one in impact.costs]
    rows = tuple(
        _cost_row(one) if shown else Row((one.change.name, *[NOT_SHOWN] * 5))
        for one, shown in zip(impact.costs, may, strict=True)
    )
    said = [_said(one) for one, shown in zip(impact.costs, may, strict=True) if shown]
    blocks: list[Block] = [Table("Declared changes of cost", columns, rows, _HOW)]
    return [*blocks, Bullets(tuple(said))] if said else blocks


def _cost_row(one: CostImpact) -> Row:
    seen = one.in_total
    return Row(
        (
            one.change.name,
            dollars(one.pmpm_cents, 2),
            percent(one.share_of_total),
            f"± {dollars(seen.chance_range, 2)}",
            _chance(seen),
            about(seen.needed) if seen.needed is not None else "–",
        )
    )


def _chance(seen: Seen) -> str:
    return "over 99 %" if seen.chance_of_seeing > 0.99 else f"{100 * seen.chance_of_seeing:.0f} %"


def _said(one: CostImpact) -> str:
    change = one.change
    name = change.name[:1].upper() + change.name[1:]
    head = (
        f"{name} ({percent(change.avoidable)} of the cost of {change.part} avoidable, of which "
        f"{percent(change.falls_by)} would go; source: {change.source}): "
    )
    if one.in_total.needed is None:
        return f"{head}there is no such cost, so nothing can be saved."
    if one.in_total.is_seen:
        return f"{head}large enough to be seen in the cost of all these bills."
    words = f"{head}too small to be seen in the cost of all these bills. {_times(one.in_total)}"
    if one.in_part.is_seen:
        return f"{words} Looked at alone, the cost of {change.part} would show it."
    return f"{words} Looked at alone, the cost of {change.part} would not show it either."


def _times(seen: Seen) -> str:
    assert seen.times is not None, "a change of some size"
    often = f"{seen.times:.1f}" if seen.times < 10 else about(seen.times)
    return f"It would take {often} times as many member months a year."


def _rates(rates: tuple[RateImpact, ...], eyes: Eyes) -> list[Block]:
    columns = (
        Column("If"),
        Column("From"),
        Column("To"),
        Column("Patients a year", "right"),
        Column("Patients needed", "right"),
        Column("Chance to see it", "right"),
        Column("Answer"),
    )
    rows = tuple(_rate_row(one, eyes) for one in rates)
    footnote = "Sources: " + "; ".join(dict.fromkeys(one.change.source for one in rates)) + "."
    return [Table("Declared changes of quality and access", columns, rows, footnote)]


def _rate_row(one: RateImpact, eyes: Eyes) -> Row:
    change, seen = one.change, one.seen
    if not eyes.may_see(change.people):
        return Row((change.name, *[NOT_SHOWN] * 6))
    assert seen.needed is not None, "rates that differ"
    return Row(
        (
            change.name,
            percent(round(change.now, 6)),
            percent(round(change.then, 6)),
            f"{change.people:,}",
            about(seen.needed),
            _chance(seen),
            "can be seen" if seen.is_seen else "too small to be seen",
        )
    )


def _dearest(impact: Impact, eyes: Eyes) -> list[Block]:
    is_for_dearest = any(one.change.is_for_dearest for one in impact.costs)
    if not (is_for_dearest or impact.regression):
        return []
    words = [_DEAREST]
    if impact.regression:
        words.append(_followed(impact.regression, eyes))
    return [
        Callout("warning", "What falls by itself", tuple(Prose(one) for one in words)),
    ]


def _followed(found: Regression, eyes: Eyes) -> str:
    chosen = f"the dearest {percent(found.chosen.share)} of {found.chosen.earlier}"
    before, after, fell = found.before_pmpm_cents, found.after_pmpm_cents, found.fell_by
    if before is None or after is None or fell is None:
        return f"Nobody among {chosen} can be followed into the year looked at."
    if not eyes.may_see(found.people):
        return f"Of {chosen} too few stayed to show here what became of their cost."
    people = eyes.count(found.people, found.picked)
    counted = "those who stayed" if people == NOT_SHOWN else f"the {people} who stayed"
    way = f"a fall of {percent(fell)}" if fell >= 0 else f"a rise of {percent(-fell)}"
    return (
        f"In these records, of {chosen}, {counted} cost {dollars(before, 2)} PMPM then and "
        f"{dollars(after, 2)} PMPM in the year looked at: {way}. Whatever the cause, a programme "
        "begun between the two would have been credited with it."
    )
