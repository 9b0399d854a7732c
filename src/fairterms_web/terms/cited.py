"""Documents of the contract as they were read, and the page a citation stands on."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import Final

from django.http import Http404

from fairterms.document.document import Document
from fairterms_web.jobs import access as work
from fairterms_web.jobs import read_documents
from fairterms_web.jobs.models import Job
from fairterms_web.rooms.entered import Entered

MOST: Final = 8
"""As many rooms' documents stay in memory."""
_kept: "OrderedDict[tuple[str, str], tuple[Document, ...]]" = OrderedDict()
_lock = Lock()


@dataclass(frozen=True)
class CitedPage:
    """A page of a document, cut where the cited words begin and end.

    Attributes
    ----------
    before, words, after
        The text of the page; the words are empty when none of them stand on it.
    number, count
        Which page it is, and how many there are.
    place
        The document's place among those that were read, from 1.
    """

    document: str
    before: str
    words: str
    after: str
    number: int
    count: int
    place: int


def documents(by: Entered, job: Job) -> tuple[Document, ...]:
    """Return the documents that a reading of the contract kept; none where it kept none.

    Parameters
    ----------
    by
        The room as entered.
    job
        The reading, of that room.

    Notes
    -----
    They are kept in memory by room and reading: a later reading of the room drops the earlier one.
    """
    assert job.room_id == by.room.id, "a reading is looked at in its own room"
    key = (by.room.id, job.id)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    content = work.parts_of(by, job, [read_documents.PART]).get(read_documents.PART)
    found = read_documents.read(content) if content else ()
    with _lock:
        for older in [one for one in _kept if one[0] == by.room.id]:
            del _kept[older]
        _kept[key] = found
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return found


def page(found: tuple[Document, ...], name: str, start: int, end: int) -> CitedPage:
    """Return the page on which cited words begin.

    Parameters
    ----------
    found
        The documents that were read.
    name
        Of the document.
    start, end
        Offsets of the words in its text; equal where no words are meant.

    Raises
    ------
    Http404
        When no such document was read, or the words would lie outside of it.
    """
    place, document = next(
        ((number, one) for number, one in enumerate(found, start=1) if one.name == name), (0, None)
    )
    if document is None or not 0 <= start <= end <= len(document.text):
        raise Http404
    at = document.page_at(start)
    last = max(at.start, min(end, at.end))
    first = max(at.start, min(start, at.end))
    return CitedPage(
        document=name,
        before=document.text[at.start : first],
        words=document.text[first:last],
        after=document.text[last : at.end],
        number=at.number,
        count=len(document.pages),
        place=place,
    )
