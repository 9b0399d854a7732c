"""How the sign-in package deals with our persons."""

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as asked
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib.sites.shortcuts import get_current_site
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from fairterms_web.people import outbox
from fairterms_web.vault.box import Place, seal, unseal
from fairterms_web.vault.master import master_key

INVITED = "invited"
"""Under which a session keeps the address an invitation was sent to."""
OTHER_ADDRESS = "Use the e-mail address your invitation was sent to."


class Adapter(DefaultAccountAdapter):  # type: ignore[misc] # the package has no types
    """No user names, and no open door unless the workspace says so."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Tell whether strangers may make an account: with an invitation, or where it is open."""
        return bool(settings.OPEN_FOR_SIGNUP or _invited(request))

    def clean_email(self, email: str) -> str:
        """Take one address only from who came by an invitation: nobody can try which exist."""
        request = asked.request
        if request is None or request.user.is_authenticated or settings.OPEN_FOR_SIGNUP:
            return email
        is_signing_up = getattr(request.resolver_match, "view_name", "") in _SIGNS_UP
        if is_signing_up and email.lower() != _invited(request):
            raise ValidationError(OTHER_ADDRESS)
        return email

    def is_email_verified(self, request: HttpRequest, email: str) -> bool:
        """Tell whether an address is known to be theirs: an invitation was sent there."""
        return email.lower() == _invited(request)

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Give no user name: a person is known by e-mail."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Put a letter into the outbox: an answer takes as long whether there is an account."""
        site = get_current_site(asked.request)
        told = {"request": asked.request, "email": email, "current_site": site, **context}
        letter = self.render_mail(template_prefix, email, told)
        outbox.put(to=email, subject=str(letter.subject), text=str(letter.body))


class OtherSignIn(DefaultSocialAccountAdapter):  # type: ignore[misc] # the package has no types
    """Signing in by one's organisation opens no door that is closed."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Tell whether an account may be made: for the invited address, or where it is open."""
        found = {one.email.lower() for one in sociallogin.email_addresses}
        return bool(settings.OPEN_FOR_SIGNUP or (_invited(request) in found))


class SecondStep(DefaultMFAAdapter):  # type: ignore[misc] # the package has no types
    """Secrets of the second step lie sealed with the master key."""

    def encrypt(self, text: str) -> str:
        """Seal a secret."""
        return base64.b64encode(seal(master_key(), 0, _PLACE, text.encode())).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret."""
        return unseal(master_key(), _PLACE, base64.b64decode(encrypted_text)).decode()


_SIGNS_UP = {"account_signup", "socialaccount_signup"}
_PLACE = Place("people", "mfa_authenticator", "data", "secret")


def _invited(request: HttpRequest) -> str:
    return str(request.session.get(INVITED, ""))
