"""A checkpoint: which ledger, how many entries, and the one root that stands for all of them.

Sources
-------
C2SP, tlog-checkpoint, c2sp.org. Extension lines, which it allows and advises against, are refused.
"""

import base64
import re
from dataclasses import dataclass
from typing import NoReturn

from fairterms.ledger.key import from_base64, is_name
from fairterms.ledger.note import Note
from fairterms.ledger.proof import Head
from fairterms.ledger.tree import HASH_SIZE
from fairterms.units.refusal import Refusal

_SIZE = re.compile(r"0|[1-9][0-9]{0,14}")


@dataclass(frozen=True)
class Checkpoint:
    """What a ledger was at one moment.

    Attributes
    ----------
    origin
        The name of the ledger, such as ``fairterms.example/cedar-2027/joint``.
    size
        The number of its entries.
    root
        The root over all of them, 32 bytes.
    """

    origin: str
    size: int
    root: bytes

    def __post_init__(self) -> None:
        assert is_name(self.origin), "a ledger's name has no spaces and no plus"
        assert 0 <= self.size < 10**15, "sizes have at most 15 digits"
        assert len(self.root) == HASH_SIZE, "a root is one hash"

    @property
    def head(self) -> Head:
        """The tree in brief."""
        return Head(self.size, self.root)

    @property
    def text(self) -> str:
        """The three lines that are signed.

        Examples
        --------
        >>> print(Checkpoint("fairterms.example/cedar", 0, bytes(32)).text, end="")
        fairterms.example/cedar
        0
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
        """
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"

    @property
    def note(self) -> Note:
        """The checkpoint as a note nobody signed yet."""
        return Note(self.text)


def read(note: Note) -> Checkpoint:
    """Read the checkpoint a note holds.

    Raises
    ------
    Refusal
        When the note does not hold exactly origin, size and root, each in its one form.
    """
    lines = note.text.removesuffix("\n").split("\n")
    if len(lines) != 3:
        _refuse("does not hold exactly the three lines of a checkpoint")
    origin, size, written = lines
    root = from_base64(written)
    if not is_name(origin):
        _refuse(f"names no ledger in its first line: “{origin}”")
    if not _SIZE.fullmatch(size):
        _refuse(f"gives no number of entries in its second line: “{size}”")
    if root is None or len(root) != HASH_SIZE:
        _refuse(f"gives no root in its third line: “{written}”")
    return Checkpoint(origin, int(size), root)


def _refuse(what: str) -> NoReturn:
    why = "the ledger is compared with the three lines: its name, its size and its root"
    fix = "ask for the checkpoint as a file, exactly as it was signed"
    raise Refusal("the note", what, why, fix)
