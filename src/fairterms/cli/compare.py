"""Compare versions of a contract."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

import typer

from fairterms.cli.console import err, print_json, say
from fairterms.cli.page_files import write_page
from fairterms.contract.deal import DOCUMENT_SUFFIXES
from fairterms.document.document import Document
from fairterms.document.reader import read
from fairterms.document.refusals import UnreadableDocument
from fairterms.review import parties, ratchet, redline
from fairterms.review.comparison import Comparison, Gain, compare
from fairterms.review.ratchet import Growth

_SHOWN = 8
"""Changes for the worse that the terminal lists; the page lists all."""


def run(
    versions: Annotated[
        list[Path],
        typer.Argument(
            help="The versions, oldest first; or a folder of them; or a Word file with tracked "
            "changes.",
            metavar="OLD NEW...",
        ),
    ],
    hours: Annotated[
        str, typer.Option(help="Hours one recurring task takes you, such as 1.5.")
    ] = "",
    out: Annotated[
        Path | None,
        typer.Option(help="Where the pages are written.", metavar="FOLDER", show_default=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, write nothing.")] = False,
) -> None:
    """Align, judge, and write the pages."""
    each = _hours(hours)
    with err.status("Reading the versions…") as status:
        documents = _documents(versions)
        status.update("Comparing…")
        names = parties.find(documents[-1:])
        steps = [compare(old, new, names) for old, new in pairwise(documents)]
        growth = [ratchet.growth(step, names) for step in steps]
    if as_json:
        print_json([_record(step, grown) for step, grown in zip(steps, growth, strict=True)])
        return
    for step, grown in zip(steps, growth, strict=True):
        _print(step, grown)
    folder = out or Path("reports") / f"compare-{Path(documents[-1].name).stem}"
    for path in _write(steps, growth, each, folder):
        say(f"  {path}")


def _hours(text: str) -> Fraction | None:
    try:
        value = Fraction(text) if text else None
    except (ValueError, ZeroDivisionError) as wrong:
        raise typer.BadParameter(f'"{text}" is no number of hours; write 1.5') from wrong
    if value is not None and value <= 0:
        raise typer.BadParameter("a task takes more than no hours; write 1.5")
    return value


def _documents(versions: Sequence[Path]) -> list[Document]:
    """Read the versions in order; a Word file alone is read before and after its changes."""
    paths = list(versions)
    if len(paths) == 1 and paths[0].is_dir():
        paths = sorted(p for p in paths[0].iterdir() if p.suffix.lower() in DOCUMENT_SUFFIXES)
    try:
        documents = [read(path) for path in paths]
        if len(paths) == 1:
            documents = _before_and_after(paths[0], documents[0])
    except UnreadableDocument as refusal:
        err.print(f"{refusal}", markup=False)
        raise typer.Exit(1) from refusal
    if len(documents) < 2:
        raise typer.BadParameter("a comparison needs two versions; name the old and the new one")
    return documents


def _before_and_after(path: Path, after: Document) -> list[Document]:
    if not any(one.kind in {"inserted", "deleted"} for one in after.revisions):
        raise typer.BadParameter(
            f"{path.name} holds no tracked changes; name an older and a newer version"
        )
    return [read(path, accept=False), after]


def _print(step: Comparison, grown: Growth) -> None:
    say(f"{step.old.name} → {step.new.name}", style="bold")
    told = ", ".join(f"{step.count(gain)} {gain.value}" for gain in Gain)
    say(f"  {told}; {len(step.parts)} whole parts added or removed")
    worse = [judged for judged in step.changes if judged.gain is Gain.WORSE]
    for judged in worse[:_SHOWN]:
        say(f"  worse: {judged.where}, page {judged.page}: {'; '.join(judged.reasons)}")
    if ratchet.is_ratcheting([grown]):
        say("  Signs of ratcheting: more is asked of you, or left to the plan, than before.")


def _write(
    steps: Sequence[Comparison], growth: Sequence[Growth], each: Fraction | None, folder: Path
) -> list[Path]:
    """Write a page and a redline for the last step, and for each one before it."""
    folder.mkdir(parents=True, exist_ok=True)
    today = str(datetime.now(UTC).date())
    written: list[Path] = []
    for number, step in enumerate(steps, start=1):
        mark = "" if len(steps) == 1 else f"-{number}"
        explained = redline.page(step, growth[:number], each, made_on=today)
        written += write_page(explained, folder, f"changes{mark}", "html")
        tracked = redline.redline(step, made_on=today)
        written += write_page(tracked, folder, f"redline{mark}", "docx")
    records = [_record(step, grown) for step, grown in zip(steps, growth, strict=True)]
    data = folder / "changes.json"
    text = json.dumps(records, indent=2, ensure_ascii=False) + "\n"
    data.write_bytes(text.encode("utf-8", errors="backslashreplace"))
    return [*written, data]


def _record(step: Comparison, grown: Growth) -> dict[str, Any]:
    return {
        "old": step.old.name,
        "new": step.new.name,
        "changes": [
            {
                "where": judged.where,
                "page": judged.page,
                "gain": judged.gain.value,
                "reasons": list(judged.reasons),
                "sentences": [
                    {
                        "kind": change.kind.value,
                        "old": change.old.words if change.old else None,
                        "new": change.new.words if change.new else None,
                    }
                    for change in judged.changes
                ],
            }
            for judged in step.judged
        ],
        "renamed": [
            {"old": one.old, "new": one.new, "times": one.times} for one in step.alignment.renamings
        ],
        "added": {effect.value: count for effect, count in grown.added.items()},
        "removed": {effect.value: count for effect, count in grown.removed.items()},
        "tasks_a_year": grown.times_a_year,
    }
