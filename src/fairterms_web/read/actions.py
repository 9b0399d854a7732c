"""Deciding about a finding, and talking about it."""

from django.db.models import Max

from fairterms_web.read.access import TABLE
from fairterms_web.read.models import Decision, FindingMark, Remark
from fairterms_web.rooms.change import change
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import REMARK
from fairterms_web.vault.keyring import keyring


class NeedsReason(ValueError):
    """A finding is set aside with a reason, or not at all."""


def decide(*, by: Entered, finding: str, decision: Decision, reason: str = "") -> FindingMark:
    """Decide about a finding; deciding again replaces what was decided.

    Raises
    ------
    NeedsReason
        When it is set aside without a reason.
    """
    if decision == Decision.DISMISSED and not reason.strip():
        raise NeedsReason("Say why: others will ask later.")
    with change(by, REMARK) as said:
        rows = FindingMark.objects.within(by).filter(finding=finding)
        mark = rows.first() or FindingMark(room=by.room, finding=finding)
        mark.decision, mark.reason, mark.decided_by = decision, reason.strip()[:500], by.name
        mark.save()
        content = {"finding": finding, "decision": str(decision), "reason": mark.reason}
        said.that("finding.decided", content)
    return mark


def remark(*, by: Entered, finding: str, text: str) -> Remark:
    """Say something about a finding.

    Raises
    ------
    NeedsReason
        When nothing is said.
    """
    words = text.strip()[:5_000]
    if not words:
        raise NeedsReason("Write what you want to say.")
    with change(by, REMARK) as said:
        rows = Remark.objects.within(by).filter(finding=finding)
        number = (rows.aggregate(last=Max("number"))["last"] or 0) + 1
        sealed = keyring(by).seal(TABLE, "text", f"{finding}.{number}", words.encode())
        row = Remark(room=by.room, finding=finding, number=number, text=sealed, said_by=by.name)
        row.save(force_insert=True)
        said.that("remark.made", {"finding": finding, "remark": words})
    return row
