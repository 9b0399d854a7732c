"""A report together with the header and the quality reports that lie beside it."""

from pathlib import Path

from fairterms.reconcile.statement.fhir_node import Node, NotReadable, parse
from fairterms.reconcile.statement.submission import Submission
from fairterms.reconcile.statement.vbpr import read_submission
from fairterms.reconcile.statement.vbpr_header import Header, read_header

LARGEST_FILE = 50_000_000
"""Bytes. A larger file beside a report is left alone."""


def read_beside(path: Path) -> Submission:
    """Read a report with what supports it.

    Parameters
    ----------
    path
        The report. Of the other JSON files of its folder, the contract header it names and the
        first bundle with a quality report it refers to are read with it.

    Returns
    -------
    Submission
        Its header is None, and it has no quality reports, where none lies beside it.
    """
    text = _text(path)
    try:
        report = parse(text)
    except NotReadable:
        return read_submission(text, path.name)
    header: Header | None = None
    bundle = ""
    for other in sorted(path.parent.glob("*.json")):
        if other == path or other.stat().st_size > LARGEST_FILE:
            continue
        beside = _text(other)
        header = header or _header(beside, other.name, report)
        bundle = bundle or (beside if _supports(beside, report) else "")
    return read_submission(text, path.name, header, bundle)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig", errors="replace")


def _header(text: str, file: str, report: Node) -> Header | None:
    """Return a header when it is the one a report names, whatever its version."""
    found = read_header(text, file)
    named = report.text("measure").split("|")[0]
    return found if found.url and found.url.split("|")[0] == named else None


def _supports(text: str, report: Node) -> bool:
    """Say whether a file is a bundle with a quality report that a report refers to."""
    try:
        root = parse(text)
    except NotReadable:
        return False
    referred = {
        one.text("reference").rsplit("/", 1)[-1] for one in report.items("evaluatedResource")
    }
    inside = {one.get("resource").text("id") for one in root.items("entry")}
    return root.text("resourceType") == "Bundle" and bool(referred & inside)
