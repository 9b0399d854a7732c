"""The chronology as one report: in order of date, what is open, what shows it; nothing else."""

from collections.abc import Sequence
from datetime import date

from fairterms.correspondence.log import FILE, Log
from fairterms.correspondence.sealing import FILE as SEAL
from fairterms.correspondence.state import Standing, standings
from fairterms.correspondence.tally import tally
from fairterms.negotiate.chronology.tables import counts, evidence, in_order, open_items
from fairterms.publish.blocks import Block, Callout, Contents, Heading, Prose
from fairterms.publish.page import Report
from fairterms.units.problem import Problem

FOOTER = (
    f"Made by Fairterms from {FILE} in the deal folder.",
    "It lists what was written down. It is not legal advice.",
)
_HOW_TO_READ = (
    "Each line is an entry of the log that the group keeps. Words in quotation marks are the very "
    "words; others are a summary. What became of a promise or a request is worked out from the "
    "entries that follow it, on the day named above."
)
_NO_FILES = "No entry names a file."


def chronology_page(log: Log, parties: tuple[str, str], today: date) -> Report:
    """Build the chronology of the talks.

    Parameters
    ----------
    log
        The log; what was said after the day is left out.
    parties
        The names of the group and of the plan.
    today
        The day on which it is looked at.
    """
    group, plan = parties
    known = log.up_to(today)
    stood = standings(known, today)
    return Report(
        title=f"Chronology: {group} and {plan}",
        subtitle=f"What was said between the group and the plan, as of {today}",
        blocks=(
            Contents(2),
            *_cautions(log),
            Heading(2, "In order of date", "chronology-in-order"),
            Prose(_HOW_TO_READ),
            in_order(known, stood),
            Heading(2, "Open on this day", "chronology-open"),
            *open_items(stood),
            Heading(2, "Counts of each side", "chronology-counts"),
            counts(tally(known, today), parties),
            Heading(2, "Files that show it", "chronology-files"),
            *_files(stood),
        ),
        footer=FOOTER,
        made_on=today.isoformat(),
        identity=_identity(log),
    )


def _cautions(log: Log) -> list[Block]:
    """Say, before anybody relies on it, what is wrong with the log."""
    if not log.problems:
        return []
    told = "; ".join(dict.fromkeys(_where(one) for one in log.problems))
    title = "The log has problems that were not mended when this was made."
    return [Callout("warning", title, (Prose(f"{told}."),))]


def _where(problem: Problem) -> str:
    line = f", line {problem.line}" if problem.line else ""
    return f"{problem.file}{line}: {problem.what}"


def _files(stood: Sequence[Standing]) -> list[Block]:
    found = evidence(stood)
    return [found] if found else [Prose(_NO_FILES)]


def _identity(log: Log) -> tuple[tuple[str, str], ...]:
    """Name the last line of the seal, which stands for every entry sealed before it."""
    if not log.seals:
        return ()
    last = log.seals[-1]
    return ((f"{SEAL}, line {last.line} (the entry {last.id})", f"sha256:{last.sha256}"),)
