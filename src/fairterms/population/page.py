"""The section on care elsewhere, for a clinician: who gives care, who decides, what can change.

Outside the group no count of 1 to 10 people is shown, and no amount about so few.
"""

from collections.abc import Callable

from fairterms.population.care_counts import Amount, CareElsewhere, PartCost, Split, share
from fairterms.population.care_wording import NOT_SHOWN, Eyes, dollars, percent
from fairterms.population.impact_page import impact_blocks
from fairterms.population.impactability import Impact
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.number_blocks import Column, Figures, KeyNumber, Row, Table

_LEAD = (
    "A contract on total cost holds the group to account for all care of these people, also for "
    "care that others give. What others decide moves the group's result, whatever its own work."
)
_REACH = {True: "yes", False: "no", None: "not known"}
_REACH_NAMES = {
    True: "care that good outpatient care can change",
    False: "care that no outpatient group decides about",
    None: "not known",
}


def care_section(
    found: CareElsewhere, impact: Impact | None, audience_is_outside: bool
) -> list[Block]:
    """Show care given by the group and elsewhere, and whether anything can change visibly.

    Parameters
    ----------
    found
        What was counted.
    impact
        The declared changes against chance; None to leave them out.
    audience_is_outside
        Whether anyone outside the group reads it; counts of 1 to 10 people are hidden then.
    """
    eyes = Eyes(audience_is_outside)
    blocks: list[Block] = [Heading(2, "Care elsewhere", "care-elsewhere")]
    if not eyes.may_see(found.people):
        return [*blocks, Prose("These are 1 to 10 people; nothing about them is shown here.")]
    blocks.append(Prose(f"{_LEAD} {_who(found, eyes)}"))
    if found.doubts:
        # First of all: a share of 0 % elsewhere is no comfort where others' bills were not sent.
        doubts = (Bullets(found.doubts),)
        blocks.append(Callout("warning", "What these bills do not show", doubts))
    blocks += [_key_figures(found, eyes), _sides(found, eyes)]
    blocks += [*_providers(found, eyes), *_sorts(found, eyes), Prose(_hospital(found, eyes))]
    return [*blocks, *impact_blocks(impact, eyes, is_by_part(found, eyes))] if impact else blocks


def _who(found: CareElsewhere, eyes: Eyes) -> str:
    months = round(found.members.amount)
    words = (
        f"Counted are {found.people_rule.value}, from {found.period.first} to "
        f"{found.period.last}: {found.people:,} people, {months:,} member months."
    )
    if not found.seen_but_no_members:
        return words
    others = eyes.count(found.seen_but_no_members, found.seen_but_no_members)
    verb = "is" if found.seen_but_no_members == 1 and not eyes.is_outside else "are"
    return f"{words} {others} more {verb} not on the plan's list; their bills are not known."


def _may_split(split: Split, eyes: Eyes) -> bool:
    return eyes.may_see(split.own.people, split.elsewhere.people, split.not_named.people)


def _key_figures(found: CareElsewhere, eyes: Eyes) -> Figures:
    def elsewhere(split: Split) -> str:
        return percent(split.share_elsewhere) if _may_split(split, eyes) else NOT_SHOWN

    out = percent(found.share_out_of_reach) if _may_reach(found, eyes) else NOT_SHOWN
    return Figures(
        (
            KeyNumber("Visits given elsewhere", elsewhere(found.visits)),
            KeyNumber("Cost of care given elsewhere", elsewhere(found.cost)),
            KeyNumber("Cost no outpatient group decides", out, "as this deal declares it"),
        )
    )


def _sides(found: CareElsewhere, eyes: Eyes) -> Table:
    columns = (
        Column("What"),
        Column("By the group", "right"),
        Column("Elsewhere", "right"),
        Column("Provider not named", "right"),
        Column("All", "right"),
    )
    rows = (
        _side_row("Visits", found.visits, _number, eyes),
        _side_row("Cost", found.cost, dollars, eyes),
    )
    return Table("Who gave the care", columns, rows)


def _number(amount: int) -> str:
    return f"{amount:,}"


