"""Who asks: the token in the header Authorization, and nothing else; cookies count for nothing."""

from django.http import HttpRequest
from ninja.errors import AuthenticationError
from ninja.security import HttpBearer

from fairterms_web.api import access
from fairterms_web.api.models import AccessToken


class TooOften(Exception):
    """A token was used too often; says how many seconds to wait."""

    def __init__(self, wait: int) -> None:
        super().__init__(wait)
        self.wait = wait


class Token(HttpBearer):
    """Finds the token behind the secret, and counts the call."""

    def authenticate(self, request: HttpRequest, token: str) -> AccessToken | None:
        """Return the token; None where there is none that can be used.

        Raises
        ------
        TooOften
            When it was used too often this minute.
        """
        found = access.live(token)
        if found is None:
            return None
        wait = access.counted(found)
        if wait:
            raise TooOften(wait)
        return found


def token_of(request: HttpRequest) -> AccessToken:
    """Return the token a request was let in by."""
    found = getattr(request, "auth", None)
    assert isinstance(found, AccessToken), "every route asks for a token"
    return found


def check_again(request: HttpRequest) -> None:
    """Check that the token still holds once all that was sent has arrived.

    Raises
    ------
    AuthenticationError
        When it has ended or was revoked meanwhile.
    """
    if not access.is_live(token_of(request)):
        raise AuthenticationError
