"""How well facts at intake say who improves, for patients the model has not seen."""

from __future__ import annotations

from collections.abc import Sequence

from fairterms.outcomes.group_results.case_mix import CaseMix
from fairterms.outcomes.group_results.page.wording import between, chance, percent, points
from fairterms.outcomes.small_cells.audience import NOT_SHOWN, Audience, may_show_rate, show
from fairterms.outcomes.small_cells.rates import protect_rates
from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.inline import Term
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.units.refusal import Refusal


def case_mix_section(
    found: CaseMix, adjusts_for: tuple[str, ...], audience: Audience
) -> list[Block]:
    """Show how far the mix of patients decides the result.

    Parameters
    ----------
    found
        The model, held against the last year.
    adjusts_for
        What the contract itself adjusts for.
    audience
        Whose eyes it is for: outside, a tenth that tells of 1 to 10 people is not shown, nor one
        that would give it away.
    """
    check = found.calibration
    *tenths_shown, is_whole_shown = _may_show(found, audience)
    contract = ", ".join(adjusts_for) if adjusts_for else "nothing"
    rests = (
        f" below rests on {', '.join(found.facts)}, learned from "
        f"{show(found.learned_on, audience)} patients of earlier years. "
        f"The contract adjusts for {contract}."
    )
    lead: tuple[str | Term, ...] = (
        "What was known at intake says something about who will improve. The ",
        Term("case mix", "how ill, how old and how burdened a group's patients are at the start"),
        rests,
    )
    told_apart = (
        "Of a patient who improved and one who did not, the first was expected likelier to in "
        f"{percent(check.discrimination, 0)} of pairs; a coin gives 50 %."
    )
    held = (
        f"Expected {percent(check.expected_rate)}, "
        f"seen {percent(check.observed_rate) if is_whole_shown else NOT_SHOWN}; "
        f"{check.tenths_off} of {len(check.tenths)} tenths lie outside what chance allows."
    )
    items = [told_apart, held, *_left_out(found, audience)]
    return [
        Heading(2, "Case mix", "case-mix"),
        Prose(lead),
        _tenths(found, tenths_shown),
        Bullets(tuple(items)),
    ]


def _may_show(found: CaseMix, audience: Audience) -> tuple[bool, ...]:
    """Say of each tenth, and of all patients last, whether what was seen may be shown."""
    tenths = found.calibration.tenths
    try:
        rates = protect_rates(
            "improvement",
            [str(number) for number in range(1, len(tenths) + 1)],
            [tenth.observed for tenth in tenths],
            [tenth.patients for tenth in tenths],
        )
    except Refusal:  # nothing of so few people can be shown safely
        return (audience is Audience.GROUP,) * (len(tenths) + 1)
    return rates.may_show(audience)


def _tenths(found: CaseMix, is_shown: Sequence[bool]) -> Block:
    rows = []
    for number, (tenth, may_show) in enumerate(
        zip(found.calibration.tenths, is_shown, strict=True), start=1
    ):
        seen = (NOT_SHOWN, NOT_SHOWN, NOT_SHOWN)
        if may_show:
            seen = (
                f"{tenth.patients:,}",
                percent(tenth.observed_rate),
                between(tenth.low, tenth.high),
            )
        rows.append(Row((str(number), seen[0], percent(tenth.expected_rate), *seen[1:])))
    columns = (
        Column("Tenth, by what was expected"),
        Column("Patients", "right"),
        Column("Expected", "right"),
        Column("Seen", "right"),
        Column("Chance allows", "right"),
    )
    return Table("Expected and seen, for patients the model has not seen", columns, tuple(rows))


def _left_out(found: CaseMix, audience: Audience) -> list[str]:
    """Name what the model does not have and whose patients depart from it."""
    told = []
    for one in found.left_out:
        if audience is Audience.OUTSIDE and not may_show_rate(one.observed, one.patients):
            continue
        what = one.fact if one.value == "yes" else f"{one.fact} {one.value}"
        told.append(
            f"Left out: {what}. These patients improved {points(one.rate_gap)} against what was "
            f"expected (chance alone: {chance(one.p_value)})."
        )
    return told
