"""Tell one number's story down to the figures."""

from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import say, stop
from fairterms.cli.settling import Figures, Scenario, Year, settle_deal
from fairterms.settle.settlement import Line, Settlement
from fairterms.settle.story import earlier_lines, source_line
from fairterms.units.problem import Problem, nearest


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
    step: Annotated[str, typer.Argument(help="The step, such as payable.", metavar="STEP")],
    figures: Figures = None,
    scenario: Scenario = "",
    year: Year = None,
) -> None:
    """Print the tree under one step."""
    settlement = settle_deal(deal, figures, scenario, year)
    try:
        line = settlement.line(step)
    except KeyError:
        known = [line.id for line in settlement.lines]
        stop(
            [
                Problem(
                    "settlement",
                    0,
                    f'no one step is called "{step}"',
                    "unknown-step",
                    "a step is named clause.step",
                    nearest(step, known) or f"the steps are: {', '.join(known)}",
                )
            ]
        )
    _tell(settlement, line, depth=0, told=set())


def _tell(settlement: Settlement, line: Line, depth: int, told: set[str]) -> None:
    indent = "  " * depth
    say(f"{indent}{line.id} = {line.written}", style="bold" if depth == 0 else "")
    if line.id in told:
        say(f"{indent}  (explained above)")
        return
    told.add(line.id)
    say(f"{indent}  {line.words}")
    for cite in line.cites:
        say(f"{indent}  where: {cite}{f': “{cite.quote}”' if cite.quote else ''}")
    for name, value in line.reads:
        inner = source_line(settlement, line, name)
        if inner is not None:
            _tell(settlement, inner, depth + 1, told)
        else:
            is_figure = name in settlement.figures.values
            say(f"{indent}  {name} = {value} ({'figure' if is_figure else 'term'})")
    for before in earlier_lines(settlement, line, told):
        _tell(settlement, before, depth + 1, told)
