"""Write a commented deal folder to start from."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import say, stop
from fairterms.units.problem import Problem

STARTER = Path(__file__).parent / "starter"


def run(
    deal: Annotated[Path, typer.Argument(help="The folder to make.", metavar="DEAL")],
) -> None:
    """Copy the starter folder; never write into one that holds something."""
    if deal.exists() and (deal.is_file() or any(deal.iterdir())):
        stop([_taken(deal)])
    shutil.copytree(STARTER, deal, dirs_exist_ok=True)
    say(f"Made {deal}:", style="bold")
    for path in sorted(path for path in deal.rglob("*") if path.is_file()):
        say(f"  {path}")
    say("\nNext:")
    say(f"  1. Put the contract's documents into {deal / 'contract'}.")
    say(f"  2. Write its payment terms into {deal / 'terms.toml'}; the comments tell how.")
    say(f"  3. Check them:  fairterms check {deal}")
    say(f"  4. Decide:      fairterms decide {deal}")


def _taken(deal: Path) -> Problem:
    return Problem(
        str(deal),
        0,
        "there is something here already",
        "folder-exists",
        "a deal folder is never written over",
        "choose another name",
    )
