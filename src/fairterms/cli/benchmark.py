"""Say of each target how likely the group is to meet it, and what a fair one would be."""

from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import deal_folder, err, print_json, say, sound_contract, stop_refused
from fairterms.cli.outcomes import declared, titles_of
from fairterms.contract import deal as deals
from fairterms.decide import own_records
from fairterms.outcomes.group_results.assessment import MeasureAssessment
from fairterms.outcomes.group_results.export import as_records
from fairterms.outcomes.group_results.measured import NotMeasured
from fairterms.outcomes.group_results.page.targets_section import said, sentences
from fairterms.outcomes.group_results.page.wording import between, percent
from fairterms.units.refusal import Refusal


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the figures for another program.")
    ] = False,
) -> None:
    """Judge every target by the group's own records."""
    folder = deal_folder(deal)
    contract, declaration = sound_contract(folder), declared(folder)
    with err.status("Starting…") as status:
        try:
            assessed, missing = own_records.judge_targets(
                deals.read(folder), contract, declaration, lambda stage: status.update(f"{stage}…")
            )
        except Refusal as refusal:
            status.stop()
            stop_refused(refusal, "")
    if as_json:
        print_json(as_records(assessed, missing))
        return
    titles = titles_of(contract)
    for one in assessed:
        _print(one, titles.get(one.declared.measure, one.declared.measure))
    _print_missing(missing, titles)


def _print(one: MeasureAssessment, title: str) -> None:
    say(title, style="bold")
    for rate in (*one.baseline.years, one.baseline.pooled):
        counts = f"{rate.reached:,.0f} of {rate.n:,.0f}"
        say(f"  {rate.name}: {percent(rate.rate)} ({counts}; {between(rate.low, rate.high)})")
    for target in one.targets:
        worth = f", worth ${target.asked.dollars:,.2f}" if target.asked.dollars is not None else ""
        say(f"  {said(target.asked.target)}{worth}")
    for sentence in sentences(one):
        say(f"  - {sentence}")
    lacking = one.declared.benchmark.incomplete if one.declared.benchmark else ()
    if one.declared.benchmark is None:
        say("  - How the target was set is not recorded: none of the eight steps is agreed.")
    for open_point in lacking:
        say(f"  - Step {open_point.step.number}: {open_point.what}; {open_point.fix}.")
    say()


def _print_missing(missing: tuple[NotMeasured, ...], titles: dict[str, str]) -> None:
    for one in missing:
        named = f"{titles.get(one.measure, one.measure)}: {one.why}."
        say(named if one.measure else one.why)
