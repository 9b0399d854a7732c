"""What settle, explain and new-script share: choosing figures and a year, and settling."""

from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import deal_folder, sound_contract, stop, stop_refused
from fairterms.contract import deal as deals
from fairterms.contract.figure_set import FigureSet
from fairterms.contract.figure_set import read as read_figures
from fairterms.settle.settlement import Settlement, settle
from fairterms.units.period import calendar_year
from fairterms.units.problem import Problem, nearest
from fairterms.units.refusal import Refusal

Figures = Annotated[
    Path | None,
    typer.Option(help="A TOML or CSV file of figures.", metavar="FILE", show_default=False),
]
Scenario = Annotated[str, typer.Option(help="A scenario of the deal, such as expected.")]
Year = Annotated[
    int | None, typer.Option(help="The performance year.", metavar="YYYY", show_default=False)
]


def settle_deal(deal: Path, figures: Path | None, scenario: str, year: int | None) -> Settlement:
    """Settle a deal, or end with what is missing."""
    contract = sound_contract(deal)
    chosen = chosen_figures(deal, figures, scenario)
    try:
        return settle(contract, chosen, calendar_year(year) if year else None)
    except Refusal as refusal:
        stop_refused(refusal)


def chosen_figures(deal: Path, figures: Path | None, scenario: str) -> FigureSet:
    """Read the figures the user named: a file, or a scenario of the deal."""
    if figures is not None:
        found = read_figures(figures)
    else:
        found = _scenario(deal, scenario or "expected")
    if found.problems:
        stop(found.problems)
    return found


def _scenario(deal: Path, name: str) -> FigureSet:
    scenarios = deals.read(deal_folder(deal)).scenarios
    known = {Path(item.file).stem: item for item in scenarios}
    known.update({item.role: item for item in scenarios if item.role not in {"", *known}})
    if name not in known:
        stop([_unknown_scenario(name, list(known))])
    return known[name]


def _unknown_scenario(name: str, known: list[str]) -> Problem:
    listed = f"the scenarios are: {', '.join(known)}" if known else "write scenarios/expected.toml"
    return Problem(
        "scenarios",
        0,
        f'there is no scenario called "{name}"',
        "unknown-scenario",
        "a settlement needs its figures",
        nearest(name, known) or f"{listed}, or name a file with --figures FILE",
    )
