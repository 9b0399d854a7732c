"""Price the open readings of a deal."""

from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import deal_folder, err, say, sound_contract, stop_refused
from fairterms.contract import deal as deals
from fairterms.contract.clause import Contract
from fairterms.contract.performance_year import first_period, terms_in_force
from fairterms.settle.ambiguity import Ambiguities, Price, price
from fairterms.settle.recording import file_name, record
from fairterms.settle.settlement import settle, written_figure, year_to_name
from fairterms.units.quantity import MONEY
from fairterms.units.quantity import write as written
from fairterms.units.refusal import Refusal


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
    write: Annotated[
        bool, typer.Option("--write", help="Save the worst cases as proposed scripts.")
    ] = False,
) -> None:
    """Print the open questions, dearest first."""
    folder = deal_folder(deal)
    contract = sound_contract(folder)
    scenarios = deals.read(folder).scenarios
    try:
        with err.status("Settling every reading side by side…"):
            in_force = terms_in_force(contract, first_period(contract))
            found = price(in_force, scenarios)
    except Refusal as refusal:
        stop_refused(refusal)
    _print(found)
    if write:
        _write(folder, contract, found)


def _print(found: Ambiguities) -> None:
    if not found.prices:
        say("The terms leave nothing open that the engine knows of.")
        return
    say(f"{len(found.prices)} open questions, tried in {found.tried} scenarios.\n", style="bold")
    for one in found.prices:
        _print_price(one)
    say(f"All questions together can move {_dollars(found.together)}.", style="bold")


def _print_price(one: Price) -> None:
    say(f"{one.question.clause}: {one.question.about}", style="bold")
    if one.scenario is None:
        names = " | ".join(name for name, _ in one.question.readings)
        say(f"  {names}: no difference in any scenario tried\n")
        return
    say(
        f"  up to {_dollars(one.difference)}; it matters in "
        f"{one.share_of_scenarios:.0%} of your scenarios"
    )
    for (name, _), amount in zip(one.question.readings, one.amounts, strict=True):
        say(f"    {name}: payable {_dollars(amount)}")
    figures = ", ".join(
        f"{name} {written_figure(one.scenario, name)}" for name in one.scenario.values
    )
    say(f"  at: {figures}\n")


def _write(folder: Path, contract: Contract, found: Ambiguities) -> None:
    for one in found.prices:
        if one.scenario is None:
            continue
        title = f"open question {one.question.clause} {one.question.about.partition(':')[0]}"
        path = folder / "scripts" / file_name(title)
        path.parent.mkdir(exist_ok=True)
        settlement = settle(contract, one.scenario, first_period(contract))
        path.write_text(
            record(settlement, title, year_to_name(contract, settlement.period)), encoding="utf-8"
        )
        say(f"Wrote {path}: agree on one reading, then on this script.")


def _dollars(amount: Decimal) -> str:
    return written(amount, MONEY)
