"""One entry of the ledger: that something happened, when, by whom; never what was in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from fairterms.ledger.canonical import Plain, write
from fairterms.ledger.tree import leaf_hash
from fairterms.units.refusal import Refusal

SLUG = r"[a-z0-9][a-z0-9._-]{0,63}"
HASH = r"[0-9a-f]{64}"
MOST = 10**15
"""Sequences stay below it."""
KEYS = ("actor", "commitments", "kind", "payload", "sequence", "time")
_slug, _hash = re.compile(SLUG), re.compile(HASH)
_WHY = "an entry that can be written in two ways has two hashes"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing that happened.

    Attributes
    ----------
    sequence
        Its number in the ledger, counted from 1.
    time
        When, in UTC, in whole seconds.
    actor
        Who, as a slug: a role or an account, never a person's name.
    kind
        What, as a slug such as ``settlement.signed``.
    payload
        The SHA-256 of its content (:func:`fairterms.ledger.canonical.digest`), in hexadecimal.
    commitments
        Name of a sensitive value to its commitment (:mod:`fairterms.ledger.commitment`).

    Raises
    ------
    Refusal
        When a part is not in its one form.
    """

    sequence: int
    time: datetime
    actor: str
    kind: str
    payload: str
    commitments: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _must(0 < self.sequence < MOST, "sequence", "is not counted from 1", "begin with 1")
        is_utc = self.time.utcoffset() == timedelta(0)
        whole = is_utc and not self.time.microsecond
        _must(whole, "time", "is not in whole seconds of UTC", "turn it into UTC and cut it")
        for name, text in (("actor", self.actor), ("kind", self.kind)):
            _must_be_slug(text, name)
        _must_be_hash(self.payload, "payload")
        for name, commitment in self.commitments.items():
            _must_be_slug(name, "a commitment's name")
            _must_be_hash(commitment, f"the commitment {name}")

    @property
    def form(self) -> dict[str, Plain]:
        """The entry as a table of texts and numbers."""
        return {
            "sequence": self.sequence,
            "time": _written(self.time),
            "actor": self.actor,
            "kind": self.kind,
            "payload": self.payload,
            "commitments": dict(self.commitments),
        }

    @property
    def canonical(self) -> bytes:
        """The bytes that are hashed."""
        return write(self.form)

    @property
    def leaf(self) -> bytes:
        """Its leaf of the tree, 32 bytes."""
        return leaf_hash(self.canonical)


def read(form: Plain) -> Entry:
    """Read an entry from the table of :attr:`Entry.form`.

    Raises
    ------
    Refusal
        When a key is missing, is one too many, or holds what it must not.
    """
    if not isinstance(form, dict):
        raise Refusal("the entry", "is not a table", _WHY, "ask for the file as it was exported")
    for key in sorted(form.keys() ^ set(KEYS)):
        what = "is a key nothing reads" if key in form else "is missing"
        raise Refusal(f"the entry's {key}", what, _WHY, f"an entry has exactly: {', '.join(KEYS)}")
    return Entry(
        sequence=_whole(form["sequence"]),
        time=_time(form["time"]),
        actor=_text(form["actor"], "actor"),
        kind=_text(form["kind"], "kind"),
        payload=_text(form["payload"], "payload"),
        commitments=_commitments(form["commitments"]),
    )


def _must(holds: bool, subject: str, what: str, fix: str) -> None:
    if not holds:
        raise Refusal(f"the entry's {subject}", what, _WHY, fix)


def _must_be_slug(text: str, subject: str) -> None:
    fix = 'name it like "settlement.signed": small letters, digits, ".", "-" and "_"'
    _must(_slug.fullmatch(text) is not None, subject, "is not a slug", fix)


def _must_be_hash(text: str, subject: str) -> None:
    found = _hash.fullmatch(text) is not None
    _must(found, subject, "is not 64 hexadecimal digits", "write a SHA-256 in small letters")


def _written(time: datetime) -> str:
    return f"{time.astimezone(UTC).isoformat()[:19]}Z"


def _whole(raw: Plain) -> int:
    holds = isinstance(raw, int) and not isinstance(raw, bool)
    _must(holds, "sequence", "is not a whole number", "begin with 1")
    assert isinstance(raw, int)
    return raw


def _text(raw: Plain, key: str) -> str:
    _must(isinstance(raw, str), key, "is not a text", "write it in quotes")
    assert isinstance(raw, str)
    return raw


def _time(raw: Plain) -> datetime:
    text = _text(raw, "time")
    fix = "write it like 2027-01-14T09:30:00Z"
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    is_exact = found is not None and _written(found) == text
    _must(is_exact, "time", "is not a time in UTC", fix)
    assert found is not None
    return found


def _commitments(raw: Plain) -> dict[str, str]:
    _must(isinstance(raw, dict), "commitments", "is not a table", "write {} for none")
    assert isinstance(raw, dict)
    return {name: _text(one, f"commitment {name}") for name, one in raw.items()}
