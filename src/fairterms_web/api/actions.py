"""Making a token and revoking it; each room it opens is told so in its ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from secrets import token_urlsafe

from django.db import transaction

from fairterms_web.api import access
from fairterms_web.api.models import AccessToken
from fairterms_web.people.models import Person
from fairterms_web.rooms import access as rooms
from fairterms_web.rooms.change import change
from fairterms_web.rooms.roles import READ, Capability
from fairterms_web.rooms.walls import acting

PREFIX = "fairterms_"
"""So that programs which look for forgotten secrets know one."""
LONGEST_DAYS = 365
MOST_ROOMS = 20
MOST_TOKENS = 20
"""Live ones of a person (our choice)."""


class CannotMake(ValueError):
    """A token that cannot be made; says why, for the one who tried."""


@dataclass(frozen=True)
class Wanted:
    """What a token is to be.

    Attributes
    ----------
    purpose
        What for, in a few words.
    rooms
        Identifiers of the rooms it opens.
    capabilities
        What it may do there; reading is always among it.
    until
        When it ends.
    """

    purpose: str
    rooms: frozenset[str]
    capabilities: frozenset[Capability]
    until: datetime


def make(*, person: str, wanted: Wanted) -> tuple[AccessToken, str]:
    """Make a token; return it with its secret, which is not kept.

    Raises
    ------
    CannotMake
        When a word is missing, it would last too long, or it names a room the person may not enter.
    """
    _check(wanted, datetime.now(UTC))
    actor = rooms.actor_for(person)
    if not wanted.rooms <= actor.rooms():
        raise CannotMake("Choose rooms that you may enter yourself.")
    secret = PREFIX + token_urlsafe(32)
    may = sorted(wanted.capabilities | {READ})
    with acting(actor), transaction.atomic():
        # Held, so that two requests at once do not make one token too many.
        Person.objects.select_for_update().get(pk=person)
        _check_number(person)
        token = AccessToken.objects.create(
            person_id=person,
            purpose=wanted.purpose.strip(),
            token_hash=access.hash_of(secret),
            rooms=sorted(wanted.rooms),
            capabilities=may,
            ends_at=wanted.until,
        )
        _tell(person, token, "token.made", {"may": ", ".join(may), "until": f"{token.ends_at:%F}"})
    return token, secret


def revoke(*, person: str, token_id: str) -> AccessToken:
    """Revoke a token now; revoking it again changes nothing.

    Raises
    ------
    Http404
        When the person has no such token.
    """
    with acting(rooms.actor_for(person)), transaction.atomic():
        token = access.token_of(person, token_id)
        if token.revoked_at is None:
            token.revoked_at = datetime.now(UTC)
            token.save(update_fields=["revoked_at"])
            _tell(person, token, "token.revoked", {})
    return token


def _tell(person: str, token: AccessToken, kind: str, content: dict[str, str]) -> None:
    """Write into the ledger of each room that the person may still enter."""
    actor = rooms.actor_for(person)
    opened: Sequence[str] = [one for one in token.rooms if actor.may(one)]
    for room in opened:
        with change(rooms.enter(actor, room), READ) as said:
            said.that(kind, {"token": token.id, "purpose": token.purpose, **content})


def _check(wanted: Wanted, now: datetime) -> None:
    if not wanted.purpose.strip():
        raise CannotMake("Say what for: a few words that you will understand later.")
    if not wanted.rooms:
        raise CannotMake("Choose at least one room.")
    if len(wanted.rooms) > MOST_ROOMS:
        raise CannotMake(f"Choose at most {MOST_ROOMS} rooms. Make another token for the others.")
    if wanted.until <= now:
        raise CannotMake("The last day has passed already. Choose a later one.")
    if wanted.until > now + timedelta(days=LONGEST_DAYS + 1):
        raise CannotMake("A token lasts a year at most. Choose an earlier last day.")


def _check_number(person: str) -> None:
    now = datetime.now(UTC)
    if sum(not access.has_ended(one, now) for one in access.tokens_of(person)) >= MOST_TOKENS:
        raise CannotMake(
            f"You have {MOST_TOKENS} tokens that can be used. Revoke one you no longer need."
        )
