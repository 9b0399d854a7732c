"""Report every problem in a deal."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import FOUND_SOMETHING, deal_folder, loaded_terms, report_problems, say
from fairterms.contract import deal as deals
from fairterms.document.reader import read_all
from fairterms.payment.loading import Loaded
from fairterms.review.citations import citation_problems
from fairterms.settle.ambiguity import reading_problems
from fairterms.settle.script import read_folder
from fairterms.units.problem import Problem


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
) -> None:
    """Check terms, deal.toml, scenarios and scripts."""
    folder = deal_folder(deal)
    loaded = loaded_terms(folder)
    described = deals.read(folder)
    scripts = read_folder(described.scripts)
    problems = [
        *loaded.mistakes,
        *_contract_problems(loaded, described.documents),
        *described.problems,
        *(problem for script in scripts for problem in script.problems),
    ]
    report_problems(problems)
    if loaded.unstated:
        say("\nNumbers the contract does not give (ask the plan):", style="bold")
        for problem in loaded.unstated:
            say(str(problem))
    if problems or loaded.unstated:
        raise typer.Exit(FOUND_SOMETHING)
    clauses = len(loaded.contract.clauses) if loaded.contract else 0
    say(
        f"{folder.name}: {clauses} clauses, {len(described.scenarios)} scenarios, "
        f"{len(scripts)} scripts. No problems."
    )


def _contract_problems(loaded: Loaded, documents: Sequence[Path]) -> list[Problem]:
    """Check what needs more than the terms: open readings, and quotations in the documents."""
    if loaded.contract is None or loaded.mistakes:
        return []
    found = [*reading_problems(loaded.contract)]
    if documents:
        found += citation_problems(loaded.contract, read_all(documents)[0])
    return found
