"""List the findings of a deal's documents."""

from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import deal_folder, err, say, stop
from fairterms.contract import deal as deals
from fairterms.decide.basis import UnusableDeal, gather
from fairterms.reference.lesson_links import lesson_for_check
from fairterms.reference.lesson_sentence import explained
from fairterms.units.finding import Finding, QuoteEvidence, Status


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
) -> None:
    """Print findings, the most severe first."""
    with err.status("Reading the contract…") as status:
        try:
            basis = gather(
                deals.read(deal_folder(deal)),
                lambda stage: status.update(f"{stage}…"),
                has_records=False,
            )
        except UnusableDeal as unusable:
            status.stop()
            stop(unusable.problems)
    if not basis.documents:
        say("There is no document in the deal's contract folder yet.")
    elif not basis.findings:
        say(
            "The checks found nothing to raise in this contract. They look for what is listed in "
            "the manual, and for nothing else: have somebody read it as well."
        )
    for finding in basis.findings:
        _print(finding)
    for refusal in basis.unreadable:
        say(f"\n{refusal}")
    for check in basis.citations:
        if check.problem:
            say(f"\ncitation of {check.clause}: “{check.citation.quote}” {check.problem}")


def _print(finding: Finding) -> None:
    mark = finding.severity.value.upper() if finding.status is Status.FINDING else "UNCLEAR"
    say(f"\n{mark}: {finding.title} [{finding.check}]", style="bold")
    if isinstance(finding.evidence, QuoteEvidence):
        quoted = finding.evidence
        say(f"  {quoted.document}, page {quoted.page}: “{' '.join(quoted.text.split())}”")
    say(f"  {finding.why}")
    if finding.unclear_because:
        say(f"  Not clear: {finding.unclear_because}.")
    if finding.wording:
        say(f"  Offer: {finding.wording}")
    if link := lesson_for_check(finding.check):
        say(f"  {explained(link)} Read it with: fairterms learn {link.number}")
