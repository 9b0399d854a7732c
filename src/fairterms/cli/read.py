"""Read a contract of which there is nothing but its text."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from fairterms.cli.console import err, say
from fairterms.contract.deal import DOCUMENT_SUFFIXES
from fairterms.document.document import Document
from fairterms.document.reader import read_all
from fairterms.publish import csv_export, docx, html
from fairterms.publish.blocks import Block
from fairterms.reference.law import Setting
from fairterms.review import (
    clause_section,
    export,
    filled_cards,
    findings_page,
    language_section,
    letter,
    outside_section,
    scorecard_records,
    scorecard_section,
    second_section,
    wording,
)
from fairterms.review.check import Check
from fairterms.review.endpoint import Endpoint
from fairterms.review.reading import CHECKS
from fairterms.review.reviewed import Reviewed, look_at
from fairterms.review.scorecard import Material
from fairterms.review.second_reader import SecondReading
from fairterms.review.second_reader import read as second_reader_of
from fairterms.units.finding import Severity, Status
from fairterms.units.refusal import Refusal

NOTHING_READ = 1
"""Exit code when no file could be read."""


def run(
    files: Annotated[
        list[Path],
        typer.Argument(help="The contract's files, or a folder of them.", metavar="FILE..."),
    ],
    state: Annotated[str, typer.Option(help="The state whose laws to compare with.")] = "",
    line: Annotated[str, typer.Option(help="The line of business, such as medicaid.")] = "",
    ocr: Annotated[
        bool, typer.Option("--ocr", help="Recognise the letters of pages that are pictures.")
    ] = False,
    second_reader: Annotated[
        str,
        typer.Option(
            help="Send the text to this model at this address, and add what it points to.",
            metavar="MODEL@ADDRESS",
        ),
    ] = "",
    out: Annotated[
        Path | None,
        typer.Option(help="Where the pages are written.", metavar="FOLDER", show_default=False),
    ] = None,
) -> None:
    """Review, print what comes first, and write the pages."""
    endpoint = _endpoint(second_reader)
    with err.status("Reading the contract…") as status:
        documents, refused = read_all(_paths(files), ocr=ocr)
        if documents:
            status.update("Reviewing…")
            reviewed = look_at(documents, Setting(state, line))
            said = _ask(reviewed, endpoint, status.update)
            status.update("Writing the pages…")
            written = _write(reviewed, said, out or Path("reports") / _name(files))
    _print_refusals(refused)
    if not documents:
        raise typer.Exit(NOTHING_READ)
    _print(reviewed)
    if said:
        say(f"Second reader: {second_section.summary(said.reading)}")
    say("\nWritten:", style="bold")
    for path, what in written:
        say(f"  {path}  {what}")


@dataclass(frozen=True)
class _Said:
    """What a second reader said, and its name."""

    reading: SecondReading
    reader: str

    @property
    def blocks(self) -> list[Block]:
        return second_section.blocks(self.reading, self.reader, _checks())


def _endpoint(named: str) -> Endpoint | None:
    """Return the second reader that was named, if one was."""
    if not named:
        return None
    model, _, address = named.rpartition("@")
    try:
        return Endpoint(address, model)
    except ValueError as wrong:
        raise typer.BadParameter(str(wrong)) from wrong


def _ask(
    reviewed: Reviewed, endpoint: Endpoint | None, tell: Callable[[str], None]
) -> _Said | None:
    """Let the second reader read; say before where the text goes."""
    if endpoint is None:
        return None
    reader = f"{endpoint.model} at {endpoint.host}"
    names = ", ".join(document.name for document in reviewed.documents)
    err.print(f"Sending the text of {names} to {reader}, as you asked.", markup=False)
    tell(f"Waiting for {reader}…")
    checks = list(CHECKS.values())
    reading = second_reader_of(reviewed.documents, reviewed.findings, checks, endpoint.ask)
    return _Said(reading, reader)


def _checks() -> dict[str, Check]:
    return {check.id: check for check in CHECKS.values()}


def _paths(files: Sequence[Path]) -> list[Path]:
    """Return the files named, and the readable files of the folders named."""
    found: list[Path] = []
    for path in files:
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        found += [one for one in inside if one == path or one.suffix.lower() in DOCUMENT_SUFFIXES]
    if not found:
        raise typer.BadParameter("there is no PDF, DOCX, HTML or text file in this folder")
    return found


def _name(files: Sequence[Path]) -> str:
    return files[0].resolve().stem


def _write(reviewed: Reviewed, said: _Said | None, folder: Path) -> list[tuple[Path, str]]:
    """Write every form of the findings; return the paths with what each is for."""
    folder.mkdir(parents=True, exist_ok=True)
    today = str(datetime.now(UTC).date())
    documents, found = reviewed.documents, reviewed.findings
    gaps = reviewed.reading.gaps
    material = _material(reviewed)
    more = [
        *outside_section.blocks(reviewed.reading),
        *scorecard_section.blocks(material),
        *clause_section.blocks(documents),
        *language_section.blocks(reviewed.reading),
        *(said.blocks if said else []),
    ]
    page = html.render(findings_page.build(documents, found, gaps, more, made_on=today))
    asked = letter.build(documents, found, reviewed.missing, made_on=today)
    records: dict[str, Any] = {"findings": export.as_records(found), "gaps": list(gaps)}
    records["scorecards"] = scorecard_records.as_records(material)
    if said:
        records["second_reader"] = second_section.as_record(said.reading)
    locations = export.as_locations(documents, found, list(CHECKS.values()))
    files = {
        "findings.html": (page.encode(), "the findings beside the text"),
        "questions.docx": (docx.render(asked), "a letter of questions to the plan"),
        "findings.csv": (_table(reviewed).encode(), "for a spreadsheet"),
        "findings.json": (_json(records), "for programs"),
        "findings.sarif": (_json(locations), "places in the text, for tools that read SARIF"),
    }
    for name, (content, _) in files.items():
        (folder / name).write_bytes(content)
    return [(folder / name, what) for name, (_, what) in files.items()]


def _material(reviewed: Reviewed) -> Material:
    return Material(reviewed.reading, reviewed.findings)


def _table(reviewed: Reviewed) -> str:
    return csv_export.render(export.COLUMNS, export.as_rows(reviewed.findings))


def _json(value: object) -> bytes:
    text = json.dumps(value, indent=2, ensure_ascii=False) + "\n"
    return text.encode("utf-8", errors="backslashreplace")


def _print_refusals(refused: Sequence[Refusal]) -> None:
    for refusal in refused:
        err.print(f"{refusal}", markup=False)


def _print(reviewed: Reviewed) -> None:
    """Print what a reader should know first."""
    names = ", ".join(_described(document) for document in reviewed.documents)
    say(f"Read: {names}", style="bold")
    for gap in reviewed.reading.gaps:
        say(f"  {gap}")
    for caution in (one for document in reviewed.documents for one in document.cautions):
        err.print(f"{caution}", markup=False)
    found = reviewed.findings
    counts = ", ".join(
        f"{wording.severity_count(found, severity)} {severity.value}"
        for severity in reversed(Severity)
    )
    unclear = sum(one.status is Status.UNCLEAR for one in found)
    say(f"Findings: {counts}; {unclear} could not be told", style="bold")
    for number, one in enumerate(found[: findings_page.FIRST], start=1):
        say(f"  {number}. {one.severity.value}: {one.title} ({wording.where(one.evidence)})")
    counted = filled_cards.summary(_material(reviewed))
    if counted:
        say(f"Good faith: {counted[0].lower()}{counted[1:]}")
    say("Not legal advice: have counsel review the contract before you sign.")


def _described(document: Document) -> str:
    pages = len(document.pages)
    return f"{document.name} ({pages} page{'s' if pages > 1 else ''})"
