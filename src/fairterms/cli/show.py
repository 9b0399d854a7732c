"""Print the payment terms, or the catalogue of models, in plain English."""

from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import say, sound_contract
from fairterms.payment.description import ClauseDescription, describe
from fairterms.payment.evaluation import paying_clauses
from fairterms.payment.model import Model, TermSpec
from fairterms.payment.models_catalogue import MODELS
from fairterms.units.problem import nearest
from fairterms.units.quantity import Kind


def run(
    deal: Annotated[
        Path | None, typer.Argument(help="The deal folder.", metavar="DEAL", show_default=False)
    ] = None,
    models: Annotated[bool, typer.Option("--models", help="List the payment models.")] = False,
    model: Annotated[str, typer.Option(help="Explain one payment model.")] = "",
) -> None:
    """Print a deal's clauses, or models."""
    if models:
        for entry in MODELS.values():
            say(f"{entry.name:28} {entry.summary}")
    elif model:
        _explain(model)
    elif deal is None:
        raise typer.BadParameter("name a deal folder, or use --models")
    else:
        _print_deal(deal)


def _print_deal(deal: Path) -> None:
    contract = sound_contract(deal)
    say(contract.name, style="bold")
    place = ", ".join(part for part in (contract.jurisdiction, contract.line_of_business) if part)
    say(f"{contract.starts} to {contract.ends}{f' · {place}' if place else ''}")
    say(f"Amounts are rounded {contract.rounding}.")
    for number, clause in enumerate(describe(contract), start=1):
        _print_clause(number, clause)
    say(f"\nPayable: {' + '.join(paying_clauses(contract)) or 'nothing'}.", style="bold")


def _print_clause(number: int, clause: ClauseDescription) -> None:
    say(f"\n{number}. {clause.title} ({clause.id})", style="bold")
    say(f"   {clause.summary}")
    say(f"   {clause.category}; it {clause.role.value}.")
    if clause.takes:
        say(f"   It takes the result of: {', '.join(clause.takes)}.")
    for term in clause.terms:
        say(f"   - {term.name}: {term.value}. ({term.meaning[:1].upper()}{term.meaning[1:]}.)")
        for entry in term.history:
            say(f"       {entry}")
    say("   How it is worked out:")
    for name, words in clause.steps:
        say(f"     {name.replace('_', ' ')} = {words}")
    for sentence in clause.silent:
        say(f"   Open: {sentence}")
    for cite in clause.cites:
        quote = f': "{cite.quote}"' if cite.quote else ""
        say(f"   Where: {cite}{quote}")


def _explain(name: str) -> None:
    if name not in MODELS:
        hint = nearest(name, MODELS) or "see fairterms show --models"
        raise typer.BadParameter(f'there is no model called "{name}"; {hint}')
    model: Model = MODELS[name]
    say(f"{model.title} ({model.name})", style="bold")
    say(model.summary)
    for spec in model.terms:
        need = "required" if spec.is_required else "optional"
        say(f"  {spec.name} ({need}; {_form(spec)}): {spec.meaning}")


def _form(spec: TermSpec) -> str:
    if spec.choices:
        return " | ".join(spec.choices)
    if spec.columns:
        return "rows of " + ", ".join(column.name for column in spec.columns)
    if spec.is_yes_no:
        return "true or false"
    units = [unit.value if isinstance(unit, Kind) else str(unit) for unit in spec.units]
    return " or ".join(units) or "names"
