"""Write the negotiation brief of a deal, or print one of its asks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import WITH, deal_folder, err, offered, say, stop
from fairterms.cli.page_files import write_page
from fairterms.contract import deal as deals
from fairterms.contract.deal import Deal
from fairterms.decide.basis import Basis, UnusableDeal, gather
from fairterms.decide.brief import material_of
from fairterms.negotiate.ask.ask import Ask
from fairterms.negotiate.ask.book import AskBook
from fairterms.negotiate.brief.ask_lines import ask_lines
from fairterms.negotiate.brief.position_page import worth_words
from fairterms.negotiate.brief.report import brief_report, questions_report, redline_report
from fairterms.units.problem import Problem

MOST_ASKS = 8
"""Asks printed; the brief has them all."""
NEAREST = 3
"""Ids named where an unknown one was given."""


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
    ask: Annotated[
        str,
        typer.Option(help="Print this ask alone.", metavar="ID", show_default=False),
    ] = "",
    changes: Annotated[
        Path | None,
        typer.Option("--with", help=WITH, metavar="OFFER", show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Where the brief is written.", metavar="FOLDER", show_default=False),
    ] = None,
) -> None:
    """Gather, then write the brief, or print one ask."""
    folder = deal_folder(deal)
    basis = _gathered(replace(deals.read(folder), offer=offered(changes)))
    if ask:
        _print_ask(basis.position.asks, ask)
        return
    command = f"{folder.as_posix()} --with {changes.as_posix()}" if changes else folder.as_posix()
    target = out or Path("reports") / folder.resolve().name
    today = datetime.now(UTC).date()
    material = replace(material_of(basis, today), command=command)
    with err.status("Writing the brief…"):
        paths = [
            *write_page(brief_report(material, today), target, "brief", "docx", "pdf", "html"),
            *write_page(questions_report(material, today), target, "questions", "docx"),
            *write_page(redline_report(material, today), target, "redline", "docx"),
        ]
    _print(basis)
    say("\nThe brief:", style="bold")
    for path in paths:
        say(f"  {path}")


def _gathered(whole: Deal) -> Basis:
    with err.status("Starting…") as status:
        try:
            return gather(whole, lambda stage: status.update(f"{stage}…"))
        except UnusableDeal as unusable:
            status.stop()
            stop(unusable.problems)


def _print(basis: Basis) -> None:
    book = basis.position.asks
    say(f"{basis.deal.name}: {len(book.asks)} asks", style="bold")
    if basis.deal.offer is not None:
        say(f"  with {basis.deal.offer.title}")
    for number, one in enumerate(book.asks[:MOST_ASKS], start=1):
        _print_short(number, one)
    left = len(book.asks) - MOST_ASKS
    if left > 0:
        say(f"  … and {left} more in the brief.")
    say("Each alone: add --ask and its id. Not legal advice: have counsel review the words.")


def _print_short(number: int, one: Ask) -> None:
    must = " (must-have)" if one.is_must_have else ""
    say(f"  {number}. {one.what}{must}")
    say(f"     {one.id}: {worth_words(one.price)}")


def _print_ask(book: AskBook, name: str) -> None:
    found = book.find(name)
    if found is None:
        stop([_unknown(name, [one.id for one in book.asks])])
    first, *rest = ask_lines(found, book.weight)
    say(first, style="bold")
    for line in rest:
        say(line)


def _unknown(name: str, known: Sequence[str]) -> Problem:
    near = get_close_matches(name, known, n=NEAREST, cutoff=0.4) or list(known[:NEAREST])
    return Problem(
        "--ask",
        0,
        f'there is no ask called "{name}"',
        "unknown-ask",
        "its price is found by its id",
        f"use one of: {', '.join(near)}" if near else "this deal has nothing to ask for",
    )
