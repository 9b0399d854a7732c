"""Record a run as a test script."""

from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import deal_folder, say, sound_contract, stop
from fairterms.cli.settling import Figures, Scenario, Year, settle_deal
from fairterms.settle.recording import file_name, record
from fairterms.settle.settlement import year_to_name
from fairterms.units.problem import Problem


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
    name: Annotated[str, typer.Option(help="What the script shows, in a few words.")] = "",
    figures: Figures = None,
    scenario: Scenario = "",
    year: Year = None,
) -> None:
    """Settle, and write the script into the deal's scripts folder."""
    settlement = settle_deal(deal, figures, scenario, year)
    title = name or settlement.figures.title
    folder = deal_folder(deal) / "scripts"
    path = folder / file_name(title)
    if path.exists():
        stop(
            [
                Problem(
                    path.name,
                    0,
                    "a script of that name exists",
                    "script-exists",
                    "an agreed script is never overwritten",
                    'give another name with --name "…", or remove the old one yourself',
                )
            ]
        )
    folder.mkdir(exist_ok=True)
    path.write_text(
        record(settlement, title, year_to_name(sound_contract(deal), settlement.period)),
        encoding="utf-8",
    )
    say(f"Wrote {path}. Read it with the other side; each adds the day it agreed under [agreed].")
