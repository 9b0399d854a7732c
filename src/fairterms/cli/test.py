"""Run the agreed test scripts; with --pinning, test the scripts themselves."""

from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import FOUND_SOMETHING, deal_folder, report_problems, say, sound_contract
from fairterms.contract.clause import Contract
from fairterms.settle.script import Script, read_folder
from fairterms.settle.trial import Trial, try_script


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
    pinning: Annotated[
        bool, typer.Option("--pinning", help="Say which wrong contracts the scripts would miss.")
    ] = False,
    write: Annotated[
        bool, typer.Option("--write", help="With --pinning: save the proposed scripts.")
    ] = False,
) -> None:
    """Run every script of the deal."""
    folder = deal_folder(deal)
    contract = sound_contract(folder)
    scripts = read_folder(folder / "scripts")
    if not scripts:
        say("There are no scripts yet. Record one with: fairterms new-script DEAL")
    trials = [try_script(contract, script) for script in scripts]
    for trial in trials:
        _print_trial(trial)
    passed = sum(trial.passed for trial in trials)
    if scripts:
        say(f"\n{passed} of {len(trials)} scripts pass.", style="bold")
    if passed < len(trials):
        raise typer.Exit(FOUND_SOMETHING)
    if pinning:
        _pin(folder, contract, scripts, write=write)


def _print_trial(trial: Trial) -> None:
    mark = "pass" if trial.passed else "FAIL"
    say(f"{mark}  {trial.script.title} ({trial.script.file})")
    report_problems(trial.script.problems)
    if trial.terms_changed:
        say("      the terms have changed since both sides agreed on this script")
    for place, difference in enumerate(trial.differences):
        say(f"      {'first: ' if place == 0 else 'then:  '}{difference}")
    for who, day in (("group", trial.script.group_agreed), ("plan", trial.script.plan_agreed)):
        if day is None:
            say(f"      not yet agreed by the {who}")


def _pin(folder: Path, contract: Contract, scripts: tuple[Script, ...], *, write: bool) -> None:
    raise NotImplementedError((folder, contract, scripts, write))
