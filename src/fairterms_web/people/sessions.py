"""Where a person is signed in, so that they can see it and end it.

What a session keeps lies sealed: among it, for some minutes, the secret of a new second step.
"""

import base64
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.http import HttpRequest
from django.utils import timezone

from fairterms_web.people.models import SignedIn
from fairterms_web.vault.box import Place, Unopened, seal, unseal
from fairterms_web.vault.master import master_key

_PLACE = Place("people", "people_signedin", "session_data", "session")

BROWSER = "browser"
BEGAN = "began"
"""Under which a session keeps what the browser calls itself, and when signing in began it."""


class SessionStore(DatabaseStore):
    """Sessions in the database, sealed, each with the person it belongs to."""

    @classmethod
    def get_model_class(cls) -> Any:
        """Return the rows it keeps sessions in."""
        return SignedIn

    def encode(self, session_dict: Any) -> str:
        """Seal what a session keeps."""
        said = json.dumps(session_dict).encode()
        return base64.b64encode(seal(master_key(), 0, _PLACE, said)).decode()

    def decode(self, session_data: Any) -> Any:
        """Open what a session keeps; what does not open is a session that is over."""
        try:
            return json.loads(unseal(master_key(), _PLACE, base64.b64decode(session_data)))
        except (Unopened, ValueError):
            return {}

    def create_model_instance(self, data: Any) -> Any:
        """Return the row of a session; the person is taken from what signing in has written."""
        row: Any = super().create_model_instance(data)
        row.person = str(data.get(SESSION_KEY, ""))
        row.browser = str(data.get(BROWSER, ""))
        began = data.get(BEGAN)
        row.began_at = datetime.fromisoformat(began) if began else timezone.now()
        return row


@dataclass(frozen=True)
class Session:
    """A place where a person is signed in.

    Attributes
    ----------
    name
        By which it is ended: a hash, for the session's own key would let anybody in.
    browser
        What the browser calls itself.
    began_at
        When they signed in.
    is_here
        Whether it is the one that asks.
    """

    name: str
    browser: str
    began_at: datetime
    is_here: bool


def sessions_of(request: HttpRequest) -> Sequence[Session]:
    """Return where the person who asks is signed in, the newest first."""
    here = request.session.session_key
    rows = SignedIn.objects.filter(person=str(request.user.pk), expire_date__gt=timezone.now())
    return [
        Session(_name(one.session_key), one.browser, one.began_at, one.session_key == here)
        for one in rows.order_by("-began_at")
    ]


def end_others(request: HttpRequest, name: str = "") -> int:
    """End the other sessions of the person who asks, or one of them; return how many."""
    rows = SignedIn.objects.filter(person=str(request.user.pk)).exclude(
        session_key=request.session.session_key
    )
    ended = [one.pk for one in rows if name in {"", _name(one.session_key)}]
    SignedIn.objects.filter(pk__in=ended).delete()
    return len(ended)


def note_browser(request: HttpRequest, **_: object) -> None:
    """Note in the session which browser somebody signed in with, and when."""
    if hasattr(request, "session"):
        request.session[BROWSER] = request.META.get("HTTP_USER_AGENT", "")[:200]
        request.session[BEGAN] = timezone.now().isoformat()


def _name(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:32]
