"""What the records are worth: what was loaded, what was set aside, what cannot be worked out."""

from collections.abc import Sequence

from fairterms.outcomes.group_results.feeds import Loaded
from fairterms.outcomes.group_results.page.wording import counted
from fairterms.outcomes.small_cells.audience import NOT_SHOWN, Audience, show
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.records.acceptance import Acceptance, Answer, Seen

SHOWN = 12
"""Rules shown for one file; the rest are counted."""


def records_section(
    loaded: Loaded, audience: Audience = Audience.GROUP, *, is_short: bool = False
) -> list[Block]:
    """Show each file with what the acceptance rules found.

    Parameters
    ----------
    loaded
        The records.
    audience
        Whose eyes the page is for: outside, no row is named and no 1 to 10 rows are counted.
    is_short
        Whether only what was set aside, refused or cannot be run is shown.
    """
    blocks: list[Block] = [Heading(2, "The records", "records")]
    if not loaded.reports and not loaded.refused:
        return [
            *blocks,
            Prose(
                "There is no file in the deal's records folder that is named after a table, such "
                "as assessments.csv. Without records nobody can say whether a target can be met."
            ),
        ]
    blocks.append(_overview(loaded.reports, audience))
    blocks += [_refusal(name, str(refusal)) for name, refusal in loaded.refused]
    blocks += _gaps(loaded.reports)
    for report in loaded.reports:
        blocks += _findings(report, audience, is_short=is_short)
    return blocks


def _overview(reports: Sequence[Acceptance], audience: Audience) -> Block:
    rows = tuple(
        Row(
            (
                report.load.file,
                report.load.table,
                show(report.load.rows_loaded, audience),
                show(report.load.rows_set_aside, audience),
                counted(len(report.found), "rule"),
            )
        )
        for report in reports
    )
    columns = (
        Column("File"),
        Column("Table"),
        Column("Rows that count", "right"),
        Column("Set aside", "right"),
        Column("Found something", "right"),
    )
    note = "A row set aside is kept with its reason. Nothing is dropped in silence."
    return Table("What was loaded", columns, rows, footnote=note)


def _refusal(name: str, words: str) -> Block:
    lines = tuple(line.strip() for line in words.splitlines())
    return Callout("warning", f"{name} could not be read.", (Bullets(lines),))


def _gaps(reports: Sequence[Acceptance]) -> list[Block]:
    found = dict.fromkeys(gap for report in reports for gap in report.gaps)
    if not found:
        return []
    items = tuple(f"{gap.term}: {'; '.join(gap.lacking)}." for gap in found)
    words = (
        "No data, no risk: a term that nobody can work out from the records should carry no "
        "money until they are there."
    )
    return [
        Callout(
            "warning",
            "Some of the contract cannot be worked out from these records.",
            (Prose(words), Bullets(items)),
        )
    ]


def _findings(report: Acceptance, audience: Audience, *, is_short: bool) -> list[Block]:
    found = [answer for answer in report.found if answer.rule.sets_aside or not is_short]
    if not found:
        return []
    shown = found[:SHOWN]
    rows = tuple(_row(answer, seen, audience) for answer in shown for seen in answer.seen[:3])
    note = "Row numbers are those of the file. No value of a row is shown here."
    if len(found) > SHOWN:
        note += f" {len(found) - SHOWN} more rules found something."
    columns = (
        Column("What was looked for"),
        Column("What was found"),
        Column("Rows", "right"),
        Column("The first rows"),
        Column("What to do"),
    )
    return [Table(f"{report.load.file}: what the rules found", columns, rows, footnote=note)]


def _row(answer: Answer, seen: Seen, audience: Audience) -> Row:
    is_own = audience is Audience.GROUP
    numbers = ", ".join(f"{number:,}" for number in seen.rows) if is_own else NOT_SHOWN
    kept = "set aside" if answer.rule.sets_aside else "kept"
    return Row(
        (
            answer.rule.title,
            f"{seen.reason} ({kept})",
            show(seen.count, audience),
            numbers or "the file",
            answer.rule.fix,
        )
    )
