"""Links that let one person in once: kept as a hash, gone when used or when an hour has passed."""

import hashlib
from datetime import UTC, datetime, timedelta
from secrets import token_urlsafe

from django.db import transaction

from fairterms_web.people.models import EntryLink, Person

MINUTES = 60
"""How long a link works (our choice)."""


def make(person: Person) -> str:
    """Make a link's secret for a person; earlier links of theirs work no more."""
    secret = token_urlsafe(24)
    with transaction.atomic():
        EntryLink.objects.filter(person=person).delete()
        EntryLink.objects.create(
            person=person,
            secret_hash=_hash(secret),
            ends_at=datetime.now(UTC) + timedelta(minutes=MINUTES),
        )
    return secret


def take(secret: str) -> Person | None:
    """Use a link up; return whom it lets in, or None where it lets nobody in."""
    with transaction.atomic():
        rows = EntryLink.objects.select_related("person").select_for_update()
        link = rows.filter(secret_hash=_hash(secret)).first()
        if link is None:
            return None
        link.delete()
        is_live = link.ends_at > datetime.now(UTC) and link.person.is_active
        return link.person if is_live else None


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
