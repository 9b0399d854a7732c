"""The policies of pages that other packages bring along: declared here, each with its reason.

Pages of our own declare theirs where they are written, see :mod:`fairterms_web.rooms.policy`.
"""

from dataclasses import dataclass

from fairterms_web.rooms.policy import Policy, policy_of

ANYONE = Policy("anyone", has_post=True)
SIGNED_IN = Policy("signed in", has_post=True)


@dataclass(frozen=True)
class Declared:
    """The policy of a page of another package.

    Attributes
    ----------
    policy
        Who may ask for it.
    reason
        Why that is right.
    """

    policy: Policy
    reason: str


_SIGNS_IN = "Who signs in is not known yet; it shows nothing of a room."
_ANSWERS = "An answer to whoever tried; it says nothing about an account."
_MOVED = "Leads to another address on this list, and no further."
_LINK = "Its link was sent by e-mail; the link itself is the right to use it."
_OWN = "One's own account: it needs to be known whose."

DECLARED = {
    **{
        name: Declared(ANYONE, _SIGNS_IN)
        for name in (
            "account_login",
            "account_signup",
            "account_confirm_login_code",
            "mfa_authenticate",
            "mfa_login_webauthn",
            "openid_connect_login",
            "openid_connect_callback",
            "socialaccount_signup",
        )
    },
    **{
        name: Declared(ANYONE, _ANSWERS)
        for name in (
            "account_inactive",
            "account_email_verification_sent",
            "account_reset_password",
            "account_reset_password_done",
            "account_reset_password_from_key_done",
            "socialaccount_login_cancelled",
            "socialaccount_login_error",
        )
    },
    **{
        name: Declared(ANYONE, _MOVED)
        for name in (
            "accounts/social/login/cancelled/",
            "accounts/social/login/error/",
            "accounts/social/signup/",
            "accounts/social/connections/",
        )
    },
    "account_logout": Declared(ANYONE, "Who is not signed in has nothing to end."),
    "account_confirm_email": Declared(ANYONE, _LINK),
    "account_reset_password_from_key": Declared(ANYONE, _LINK),
    **{
        name: Declared(SIGNED_IN, _OWN)
        for name in (
            "account_reauthenticate",
            "account_email",
            "account_change_password",
            "account_set_password",
            "mfa_index",
            "mfa_reauthenticate",
            "mfa_activate_totp",
            "mfa_deactivate_totp",
            "mfa_view_recovery_codes",
            "mfa_generate_recovery_codes",
            "mfa_download_recovery_codes",
            "mfa_list_webauthn",
            "mfa_add_webauthn",
            "mfa_reauthenticate_webauthn",
            "mfa_remove_webauthn",
            "mfa_edit_webauthn",
            "socialaccount_connections",
            "usersessions_list",
        )
    },
}
"""Policy and reason by the name of the address; by its route where it has no name."""


def declared_policy(view: object, name: str, route: str) -> Policy | None:
    """Return the policy of an address, wherever it is declared; None where it is nowhere."""
    found = DECLARED.get(name or route)
    return policy_of(view) or (found.policy if found else None)
