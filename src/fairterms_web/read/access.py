"""Findings with what was decided about them, for those who entered the room."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

from fairterms_web.deals import access as files
from fairterms_web.jobs import access as work
from fairterms_web.jobs.models import Job
from fairterms_web.read.models import Decision, FindingMark, Remark
from fairterms_web.rooms.entered import Entered
from fairterms_web.vault.keyring import keyring

TABLE = "read_remark"


@dataclass(frozen=True)
class Said:
    """A remark."""

    text: str
    said_by: str
    said_at: datetime


@dataclass(frozen=True)
class Marked:
    """A finding with what was decided and said about it.

    Attributes
    ----------
    key
        Its name, which stays the same when the contract is read again.
    record
        As :func:`fairterms.review.export.as_records` writes it, with its ``html``.
    decision, reason
        What was decided; open where nothing was.
    remarks
        What was said, the oldest first.
    """

    key: str
    number: int
    record: Mapping[str, Any]
    decision: str = Decision.OPEN
    reason: str = ""
    remarks: tuple[Said, ...] = field(default=())


@dataclass(frozen=True)
class Reviewed:
    """A contract as it was read.

    Attributes
    ----------
    findings
        The most severe first.
    summary
        What else the reading says: gaps, cautions, documents.
    text
        The documents with the marks, as HTML; empty where it was not wanted.
    """

    findings: tuple[Marked, ...]
    summary: Mapping[str, Any]
    text: str


def key_of(record: Mapping[str, Any], nth: int = 0) -> str:
    """Return the name of a finding: its check and the words it rests on.

    Parameters
    ----------
    record
        The finding, as the reading wrote it.
    nth
        How many before it rest on the same words; contracts repeat themselves.

    Examples
    --------
    >>> one = {"check": "notice", "evidence": {"kind": "absence"}}
    >>> key_of(one) == key_of(dict(one)), len(key_of(one))
    (True, 24)
    """
    evidence = record["evidence"]
    told = [record["check"], evidence["kind"], evidence.get("document", ""), evidence.get("text")]
    return sha256(json.dumps([*told, nth] if nth else told).encode()).hexdigest()[:24]


def reviewed(by: Entered, job: Job, *, has_text: bool = True) -> Reviewed:
    """Return what a reading of the contract found, with the decisions of the room.

    Parameters
    ----------
    by
        The room as entered.
    job
        The reading.
    has_text
        Whether the documents are wanted as well: they are long, and take long to open.
    """
    names = ("findings.json", "text.html") if has_text else ("findings.json",)
    parts = work.parts_of(by, job, names)
    summary = json.loads(parts["findings.json"])
    marks = {one.finding: one for one in FindingMark.objects.within(by)}
    remarks = remarks_of(by)
    found = tuple(
        _marked(number, record, (key, marks.get(key)), remarks.get(key, ()))
        for number, key, record in _numbered(summary)
    )
    return Reviewed(found, summary, parts.get("text.html", b"").decode())


def unmarked(by: Entered, job: Job, key: str) -> Marked | None:
    """Return one finding of a reading without what was decided or said; None where it has none."""
    summary = json.loads(work.part_of(by, job, "findings.json"))
    named = (Marked(name, number, record) for number, name, record in _numbered(summary))
    return next((one for one in named if one.key == key), None)


def marked(by: Entered, finding: Marked) -> Marked:
    """Return a finding with what was decided and said about it by now."""
    mark = FindingMark.objects.within(by).filter(finding=finding.key).first()
    said = remarks_of(by, finding.key).get(finding.key, ())
    return _marked(finding.number, finding.record, (finding.key, mark), said)


def _numbered(summary: Mapping[str, Any]) -> Iterator[tuple[int, str, Mapping[str, Any]]]:
    """Give each finding of a reading with its number from 1 and its name."""
    seen = Counter[str]()
    for number, record in enumerate(summary["findings"], start=1):
        first = key_of(record)
        yield number, key_of(record, seen[first]), record
        seen[first] += 1


def remarks_of(by: Entered, finding: str = "") -> dict[str, tuple[Said, ...]]:
    """Return what was said in the room about each finding, or about one."""
    found: dict[str, tuple[Said, ...]] = {}
    rows = Remark.objects.within(by).order_by("number")
    said_here = list(rows.filter(finding=finding) if finding else rows)
    if not said_here:
        return found
    ring = keyring(by)
    for row in said_here:
        text = ring.open(TABLE, "text", f"{row.finding}.{row.number}", bytes(row.text)).decode()
        said = Said(text, row.said_by, row.said_at)
        found[row.finding] = (*found.get(row.finding, ()), said)
    return found


def contract_versions(by: Entered) -> tuple[files.Listed, ...]:
    """Return every version of every document of the contract, by path, the oldest first."""
    paths = [one.path for one in files.listed(by) if one.path.startswith("contract/")]
    return files.versions_under(by, paths)


def _marked(
    number: int,
    record: Mapping[str, Any],
    named: tuple[str, FindingMark | None],
    remarks: tuple[Said, ...],
) -> Marked:
    key, mark = named
    if mark is None:
        return Marked(key, number, record, remarks=remarks)
    return Marked(key, number, record, mark.decision, mark.reason, remarks)
