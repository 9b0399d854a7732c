"""The wire to a second reader: any endpoint that speaks the chat completions protocol."""

import json
import os
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import IO, Any, Final
from urllib.parse import urlsplit

from fairterms.review.second_reader import NoAnswer

KEY: Final = "FAIRTERMS_SECOND_READER_KEY"
"""The environment variable that holds the endpoint's key, where it wants one."""
SECONDS: Final = 60.0
"""How long one answer may take."""
_PIECE: Final = 4_096
LARGEST: Final = 2_000_000
"""Bytes of an answer that are read; more is cut off, and then cannot be parsed."""


@dataclass(frozen=True)
class Endpoint:
    """Where a second reader is asked.

    Attributes
    ----------
    address
        Its base address: ``http://localhost:8080/v1``.
    model
        The model's name there.
    seconds
        How long one answer may take.

    Raises
    ------
    ValueError
        When the address is no http or https address, or there is no model.
    """

    address: str
    model: str
    seconds: float = SECONDS

    def __post_init__(self) -> None:
        parts = urlsplit(self.address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError(
                f'"{self.address}" is no address of a second reader; write one such as '
                "http://localhost:8080/v1"
            )
        if parts.scheme == "http" and parts.hostname not in {"localhost", "127.0.0.1", "::1"}:
            raise ValueError(
                f'"{self.address}" would send the contract unencrypted; use https, or a model on '
                "this machine"
            )
        if not self.model:
            raise ValueError("name the model too, as the endpoint knows it: MODEL@https://…")

    @property
    def host(self) -> str:
        """The machine that receives the text."""
        return str(urlsplit(self.address).hostname)

    def ask(self, instructions: str, text: str) -> str:
        """Send one part of a text and return the answer.

        Raises
        ------
        NoAnswer
            When the endpoint cannot be reached, is too slow, refuses, or answers something else.
        """
        messages = [
            {"role": "system", "content": instructions},
            {"role": "user", "content": text},
        ]
        body = {"model": self.model, "messages": messages, "temperature": 0}
        request = urllib.request.Request(  # noqa: S310 - http and https alone, see above
            f"{self.address.rstrip('/')}/chat/completions",
            data=json.dumps(body).encode(),
            headers=self._headers(),
            method="POST",
        )
        try:
            with _OPENER.open(request, timeout=self.seconds) as response:
                received = self._received(response)
        except urllib.error.HTTPError as refused:
            raise NoAnswer(f"the endpoint refused (HTTP {refused.code})") from refused
        except TimeoutError as slow:
            raise NoAnswer(f"no answer within {self.seconds:g} seconds") from slow
        except OSError as wrong:
            is_slow = isinstance(getattr(wrong, "reason", None), TimeoutError)
            told = f"no answer within {self.seconds:g} seconds" if is_slow else "cannot be reached"
            raise NoAnswer(told) from wrong
        return _content(received)

    def _received(self, response: IO[bytes]) -> bytes:
        """Read an answer, also one that trickles in, for no longer than was allowed."""
        until = time.monotonic() + self.seconds
        received = b""
        while len(received) < LARGEST:
            piece = response.read(_PIECE)
            if not piece:
                break
            received += piece
            if time.monotonic() > until:
                raise TimeoutError
        return received

    def _headers(self) -> dict[str, str]:
        key = os.environ.get(KEY, "")
        bearer = {"Authorization": f"Bearer {key}"} if key else {}
        return {"Content-Type": "application/json", **bearer}


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: the text goes to the machine that was named and to no other."""

    def redirect_request(self, *_args: Any, **_kwargs: Any) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirect, urllib.request.ProxyHandler({}))


def _content(received: bytes) -> str:
    """Return the answer's text from what was received."""
    try:
        content = json.loads(received)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError) as wrong:
        raise NoAnswer("the answer does not follow the protocol") from wrong
    if not isinstance(content, str):
        raise NoAnswer("the answer holds no text")
    return content
