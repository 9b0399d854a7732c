"""How well facts at intake say who improves, for patients the model has not seen."""

from __future__ import annotations

from fairterms.outcomes.group_results.case_mix import CaseMix
from fairterms.outcomes.group_results.page.wording import between, chance, percent, points
from fairterms.outcomes.small_cells.audience import Audience, may_show_rate
from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.inline import Term
from fairterms.publish.number_blocks import Column, Row, Table


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
        Whose eyes it is for: outside, a tenth with 1 to 10 people is not shown.
    """
    check = found.calibration
    contract = ", ".join(adjusts_for) if adjusts_for else "nothing"
    rests = (
        f" below rests on {', '.join(found.facts)}, learned from {found.learned_on:,} patients of "
        f"earlier years. The contract adjusts for {contract}."
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
        f"Expected {percent(check.expected_rate)}, seen {percent(check.observed_rate)}; "
        f"{check.tenths_off} of {len(check.tenths)} tenths lie outside what chance allows."
    )
    items = [told_apart, held, *_left_out(found, audience)]
    return [
        Heading(2, "Case mix", "case-mix"),
        Prose(lead),
        _tenths(found, audience),
        Bullets(tuple(items)),
    ]


def _tenths(found: CaseMix, audience: Audience) -> Block:
    rows = []
    for number, tenth in enumerate(found.calibration.tenths, start=1):
        is_hidden = audience is Audience.OUTSIDE and not may_show_rate(
            tenth.observed, tenth.patients
        )
        seen = ("not shown", "not shown", "not shown")
        if not is_hidden:
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
