"""What happened in a room, opened and in plain words, for those who entered it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from fairterms_web.ledgers import access, store
from fairterms_web.ledgers.models import LedgerEntry
from fairterms_web.ledgers.words import sentence, title_of, written
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Grant
from fairterms_web.rooms.roles import ROLES
from fairterms_web.vault.box import Unopened
from fairterms_web.vault.keyring import Keyring, keyring

LOST = "The keys of this entry were destroyed, or it was changed. What it tells cannot be read."
EVERYTHING = 10_000
SHORT = 6
"""As many characters tell two accounts of one role apart."""


@dataclass(frozen=True)
class Happening:
    """One thing that happened.

    Attributes
    ----------
    sequence, time
        As of its entry.
    who
        The name and role of a person in the room; the role alone of anybody else.
    title, words
        What kind of thing it was, and what it was.
    details
        Everything that was written down about it: name and text.
    payload
        The hash of it, in hexadecimal.
    """

    sequence: int
    time: datetime
    who: str
    title: str
    words: str
    details: tuple[tuple[str, str], ...]
    payload: str


@dataclass(frozen=True)
class Choices:
    """By what a history can be filtered: value and text of each."""

    kinds: tuple[tuple[str, str], ...]
    persons: tuple[tuple[str, str], ...]


def found(by: Entered, kind: str = "", person: str = "") -> QuerySet[LedgerEntry]:
    """Return the entries of a room, the newest first; of one kind, of one person, or all."""
    wanted = Q(kind=kind) if kind else Q()
    if person:
        # The operator has a name and no account.
        wanted &= Q(actor__endswith=f".{person}") | Q(actor=person)
    return access.rows(by).filter(wanted).order_by("-sequence")


def happenings(
    by: Entered, rows: Iterable[LedgerEntry], names: Mapping[str, str]
) -> list[Happening]:
    """Open entries and put them into words."""
    ring = keyring(by)
    return [_happening(row, ring, names) for row in rows]


def names_in(by: Entered) -> dict[str, str]:
    """Return the names of the persons who are in a room now, by account."""
    now = by.actor.at
    has_not_ended = Q(ends_at__isnull=True) | Q(ends_at__gt=now)
    grants = Grant.objects.filter(
        has_not_ended, room=by.room, revoked_at__isnull=True, starts_at__lte=now
    )
    found = grants.values_list("person_id", "person__name")
    return {person: name for person, name in found if name}


def choices(by: Entered, names: Mapping[str, str]) -> Choices:
    """Return the kinds of entries a room has, and who made them."""
    pairs = list(access.rows(by).order_by().values_list("kind", "actor").distinct())
    kinds = sorted({kind for kind, _ in pairs}, key=title_of)
    persons = {_account(one): who(one, names) for one in sorted({actor for _, actor in pairs})}
    return Choices(
        tuple((one, title_of(one)) for one in kinds),
        tuple(sorted(persons.items(), key=lambda one: one[1])),
    )


def who(actor: str, names: Mapping[str, str]) -> str:
    """Say who an actor of the ledger is.

    Examples
    --------
    >>> who("counsel.0f3a9c", {"0f3a9c": "Dana Example"})
    'Dana Example (Counsel)'
    >>> who("counsel.0f3a9c77", {}), who("operator", {})
    ('Counsel 0f3a9c', 'Operator')
    """
    role, _, account = actor.partition(".")
    title = ROLES[role].title if role in ROLES else role.capitalize()
    if account in names:
        return f"{names[account]} ({title})"
    return f"{title} {account[:SHORT]}".rstrip()


def _account(actor: str) -> str:
    role, _, account = actor.partition(".")
    return account or role


def _happening(row: LedgerEntry, ring: Keyring, names: Mapping[str, str]) -> Happening:
    details: Sequence[tuple[str, str]]
    try:
        content = store.content_of(row, ring)
    except Unopened:
        words, details = LOST, ()
    else:
        words = sentence(row.kind, content)
        details = [
            (name.replace("_", " "), text) for name, text in written(content, EVERYTHING).items()
        ]
    return Happening(
        row.sequence,
        row.time,
        who(row.actor, names),
        title_of(row.kind),
        words,
        tuple(details),
        row.payload,
    )
