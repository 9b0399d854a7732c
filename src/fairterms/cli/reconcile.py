"""Lay the plan's statement beside ours, and say which assumption explains the difference."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import FOUND_SOMETHING, deal_folder, err, report_problems, say
from fairterms.cli.page_files import write_page
from fairterms.cli.settling import Figures
from fairterms.outcomes.small_cells.audience import Audience
from fairterms.reconcile.dispute import letter
from fairterms.reconcile.page import answer, page
from fairterms.reconcile.reconciliation import Asked, Reconciliation, own_report, reconcile
from fairterms.reconcile.statement.checks import is_note


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
    statement: Annotated[
        Path, typer.Argument(help="The plan's file: CSV, VBPR JSON or 835.", metavar="STATEMENT")
    ],
    figures: Figures = None,
    before: Annotated[
        Path | None,
        typer.Option(help="An earlier statement of the same year.", metavar="FILE"),
    ] = None,
    delivered: Annotated[
        datetime | None,
        typer.Option(help="The day it came.", formats=["%Y-%m-%d"], metavar="DAY"),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Where the files are written.", metavar="FOLDER", show_default=False),
    ] = None,
) -> None:
    """Print the answer and write the page, the letter and the worksheet."""
    folder = deal_folder(deal)
    came = delivered.date() if delivered else None
    asked = Asked(folder, statement, figures, before, came)
    with err.status("Starting…") as status:
        found = reconcile(asked, lambda stage: status.update(f"{stage}…"))
    report_problems([one for one in found.problems if not is_note(one)])
    say(answer(found), style="bold")
    target = out or Path("reports") / folder.resolve().name
    paths = _write(found, target)
    say("\nThe files:", style="bold")
    for path in paths:
        say(f"  {path}")
    if found.dispute is None:
        raise typer.Exit(FOUND_SOMETHING)


def _write(found: Reconciliation, target: Path) -> list[Path]:
    today = datetime.now(UTC).date()
    paths = write_page(
        page(found, Audience.GROUP, today), target, "reconciliation", "html", "pdf", "xlsx"
    )
    dispute = found.dispute
    if dispute is None:
        return paths
    if dispute.is_needed:
        asks = letter.build(dispute, today.isoformat())
        paths += write_page(asks, target, "letter-about-the-statement", "docx")
    own = target / "our-settlement.vbpr.json"
    own.write_text(own_report(found, today), encoding="utf-8")
    return [*paths, own]
