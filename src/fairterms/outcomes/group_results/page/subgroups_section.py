"""Patients who fare worse than expected together, and the risk category that would follow."""

from __future__ import annotations

from collections.abc import Mapping

from fairterms.outcomes.group_results.page.wording import (
    chance,
    counted,
    dollars,
    percent,
    points,
)
from fairterms.outcomes.group_results.subgroup_search import LIMITS, SubgroupSearch
from fairterms.outcomes.small_cells.audience import Audience, is_small
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Numbered, Prose
from fairterms.publish.inline import Term

HIDDEN = (
    "A subgroup of so few patients was looked at that nothing about it may leave the group's room."
)
_STEPS = (
    "Code a reason for each patient off track, before the outcome is known.",
    "Agree with the plan on the definition: facts known at intake, and nothing later.",
    "Agree on the rate to be expected of these patients, from three periods or more.",
    f"Agree on a cap (here {LIMITS.most_share:.0%} of patients) and a review every year.",
    "Agree on a watch on how the facts are coded.",
    "Sign, both sides. Until three periods exist it is only reported: no penalty, no bonus.",
)


def subgroups_section(
    found: SubgroupSearch, titles: Mapping[str, str], audience: Audience
) -> list[Block]:
    """Show what the search found, whether it held, and what it would change.

    Parameters
    ----------
    found
        The search.
    titles
        What the contract calls each measure, by id.
    audience
        Whose eyes the page is for; a subgroup of few patients is not shown outside.
    """
    heading = Heading(2, "Patients who fare worse together", "subgroups")
    if audience is Audience.OUTSIDE and _is_telling(found):
        return [heading, Prose(HIDDEN)]
    blocks: list[Block] = [heading, Prose(_lead(found))]
    if not found.is_surprising:
        blocks.append(Prose(_nothing(found)))
        return blocks
    blocks.append(Callout("note", _title(found), (Bullets(tuple(_evidence(found))),)))
    if not found.confirmation.is_confirmed:
        words = "It was not found again, so it stays under watch and changes nothing."
        return [*blocks, Prose(words), Bullets(found.confirmation.objections)]
    blocks += _money(found, titles)
    blocks += [
        Heading(3, "From exception to contract term"),
        Prose(
            "These patients deserve a risk category of their own instead of a penalty. What is "
            "still to be done:"
        ),
        Numbered(_STEPS),
    ]
    return blocks


def _is_telling(found: SubgroupSearch) -> bool:
    """Say whether the counts of the subgroup would tell of 1 to 10 people."""
    inside = found.significance.more.found
    counts = (inside.patients, inside.observed, inside.patients - inside.observed)
    members, everyone = found.members
    return any(is_small(count) for count in (*counts, members, everyone - members))


def _lead(found: SubgroupSearch) -> tuple[str | Term, ...]:
    first, last = found.searched
    years = str(first) if first == last else f"{first} to {last}"
    opening = (
        f"All combinations of facts known at intake were searched among the patients of {years} "
        "for those who improve less often than others who were equally ill at the start ("
    )
    return (
        opening,
        Term(
            "subset scan",
            "a search over all combinations of facts for the patients whose results depart most "
            "from what was expected, with the chance that luck alone gives as much",
        ),
        f"). What was found was looked for again among the patients of {found.confirmed_in}.",
    )


def _nothing(found: SubgroupSearch) -> str:
    often = chance(found.significance.more.p_value)
    return (
        "Nothing stands out: where clinicians differ as they do here, chance alone gives as much "
        f"in {often} of worlds."
    )


def _title(found: SubgroupSearch) -> str:
    return f"Found: {found.significance.more.found.subgroup}"


def _evidence(found: SubgroupSearch) -> list[str]:
    more = found.significance.more
    inside = more.found
    failed = (
        f"{inside.observed:,} of {counted(inside.patients, 'patient')} did not improve; "
        f"{inside.expected:.0f} were to be expected."
    )
    luck = (
        f"Chance with clinicians as unlike as these gives as much in {_worlds(more.p_value)} "
        "worlds without a subgroup."
    )
    said = [failed, luck]
    again = found.confirmation.difference
    if again is not None:
        said.append(
            f"Among the {counted(found.members[0], 'patient')} of {found.confirmed_in} the gap is "
            f"{points(again.gap)} ({points(again.low)} to {points(again.high)})."
        )
    if found.adjuster is not None:
        said.append(found.adjuster.verdict)
    if found.confirmation.caution:
        said.append(found.confirmation.caution)
    return said


def _worlds(p_value: float) -> str:
    return f"{100 * p_value:.1f} of 100"


def _money(found: SubgroupSearch, titles: Mapping[str, str]) -> list[Block]:
    adjuster = found.adjuster
    if adjuster is None or found.priced_by is None:
        return [Prose("No measure of the contract prices this gap.")]
    title = titles.get(found.priced_by, found.priced_by)
    lowered = (
        f"These patients lower the group's rate by {points(abs(adjuster.rate_change)).lstrip('+')} "
        f"({adjuster.excess_patients:.0f} more failures than expected in {found.confirmed_in})."
    )
    price = (
        f"Priced by “{title}”, if its rate moves as much, that costs the group "
        f"{dollars(abs(adjuster.dollars))} a year in the expected scenario."
    )
    items = [lowered, price, *_lifted(found)]
    share = found.members[0] / found.members[1] if found.members[1] else 0.0
    items.append(f"The category would hold {percent(share)} of the group's patients.")
    return [Bullets(tuple(items))]


def _lifted(found: SubgroupSearch) -> list[str]:
    """Say what the category would have changed, were it signed before the year looked at."""
    lifted = found.lifted
    if lifted is None:
        return []
    words = (
        f"Had both sides signed the category before {found.confirmed_in}, it would have been: "
        f"{lifted.standing.value}. What that measure pays goes from "
        f"{dollars(lifted.pay_without)} to {dollars(lifted.pay_with)}."
    )
    held = (
        "More was held back: a category in its shadow lifts a penalty and earns no bonus. It can "
        "count in full once three periods of its own rate exist."
    )
    return [words, held] if lifted.is_held else [words]
