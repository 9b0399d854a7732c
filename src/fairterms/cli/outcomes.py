"""Set the contract's targets beside the group's own records."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import deal_folder, err, say, sound_contract, stop, stop_refused
from fairterms.cli.page_files import write_page
from fairterms.contract import deal as deals
from fairterms.contract.clause import Contract
from fairterms.decide import own_records
from fairterms.outcomes.expected_response import exception_report
from fairterms.outcomes.group_results import declaration_reader
from fairterms.outcomes.group_results.declaration import Declaration
from fairterms.outcomes.group_results.own_episodes import EPOCH
from fairterms.outcomes.group_results.page.report import build
from fairterms.outcomes.group_results.page.targets_section import said
from fairterms.outcomes.group_results.page.wording import chance
from fairterms.outcomes.group_results.results import Results
from fairterms.outcomes.small_cells.audience import Audience
from fairterms.publish.page import Report
from fairterms.units.problem import Problem
from fairterms.units.refusal import Refusal


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
    outside: Annotated[
        bool,
        typer.Option(
            "--outside",
            help="Make the page that may leave the group's room: no ids, no counts of 1 to 10.",
        ),
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(help="Where the pages are written.", metavar="FOLDER", show_default=False),
    ] = None,
) -> None:
    """Load, judge, print what comes first, and write the pages."""
    folder = deal_folder(deal)
    contract, declaration = sound_contract(folder), declared(folder)
    whole = deals.read(folder)
    target = out or Path("reports") / folder.resolve().name
    audience = Audience.OUTSIDE if outside else Audience.GROUP
    titles = titles_of(contract)
    with err.status("Starting…") as status:
        try:
            with own_records.opened(
                whole, contract, declaration, lambda stage: status.update(f"{stage}…")
            ) as results:
                care = own_records.look_elsewhere(whole, results)
                status.update("Writing the pages…")
                made_on = datetime.now(UTC).date().isoformat()
                more = own_records.care_blocks(care, audience)
                page = build(results, whole.group.name, titles, audience, made_on, more)
                paths = _write(page, results, target, audience)
                _print(results, titles)
        except Refusal as refusal:
            status.stop()
            stop_refused(refusal, "")
    say("\nThe pages:", style="bold")
    for path in paths:
        say(f"  {path}")


def declared(folder: Path) -> Declaration:
    """Read outcomes.toml; end with advice when it is missing or has problems."""
    declaration = declaration_reader.read(folder)
    if declaration is None:
        stop([_no_declaration(folder)])
    if declaration.problems:
        stop(declaration.problems)
    return declaration


def titles_of(contract: Contract) -> dict[str, str]:
    """Return what the contract calls each measure, by id."""
    return {measure.id: measure.name for measure in contract.measures}


def _no_declaration(folder: Path) -> Problem:
    return Problem(
        str(folder / declaration_reader.FILE),
        0,
        "there is no outcomes.toml in the deal folder",
        "no-outcomes",
        "a rate cannot be worked out before it is said how",
        "copy the one of examples/cedar and change it; the manual's page “outcomes” explains it",
    )


def _write(page: Report, results: Results, folder: Path, audience: Audience) -> list[Path]:
    stem = "outcomes" if audience is Audience.GROUP else "outcomes-outside"
    paths = write_page(page, folder, stem, "html", "pdf", "xlsx")
    if results.expectation is not None and audience is Audience.GROUP:
        listed = folder / "exceptions.csv"
        text = exception_report.render_for_group(results.expectation.report, EPOCH)
        listed.write_text(text, encoding="utf-8")
        paths.append(listed)
    return paths


def _print(results: Results, titles: dict[str, str]) -> None:
    for one in results.assessed:
        say(titles.get(one.declared.measure, one.declared.measure), style="bold")
        for target in one.targets:
            say(f"  {said(target.asked.target)}: chance to meet it {chance(target.met_now)}")
    for missing in results.not_measured:
        say(f"{titles.get(missing.measure, missing.measure)}: {missing.why}.")
    for gap in results.gaps:
        say(gap)
