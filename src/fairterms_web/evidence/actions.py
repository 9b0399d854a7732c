"""Asking for evidence, declining, preparing, approving, agreeing to it, opening, destroying it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.http import Http404

from fairterms.audit.release import agreement, course, request
from fairterms.audit.release.agreement import Signature
from fairterms.audit.release.approval import Approval
from fairterms.audit.release.course import Release
from fairterms.audit.release.declining import Declined
from fairterms.audit.release.destruction import Certificate
from fairterms.audit.release.leaving import Leaving
from fairterms.audit.release.manifest import Manifest
from fairterms.audit.release.request import Mode, Request
from fairterms.ledger.canonical import Value
from fairterms.units.problem import Problem
from fairterms.units.refusal import Refusal
from fairterms_web import identifiers
from fairterms_web.evidence import access, crossing
from fairterms_web.evidence.access import Kept
from fairterms_web.evidence.held import Held, Prepared
from fairterms_web.evidence.models import EvidencePart, EvidenceRecord, Name
from fairterms_web.rooms.change import change
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import PRIVATE, REMARK, WRITE, Kind
from fairterms_web.vault.keyring import keyring


class Lacking(ValueError):
    """A request that lacks something; nothing was asked for."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("the request lacks something")
        self.problems = problems


@dataclass(frozen=True)
class Made:
    """What somebody made to be given.

    Attributes
    ----------
    title
        What it is, for those who receive it.
    leaving
        As it would leave.
    against
        The names of the releases its proof was made against.
    """

    title: str
    leaving: Leaving
    against: tuple[str, ...]


def ask(*, by: Entered, told: Mapping[str, object], on: date) -> str:
    """Ask a side for evidence, from the joint room; return the name of the release.

    Parameters
    ----------
    by
        The joint room, as entered by somebody who writes in the auditor's room too.
    told
        The fields of a request: ``of``, ``what``, ``purpose``, ``necessary``, ``mode``,
        ``destroy_by``, ``is_confidential``, ``exception_decision``.
    on
        The day.

    Raises
    ------
    Http404
        When they may not ask, or the deal has no such side.
    Lacking
        When the request lacks something.
    """
    if not access.may_ask(by) or told["of"] not in {one.kind for one in access.sides(by)}:
        raise Http404
    ref, fields = identifiers.new(), {**told, "mode": Mode(str(told["mode"]))}
    # Fields by name.
    asked = Request(id=ref, requester=by.actor.person, asked_on=on, **fields)  # type: ignore[arg-type]
    if problems := (*request.missing(asked), *_undecided(by, asked)):
        raise Lacking(problems)
    held = Held(Release(asked))
    with crossing.one_deal(by), change(by, WRITE) as said:
        crossing.save_record(by.room, keyring(by), None, (ref, held))
        said.that("evidence.asked", {"release": ref, "what": asked.what, "of": asked.of})
        crossing.put(by=by, to=asked.of, ref=ref, held=held, kind="evidence.asked")
    return ref


def decline(*, by: Entered, ref: str, why: str, on: date) -> None:
    """Say that a side does not give what it was asked for; what was prepared is removed.

    Parameters
    ----------
    by
        The room that was asked.
    ref
        The release.
    why
        The reason; the joint room is told it.
    on
        The day.

    Raises
    ------
    Http404
        When the room was not asked for it.
    Refusal
        When it has left, was declined before, or the reason says too little or too much.
    """
    with crossing.one_deal(by), change(by, WRITE) as said:
        kept = _asked_here(by, ref, on)
        declined = Declined(by.actor.person, on, why.strip())
        held = Held(course.decline(kept.held.release, declined))
        EvidencePart.objects.within(by).filter(record=kept.row).delete()
        _save(by, kept, held)
        said.that("evidence.declined", {**_said(kept), "why": declined.why})
        crossing.put(by=by, to=Kind.JOINT, ref=ref, held=held.for_joint, kind="evidence.declined")


def prepare(*, by: Entered, ref: str, made: Made, on: date) -> None:
    """Prepare what is to leave, in place of what was prepared before.

    Raises
    ------
    Http404
        When the room was not asked for it.
    Refusal
        When there is no proof, it has left, or another release left since the proof was made.
    """
    with change(by, WRITE) as said:
        kept = _asked_here(by, ref, on)
        _check_against(by, made.against, on)
        asked, leaving = kept.held.release.request, made.leaving
        manifest = Manifest(
            ref,
            made.title,
            by.room.party.name if by.room.party else by.room.title,
            asked.mode,
            leaving.media,
            leaving.sha256,
            asked.destroy_by,
        )
        signed = agreement.write(asked, manifest).hash
        release = course.prepare(kept.held.release, manifest.hash, leaving.proof, signed)
        prepared = Prepared(manifest, leaving.shown, leaving.name, made.against)
        EvidencePart.objects.within(by).filter(record=kept.row).delete()
        row = _save(by, kept, Held(release, prepared))
        crossing.save_part(row, keyring(by), Name.CONTENT, leaving.content)
        if leaving.inside:
            crossing.save_part(row, keyring(by), Name.INSIDE, leaving.inside.encode())
        said.that("evidence.prepared", _said(kept, manifest=manifest.hash))


