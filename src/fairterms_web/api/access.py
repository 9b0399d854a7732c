"""Tokens: the one behind a secret, those of a person, and who acts by one."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime

from django.db.models import Case, F, QuerySet, Value, When
from django.http import Http404

from fairterms_web.api.models import AccessToken
from fairterms_web.rooms import access as rooms
from fairterms_web.rooms.actor import Actor
from fairterms_web.rooms.roles import Capability

CALLS_A_MINUTE = 300
"""As often may one token be used in a minute (our choice): five a second, for hours."""
SECONDS = 60


def hash_of(secret: str) -> str:
    """Return the hash by which a secret is found.

    Notes
    -----
    A plain hash is enough: the secret has 256 random bits, so that nobody can try them all.

    Examples
    --------
    >>> hash_of("made up")[:8]
    '48168fa9'
    """
    return hashlib.sha256(secret.encode("utf-8", errors="replace")).hexdigest()


def live(secret: str) -> AccessToken | None:
    """Return the token behind a secret, if it can be used now; None for every other reason."""
    return _live().filter(token_hash=hash_of(secret)).first()


def is_live(token: AccessToken) -> bool:
    """Tell whether a token can still be used."""
    return _live().filter(pk=token.pk).exists()


def counted(token: AccessToken) -> int:
    """Count one more call of a token; return the seconds to wait, 0 where it may go on.

    Notes
    -----
    One statement in the token's own row: every process counts the same calls, and none is lost
    between reading and writing, as happens with a counter in a cache.
    """
    now = datetime.now(UTC)
    minute, second = divmod(int(now.timestamp()), SECONDS)
    rows = AccessToken.objects.filter(pk=token.pk)
    same = When(minute=minute, then=F("calls") + 1)
    may_go_on = rows.exclude(minute=minute, calls__gte=CALLS_A_MINUTE).update(
        calls=Case(same, default=Value(1)), minute=minute, last_used_on=now.date()
    )
    return 0 if may_go_on else SECONDS - second


def actor_of(token: AccessToken) -> Actor:
    """Return who acts by a token: the person as they stand now, narrowed to what it names."""
    only = frozenset(Capability(one) for one in token.capabilities if one in set(Capability))
    return rooms.actor_for(token.person_id).narrowed(token.rooms, only)


def tokens_of(person: str) -> Sequence[AccessToken]:
    """Return the tokens of a person, the newest first."""
    return list(AccessToken.objects.filter(person_id=person).order_by("-made_at", "id"))


def token_of(person: str, token_id: str) -> AccessToken:
    """Return a token of a person, held until the transaction ends.

    Raises
    ------
    Http404
        When they have no such token.
    """
    rows = AccessToken.objects.select_for_update().filter(pk=token_id, person_id=person)
    found = rows.first()
    if found is None:
        raise Http404
    return found


def has_ended(token: AccessToken, at: datetime) -> bool:
    """Tell whether a token counts for nothing at a moment."""
    return token.revoked_at is not None or token.ends_at <= at


def _live() -> QuerySet[AccessToken]:
    return AccessToken.objects.filter(
        revoked_at=None, ends_at__gt=datetime.now(UTC), person__is_active=True
    )
