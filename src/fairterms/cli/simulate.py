"""Simulate the years that may come, print what comes first, and write the pages."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli import histogram
from fairterms.cli.console import (
    FOUND_SOMETHING,
    WITH,
    deal_folder,
    err,
    offered,
    say,
    sound_contract,
    stop,
    stop_refused,
)
from fairterms.cli.page_files import write_page
from fairterms.contract import deal as deals
from fairterms.contract.deal import Deal
from fairterms.decide.own_past import past_of
from fairterms.simulate.deal_forecast import YearForecast
from fairterms.simulate.forecast import declaration_reader
from fairterms.simulate.forecast.declaration import FILE, Declaration
from fairterms.simulate.forecast.panel import YEARS, fingerprint
from fairterms.simulate.forecast.planning import Sample
from fairterms.simulate.forecast.year_moves import BLOCKS
from fairterms.simulate.outlook import Outlook, look
from fairterms.simulate.page.report import build
from fairterms.simulate.page.wording import chance, estimate
from fairterms.units.problem import Problem
from fairterms.units.refusal import Refusal


def run(  # noqa: PLR0913, PLR0917 -- each argument is an option of the verb
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
    years: Annotated[
        int,
        typer.Option(
            help="How many years, at least; rounded up to a multiple of 32.", min=2 * BLOCKS
        ),
    ] = YEARS,
    seed: Annotated[int, typer.Option(help="The same seed gives the same years.", min=0)] = 2027,
    threads: Annotated[int, typer.Option(help="How many parts run side by side.", min=1)] = 1,
    shards: Annotated[
        int, typer.Option(help="Into how many parts the years are cut; 0 chooses.", min=0)
    ] = 0,
    changes: Annotated[
        Path | None,
        typer.Option("--with", help=WITH, metavar="OFFER", show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Where the pages are written.", metavar="FOLDER", show_default=False),
    ] = None,
) -> None:
    """Simulate, print and write."""
    folder = deal_folder(deal)
    offer = offered(changes)
    contract = sound_contract(folder, offer)
    declared, whole = declared_forecast(folder), replace(sound_deal(folder), offer=offer)
    target = out or Path("reports") / folder.resolve().name
    sample = Sample(seed, -(-years // BLOCKS) * BLOCKS, threads, shards)
    with err.status("Starting…") as status:

        def tell(stage: str) -> None:
            status.update(f"{stage}…")

        try:
            past = past_of(whole, contract, declared, tell=tell)
            found = look(whole, contract, declared, past, sample, tell)
        except Refusal as refusal:
            status.stop()
            stop_refused(refusal, "")
        status.update("Writing the pages…")
        page = build(whole, contract, found, datetime.now(UTC).date())
        paths = write_page(page, target, "forecast", "html", "pdf", "xlsx")
    if offer is not None:
        say(f"With {offer.title}", style="bold")
    _print(found)
    say("\nThe pages:", style="bold")
    for path in paths:
        say(f"  {path}")
    if not found.forecast.years:
        raise typer.Exit(FOUND_SOMETHING)


def declared_forecast(folder: Path) -> Declaration:
    """Read forecast.toml; end with advice when it is missing or has problems."""
    declared = declaration_reader.read(folder)
    if declared is None:
        stop([_no_forecast(folder)])
    if declared.problems:
        stop(declared.problems)
    return declared


def sound_deal(folder: Path) -> Deal:
    """Read deal.toml; end with every problem when there is one."""
    deal = deals.read(folder)
    if deal.problems:
        stop(deal.problems)
    return deal


def _no_forecast(folder: Path) -> Problem:
    return Problem(
        str(folder / FILE),
        0,
        "there is no forecast.toml in the deal folder",
        "no-forecast",
        "what a year may bring is said by the group, never guessed",
        "copy the one of examples/cedar and change it; the manual's page “simulate” explains it",
    )


def _print(found: Outlook) -> None:
    for one in found.forecast.years:
        _print_year(one)
    for missing in found.forecast.missing:
        say(f"{missing.period}: {missing.refusal}", style="bold")


def _print_year(one: YearForecast) -> None:
    forecast = one.forecast
    say(f"{one.period} ({forecast.years:,} simulated years)", style="bold")
    say(f"  What the contract pays        {estimate(forecast.payment)}")
    say(f"  What the deal adds            {estimate(forecast.gain)}")
    say(f"  Net margin after the work     {estimate(forecast.net_margin)}")
    say(f"  Chance of a loss              {chance(forecast.loses)}")
    say(f"  One year in twenty is below   {estimate(forecast.percentile_5)}")
    say(f"  Mean of the worst 5 %         {estimate(forecast.worst_years)}")
    say("  Net margin, share of years:")
    for line in histogram.lines(one.settled.net):
        say(f"  {line}")
    say(f"  Fingerprint of the years: {fingerprint(one.years)}")
