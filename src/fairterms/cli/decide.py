"""Decide a deal and write the report."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import WITH, deal_folder, err, offered, say, stop
from fairterms.contract import deal as deals
from fairterms.decide.basis import Basis, UnusableDeal, gather
from fairterms.decide.folder import write
from fairterms.decide.report import build


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
    changes: Annotated[
        Path | None,
        typer.Option("--with", help=WITH, metavar="OFFER", show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Where the report is written.", metavar="FOLDER", show_default=False),
    ] = None,
) -> None:
    """Gather, decide, and write the report."""
    folder = deal_folder(deal)
    whole = replace(deals.read(folder), offer=offered(changes))
    target = out or Path("reports") / folder.resolve().name
    with err.status("Starting…") as status:
        try:
            basis = gather(whole, lambda stage: status.update(f"{stage}…"))
        except UnusableDeal as unusable:
            status.stop()
            stop(unusable.problems)
        status.update("Writing the report…")
        paths = write(basis, build(basis, datetime.now(UTC).date()), target)
    _print(basis)
    say("\nThe report:", style="bold")
    for path in paths:
        say(f"  {path}")


def _print(basis: Basis) -> None:
    decision = basis.decision
    say(f"{basis.deal.name}: {decision.answer.value.upper()}", style="bold")
    if basis.deal.offer is not None:
        say(f"  with {basis.deal.offer.title}")
    for number, reason in enumerate(decision.reasons, start=1):
        say(f"  {number}. {reason}")
    say("Not legal advice: have counsel review the contract before you sign.")
