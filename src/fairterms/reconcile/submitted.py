"""A statement with what lies beside it in its folder: the contract header, the quality reports."""

import json
from collections.abc import Iterator
from pathlib import Path

from fairterms.contract.clause import Contract
from fairterms.reconcile.statement import reader
from fairterms.reconcile.statement.statement import Statement
from fairterms.reconcile.statement.submission import Submission
from fairterms.reconcile.statement.vbpr import read_submission
from fairterms.reconcile.statement.vbpr_header import Header, read_header

LARGEST = 20_000_000
"""Bytes of a file beside a statement that is still looked into."""


def read(
    path: Path, contract: Contract | None, *, own_room: bool = True
) -> tuple[Statement, Submission]:
    """Read a statement, and what was sent to support it.

    Parameters
    ----------
    path
        The statement; a header and a bundle of quality reports may lie in the same folder.
    contract
        The terms to check it beside; None where there are none.
    own_room
        Whether what is about 1 to 10 people may be read from a remittance.

    Returns
    -------
    tuple
        The statement, checked beside the terms; and the same with its support, for the checks of
        its arithmetic.

    """
    statement = reader.read_beside(path, contract, own_room=own_room)
    if _kind(path) != "MeasureReport":
        return statement, Submission(statement)
    text = path.read_text(encoding="utf-8-sig")
    bare = read_submission(text, path.name)
    sent = read_submission(text, path.name, _header(path, bare.measure), _bundle(path))
    return statement, sent


def _header(path: Path, measure: str) -> Header | None:
    """Find the contract header that a report names, by its address or its file's name."""
    for other in _beside(path, "Measure"):
        header = read_header(other.read_text(encoding="utf-8-sig"), other.name)
        if measure and (header.url == measure or measure.endswith(f"-{other.stem}")):
            return header
    return None


def _bundle(path: Path) -> str:
    found = list(_beside(path, "Bundle"))
    return found[0].read_text(encoding="utf-8-sig") if found else ""


def _beside(path: Path, kind: str) -> Iterator[Path]:
    for other in sorted(path.parent.glob("*.json")):
        if other != path and _kind(other) == kind:
            yield other


def _kind(path: Path) -> str:
    """Return the kind of resource a file holds; empty for anything else."""
    if path.suffix.lower() != ".json" or not path.is_file() or path.stat().st_size > LARGEST:
        return ""
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        return ""
    return str(document.get("resourceType", "")) if isinstance(document, dict) else ""
