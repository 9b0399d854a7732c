"""Versions of the terms that can be set against each other: one's own, and sealed copies."""

from dataclasses import dataclass

from django.http import Http404

from fairterms.decide.trial_run.comparison import compared, comparison_blocks
from fairterms.publish.blocks import Block
from fairterms_web.deals import access as files
from fairterms_web.jobs.wording import for_the_web
from fairterms_web.rooms import access as rooms
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import Kind
from fairterms_web.simulate.access import TERMS
from fairterms_web.simulate.shelf import Ready

OWN, COPY = "version", "copy"
MOST_COPIES = 4
"""Sealed copies that are looked through, the newest first: each is one question to the database."""


@dataclass(frozen=True)
class Version:
    """A version of the terms.

    Attributes
    ----------
    id
        As the address says it.
    title
        In words.
    """

    id: str
    title: str


def versions(by: Entered) -> tuple[Version, ...]:
    """Return the versions of the terms a person may see from a room, the newest first."""
    own = [
        Version(
            f"{OWN}-{one.id}",
            f"Version {one.number} of {one.saved_at:%Y-%m-%d %H:%M} UTC"
            + (f": {one.note}" if one.note else ""),
        )
        for one in files.versions_of(by, TERMS)
        if not one.is_removed
    ]
    return (*own, *_copies(by))


def text_of(by: Entered, version: str) -> str:
    """Return the text of a version.

    Raises
    ------
    Http404
        When the person may not see such a version from this room.
    """
    sort, _, name = version.partition("-")
    if sort == OWN:
        listed, content = files.version_content(by, name)
        if listed.path != TERMS or listed.is_removed:
            raise Http404
        return content.decode("utf-8-sig", errors="replace")
    joint = _joint(by)
    copy, _, file = name.partition("-")
    if sort != COPY or joint is None:
        raise Http404
    path, content = files.copied_content(joint, copy, file)
    if path != TERMS:
        raise Http404
    return content.decode("utf-8-sig", errors="replace")


def blocks(ready: Ready, first: str, second: str) -> tuple[Block, ...]:
    """Compare two texts on the same made-up years.

    Raises
    ------
    Refusal
        When one of them cannot be compared.
    """
    with ready.lock:
        return for_the_web(tuple(comparison_blocks(compared(ready.prepared, first, second))))


def _copies(by: Entered) -> tuple[Version, ...]:
    joint = _joint(by)
    if joint is None:
        return ()
    return tuple(
        Version(
            f"{COPY}-{copy.id}-{file.id}",
            f"Sealed copy “{copy.title}” of {copy.party}, {copy.given_at:%Y-%m-%d}",
        )
        for copy in files.copies_of(joint)[:MOST_COPIES]
        for file in files.copied_files(joint, copy)
        if file.path == TERMS
    )


def _joint(by: Entered) -> Entered | None:
    """Return the joint room of the deal, for those who may read it."""
    return by if by.room.kind == Kind.JOINT else rooms.beside(by, Kind.JOINT)
