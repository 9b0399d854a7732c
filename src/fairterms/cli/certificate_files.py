"""Certificates on the command line: written as a page to print, and held against their code."""

from pathlib import Path

from fairterms.cli.console import say, stop
from fairterms.cli.page_files import Form, write_page
from fairterms.document.reader import read
from fairterms.document.refusals import UnreadableDocument
from fairterms.publish.drawable import undrawable
from fairterms.publish.page import Callout, Prose, Report, Strong
from fairterms.reference.certificate import (
    ENDS,
    ONLY_SHOWS,
    Certificate,
    Verdict,
    verify,
)
from fairterms.units.problem import Problem

STEM = "certificate"
SAID = {
    Verdict.UNCHANGED: "The words are those that the code was worked out from.",
    Verdict.CHANGED: "The words are not those that the code was worked out from.",
    Verdict.NO_CERTIFICATE: "No certificate was found in this file.",
}
"""What is said of a file."""


def page_of(certificate: Certificate) -> Report:
    """Return a certificate as a page; it says nothing twice, for the code counts one sentence."""
    return Report(
        title="Certificate of training",
        subtitle="Contracts between health plans and behavioral-health groups",
        blocks=(
            Prose(certificate.statement),
            Prose((f"{ENDS}: ", Strong(certificate.code))),
            Callout("note", "What the code shows", (Prose(ONLY_SHOWS),)),
        ),
        footer=("Made by Fairterms. It gives no credit of any board, and is not legal advice.",),
    )


def write_certificate(certificate: Certificate, folder: Path) -> None:
    """Write a certificate as a page and for print, and say where it lies."""
    page = page_of(certificate)
    # A name or a title whose signs no font of the PDF has would stand there as other signs.
    forms: tuple[Form, ...] = ("html",) if undrawable(certificate.statement) else ("html", "pdf")
    for path in write_page(page, folder, STEM, *forms):
        say(f"Written: {path}")
    say(f"{ENDS}: {certificate.code}", style="bold")
    say(ONLY_SHOWS)


def say_verdict(code: str, file: Path) -> bool:
    """Hold a file against a code, say what comes out, and return whether the words are the same."""
    try:
        document = read(file)
    except UnreadableDocument as refused:
        stop([Problem(file.name, 0, refused.what, "unreadable", refused.why, refused.fix)])
    found = verify(code, document.text)
    say(SAID[found], style="bold")
    if found is Verdict.UNCHANGED:
        say(ONLY_SHOWS)
    return found is Verdict.UNCHANGED
