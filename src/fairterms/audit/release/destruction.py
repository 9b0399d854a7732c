"""The end of a copy: destroyed with a certificate by its last day, or overdue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fairterms.audit.release import said_outside
from fairterms.audit.release.request import LEAST_WORDS, Request
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Certificate:
    """Somebody says that every copy is destroyed.

    Attributes
    ----------
    person
        Their account.
    on
        The day they say it.
    how
        How it was done.
    """

    person: str
    on: date
    how: str


def check(certificate: Certificate) -> None:
    """Check that a certificate says enough, and nothing of few people.

    Raises
    ------
    Refusal
        When it does not say how, or tells a count of 1 to 10 people.
    """
    if len(certificate.how.split()) < LEAST_WORDS:
        raise Refusal(
            "the certificate",
            "it does not say how the copies were destroyed",
            "the side that gave them must be able to rely on it",
            "say which copies there were, and how each was destroyed",
        )
    why = "both sides read it, also the one that was not given this evidence"
    said_outside.check("the certificate", certificate.how, why)


def is_overdue(request: Request, certificate: Certificate | None, on: date) -> bool:
    """Tell whether a copy should be destroyed by now, and nobody certified it.

    Parameters
    ----------
    request
        With the last day; where there is none, nothing is ever overdue.
    certificate
        None where there is none yet.
    on
        The day in question. On the last day itself nothing is overdue.

    Examples
    --------
    >>> from fairterms.audit.release.request import Mode
    >>> asked = Request("a1", "group", "visits", "a test", "no less", Mode.COPY, "7",
    ...                 date(2028, 3, 1), date(2028, 6, 30))
    >>> [is_overdue(asked, None, date(2028, month, 30)) for month in (6, 7)]
    [False, True]
    """
    return certificate is None and request.destroy_by is not None and on > request.destroy_by
