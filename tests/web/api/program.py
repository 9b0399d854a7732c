"""A program that asks the API by a token."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from django.test import Client

from fairterms_web.api import access
from fairterms_web.api.models import AccessToken
from fairterms_web.rooms.roles import Capability
from tests.web.cast import Cast

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

EVERYTHING = " ".join(Capability)


@dataclass(frozen=True)
class Program:
    """A program, its token and the rooms it asks about."""

    cast: Cast
    secret: str
    token: AccessToken | None = None

    def ask(self, method: str, place: str, body: object = None, media: str = "") -> "Answer":
        """Ask; ``{group}`` and the like in a place stand for rooms."""
        rooms = {name: room.id for name, room in self.cast.rooms.items()}
        content: bytes = b""
        if isinstance(body, bytes):
            content = body
        elif body is not None:
            content, media = json.dumps(body).encode(), media or "application/json"
        return Client(raise_request_exception=False).generic(
            method,
            f"/api/v1{place.format(**rooms)}",
            content,
            content_type=media or "application/octet-stream",
            headers={"Authorization": f"Bearer {self.secret}"} if self.secret else {},
        )

    def get(self, place: str) -> "Answer":
        """Ask by GET."""
        return self.ask("GET", place)

    def post(self, place: str, body: object = None, media: str = "") -> "Answer":
        """Send by POST."""
        return self.ask("POST", place, body, media)


def program_of(cast: Cast, name: str, rooms: Sequence[str], may: str = "") -> Program:
    """A program with a token of somebody for rooms; it may read, and what else is named."""
    secret = f"fairterms_{name}_{'_'.join(rooms)}_{may}"
    token = AccessToken.objects.create(
        person=cast.people[name],
        purpose="made up",
        token_hash=access.hash_of(secret),
        rooms=[cast.rooms[one].id for one in rooms],
        capabilities=["read", *may.split()],
        ends_at=datetime.now(UTC) + timedelta(days=1),
    )
    return Program(cast, secret, token)
