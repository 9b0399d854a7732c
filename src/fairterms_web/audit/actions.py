"""What is written into an audit; entries are added at the end, and nothing is rewritten."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from django.db import transaction
from django.http import Http404

from fairterms.audit.engagement.finding import Finding, Issue
from fairterms.audit.engagement.reader import FILE
from fairterms.audit.engagement.sharing import with_finding, with_procedure
from fairterms.audit.engagement.writing import Fields, appended
from fairterms.units.refusal import Refusal
from fairterms_web.audit import access
from fairterms_web.audit.access import Kept
from fairterms_web.deals import access as files
from fairterms_web.deals.actions import ChangedMeanwhile, save_files
from fairterms_web.deals.contents import NotTaken
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import Kind

MOST_TRIES = 5
"""Times that an entry is put after what another just added (our choice)."""
NAMED = ("engagement", "procedure", "workpaper", "observation", "finding", "initiative")
"""Sections whose entries have an id."""
Extend = Callable[[str], str]


class NotWritten(ValueError):
    """What was to be written down cannot be; says why and what to do."""


def add(*, by: Entered, section: str, fields: Fields) -> str:
    """Add an entry to the auditor's own file.

    Parameters
    ----------
    by
        The auditor's room.
    section, fields
        What is added, without its id.

    Returns
    -------
    str
        The id it was given; empty for an entry that has none.

    Raises
    ------
    NotWritten
        When it has a problem.
    """
    assert by.room.kind == Kind.AUDITOR, "an audit is kept in the auditor's room"
    return _add(by, section, fields)


def tell(*, by: Entered, joint: Entered, section: str, fields: Fields) -> str:
    """Add what became of a finding to the copy both sides have; as :func:`add`."""
    assert by.room.kind == Kind.AUDITOR, "an audit is kept in the auditor's room"
    if section == "follow_up" and access.speaks_for_a_side(by):
        raise NotWritten("Whoever belongs to a side does not verify what it put right.")
    return _add(joint, section, fields)


def respond(*, by: Entered, finding: str, fields: Fields, on: date) -> None:
    """Add the answer of a side to a finding, in the joint room.

    Parameters
    ----------
    by
        The joint room.
    finding
        The id of the finding.
    fields
        The answer, its reason, and what is promised.
    on
        The day.

    Raises
    ------
    Http404
        When both sides were told no such finding.
    NotWritten
        When whoever answers speaks for no side or for both, or something of it is missing.
    """
    assert by.room.kind == Kind.JOINT, "sides answer in the joint room"
    if access.kept(by).book.issue_of(finding) is None:
        raise Http404
    party = access.party_of(by)
    if party is None:
        raise NotWritten("Only somebody who may sign for one side, and for one only, answers.")
    head: Fields = {"finding": finding, "party": party.value, "by": access.own_name(by), "on": on}
    _add(by, "response", {**head, **fields})


def review(*, by: Entered, workpaper: str, on: date) -> None:
    """Say that one has looked over the workpaper of somebody else.

    Raises
    ------
    Http404
        When there is no such workpaper.
    NotWritten
        When it is their own.
    """
    if workpaper not in {one.id for one in access.kept(by).book.workpapers}:
        raise Http404
    if access.author_of(by, _note("workpaper", workpaper)) == by.actor.person:
        raise NotWritten("This is your own workpaper. Let somebody else look it over.")
    _add(by, "review", {"workpaper": workpaper, "by": access.own_name(by), "on": on})


def publish(*, by: Entered, joint: Entered, procedure: str, on: date) -> None:
    """Tell both sides how a sample is drawn, before anybody looks at it.

    Raises
    ------
    Http404
        When there is no such procedure.
    NotWritten
        When the copy both sides have would have a problem.
    """
    book = access.kept(by).book
    found = next((one for one in book.procedures if one.id == procedure), None)
    if found is None:
        raise Http404
    _grow({joint: lambda text: with_procedure(text, book, found, on)}, _note("sample", procedure))


def issue(*, by: Entered, joint: Entered, finding: str, on: date) -> None:
    """Tell a finding to both sides, and note in the auditor's own file that it was told.

    Raises
    ------
    Http404
        When there is no such draft.
    NotWritten
        When it lacks something, nobody has looked the work over, or a file of evidence is not
        what it was.
    """
    own = access.kept(by).book
    found = next((one for one in own.findings if one.id == finding), None)
    if found is None or own.issue_of(finding) is not None:
        raise Http404
    for wrong in access.changed_evidence(own, files.hashes(by)):
        raise NotWritten(f"{wrong.what.capitalize()}: {wrong.fix}.")
    told = Issue(finding, on, access.own_name(by))
    fields: Fields = {"finding": told.finding, "on": told.on, "by": told.by}
    grown = {
        by: lambda text: appended(text, "issue", fields),
        joint: lambda text: _both_told(by, text, found, told),
    }
    _grow(grown, _note("issue", finding))


def _both_told(by: Entered, text: str, found: Finding, told: Issue) -> str:
    return with_finding(text, access.kept(by).book, found, told)


def _note(section: str, name: str) -> str:
    """Return what a version is called in which an entry was added."""
    return f"{section} {name}"


def _add(into: Entered, section: str, fields: Fields) -> str:
    """Add an entry to the file of a room, under an id that is free; return the id."""
    for _ in range(MOST_TRIES):
        now = access.kept(into)
        name = _free(section, now.book.ids) if section in NAMED else ""
        named: Fields = {"id": name, **fields} if name else fields
        note = _note(section, name or str(fields.get("workpaper") or fields.get("finding") or ""))
        try:
            _save({into: (now, partial(appended, section=section, fields=named))}, note)
        except ChangedMeanwhile:
            continue
        return name
    raise NotWritten("Others are writing here at the moment. Try again.")


def _grow(grown: Mapping[Entered, Extend], note: str) -> None:
    """Let the files of several rooms grow together, or none of them."""
    for _ in range(MOST_TRIES):
        try:
            _save({one: (access.kept(one), extend) for one, extend in grown.items()}, note)
        except ChangedMeanwhile:
            continue
        return
    raise NotWritten("Others are writing here at the moment. Try again.")


def _save(grown: Mapping[Entered, tuple[Kept, Extend]], note: str) -> None:
    # Rooms are always held in one order, so that two who write in both wait for each other.
    rooms: Sequence[Entered] = sorted(grown, key=lambda one: one.room.id)
    try:
        newer = {one: _longer(*grown[one]) for one in rooms}
        with transaction.atomic():
            for one in rooms:
                seen = {FILE: grown[one][0].sha256}
                content = newer[one].encode()
                save_files(by=one, files={FILE: content}, note=note.strip(), seen=seen)
    except Refusal as refusal:
        raise NotWritten(refusal.sentences) from None
    except NotTaken as wrong:
        raise NotWritten(str(wrong)) from None


def _longer(now: Kept, extend: Extend) -> str:
    if now.text is None:
        raise NotWritten(
            f"{FILE} is not plain text, so nothing was added to it. Save it again as UTF-8, and "
            "upload it."
        )
    return extend(now.text)


def _free(section: str, taken: frozenset[str]) -> str:
    """Return the first id of a section that no entry has.

    Examples
    --------
    >>> _free("finding", frozenset({"finding_1", "settlement"}))
    'finding_2'
    """
    names = (f"{section}_{number}" for number in range(1, len(taken) + 2))
    return next(one for one in names if one not in taken)
