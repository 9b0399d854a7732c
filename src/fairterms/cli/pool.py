"""Pool the summaries of several groups, or make one's own."""

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import deal_folder, err, report_problems, say, stop, stop_refused
from fairterms.cli.page_files import write_page
from fairterms.negotiate.pooling.page import pool_report
from fairterms.negotiate.pooling.pool import Pooled, pool
from fairterms.negotiate.pooling.summary import NONCE_DIGITS, Summary, as_text, seal
from fairterms.negotiate.pooling.summary_reader import FILE, read
from fairterms.units.problem import Problem
from fairterms.units.refusal import Refusal

START = f"""\
There is no {FILE} in the deal folder. Write one: counts of results, no prices, and no count of 1 to
10 people. Your own counts stand in what `fairterms outcomes` writes.

  [group]
  label = "north"                  # what the others see; your name only if you agree
  from = 2026-01-01
  to = 2026-12-31
  member_months = "12,000 member-months"

  [[measure]]
  id = "phq9_response"
  counts = "PHQ-9 at four to eight months at least 50 % below the first score"
  numerator = "140 patients"
  denominator = "320 patients"

Then run this again."""
CAUTION = (
    "Groups that compete must not agree on prices, or share them: that can break antitrust law. "
    "Ask counsel first. Not legal advice."
)


def run(
    summaries: Annotated[
        list[Path] | None,
        typer.Argument(help="Summaries of at least three groups.", metavar="SUMMARY..."),
    ] = None,
    share: Annotated[
        Path | None,
        typer.Option(
            help="Make the summary of this deal's group instead.",
            metavar="DEAL",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Where the files are written.", metavar="FOLDER", show_default=False),
    ] = None,
) -> None:
    """Make a summary, or pool several."""
    if share is not None:
        _share(deal_folder(share), out)
        return
    found = _read_all(summaries or [])
    try:
        pooled = pool(found)
    except Refusal as refusal:
        stop_refused(refusal, lead="")
    target = out or Path("reports") / "pool"
    with err.status("Writing the page…"):
        paths = write_page(pool_report(pooled, _today()), target, "pool", "html", "pdf")
    _print(pooled)
    say("\nThe page, for all groups:", style="bold")
    for path in paths:
        say(f"  {path}")


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _share(folder: Path, out: Path | None) -> None:
    path = folder / FILE
    if not path.is_file():
        say(START)
        return
    found, problems = read(path, is_sealed=False)
    if found is None:
        stop(problems)
    sealed = seal(found, secrets.token_hex(NONCE_DIGITS // 2))
    target = out or Path("reports") / folder.resolve().name
    target.mkdir(parents=True, exist_ok=True)
    shared = target / "summary.pool.toml"
    shared.write_text(as_text(sealed), encoding="utf-8")
    say("Your commitment. Give it to every other group before any counts are shown:", style="bold")
    say(f"  {sealed.commitment}")
    say("\nYour summary. Hand it to the one person who pools, and to nobody else:", style="bold")
    say(f"  {shared}")
    say(CAUTION)


def _read_all(paths: Sequence[Path]) -> list[Summary]:
    found: list[Summary] = []
    problems: list[Problem] = []
    for path in paths:
        one, of_file = read(path, is_sealed=True)
        problems += of_file
        if one is not None:
            found.append(one)
    if problems:
        report_problems(problems)
        raise typer.Exit(1)
    return found


def _print(pooled: Pooled) -> None:
    say(f"{len(pooled.labels)} groups, {pooled.period}", style="bold")
    for one in pooled.rates:
        rate = f"{100 * one.rate:.1f} % ({100 * one.low:.1f} to {100 * one.high:.1f})"
        say(
            f"  {one.id}: {rate}, {one.reached:,} of {one.people:,} patients of {one.groups} groups"
        )
    if not pooled.rates:
        say("  No measure can be shown without telling too much of one group.")
    say("\nFor you who pool, and for nobody else:", style="bold")
    if pooled.open_values is not None:
        say(
            "  Any group must think at least "
            f"{pooled.open_values:,} values possible for any count of another."
        )
    for withheld in pooled.withheld:
        say(f"  Not shown: {withheld.name}: {withheld.why}.")
    say(CAUTION)
