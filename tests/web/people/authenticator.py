"""A passkey of made-up people: what a security key does, in some lines."""

import base64
import hashlib
from secrets import token_bytes
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

_FLAGS = AuthenticatorData.FLAG


class Passkey:
    """A key that lies in a telephone."""

    def __init__(self, host: str = "testserver") -> None:
        self.host = host
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = token_bytes(16)
        self.count = 0

    def register(self, challenge: str) -> dict[str, Any]:
        """Answer a page that adds a passkey."""
        public = ES256.from_cryptography_key(self.key.public_key())  # type: ignore[no-untyped-call] # no types
        known = AttestedCredentialData.create(b"\0" * 16, self.name, public)
        about = AuthenticatorData.create(
            self._host_hash(), _FLAGS.UP | _FLAGS.UV | _FLAGS.AT, self.count, known
        )
        client = self._client("webauthn.create", challenge)
        attested = AttestationObject.create("none", about, {})
        return self._answer({"clientDataJSON": client, "attestationObject": attested})

    def sign(self, challenge: str, handle: bytes) -> dict[str, Any]:
        """Answer a page that asks for a passkey."""
        self.count += 1
        about = AuthenticatorData.create(self._host_hash(), _FLAGS.UP | _FLAGS.UV, self.count)
        client = self._client("webauthn.get", challenge)
        signed = about + hashlib.sha256(client).digest()
        signature = self.key.sign(bytes(signed), ec.ECDSA(hashes.SHA256()))
        return self._answer(
            {
                "clientDataJSON": client,
                "authenticatorData": about,
                "signature": signature,
                "userHandle": handle,
            }
        )

    def _host_hash(self) -> bytes:
        return hashlib.sha256(self.host.encode()).digest()

    def _client(self, kind: str, challenge: str) -> CollectedClientData:
        return CollectedClientData.create(kind, challenge, f"http://{self.host}")

    def _answer(self, parts: dict[str, bytes]) -> dict[str, Any]:
        return {
            "type": "public-key",
            "id": _written(self.name),
            "rawId": _written(self.name),
            "clientExtensionResults": {},
            "response": {name: _written(part) for name, part in parts.items()},
        }


def _written(part: bytes) -> str:
    return base64.urlsafe_b64encode(bytes(part)).decode().rstrip("=")
