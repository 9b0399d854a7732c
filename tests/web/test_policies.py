"""Pages of other packages have a declared policy, each with its reason."""

import pytest
from django.http import HttpRequest, HttpResponse

from fairterms_web.policies import ANYONE, DECLARED, SIGNED_IN, declared_policy
from fairterms_web.rooms.policy import anyone, policy_of
from tests.web.strangers.addresses import addresses

MAY_BE_ABSENT = frozenset({"usersessions_list"})
"""Addresses of the sign-in package that are there in some settings only."""


@anyone()
def of_our_own(request: HttpRequest) -> HttpResponse:
    """Declares its policy where it is written."""
    return HttpResponse(b"")


def test_every_address_declares_its_policy() -> None:
    missing = [one.name for one in addresses() if one.policy is None]
    assert not missing, f"{missing}: declare it with @in_room, @signed_in or @anyone, or here"


def test_no_policy_is_declared_for_an_address_that_is_gone() -> None:
    assert set(DECLARED) - MAY_BE_ABSENT <= {one.name for one in addresses()}


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_every_declaration_says_why(name: str) -> None:
    assert len(DECLARED[name].reason.split()) > 4
    assert DECLARED[name].policy in {ANYONE, SIGNED_IN}


def test_a_page_of_ones_own_account_is_for_those_who_signed_in() -> None:
    for name in ("account_email", "account_change_password", "mfa_index", "mfa_activate_totp"):
        assert DECLARED[name].policy.who == "signed in"


def test_a_views_own_word_counts_first_and_no_word_is_none() -> None:
    assert declared_policy(of_our_own, "mfa_index", "") == policy_of(of_our_own)
    assert declared_policy(object(), "mfa_index", "") == SIGNED_IN
    assert declared_policy(object(), "", "accounts/social/signup/") == ANYONE
    assert declared_policy(object(), "nowhere", "nowhere/") is None
