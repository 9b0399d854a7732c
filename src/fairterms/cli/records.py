"""Test the records of a deal before anything is worked out from them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from fairterms.cli.console import FOUND_SOMETHING, deal_folder, err, say, stop
from fairterms.cli.outcomes import declared
from fairterms.outcomes.group_results.feeds import FOLDER, MAP_SUFFIX, Feed, Loaded, files, loaded
from fairterms.records import column_map
from fairterms.records.acceptance import Acceptance, Seen
from fairterms.records.need import FIGURES, need
from fairterms.units.problem import Problem

MOST_SEEN = 3
"""Reasons shown for one rule; the rest are counted."""


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
    columns: Annotated[
        bool, typer.Option("--columns", help="Show which column of each file is which of ours.")
    ] = False,
    save: Annotated[
        bool,
        typer.Option("--save", help="Save the column maps beside the files, to be used unchanged."),
    ] = False,
) -> None:
    """Load every file, ask every rule, and say what cannot be worked out."""
    folder = deal_folder(deal)
    if not files(folder):
        stop([_no_records(folder)])
    declaration = declared(folder)
    needs = [need(figure, figure) for figure in FIGURES]
    with (
        err.status("Starting…") as status,
        loaded(folder, declaration.reached, needs, lambda s: status.update(f"{s}…")) as found,
    ):
        status.stop()
        _print(found, is_shown=columns)
        if save:
            _save(found.feeds)
    if found.refused or any(not report.is_clean for report in found.reports):
        raise typer.Exit(FOUND_SOMETHING)


def _no_records(folder: Path) -> Problem:
    return Problem(
        str(folder / FOLDER),
        0,
        "there is no file named after a table",
        "no-records",
        "each table of the records is one file, so that it can be read and checked by itself",
        "add files such as assessments.csv, visits.csv and patients.csv; "
        "the manual's page “records” lists the tables",
    )


def _print(found: Loaded, *, is_shown: bool) -> None:
    for name, refusal in found.refused:
        say(f"{name}: not loaded", style="bold")
        err.print(Text(str(refusal)))
    for feed, report in zip(found.feeds, found.reports, strict=True):
        load = report.load
        say(
            f"{load.file}: {load.rows_loaded:,} rows count, {load.rows_set_aside:,} set aside",
            style="bold",
        )
        if is_shown:
            say(column_map.write(feed.columns))
        _print_findings(report)
    gaps = dict.fromkeys(gap for report in found.reports for gap in report.gaps)
    if gaps:
        say("\nNo data, no risk: this cannot be worked out from these records.", style="bold")
        for gap in gaps:
            say(f"  {gap.term}: {'; '.join(gap.lacking)}")


def _print_findings(report: Acceptance) -> None:
    if not report.found:
        say(f"  {len(report.answers)} rules asked, nothing found")
    for answer in report.found:
        kept = "set aside" if answer.rule.sets_aside else "kept"
        say(f"  {answer.rule.title}: {answer.count:,} ({kept})")
        for seen in answer.seen[:MOST_SEEN]:
            say(f"    {seen.reason}{_rows(seen)}")
        if len(answer.seen) > MOST_SEEN:
            say(f"    and {len(answer.seen) - MOST_SEEN} more reasons")
        say(f"    what to do: {answer.rule.fix}")


def _rows(seen: Seen) -> str:
    if not seen.rows:
        return ""
    numbers = ", ".join(f"{row:,}" for row in seen.rows)
    more = f" and {seen.count - len(seen.rows):,} more" if seen.count > len(seen.rows) else ""
    return f" (rows {numbers}{more})"


def _save(feeds: Sequence[Feed]) -> None:
    for feed in feeds:
        path = feed.path.with_name(feed.table + MAP_SUFFIX)
        # Of two files for one table the first gives the map; the second never overwrites it.
        if not path.exists():
            column_map.save(feed.columns, path)
            say(f"saved {path}")
