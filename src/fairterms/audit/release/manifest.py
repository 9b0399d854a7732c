"""The manifest of a release: what leaves, its mark and its hash, in one form for both rooms."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime

from fairterms.audit.release.request import Mode

MARK = "Confidential and proprietary to {party}. Released for one audit. Do not pass it on."
"""The mark that goes with every release."""


@dataclass(frozen=True)
class Manifest:
    """What leaves.

    Attributes
    ----------
    request
        The request's name.
    title
        What it is.
    party
        Who gives it.
    mode
        Whether it is read or kept.
    media
        The type of the content, such as ``text/csv``.
    sha256
        The hash of the content exactly as it leaves. It is never the hash of what stays: who can
        guess small counts could try them against it.
    destroy_by
        The last day of a copy.
    """

    request: str
    title: str
    party: str
    mode: Mode
    media: str
    sha256: str
    destroy_by: date | None

    @property
    def mark(self) -> str:
        """The mark that stands on every page and goes with every file."""
        return MARK.format(party=self.party)

    @property
    def text(self) -> str:
        """The manifest as JSON in one form."""
        last = self.destroy_by.isoformat() if self.destroy_by else None
        told = {
            "content": {"media": self.media, "sha256": self.sha256},
            "destroy_by": last,
            "from": self.party,
            "mark": self.mark,
            "mode": str(self.mode),
            "request": self.request,
            "title": self.title,
        }
        return json.dumps(told, indent=2, sort_keys=True, ensure_ascii=False) + "\n"

    @property
    def hash(self) -> str:
        """The hash of the text (SHA-256, 64 hexadecimal digits)."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def watermark(manifest: Manifest, reader: str, at: datetime) -> str:
    """Return what stands across a page that is only read: whose it is, who reads it, and when.

    Examples
    --------
    >>> given = Manifest("a1", "Visits", "Larch Group", Mode.VIEW, "text/csv", "00", None)
    >>> watermark(given, "E. Auditor", datetime(2028, 3, 4, 9, 30))[-41:]
    ' Read by E. Auditor, 2028-03-04 09:30 UTC'
    """
    return f"{manifest.mark} Read by {reader}, {at:%Y-%m-%d %H:%M} UTC"
