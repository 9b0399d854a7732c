"""Settle a contract on a set of figures."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from fairterms.cli.console import out, print_json, say
from fairterms.cli.settling import Figures, Scenario, Year, settle_deal
from fairterms.settle.export import as_csv, as_record
from fairterms.settle.settlement import Settlement


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
    figures: Figures = None,
    scenario: Scenario = "",
    year: Year = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
) -> None:
    """Print the worksheet."""
    settlement = settle_deal(deal, figures, scenario, year)
    if json:
        print_json(as_record(settlement))
    elif csv:
        out.print(as_csv(settlement), end="", markup=False)
    else:
        _print(settlement)


def _print(settlement: Settlement) -> None:
    say(settlement.contract, style="bold")
    say(f"{settlement.period} · figures: {settlement.figures.title}\n")
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Step", overflow="fold")
    table.add_column("Amount", justify="right", no_wrap=True)
    table.add_column("How")
    table.add_column("Where")
    clause = ""
    for line in settlement.lines:
        if line.clause != clause:
            clause = line.clause
            table.add_row()
        style = "bold" if not line.clause else ""
        where = str(line.cites[0]) if line.cites else ""
        table.add_row(line.id, line.written, line.words, where, style=style)
    out.print(table)
    idle = [bite for bite in settlement.bites if not bite.bit]
    if idle:
        say("\nDid not bite:", style="bold")
    for bite in idle:
        say(f"  {bite.id}: {bite.reason}")
    payable = settlement.payable
    whom = "the plan pays the group" if payable >= 0 else "the group owes the plan"
    say(f"\nPayable: {settlement.lines[-1].written} ({whom}).", style="bold")
    say(f"Settlement {settlement.hash}")
