"""Run the agreed test scripts; with --pinning, test the scripts themselves."""

from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import (
    FOUND_SOMETHING,
    deal_folder,
    err,
    report_problems,
    say,
    sound_contract,
)
from fairterms.contract import deal as deals
from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet
from fairterms.contract.performance_year import first_period
from fairterms.settle.pinning import Pinning, pin, read_equivalents
from fairterms.settle.recording import file_name, record
from fairterms.settle.script import Script, read_folder
from fairterms.settle.settlement import settle, written_figure, year_to_name
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
    with err.status("Trying slightly wrong contracts…"):
        pinning = pin(
            contract, scripts, deals.read(folder).scenarios, read_equivalents(folder / "scripts")
        )
    caught, missed = len(pinning.caught), len(pinning.survivors)
    of_all = f"{caught} of {caught + missed} wrong contracts caught"
    say(f"\nPinning score: {pinning.score:.0%} ({of_all})")
    for kind, (one, all_of_them) in pinning.by_kind().items():
        say(f"  {kind:11} {one} of {all_of_them}")
    for mutant, why in pinning.equivalent:
        say(f"  declared no different: {mutant.id} ({why})")
    for mutant in pinning.survivors:
        say(f"  not caught: {mutant.sentence}")
    _propose(folder, contract, pinning, write=write)
    if pinning.survivors:
        raise typer.Exit(FOUND_SOMETHING)


def _propose(folder: Path, contract: Contract, pinning: Pinning, *, write: bool) -> None:
    if pinning.proposals:
        say(f"\nThese {len(pinning.proposals)} scripts would catch them:", style="bold")
    for number, proposal in enumerate(pinning.proposals, start=1):
        title = f"proposed {number}"
        say(f"  {title}: {_shown(proposal.figures)}")
        for mutant in proposal.catches:
            say(f"      catches {mutant.sentence}")
        if write:
            settlement = settle(contract, proposal.figures, first_period(contract))
            path = folder / "scripts" / file_name(title)
            path.write_text(
                record(settlement, title, year_to_name(contract, settlement.period)),
                encoding="utf-8",
            )
            say(f"      wrote {path}")
    if pinning.undistinguished:
        say(f"\nNo difference found in {pinning.tried} scenarios:", style="bold")
        for mutant in pinning.undistinguished:
            say(f"  {mutant.id}")
        say("If both sides agree that they are no different, say so in scripts/equivalent.toml:")
        say('  [[equivalent]]\n  mutant = "…"\n  why = "…"')


def _shown(figures: FigureSet) -> str:
    return ", ".join(f"{name} {written_figure(figures, name)}" for name in figures.values)
