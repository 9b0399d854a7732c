"""Compare two attribution lists, in members and dollars."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import deal_folder, say, stop_refused
from fairterms.cli.page_files import write_page
from fairterms.outcomes.small_cells.audience import Audience
from fairterms.reconcile.attribution_lists.two_files import compare, page
from fairterms.units.refusal import Refusal


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
    older: Annotated[Path, typer.Argument(help="The list as it was.", metavar="OLDER")],
    newer: Annotated[Path, typer.Argument(help="The list as it is now.", metavar="NEWER")],
    year: Annotated[int, typer.Option(help="The performance year.", metavar="YYYY")],
    received: Annotated[
        datetime | None,
        typer.Option(help="The day the newer came.", formats=["%Y-%m-%d"], metavar="DAY"),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Where the page is written.", metavar="FOLDER", show_default=False),
    ] = None,
) -> None:
    """Compare the lists and write the page."""
    folder, today = deal_folder(deal), datetime.now(UTC).date()
    came = received.date() if received else today
    try:
        found = compare(folder, _with_bundles(older), _with_bundles(newer), year, came)
    except Refusal as refusal:
        stop_refused(refusal, "cannot be compared: ")
    worth = found.worth
    say(f"Net change: {worth.net_months:+,} member-months", style="bold")
    if worth.together is not None:
        say(f"Together they move {worth.together.dollars:+,.2f} dollars.")
    report = page(found, Audience.GROUP, today)
    for path in write_page(
        report, out or Path("reports") / folder.resolve().name, "lists", "html", "pdf", "xlsx"
    ):
        say(f"  {path}")


def _with_bundles(path: Path) -> list[Path]:
    """Return a list with the bundles beside it, which hold the people and payers it names."""
    beside = sorted(one for one in path.parent.glob("*bundle*.json") if one != path)
    return [path, *beside]
