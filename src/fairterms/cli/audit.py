"""Show how an audit stands, and write its report for both sides and for programs."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from fairterms.audit.auditing import Audited, audit
from fairterms.audit.engagement.finding_section import waits
from fairterms.audit.engagement.oscal import export
from fairterms.audit.engagement.reader import FILE
from fairterms.audit.page import page
from fairterms.cli.console import (
    FOUND_SOMETHING,
    deal_folder,
    err,
    report_problems,
    say,
    stop,
)
from fairterms.cli.page_files import write_page
from fairterms.units.problem import Problem

STEM = "audit"


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
    on: Annotated[
        datetime | None,
        typer.Option(help="Look as of a day.", formats=["%Y-%m-%d"], metavar="DAY"),
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Leave out the ready procedures.")] = False,
    out: Annotated[
        Path | None,
        typer.Option(help="Where the files are written.", metavar="FOLDER", show_default=False),
    ] = None,
) -> None:
    """Look at the audit as of a day, and write the report."""
    folder = deal_folder(deal)
    day = on.date() if on else datetime.now(UTC).date()
    with err.status("Reading the audit…"):
        found = audit(folder, day, is_tested=not quick)
    if not found.is_written:
        stop([_no_audit(folder)])
    report_problems(found.problems)
    _print(found)
    say("\nThe files:", style="bold")
    for path in _write(found, out or Path("reports") / folder.resolve().name):
        say(f"  {path}")
    if found.problems:
        raise typer.Exit(FOUND_SOMETHING)


def _no_audit(folder: Path) -> Problem:
    return Problem(
        str(folder / FILE),
        0,
        "this deal has no audit",
        "no-audit",
        "an audit is what is written down of it",
        f"begin {FILE} with [programme]; examples/juniper/{FILE} is one",
    )


def _print(found: Audited) -> None:
    say(f"{found.name}, audit as of {found.on}", style="bold")
    say(f"\nTold to both sides: {len(found.issued)}", style="bold")
    for one in found.issued:
        say(f"  {one.finding.title}: {one.state.value}")
        if not one.is_over:
            say(f"    next: {waits(one)}")
    late = sum(one.is_late for one in found.issued)
    say(f"\nPast their day: {late}", style="bold")
    if found.results:
        say("\nReady procedures:", style="bold")
    for result in found.results:
        say(f"  {result.title}: {result.outcome.value}")
    if found.drafts:
        say(f"\nDrafts that nobody was told: {len(found.drafts)}", style="bold")
    for one in found.drafts:
        lacks = ", ".join(one.finding.missing)
        say(f"  {one.finding.title}: {f'lacks {lacks}' if lacks else 'may be issued'}")


def _write(found: Audited, target: Path) -> list[Path]:
    paths = write_page(page(found), target, STEM, "html", "docx", "pdf")
    path = target / f"{STEM}.json"
    path.write_text(export(found.name, found.on, found.book, found.issued), encoding="utf-8")
    return [*paths, path]
