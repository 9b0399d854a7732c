"""How the sign-in package deals with our persons."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):  # type: ignore[misc] # the package has no types
    """No user names, and no open door unless the workspace says so."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Tell whether strangers may make an account: with an invitation, or where it is open."""
        return bool(getattr(settings, "OPEN_FOR_SIGNUP", False) or request.session.get("invited"))

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Give no user name: a person is known by e-mail."""
