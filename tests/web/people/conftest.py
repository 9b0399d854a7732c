"""A made-up person who signs in, and a hash of passwords that is quick enough for tests."""

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from pytest_django import Settings

from tests.web.people.browsers import PASSWORD, signed_in

if TYPE_CHECKING:
    from fairterms_web.people.models import Person


@pytest.fixture(autouse=True)
def quick(settings: Settings) -> None:
    """Hash passwords quickly; a test of the hash itself sets the real one back."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def person(db: None) -> "Person":
    # Models are there only once Django is set up, which is after this module was read.
    from fairterms_web.people.models import Person  # noqa: PLC0415

    return Person.objects.create_user("ann@example.org", PASSWORD)


@pytest.fixture
def browser(person: "Person") -> Client:
    """A browser in which the person has signed in by password."""
    return signed_in()
