"""Tell one number's story down to the figures."""

from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import say, stop
from fairterms.cli.settling import Figures, Scenario, Year, settle_deal
from fairterms.settle.settlement import Line, Settlement
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
        inner = _line(settlement, line, name)
        if inner is not None:
            _tell(settlement, inner, depth + 1, told)
        else:
            is_figure = name in settlement.figures.values
            say(f"{indent}  {name} = {value} ({'figure' if is_figure else 'term'})")
    for before in _before(settlement, line, told):
        _tell(settlement, before, depth + 1, told)


def _line(settlement: Settlement, line: Line, name: str) -> Line | None:
    for candidate in (f"{line.clause}.{name}", name):
        for other in settlement.lines:
            if other.id == candidate and other.id != line.id:
                return other
    results = [other for other in settlement.lines if other.clause == name]
    return results[-1] if results and name != line.clause else None


def _before(settlement: Settlement, line: Line, told: set[str]) -> list[Line]:
    """Return the earlier steps of the same clause that a step rests on.

    Those its formula names in words; and under a clause's result every other step of the clause,
    so that nothing is left untold.
    """
    own = [other for other in settlement.lines if other.clause == line.clause]
    earlier = own[: own.index(line)]
    named = [other for other in earlier if other.name.replace("_", " ") in line.words]
    is_result = own[-1] is line
    if named and not is_result:
        return named
    return [*named, *(one for one in earlier if one not in named and one.id not in told)]
