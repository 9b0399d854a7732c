"""Judge whether the group is ready, and the plan a partner; write the pages."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import deal_folder, err, report_problems, say, stop
from fairterms.cli.page_files import write_page
from fairterms.contract import deal as deals
from fairterms.decide.basis import UnusableDeal, gather
from fairterms.decide.preparation import Preparation
from fairterms.prepare.cost_to_comply.page import comply_section
from fairterms.prepare.readiness.report import build

MOST_STEPS = 6
"""First steps printed; the page has them all."""


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
    out: Annotated[
        Path | None,
        typer.Option(help="Where the pages are written.", metavar="FOLDER", show_default=False),
    ] = None,
) -> None:
    """Judge, print what comes first, and write the pages."""
    folder = deal_folder(deal)
    whole = deals.read(folder)
    target = out or Path("reports") / folder.resolve().name
    with err.status("Starting…") as status:
        try:
            basis = gather(whole, lambda stage: status.update(f"{stage}…"))
        except UnusableDeal as unusable:
            status.stop()
            stop(unusable.problems)
        assert basis.preparation is not None, "the whole deal was looked at"
        status.update("Writing the pages…")
        parties = (whole.group.name, whole.plan.name)
        found = basis.preparation
        day = datetime.now(UTC).date().isoformat()
        page = build(
            found.readiness, found.partner, parties, day, tuple(comply_section(found.work))
        )
        paths = write_page(page, target, "ready", "html", "pdf", "xlsx")
    _print(found)
    say("\nThe pages:", style="bold")
    for path in paths:
        say(f"  {path}")


def _print(found: Preparation) -> None:
    if not found.is_declared:
        say("Nobody has spoken for the group: there is no readiness.toml in the deal folder.")
    report_problems([*found.problems, *found.work.problems])
    for one in found.readiness.by_urgency:
        say(f"{one.standing.value:10} {one.criterion.title}")
    steps = found.readiness.first_steps
    if steps:
        say("\nWhat to do first:", style="bold")
    for number, step in enumerate(steps[:MOST_STEPS], start=1):
        say(f"  {number}. {step.do}")
