"""Lay several contracts side by side: measures, deadlines, and reports that one extract serves."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import deal_folder, say, stop_refused
from fairterms.cli.page_files import write_page
from fairterms.contract import deal as deals
from fairterms.monitor.alignment.alignment import Alignment, aligned
from fairterms.monitor.alignment.deal_side import DealSide, read_side
from fairterms.monitor.alignment.section import alignment_blocks
from fairterms.monitor.monitoring import days_owed
from fairterms.publish.page import Report
from fairterms.units.refusal import Refusal


def run(
    folders: Annotated[list[Path], typer.Argument(help="Two or more.", metavar="DEAL DEAL...")],
    on: Annotated[
        datetime | None,
        typer.Option(help="Deadlines from this day on.", formats=["%Y-%m-%d"], metavar="DAY"),
    ] = None,
    out: Annotated[Path, typer.Option(help="Where the page is written.", metavar="FOLDER")] = Path(
        "reports"
    ),
) -> None:
    """Compare the deals and write the page."""
    day = on.date() if on else datetime.now(UTC).date()
    try:
        sides = [_side(folder) for folder in folders]
        owed = [
            one
            for folder, side in zip(folders, sides, strict=True)
            for one in days_owed(folder, side.deal, day)
        ]
        found = aligned(sides, owed)
    except Refusal as refusal:
        stop_refused(refusal, "cannot be compared: ")
    _print(found)
    report = Report(
        title="Several contracts side by side",
        subtitle=", ".join(side.deal for side in sides),
        blocks=alignment_blocks(found),
        footer=("Made with Fairterms. It is not legal advice.",),
        made_on=day.isoformat(),
    )
    for path in write_page(report, out, "side-by-side", "html", "pdf", "xlsx"):
        say(f"  {path}")


def _side(folder: Path) -> DealSide:
    return read_side(deals.read(deal_folder(folder)).folder)


def _print(found: Alignment) -> None:
    say(f"{len(found.families)} measures stand in more than one contract.", style="bold")
    say(f"{len(found.extracts)} reports could share an extract.", style="bold")
    say("\nThe page:")
