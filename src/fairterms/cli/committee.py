"""Say what a committee's charter leaves open, and what it decided on a motion."""

from pathlib import Path
from typing import Annotated

import typer

from fairterms.audit.committee import ballot_reader, charter_reader
from fairterms.audit.committee.charter import Charter
from fairterms.audit.committee.decision import Decision, decide
from fairterms.audit.committee.lint import Linted, lint
from fairterms.cli.console import FOUND_SOMETHING, report_problems, say, stop, stop_refused
from fairterms.units.refusal import Refusal


def run(
    charter: Annotated[
        Path, typer.Argument(help="charter.toml, or the folder it is in.", metavar="CHARTER")
    ],
    ballots: Annotated[
        Path | None,
        typer.Option(help="A motion and its votes.", metavar="FILE", show_default=False),
    ] = None,
) -> None:
    """Read the charter, name its gaps, and count the ballots if there are any."""
    reading = charter_reader.read(charter / charter_reader.FILE if charter.is_dir() else charter)
    if reading.charter is None:
        stop(reading.problems)
    linted = lint(reading.charter)
    _print_charter(reading.charter, linted)
    if ballots is not None:
        _print_decision(_decided(reading.charter, ballots))
    if linted.problems:
        raise typer.Exit(FOUND_SOMETHING)


def _print_charter(charter: Charter, linted: Linted) -> None:
    say(
        f"Charter, version {charter.version}: {len(charter.seats)} seats, "
        f"{len(charter.constituencies)} constituencies, {len(charter.motion_classes)} classes of "
        "motions.",
        style="bold",
    )
    for fact in linted.facts:
        say(f"  {fact}")
    report_problems(linted.problems)
    if not linted.problems:
        say("Nothing in it is left open.")


def _decided(charter: Charter, path: Path) -> Decision:
    sheet = ballot_reader.read(path, charter)
    if sheet.problems:
        stop(sheet.problems)
    try:
        return decide(charter, sheet.roster, sheet.motion, sheet.ballots)
    except Refusal as refusal:
        stop_refused(refusal, "cannot be decided: ")


def _print_decision(found: Decision) -> None:
    say(f"\n{found.motion.title} ({found.kind.title}): {found.outcome}", style="bold")
    for sentence in found.sentences:
        say(f"  {sentence}")
    if found.minutes_due_on is not None:
        say(f"  Minutes are due by {found.minutes_due_on.isoformat()}.")
    if found.reconsidered_until is not None:
        say(f"  It may be put again until {found.reconsidered_until.isoformat()}.")
