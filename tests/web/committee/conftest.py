"""The committee, for the tests of its pages."""

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

    from tests.web.committee.hall import Hall


@pytest.fixture(scope="module")
def standing_hall(django_db_setup: None, django_db_blocker: "DjangoDbBlocker") -> "Iterator[Hall]":
    """A committee that sits, for all tests of a module."""
    # Models are there only once Django is set up, which is after this module was read.
    from tests.web.committee.hall import make_hall  # noqa: PLC0415 - it needs Django
    from tests.web.databases.standing import standing  # noqa: PLC0415 - it needs Django

    with standing(django_db_blocker, make_hall) as made:
        yield made


@pytest.fixture
def hall(standing_hall: "Hall", db: None) -> "Hall":
    """A committee that sits."""
    return deepcopy(standing_hall)
