"""What every verb prints the same way: problems, refusals, and how they end."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

import typer
from rich.console import Console
from rich.text import Text

from fairterms.contract import offer as offers
from fairterms.contract.clause import Contract
from fairterms.contract.offer import Offer
from fairterms.payment.loading import Loaded, load, with_offer
from fairterms.units.problem import Problem
from fairterms.units.refusal import Refusal

FOUND_SOMETHING = 1
"""Exit code when there is something for the user to mend."""

WITH = "Weigh the terms as this file of changes would make them."
"""What the option ``--with`` of several verbs does."""

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def say(text: str = "", style: str = "") -> None:
    """Print one line to standard output, without interpreting brackets in it."""
    out.print(Text(text, style=style))


def print_json(value: Any) -> None:
    """Print a value as JSON."""
    out.print(json.dumps(value, indent=2, ensure_ascii=False), markup=False)


def report_problems(problems: Sequence[Problem]) -> None:
    """Print problems to standard error, with a count when there are several."""
    for problem in problems:
        err.print(Text(str(problem)))
    if len(problems) > 1:
        err.print(Text(f"\n{len(problems)} problems."))


def stop(problems: Iterable[Problem]) -> NoReturn:
    """Print problems and end."""
    report_problems(list(problems))
    raise typer.Exit(FOUND_SOMETHING)


def stop_refused(refusal: Refusal, lead: str = "cannot be settled: ") -> NoReturn:
    """Print a refusal and end."""
    err.print(Text(f"{lead}{refusal}"))
    raise typer.Exit(FOUND_SOMETHING)


def deal_folder(path: Path) -> Path:
    """Return a deal folder; end with advice when it is none."""
    folder = path.parent if path.name == "terms.toml" else path
    if folder.is_dir():
        return folder
    stop(
        [
            Problem(
                str(path),
                0,
                "there is no such deal folder",
                "no-deal",
                "a deal is a folder with terms.toml in it",
                "check the name, or start one with: fairterms new DEAL",
            )
        ]
    )


def offered(path: Path | None) -> Offer | None:
    """Read the offer that is to be weighed; end with its problems when it has any."""
    if path is None:
        return None
    offer = offers.read(path)
    if offer.problems:
        stop(offer.problems)
    return offer


def sound_contract(folder: Path, offer: Offer | None = None) -> Contract:
    """Load a deal's terms, with an offer's changes; end with every problem when there is one."""
    loaded = with_offer(loaded_terms(folder), offer)
    if loaded.contract is None or loaded.mistakes:
        stop(loaded.problems)
    return loaded.contract


def loaded_terms(folder: Path) -> Loaded:
    """Load a deal's terms with their problems."""
    return load(deal_folder(folder) / "terms.toml")
