"""Reading the contract: its findings, its text with the marks, and everything to take away."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from fairterms.contract import deal as deals
from fairterms.document.reader import read_all
from fairterms.publish import csv_export, docx, fragment
from fairterms.review import (
    clause_section,
    export,
    filled_cards,
    language_section,
    letter,
    outside_section,
    scorecard_section,
)
from fairterms.review.findings_page import findings_and_texts
from fairterms.review.reviewed import look_at
from fairterms.review.scorecard import Material
from fairterms_web.jobs import read_documents
from fairterms_web.jobs.kind import Arguments, CannotBeDone, Kind, Tell


def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
    """Read the documents of ``contract/`` and yield what a reader needs."""
    paths = deals.read(folder).documents
    if not paths:
        raise CannotBeDone("There is no contract yet. Upload it as PDF, Word, HTML or text.")
    tell("Reading the pages")
    documents, refused = read_all(paths)
    problems = [str(one).replace(f"{folder}/", "") for one in refused]
    if not documents:
        raise CannotBeDone("\n".join(problems))
    yield read_documents.PART, read_documents.write(documents)
    tell("Reviewing the text")
    reviewed = look_at(documents)
    material = Material(reviewed.reading, reviewed.findings)
    tell("Putting findings beside the text")
    findings, texts = findings_and_texts(documents, reviewed.findings)
    records = export.as_records(reviewed.findings)
    for number, (record, blocks) in enumerate(zip(records, findings, strict=True), start=1):
        record["html"] = fragment.render(blocks, prefix=f"f{number}-")
    summary = {
        "findings": records,
        "gaps": [*reviewed.reading.gaps, *problems],
        "cautions": [str(one) for document in documents for one in document.cautions],
        "documents": [
            {"name": one.name, "pages": len(one.pages), "sha256": one.sha256} for one in documents
        ],
        "good_faith": filled_cards.summary(material),
    }
    yield "findings.json", json.dumps(summary, ensure_ascii=False).encode()
    yield "text.html", fragment.render(texts, prefix="t-").encode()
    tell("Answering the questions of good faith")
    more = (
        ("scorecards", scorecard_section.blocks(material)),
        ("clauses", clause_section.blocks(documents)),
        ("outside", outside_section.blocks(reviewed.reading)),
        ("language", language_section.blocks(reviewed.reading)),
    )
    for name, blocks in more:
        yield f"{name}.html", fragment.render(blocks, prefix=f"{name}-").encode()
    tell("Writing the letter of questions")
    today = str(datetime.now(UTC).date())
    asked = letter.build(documents, reviewed.findings, reviewed.missing, made_on=today)
    yield "questions.docx", docx.render(asked)
    table = csv_export.render(export.COLUMNS, export.as_rows(reviewed.findings))
    yield "findings.csv", table.encode()


KIND = Kind("review", "Reading the contract", run, stages=5, reads="contract/", is_short=True)
