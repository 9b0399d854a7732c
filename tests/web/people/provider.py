"""An organisation's sign-in, made up: it answers without any network."""

from collections.abc import Mapping
from typing import Any

import jwt

SERVER = "https://id.example.org"
APP = {
    "provider_id": "sso",
    "name": "Larch Group",
    "client_id": "made-up",
    "secret": "made up",
    "settings": {"server_url": SERVER},
}


class Answer:
    """What the organisation's server answers."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self.content = content
        self.status_code = 200
        self.headers = {"content-type": "application/json"}

    def json(self) -> Mapping[str, Any]:
        """The answer as a table."""
        return self.content

    def raise_for_status(self) -> None:
        """All is well."""


class Provider:
    """The organisation's server, in place of a session of ``requests``."""

    def __init__(self, email: str) -> None:
        self.email = email
        self.asked: list[str] = []
        self.sent: dict[str, Any] = {}

    def __enter__(self) -> "Provider":
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def get(self, url: str, **_: object) -> Answer:
        """Answer what is read."""
        self.asked.append(url)
        if url.endswith("/.well-known/openid-configuration"):
            return Answer(
                {
                    "issuer": SERVER,
                    "authorization_endpoint": f"{SERVER}/authorize",
                    "token_endpoint": f"{SERVER}/token",
                    "userinfo_endpoint": f"{SERVER}/userinfo",
                    "jwks_uri": f"{SERVER}/keys",
                }
            )
        return Answer(self._person())

    def request(self, _: str, url: str, **sent: Any) -> Answer:
        """Answer the question for a token."""
        self.asked.append(url)
        self.sent = dict(sent.get("data") or {})
        told = {**self._person(), "iss": SERVER, "aud": "made-up", "exp": 4_000_000_000}
        token = jwt.encode(told, "a key that nobody checks here, long enough", "HS256")
        return Answer({"access_token": "made up", "id_token": token, "token_type": "Bearer"})

    def _person(self) -> dict[str, Any]:
        return {"sub": f"id of {self.email}", "email": self.email, "email_verified": True}
