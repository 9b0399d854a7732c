"""Say how far the preparation of a deal is; write the pages, with an exhibit to propose."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import deal_folder, err, report_problems, say, stop
from fairterms.cli.page_files import write_page
from fairterms.contract import deal as deals
from fairterms.contract.deal import Deal
from fairterms.decide.basis import Basis, UnusableDeal, gather
from fairterms.decide.money import settled
from fairterms.outcomes.group_results import declaration_reader as outcome_reader
from fairterms.outcomes.group_results.feeds import files, loaded
from fairterms.prepare.cost_to_comply import assessment as comply
from fairterms.prepare.folder_look import Prepared, look
from fairterms.prepare.report import build
from fairterms.prepare.responsibilities.matrix import FlawKind


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
    out: Annotated[
        Path | None,
        typer.Option(help="Where the pages are written.", metavar="FOLDER", show_default=False),
    ] = None,
) -> None:
    """Look, print the steps and the gaps, and write the pages."""
    folder = deal_folder(deal)
    whole = deals.read(folder)
    target = out or Path("reports") / folder.resolve().name
    with err.status("Starting…") as status:
        try:
            basis = gather(whole, lambda stage: status.update(f"{stage}…"), has_records=False)
        except UnusableDeal as unusable:
            status.stop()
            stop(unusable.problems)
        status.update("Looking at the preparation…")
        found = _look(basis)
        status.update("Writing the pages…")
        day = datetime.now(UTC).date().isoformat()
        page = build(found, (whole.group.name, whole.plan.name), day)
        paths = write_page(page, target, "prepare", "html", "pdf", "docx")
    _print(found)
    say("\nThe pages:", style="bold")
    for path in paths:
        say(f"  {path}")


def _look(basis: Basis) -> Prepared:
    expected = next(iter(settled(basis.results, "expected")), None)
    findings = basis.findings if basis.documents else None
    work = comply.assess(
        basis.deal,
        basis.contract,
        basis.documents,
        expected.settlement if expected else None,
        findings=findings,
    )
    clean = _clean_tables(basis.deal)
    return look(basis.deal, basis.contract, basis.documents, findings, work, clean)


def _clean_tables(deal: Deal) -> int | None:
    """Count the tables of the group's own records in which no rule finds anything."""
    declared = outcome_reader.read(deal.folder)
    if declared is None or declared.problems or not files(deal.folder):
        return None
    with loaded(deal.folder, declared.reached) as records:
        return len({one.load.table for one in records.reports if one.is_clean})


def _print(found: Prepared) -> None:
    report_problems(found.problems)
    for one in found.steps:
        say(f"{one.stand.standing.value:6} {one.number:2}. {one.step.title}")
        if one.stand.next:
            say(f"           {one.stand.next}")
    flawed = found.matrix.flawed(FlawKind.GAP, FlawKind.UNFUNDED)
    if flawed:
        say("\nWork that nobody does, or that is not paid:", style="bold")
    for line in flawed:
        for flaw in line.flaws:
            if flaw.kind in (FlawKind.GAP, FlawKind.UNFUNDED):
                say(f"  {flaw.words}")
    unsaid = found.matrix.flawed(FlawKind.NOT_SAID)
    if unsaid:
        many = f"{len(unsaid)} of {len(found.matrix.lines)}"
        say(f"\nNot said who does it, or who pays: {many} tasks.")
    say(f"The plan's sample: {found.data.sample.result.value}.")
