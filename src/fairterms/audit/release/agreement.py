"""The agreement that each reader signs before the first look, and its signatures.

Sources
-------
42 CFR 2.53 (management audits, financial audits, and program evaluation): a reader agrees in
writing how records are used before they are opened. Known through 2026-11-22; counsel of both sides
should confirm what it asks for in their case.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from fairterms.audit.release.manifest import Manifest
from fairterms.audit.release.request import Mode, Request

KNOWN_THROUGH = date(2026, 11, 22)
_BOTH = (
    "I use it for this purpose and for nothing else.",
    "I show it to nobody who has not signed this agreement for it.",
    "I do not try to find out who a person in it is, and I join it with no other list to do so.",
    "If I learn who somebody is, or if it gets lost, I tell the side that gave it on the same day.",
)
_OF_A_COPY = (
    "I keep the copy locked, on a device with a password and an encrypted disk.",
    "I destroy every copy by {last} and write the certificate in this room.",
)
_OF_A_VIEW = (
    "I read it here and keep no copy: no file, no picture, no notes of single rows.",
    "I know that each time I open it is written down.",
)
_NOT_ADVICE = (
    "This is not legal advice. Federal rules on audits ask for a written agreement before records "
    f"are opened (42 CFR 2.53; read on {KNOWN_THROUGH.isoformat()}). State law may ask for more."
)


@dataclass(frozen=True)
class Agreement:
    """What a reader signs.

    Attributes
    ----------
    lines
        One sentence or paragraph each.
    """

    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n\n".join(self.lines)

    @property
    def hash(self) -> str:
        """The hash of the text (SHA-256, 64 hexadecimal digits)."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True)
class Signature:
    """A reader signed.

    Attributes
    ----------
    person
        Their account.
    on
        The day.
    agreement
        The hash of the text they signed.
    """

    person: str
    on: date
    agreement: str


def write(request: Request, manifest: Manifest) -> Agreement:
    """Write the agreement for a release.

    Parameters
    ----------
    request
        What was asked for, and what for.
    manifest
        What is given.

    Examples
    --------
    >>> asked = Request("a1", "group", "visits", "to test the share of visits", "a total hides it",
    ...                 Mode.VIEW, "auditor.7", date(2028, 3, 1))
    >>> given = Manifest("a1", "Visits by clinic", "Larch Group", Mode.VIEW, "text/csv", "00", None)
    >>> print(write(asked, given).lines[1])
    It is for this purpose: to test the share of visits
    """
    last = manifest.destroy_by.isoformat() if manifest.destroy_by else ""
    own = _OF_A_COPY if request.mode is Mode.COPY else _OF_A_VIEW
    return Agreement(
        (
            f"{manifest.party} gives: {manifest.title} (manifest {manifest.hash}).",
            f"It is for this purpose: {request.purpose}",
            *_BOTH,
            *(line.format(last=last) for line in own),
            _NOT_ADVICE,
        )
    )
