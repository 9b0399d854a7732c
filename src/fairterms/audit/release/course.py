"""The course of a release: asked for, prepared, approved by two, agreed to, open, destroyed.

A side that gives nothing says why: then the request is declined, and its course is over.

Each step takes a release and returns the next one, or refuses and says what is missing. Nothing
else changes a release; a room keeps the value it got.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from fairterms.audit.release import approval as approving
from fairterms.audit.release import declining, destruction, request
from fairterms.audit.release.agreement import Signature
from fairterms.audit.release.approval import Approval
from fairterms.audit.release.declining import Declined
from fairterms.audit.release.destruction import Certificate
from fairterms.audit.release.request import Mode, Request
from fairterms.units.refusal import Refusal


class Stage(StrEnum):
    """How far a release has come.

    Attributes
    ----------
    ASKED
        Nothing is prepared yet.
    DECLINED
        The side that was asked does not give it, and said why.
    PREPARED
        It waits for its two approvals.
    APPROVED
        It may leave; nobody has signed for it.
    AGREED
        Somebody signed for it; nobody has opened it.
    OPEN
        Somebody opened it.
    DESTROYED
        Its certificate is there; what was given is gone.
    OVERDUE
        The last day is over, and no certificate is there.
    """

    ASKED = "asked"
    DECLINED = "declined"
    PREPARED = "prepared"
    APPROVED = "approved"
    AGREED = "agreed"
    OPEN = "open"
    DESTROYED = "destroyed"
    OVERDUE = "overdue"


@dataclass(frozen=True)
class Release:
    """A release as it stands.

    Attributes
    ----------
    request
        What was asked for.
    manifest_hash
        Of what is prepared; empty where nothing is.
    proof
        Why it tells nothing of 1 to 10 people, in one sentence: never which counts those are.
    approvals
        Of what is prepared now.
    agreement_hash
        Of the text each reader signs.
    signatures
        Of those who may open it.
    opened_on
        The day somebody first opened it.
    certificate
        Of its destruction.
    declined
        By whom, when and why it is not given; None where nobody declined.
    """

    request: Request
    manifest_hash: str = ""
    proof: str = ""
    approvals: tuple[Approval, ...] = ()
    agreement_hash: str = ""
    signatures: tuple[Signature, ...] = ()
    opened_on: date | None = None
    certificate: Certificate | None = None
    declined: Declined | None = None

    @property
    def is_approved(self) -> bool:
        """Whether something is prepared and two people said yes to it."""
        return bool(self.manifest_hash) and not approving.lacking(self.request, self.approvals)

    def has_signed(self, person: str) -> bool:
        """Tell whether somebody signed the agreement of this release."""
        return any(
            one.person == person and one.agreement == self.agreement_hash for one in self.signatures
        )


def stage(release: Release, on: date) -> Stage:
    """Return how far a release has come on a day."""
    if release.certificate is not None:
        return Stage.DESTROYED
    if release.declined is not None:
        return Stage.DECLINED
    if not release.is_approved:
        return Stage.PREPARED if release.manifest_hash else Stage.ASKED
    if destruction.is_overdue(release.request, None, on):
        return Stage.OVERDUE
    if release.opened_on is not None:
        return Stage.OPEN
    return Stage.AGREED if release.signatures else Stage.APPROVED


def prepare(release: Release, manifest_hash: str, proof: str, agreement_hash: str) -> Release:
    """Prepare what is to leave, or prepare it anew: then it is approved anew.

    Parameters
    ----------
    release
        Not yet approved.
    manifest_hash
        Of exactly what is to leave.
    proof
        Why it tells nothing of 1 to 10 people.
    agreement_hash
        Of the text its readers will sign.

    Raises
    ------
    Refusal
        When the request lacks something or was declined, there is no proof, or it left already.
    """
    if problems := request.missing(release.request):
        first = problems[0]
        raise Refusal(first.file, first.what, first.why, first.fix)
    if release.is_approved:
        raise _refusal("it was approved and has left", "ask for something else in a new request")
    _check_wanted(release)
    if not proof.strip():
        raise _refusal(
            "there is no proof that no count of 1 to 10 people can be worked out",
            "release a coarser table, or larger groups",
        )
    assert manifest_hash, "what is prepared has its manifest"
    assert agreement_hash, "what is prepared has its agreement"
    return Release(release.request, manifest_hash, proof, (), agreement_hash)


def decline(release: Release, declined: Declined) -> Release:
    """Say that it is not given, and why; what was prepared is dropped.

    Raises
    ------
    Refusal
        When it has left, was declined before, or the reason says too little or too much.
    """
    if release.is_approved:
        raise _refusal("it was approved and has left", "ask the auditor to destroy the copy early")
    _check_wanted(release)
    declining.check(declined)
    return Release(release.request, declined=declined)


def approve(release: Release, approval: Approval) -> Release:
    """Add an approval.

    Raises
    ------
    Refusal
        When it was declined, nothing is prepared, its last day is over, or this person may not
        approve it.
    """
    _check_wanted(release)
    if not release.manifest_hash:
        raise _refusal("nothing is prepared yet", "prepare what is to leave first")
    if destruction.is_overdue(release.request, None, approval.on):
        raise _refusal(
            "its last day is over", "decline it, and let the auditor ask for a later day"
        )
    approving.check(approval, release.request, release.manifest_hash, release.approvals)
    return replace(release, approvals=(*release.approvals, approval))


def sign(release: Release, signature: Signature) -> Release:
    """Add a reader's signature; signing twice changes nothing.

    Raises
    ------
    Refusal
        When it is not approved, is destroyed or over, or they saw another text.
    """
    _check_open(release, signature.on)
    if signature.agreement != release.agreement_hash:
        raise _refusal("the agreement is another than the one you saw", "read it again, then sign")
    if release.has_signed(signature.person):
        return release
    return replace(release, signatures=(*release.signatures, signature))


def open_for(release: Release, person: str, on: date) -> Release:
    """Open a release for a reader.

    Raises
    ------
    Refusal
        When it is not approved, is destroyed or over, or they have not signed the agreement.
    """
    _check_open(release, on)
    if not release.has_signed(person):
        raise _refusal(
            "you have not signed the agreement", "read the agreement and sign it; then it opens"
        )
    return replace(release, opened_on=release.opened_on or on)


def destroy(release: Release, certificate: Certificate) -> Release:
    """Take down the certificate of a copy's destruction; it may come late.

    Raises
    ------
    Refusal
        When there is no copy, it is destroyed already, or the certificate says too little.
    """
    if release.request.mode is not Mode.COPY:
        raise _refusal("it is only read, and there is no copy", "nothing is to destroy")
    if release.certificate is not None:
        raise _refusal("its certificate is there already", "nothing more is to do")
    if not release.is_approved:
        raise _refusal(f"nothing was given: {_lack(release)}", "nothing is to destroy")
    destruction.check(certificate)
    return replace(release, certificate=certificate)


def _check_wanted(release: Release) -> None:
    if release.declined is not None:
        raise _refusal(
            f"it was declined on {release.declined.on.isoformat()}",
            "if it can be given after all, let the auditor ask again",
        )


def _check_open(release: Release, on: date) -> None:
    if release.certificate is not None:
        raise _refusal("it was destroyed", "ask for it again, if the purpose still needs it")
    if not release.is_approved:
        raise _refusal(_lack(release), "wait until two people have approved it")
    if destruction.is_overdue(release.request, None, on):
        raise _refusal(
            "its last day is over", "destroy every copy, and write the certificate in this room"
        )


def _lack(release: Release) -> str:
    if release.declined is not None:
        return "it was declined"
    if not release.manifest_hash:
        return "nothing is prepared yet"
    return approving.lacking(release.request, release.approvals).rstrip(".")


def _refusal(what: str, fix: str) -> Refusal:
    why = "evidence leaves a room one step at a time, and each step is written down"
    return Refusal("the release", what, why, fix)
