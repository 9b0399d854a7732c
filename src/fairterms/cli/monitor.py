"""Show how a signed deal stands: what is due, early signs, how the year will end, what changed."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import deal_folder, err, report_problems, say, stop, stop_refused
from fairterms.cli.page_files import write_page
from fairterms.monitor.meetings.section import agenda_report
from fairterms.monitor.monitoring import Monitored, NoTerms, monitor
from fairterms.monitor.obligations import writing
from fairterms.monitor.obligations.book import FILE
from fairterms.monitor.obligations.calendar_entries import calendar_file
from fairterms.monitor.obligations.obligation import Confirmed
from fairterms.monitor.page import page
from fairterms.simulate.page.wording import dollars, estimate
from fairterms.units.refusal import Refusal

MOST = 10
"""Due days printed; the page has them all."""
CALENDAR = "obligations.ics"


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
    on: Annotated[
        datetime | None,
        typer.Option(help="Look as of a day.", formats=["%Y-%m-%d"], metavar="DAY"),
    ] = None,
    confirm: Annotated[
        str, typer.Option(help="Confirm a proposed obligation by its name.", metavar="NAME")
    ] = "",
    by: Annotated[str, typer.Option(help="Your role, for --confirm.", metavar="ROLE")] = "",
    quick: Annotated[
        bool, typer.Option("--quick", help="Leave out the forecast of the year's end.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(help="Where the files are written.", metavar="FOLDER", show_default=False),
    ] = None,
) -> None:
    """Look at the deal as of a day, and write the page, the calendar and the agenda."""
    folder = deal_folder(deal)
    day = on.date() if on else datetime.now(UTC).date()
    if confirm:
        quick = True
    try:
        with err.status("Starting…") as status:
            found = monitor(
                folder, day, lambda stage: status.update(f"{stage}…"), has_forecast=not quick
            )
        if confirm:
            _confirm(found, confirm, by)
            return
        _print(found)
        _list(_write(found, out or Path("reports") / folder.resolve().name))
    except NoTerms as missing:
        stop(missing.problems)
    except Refusal as refusal:
        stop_refused(refusal, "cannot be shown: ")


def _confirm(found: Monitored, name: str, role: str) -> None:
    """Add a proposal to obligations.toml as somebody confirmed it."""
    known = {one.id: one for one in found.proposals}
    if name not in known or not role:
        listed = ", ".join(known) or "none"
        what = "needs --by with your role" if name in known else "is no proposal"
        raise Refusal(name, what, "a person confirms an obligation", f"proposals: {listed}")
    folder = found.deal.folder
    older = _text(folder)
    newer = writing.confirm(older, known[name], Confirmed(role, found.on))
    writing.save(folder, older, newer)
    say(f"Confirmed: {known[name].what}. It stands in {FILE}.")


def _text(folder: Path) -> str:
    path = folder / FILE
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _print(found: Monitored) -> None:
    report_problems(found.problems)
    schedule = found.schedule
    say(f"{found.deal.name}, as of {found.on}", style="bold")
    say(f"\nPast and open: {len(schedule.overdue)}", style="bold")
    for one in schedule.overdue[:MOST]:
        say(f"  {one.due}  {one.obligation.owed_by}: {one.obligation.what}")
    ahead = schedule.ahead(90)
    say(f"\nDue in the next 90 days: {len(ahead)}", style="bold")
    for one in ahead[:MOST]:
        say(f"  {one.due}  {one.obligation.owed_by}: {one.obligation.what}")
    if found.course is not None:
        latest = found.course.latest.payable
        span = f"{dollars(latest.low)} to {dollars(latest.high)} in 80 % of simulated years"
        say(f"\nThe year as it would end: {estimate(latest.mean)}, {span}", style="bold")
    elif found.why_no_course:
        say(f"\nNo forecast of the year: {found.why_no_course}")
    if found.proposals and not schedule.occurrences:
        say(f"\n{len(found.proposals)} obligations are proposed from the text; confirm them with:")
        say(f'  fairterms monitor {found.deal.folder} --confirm NAME --by "managing director"')


def _write(found: Monitored, target: Path) -> list[Path]:
    paths = write_page(page(found, own_room=True), target, "after-signing", "html", "pdf", "xlsx")
    report = agenda_report(found.agenda, found.deal.name)
    paths += write_page(report, target, "agenda", "docx")
    calendar = target / CALENDAR
    earlier = calendar.read_bytes() if calendar.exists() else None
    now = datetime.now(UTC)
    calendar.write_bytes(calendar_file(found.schedule, found.deal.name, now, earlier))
    return [*paths, calendar]


def _list(paths: list[Path]) -> None:
    say("\nThe files:", style="bold")
    for path in paths:
        say(f"  {path}")
