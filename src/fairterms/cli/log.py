"""List what was said in the talks and what became of it; write the chronology."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import (
    FOUND_SOMETHING,
    deal_folder,
    err,
    report_problems,
    say,
    stop_refused,
)
from fairterms.cli.page_files import write_page
from fairterms.contract import deal as deals
from fairterms.correspondence import sealing
from fairterms.correspondence.entry import Side
from fairterms.correspondence.log import FILE, Log
from fairterms.correspondence.reader import read
from fairterms.correspondence.state import OPEN, OVERDUE, Standing, State, standings
from fairterms.correspondence.tally import SideTally, tally
from fairterms.negotiate.chronology.report import chronology_page
from fairterms.units.refusal import Refusal

START = f"""\
Nobody keeps a log of the talks yet. Start one: write a file {FILE} into the deal folder, with an
entry for each thing that was promised, asked, offered or refused:

  [[entry]]
  id = "data_request_1"
  on = 2026-10-03
  kind = "request"         # or promise, answer, delivery, offer, concession, refusal, notice
  side = "group"           # whose word it is: group or plan
  by = "managing partner"  # a role, never a patient
  to = "contracting lead"
  quote = "Please send the claims of 2024 to 2026 for our patients."
  due = 2026-10-24         # a promise must have it
  about = "data"

Then run this again; with --seal once the entries are right.
"""


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
    on: Annotated[
        datetime | None,
        typer.Option(
            help="The day on which it is looked at; today where none is named.",
            formats=["%Y-%m-%d"],
            metavar="DATE",
            show_default=False,
        ),
    ] = None,
    seal: Annotated[
        bool, typer.Option("--seal", help="Seal the entries that are not sealed yet.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(help="Where the chronology is written.", metavar="FOLDER", show_default=False),
    ] = None,
) -> None:
    """Print what is open and the counts, write the chronology, and seal where asked."""
    folder = deal_folder(deal)
    today = datetime.now(UTC).date()
    log = read(folder, today)
    if log is None or not (log.written or log.problems):
        say(START.rstrip())
        return
    report_problems(log.problems)
    if seal:
        _seal(folder, log)
        log = read(folder, today) or log
    if log.entries:
        day = on.date() if on else today
        _print(log, day)
        _write_all(log, folder, day, out or Path("reports") / folder.resolve().name)
    if log.problems:
        raise typer.Exit(FOUND_SOMETHING)


def _write_all(log: Log, folder: Path, day: date, target: Path) -> None:
    whole = deals.read(folder)
    with err.status("Writing the chronology…"):
        page = chronology_page(log, (whole.group.name, whole.plan.name), day)
        paths = write_page(page, target, "chronology", "html", "pdf", "docx")
    say("\nThe chronology:", style="bold")
    for path in paths:
        say(f"  {path}")


def _print(log: Log, day: date) -> None:
    stood = standings(log, day)
    say(f"The talks as of {day}: {len(stood)} entries, {_sealed(log)}", style="bold")
    overdue = [one for one in stood if one.state in OVERDUE]
    overdue.sort(key=lambda one: -(one.days_past_due or 0))
    _list("Overdue:", overdue)
    _list("Kept late:", [one for one in stood if one.state is State.LATE])
    _list("Open:", [one for one in stood if one.state in OPEN and one.state not in OVERDUE])
    _print_counts(tally(log, day))


def _sealed(log: Log) -> str:
    left = len(log.written) - len(log.seals)
    return "all sealed" if left <= 0 else f"{left} not sealed yet"


def _list(title: str, found: Sequence[Standing]) -> None:
    if found:
        say(f"\n{title}", style="bold")
    for one in found:
        entry = one.entry
        say(f"  {entry.id}: {entry.kind} of the {entry.side}, {one.words}")
        say(f"    {entry.said}")


def _print_counts(tallies: Mapping[Side, SideTally]) -> None:
    say("\nEach side:", style="bold")
    for side, one in tallies.items():
        days = one.median_days_to_answer
        median = ""
        if days is not None:
            median = f", median {days:g} days to answer (of {len(one.days_to_answer)})"
        say(f"  {side}: {_counted(one.promise_count, 'promise')}{_states(one.promises)}")
        say(f"    {_counted(one.asked_count, 'request')} put to it{_states(one.asked)}{median}")
        made = ((one.offers, "offer"), (one.concessions, "concession"), (one.refusals, "refusal"))
        say(f"    {', '.join(_counted(*each) for each in made)}")


def _states(found: Mapping[State, int]) -> str:
    told = ", ".join(f"{found[one]} {one}" for one in State if found.get(one))
    return f" ({told})" if told else ""


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _seal(folder: Path, log: Log) -> None:
    try:
        added = sealing.extend(folder, log)
    except Refusal as refusal:
        stop_refused(refusal, lead="")
    if not added:
        say("Every entry was sealed already.\n")
        return
    say(f"Sealed: {len(added)} new in {folder / sealing.FILE}. Give the last line to the other")
    say("side or to counsel; it stands for every entry before it.")
    say(f"  {added[-1].id} {added[-1].sha256}\n")
