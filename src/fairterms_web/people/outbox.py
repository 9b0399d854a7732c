"""Letters by e-mail: written in the transaction of what they tell of, sent after it was committed.

Nobody waits for the mail server, nothing is sent of what did not happen, and a letter is tried
again when the server was away. What a letter says may let somebody in, so it lies sealed.
"""

import json
import logging
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from fairterms_web import identifiers
from fairterms_web.people.models import Letter
from fairterms_web.vault.box import Place, seal, unseal
from fairterms_web.vault.master import master_key

log = logging.getLogger(__name__)
MOST_ATTEMPTS = 8
"""After so many a letter is given up (our choice: about two days)."""
FIRST_PAUSE = timedelta(minutes=5)
MOST_AT_ONCE = 50


def put(*, to: str, subject: str, text: str) -> bool:
    """Put a letter into the outbox; return whether this workspace sends any.

    Parameters
    ----------
    to
        The e-mail address.
    subject, text
        What it says; plain text, no patient's name or number.
    """
    if not settings.SENDS_MAIL:
        return False
    letter = Letter(id=identifiers.new(), to=to, due_at=datetime.now(UTC))
    said = json.dumps({"subject": " ".join(subject.split()), "text": text}).encode()
    letter.body = seal(master_key(), 0, place_of(letter.id), said)
    letter.save(force_insert=True)
    return True


def send_due(now: datetime | None = None) -> int:
    """Send the letters that are due; called by the worker. Return how many were sent.

    Notes
    -----
    A letter is claimed in a short transaction of its own: while the mail server is spoken to,
    nothing is locked. A worker that dies in between leaves a letter that is sent once more.
    """
    moment = now or datetime.now(UTC)
    due = Letter.objects.filter(due_at__lte=moment).order_by("due_at")[:MOST_AT_ONCE]
    return sum(_send(name, moment) for name in due.values_list("pk", flat=True))


def _send(name: str, now: datetime) -> bool:
    letter = _claim(name, now)
    if letter is None:
        return False
    said = json.loads(unseal(master_key(), place_of(name), bytes(letter.body)))
    try:
        EmailMessage(said["subject"], said["text"], settings.DEFAULT_FROM_EMAIL, [letter.to]).send()
    except OSError as wrong:
        # Neither the address nor the server's words are logged: both may name a person.
        log.warning("letter %s was not sent: %s", name, type(wrong).__name__)
        if letter.attempts >= MOST_ATTEMPTS:
            letter.delete()
        return False
    letter.delete()
    return True


def _claim(name: str, now: datetime) -> Letter | None:
    with transaction.atomic():
        row = Letter.objects.select_for_update().filter(pk=name, due_at__lte=now).first()
        if row is None:
            return None
        row.due_at = now + FIRST_PAUSE * 2**row.attempts
        row.attempts += 1
        row.save(update_fields=["due_at", "attempts"])
        return row


def place_of(name: str) -> Place:
    """Return what a letter is sealed to: its own row, with the master key."""
    return Place("people", "people_letter", "body", name)
