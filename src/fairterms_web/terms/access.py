"""The texts of a deal folder that are written by hand, for those who entered the room."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.http import Http404

from fairterms.document.document import Document
from fairterms_web.deals import access as files
from fairterms_web.deals.access import Listed
from fairterms_web.deals.paths import BadPath, safe_path
from fairterms_web.jobs import access as work
from fairterms_web.rooms.entered import Entered
from fairterms_web.terms import cited

FILE = "terms.toml"
SCRIPTS = "scripts/"
CONTRACT = "contract/"
_NOT_BY_HAND = ("records/", "contract/", "source/")
_KEPT_ELSEWHERE = ("log.toml",)


@dataclass(frozen=True)
class Text:
    """A text as it is saved now.

    Attributes
    ----------
    path
        In the deal folder.
    text
        What it says; empty where it is not there.
    sha256
        The hash of its bytes; empty where it is not there.
    number
        Of its version; 0 where it is not there.
    """

    path: str
    text: str = ""
    sha256: str = ""
    number: int = 0


@dataclass(frozen=True)
class Desk:
    """A text with everything of the room that its reading needs.

    Attributes
    ----------
    room_id
        The room.
    open
        The text that is open.
    texts
        Every text of the folder by path, the open one among them where it is saved.
    listed
        The room's files.
    documents
        Those of the contract that have been read, and are what they were then.
    waiting
        Why citations cannot be compared, or not all of them; empty when they can.
    key
        A hash of everything here but the open text: what a reading was made from.
    """

    room_id: str
    open: Text
    texts: dict[str, Text]
    listed: tuple[Listed, ...]
    documents: tuple[Document, ...]
    waiting: str
    key: str

    @property
    def terms(self) -> Text:
        """The saved payment terms."""
        return self.texts.get(FILE, Text(FILE))

    @property
    def scripts(self) -> tuple[Text, ...]:
        """The saved scripts, by name."""
        return tuple(one for path, one in sorted(self.texts.items()) if is_script(path))

    @property
    def document_names(self) -> tuple[str, ...]:
        """Names of the contract's files, read or not."""
        under = [one.path for one in self.listed if one.path.startswith(CONTRACT)]
        return tuple(path.removeprefix(CONTRACT) for path in under)


def text_path(path: str) -> str:
    """Return the path of a text that can be written by hand.

    Raises
    ------
    Http404
        When it is none: another kind of file, data of patients, or a log that is sealed.
    """
    try:
        safe = safe_path(path)
    except BadPath:
        raise Http404 from None
    if not is_text(safe):
        raise Http404
    return safe


def is_text(path: str) -> bool:
    """Tell whether a file of the folder is a text that is written by hand here.

    Examples
    --------
    >>> is_text("scenarios/bad.toml"), is_text("records/members.toml"), is_text("log.toml")
    (True, False, False)
    """
    plain = path.lower()
    is_elsewhere = plain in _KEPT_ELSEWHERE or plain.startswith(_NOT_BY_HAND)
    return path.endswith(".toml") and not is_elsewhere


def is_script(path: str) -> bool:
    """Tell whether a file belongs to what both sides sign beside the terms."""
    is_within = path.startswith(SCRIPTS) and path.count("/") == 1
    return is_within and path.endswith(".toml")


def listed_texts(listed: Sequence[Listed]) -> tuple[Listed, ...]:
    """Return the texts among a room's files: the terms first, then by folder."""
    texts = [one for one in listed if is_text(one.path)]
    return tuple(sorted(texts, key=lambda one: (one.path != FILE, "/" in one.path, one.path)))


def desk(by: Entered, path: str) -> Desk:
    """Return a text with what its reading needs, in few queries whatever their number.

    Raises
    ------
    Http404
        When the path is of no text.
    """
    path = text_path(path)
    listed = files.listed(by)
    wanted = {path, FILE} if path == FILE or is_script(path) else {path}
    if path == FILE:
        wanted |= {one.path for one in listed if is_script(one.path)}
    if path == "positions.toml":
        wanted |= {FILE, *(one.path for one in listed if one.path.startswith("offers/"))}
    known = {one.path: one for one in listed if one.path in wanted}
    texts = {
        name: Text(name, plain(content), known[name].sha256, known[name].number)
        for name, content in files.contents_of(by, known)
    }
    documents, waiting = _documents(by, listed) if path == FILE else ((), "")
    told = [f"{one.path} {one.sha256}" for name, one in sorted(known.items()) if name != path]
    told += [f"{one.name} {one.sha256}" for one in documents] + [by.room.id, path, waiting]
    told += [one.path for one in listed if one.path.startswith(CONTRACT)]
    key = sha256("\n".join(told).encode()).hexdigest()
    return Desk(by.room.id, texts.get(path, Text(path)), texts, listed, documents, waiting, key)


def plain(content: bytes) -> str:
    r"""Return a text as it is edited: no mark of byte order, lines that end in one letter.

    Examples
    --------
    >>> plain(b"\xef\xbb\xbfa = 1\r\nb = 2")
    'a = 1\nb = 2'
    """
    return content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")


def _documents(by: Entered, listed: Sequence[Listed]) -> tuple[tuple[Document, ...], str]:
    """Return the documents that were read and did not change since, and what is missing."""
    now = {
        one.path.removeprefix(CONTRACT): one.sha256
        for one in listed
        if one.path.startswith(CONTRACT)
    }
    if not now:
        return (), "There is no contract in this room yet, so no citation can be compared."
    state = files.state_of([one for one in listed if one.path.startswith(CONTRACT)])
    standing = work.standing(by, "review", state)
    found = cited.documents(by, standing.shown) if standing.shown else ()
    same = tuple(one for one in found if now.get(one.name) == one.sha256)
    if standing.job and standing.job.is_open:
        return same, "The contract is being read. Citations follow when that is done."
    if standing.shown is None:
        return same, "The contract was not read yet. Read it, and citations are compared."
    if not standing.is_current or not found:
        return same, "Read the contract again, so that citations are compared with it as it is now."
    return same, ""