def _side_row(name: str, split: Split, cell: Callable[[int], str], eyes: Eyes) -> Row:
    parts = (split.own, split.elsewhere, split.not_named)
    may_split = _may_split(split, eyes)
    shown = [cell(one.amount) if may_split else NOT_SHOWN for one in parts]
    whole = cell(split.amount) if eyes.may_see(max(one.people for one in parts)) else NOT_SHOWN
    return Row((name, *shown, whole))


def _providers(found: CareElsewhere, eyes: Eyes) -> list[Block]:
    columns = (Column("Other providers"), Column("People", "right"), Column("Share", "right"))
    rows = tuple(
        Row((band, f"{people:,}", percent(share(people, found.people))))
        for band, people in eyes.bands(dict(found.providers)).items()
    )
    table = Table("How many providers outside the group each person visited", columns, rows)
    blocks: list[Block] = [table, Prose(_continuity(found, eyes))]
    if found.visits_without_provider and not eyes.is_outside:
        number = found.visits_without_provider
        words = f"Visits elsewhere whose provider has no number, in neither count: {number:,}."
        blocks.append(Prose(words))
    return blocks


def _continuity(found: CareElsewhere, eyes: Eyes) -> str:
    one = found.continuity
    if one.index is None:
        return "Nobody has enough visits to say how far they stay with one provider."
    if not eyes.may_see(one.people):
        return "Too few people have enough visits to say here how far they stay with one provider."
    people = eyes.count(one.people, found.people)
    single = eyes.count(one.with_one_provider, one.people)
    index = f"{float(one.index):.2f}"
    counted = "People with enough visits to tell" if people == NOT_SHOWN else f"{people} people"
    return (
        f"{counted} have a mean continuity of {index}: 1 means that all visits of a person are "
        "with one provider, 0 that each is with another (the Bice-Boxerman index). With one "
        f"provider only: {single}."
    )


def is_by_part(found: CareElsewhere, eyes: Eyes) -> bool:
    """Tell whether cost may be shown for each sort of care."""
    return eyes.may_see(*(part.cost.people for part in found.parts))


def _may_reach(found: CareElsewhere, eyes: Eyes) -> bool:
    return eyes.may_see(*(amount.people for amount in found.reach.values()))


def _sorts(found: CareElsewhere, eyes: Eyes) -> list[Block]:
    if is_by_part(found, eyes):
        parts = found.parts
    elif _may_reach(found, eyes):
        parts = tuple(
            PartCost(_REACH_NAMES[reach], reach, amount) for reach, amount in found.reach.items()
        )
    else:
        return [Prose("Some sorts of care are of 1 to 10 people, so cost is not shown by sort.")]
    columns = (
        Column("Sort of care"),
        Column("People", "right"),
        Column("Cost", "right"),
        Column("Share", "right"),
        Column("PMPM", "right"),
        Column("Can good outpatient care change it?"),
    )
    shown = [part for part in parts if part.is_within_reach is not None or part.cost.amount]
    rows = [_sort_row(part, found, eyes) for part in shown]
    footnote = "" if is_by_part(found, eyes) else "Sorts are joined: some are of 1 to 10 people."
    return [Table("Cost by sort of care", columns, tuple(rows), footnote)]


def _sort_row(part: PartCost, found: CareElsewhere, eyes: Eyes) -> Row:
    cost: Amount = part.cost
    return Row(
        (
            part.name,
            eyes.count(cost.people, found.people),
            dollars(cost.amount),
            percent(share(cost.amount, found.cost.amount)),
            dollars(cost.amount / found.members.amount, 2),
            _REACH[part.is_within_reach],
        )
    )


def _hospital(found: CareElsewhere, eyes: Eyes) -> str:
    one = found.hospital
    if not one.people:
        return "The bills hold no day in hospital."
    if not eyes.may_see(one.people):
        return "1 to 10 people were in hospital; their days are not shown here."
    rate = one.days * 1000 * 12 / found.members.amount
    words = (
        f"In hospital: {eyes.count(one.people, found.people)} people, {one.stays:,} stays, "
        f"{one.days:,} days, which is {float(rate):,.0f} days a year for 1,000 members."
    )
    if not one.stays_without_end:
        return words
    endless = eyes.count(one.stays_without_end, one.stays_without_end)
    return f"{words} Stays without a last day, whose days are not counted: {endless}."
