"""A list of members without their names: each is a keyed hash that both sides make alike."""

import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fairterms.audit.procedures.evidence_table import EvidenceTable

KEYS = ("of", "party", "file")
PARTIES = ("group", "plan")
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class MemberList:
    """One side's list of one month or year.

    Attributes
    ----------
    of
        What it lists, such as ``"2027-03"``; lists of the same thing are compared.
    party
        Whose list: group or plan.
    hashes
        One for each member, as :func:`hashed` makes them.
    """

    of: str
    party: str
    hashes: frozenset[str]


def hashed(ids: Iterable[str], key: str) -> frozenset[str]:
    """Turn the numbers of members into hashes that say nothing without the key.

    Parameters
    ----------
    ids
        As both sides write them; spaces around them do not count.
    key
        A secret that both sides and nobody else have. Without one, anybody could try all numbers.

    Returns
    -------
    frozenset of str
        HMAC-SHA256(key, id) in lower-case hex, over UTF-8.

    Examples
    --------
    >>> next(iter(hashed([" M-1 "], "made-up key")))[:12]
    '942c766d3203'
    """
    assert key, "without a key a hash hides nothing"
    return frozenset(
        hmac.new(key.encode(), one.strip().encode(), "sha256").hexdigest() for one in ids
    )


def read(table: EvidenceTable, folder: Path) -> MemberList | None:
    """Read one ``[[member_list]]``; None where something it needs is missing."""
    table.only(*KEYS)
    of, party = table.needed_words("of", "2027-03"), table.needed_choice("party", PARTIES)
    name = table.needed_words("file", "lists/plan.txt")
    hashes = _read_file(table, folder / name, folder) if name else None
    return MemberList(of, party, hashes) if of and party and hashes is not None else None


def _read_file(table: EvidenceTable, path: Path, folder: Path) -> frozenset[str] | None:
    if not (path.is_file() and path.resolve().is_relative_to(folder.resolve())):
        fix = "name a file of this deal folder with one hash a line"
        table.note("file", "there is no such file in this deal folder", "no-file", fix)
        return None
    lines = [line.strip() for line in path.read_bytes().decode("utf-8", "replace").splitlines()]
    wrong = [at for at, line in enumerate(lines, start=1) if line and not _HASH.fullmatch(line)]
    if wrong:  # the line itself may be a member's number, and is never repeated
        what = f"{path.name}, line {wrong[0]}: this is no hash"
        fix = "give each member as 64 letters of lower-case hex, and take the file out of sight now"
        table.note("file", what, "not-hashed", fix)
        return None
    return frozenset(line for line in lines if line)
