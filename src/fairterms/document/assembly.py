"""Text assembled piece by piece, with account of where headings and tracked changes fall."""

from dataclasses import dataclass

from fairterms.document.draft import Heading
from fairterms.document.spans import Revision

INSERTED = "inserted"
DELETED = "deleted"
COMMENT = "comment"


@dataclass(frozen=True)
class Change:
    """Who inserted or deleted the pieces that follow, and when."""

    kind: str
    author: str = ""
    date: str = ""


class Assembly:
    """A text in the making.

    ``length`` counts all its letters, ``letters`` those of pieces that are not only white space.

    Parameters
    ----------
    accept
        True takes insertions in and leaves deletions out; False gives the text before them.
    """

    def __init__(self, *, accept: bool) -> None:
        self._accept = accept
        self._pieces: list[str] = []
        self.length = 0
        self.letters = 0
        self.revisions: list[Revision] = []
        self.headings: list[Heading] = []

    @property
    def text(self) -> str:
        """All that was added and belongs to the text."""
        return "".join(self._pieces)

    @property
    def is_at_line_start(self) -> bool:
        """True at the very start and after a line end."""
        return not self._pieces or self._pieces[-1].endswith("\n")

    @property
    def is_after_space(self) -> bool:
        """True at the very start and after any white space."""
        return not self._pieces or self._pieces[-1][-1].isspace()

    def add(self, words: str, change: Change | None = None) -> None:
        """Add words, or, when a change takes them out, only note that they were there."""
        if not words:
            return
        start = self.length
        if change is None or self.keeps(change):
            self._pieces.append(words)
            self.length += len(words)
            self.letters += len(words) if words.strip() else 0
        if change is not None:
            self._note(Revision(start, self.length, change.kind, words, change.author, change.date))

    def end_line(self) -> None:
        """End the line, unless the text already stands at the start of one."""
        if not self.is_at_line_start:
            self.add("\n")

    def rejoin_line(self, sign: str) -> None:
        """Put one sign in place of the line end the text stands after, if it does."""
        if self._pieces and self._pieces[-1] == "\n":
            self._pieces[-1] = sign

    def keeps(self, change: Change) -> bool:
        """Say whether what a change touched is part of the text."""
        return (change.kind == INSERTED) == self._accept

    def remark(self, start: int, words: str, author: str, date: str) -> None:
        """Note a comment on the text from ``start`` up to here."""
        self.revisions.append(Revision(start, self.length, COMMENT, words, author, date))

    def head(self, start: int, level: int) -> None:
        """Note that the text from ``start`` up to here is a heading."""
        if self.length > start:
            self.headings.append(Heading(start, self.length, level))

    def _note(self, revision: Revision) -> None:
        """Note a change; pieces of one change that touch become one revision."""
        last = self.revisions[-1] if self.revisions else None
        if last is None or not _continues(last, revision):
            self.revisions.append(revision)
            return
        self.revisions[-1] = Revision(
            last.start,
            revision.end,
            last.kind,
            last.text + revision.text,
            last.author,
            last.date,
        )


def _continues(last: Revision, revision: Revision) -> bool:
    return last.end == revision.start and (last.kind, last.author, last.date) == (
        revision.kind,
        revision.author,
        revision.date,
    )