def approve(*, by: Entered, ref: str, seen: str, on: date) -> bool:
    """Approve what is prepared; with the second approval it leaves. Return whether it left.

    Parameters
    ----------
    by
        The room that gives.
    ref
        The release.
    seen
        The hash of the manifest that the approver saw.
    on
        The day.

    Raises
    ------
    Http404
        When the room was not asked for it.
    Refusal
        When this person may not approve it, nothing is prepared, or another release left since.
    """
    with crossing.one_deal(by):
        with change(by, WRITE) as said:
            kept = _asked_here(by, ref, on)
            held = kept.held
            if held.prepared is not None:
                _check_against(by, held.prepared.against, on)
            approval = Approval(by.actor.person, str(by.room.kind), on, seen)
            held = replace(held, release=course.approve(held.release, approval))
            if held.release.is_approved:
                _check_auditor(by)
                held = replace(held, given_on=on)
            _save(by, kept, held)
            said.that("evidence.approved", _said(kept, manifest=seen))
        if held.given_on is not None:
            _give(by, replace(kept, held=held))
    return held.given_on is not None


def sign(*, by: Entered, ref: str, seen: str, on: date) -> None:
    """Sign the agreement to a release, in the auditor's room.

    Raises
    ------
    Http404
        When the room was not given it.
    Refusal
        When the text is another than the one that was seen, or it cannot be opened any more.
    """
    with change(by, REMARK) as said:
        kept = _given_here(by, ref, on)
        signature = Signature(by.actor.person, on, seen)
        _save(by, kept, replace(kept.held, release=course.sign(kept.held.release, signature)))
        said.that("evidence.agreed", _said(kept, agreement=seen))


def open_once(*, by: Entered, ref: str, on: date) -> tuple[Kept, bytes]:
    """Open a release for one reader, once; that is an entry of its own.

    Returns
    -------
    tuple of Kept and bytes
        The release, and what was given.

    Raises
    ------
    Http404
        When the room was not given it.
    Refusal
        When the reader has not signed, or it was destroyed or is over.
    """
    with change(by, REMARK) as said:
        kept = _given_here(by, ref, on)
        release = course.open_for(kept.held.release, by.actor.person, on)
        body = access.content(by, kept)
        assert body is not None, "what is not destroyed is there"
        _save(by, kept, replace(kept.held, release=release))
        is_view = release.request.mode is Mode.VIEW
        said.that("evidence.viewed" if is_view else "evidence.taken", _said(kept))
    return kept, body


def destroy(*, by: Entered, ref: str, how: str, on: date) -> None:
    """Certify that every copy is destroyed; what was given is removed here as well.

    Raises
    ------
    Http404
        When the room was not given it.
    Refusal
        When there is no copy, or the certificate says too little.
    """
    with crossing.one_deal(by), change(by, WRITE) as said:
        kept = _given_here(by, ref, on)
        certificate = Certificate(by.actor.person, on, how.strip())
        held = replace(kept.held, release=course.destroy(kept.held.release, certificate))
        EvidencePart.objects.within(by).filter(record=kept.row).delete()
        _save(by, kept, held)
        said.that("evidence.destroyed", {**_said(kept), "how": certificate.how})
        crossing.end(by=by, ref=ref, certificate=certificate, of=held.release.request.of)


def _undecided(by: Entered, asked: Request) -> tuple[Problem, ...]:
    """Tell of a decision that the committee did not take."""
    named = asked.exception_decision
    if not asked.is_confidential or not named or named in access.decisions(by):
        return ()
    return (
        Problem(
            request.WHERE,
            0,
            f"the committee has not decided “{named}” on confidential data",
            "request-decision",
            "confidential data leave a room only where the audit committee decided so",
            "name a motion of such a class that the committee carried",
        ),
    )


def _asked_here(by: Entered, ref: str, on: date) -> Kept:
    if by.room.kind not in PRIVATE:
        raise Http404
    return access.record(by, ref, on)


def _given_here(by: Entered, ref: str, on: date) -> Kept:
    if by.room.kind != Kind.AUDITOR:
        raise Http404
    return access.record(by, ref, on)


def _check_against(by: Entered, against: tuple[str, ...], on: date) -> None:
    """Refuse what was proved before something else left: what both tell together is not proved."""
    if tuple(sorted(against)) != access.earlier(by, on).refs:
        raise Refusal(
            "the release",
            "another release has left this room since it was prepared",
            "the proof must stand against everything that left before",
            "prepare it again: the proof is made anew",
        )


def _check_auditor(by: Entered) -> None:
    if not crossing.has_auditor(by):
        raise Refusal(
            "the release",
            "the deal has no auditor’s room",
            "evidence is given to the auditor’s room and nowhere else",
            "open the auditor’s room from the joint room",
        )


def _give(by: Entered, kept: Kept) -> None:
    """Put what was approved into the auditor's room, and word of it into the joint room."""
    with change(by, WRITE) as said:
        body = access.content(by, kept)
        assert body is not None, "what was approved is there"
        said.that("evidence.released", _said(kept))
        held, kind = kept.held, "evidence.released"
        crossing.put(
            by=by, to=Kind.AUDITOR, ref=kept.ref, held=held.for_auditor, kind=kind, content=body
        )
        crossing.put(by=by, to=Kind.JOINT, ref=kept.ref, held=held.for_joint, kind=kind)


def _save(by: Entered, kept: Kept, held: Held) -> EvidenceRecord:
    return crossing.save_record(by.room, keyring(by), kept.row, (kept.ref, held))


def _said(kept: Kept, **more: str) -> dict[str, Value]:
    return {"release": kept.ref, "what": kept.held.release.request.what, **more}
