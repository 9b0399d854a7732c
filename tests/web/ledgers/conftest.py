"""A room of made-up people, for the tests of its ledger."""

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

    from tests.web.ledgers.desk import Desk

# Models are there only once Django is set up, which is after this module was read.


@pytest.fixture(scope="module")
def one_desk(django_db_setup: None, django_db_blocker: "DjangoDbBlocker") -> "Iterator[Desk]":
    """A room with an owner in it, for all tests of a module."""
    from tests.web.databases.standing import standing  # noqa: PLC0415
    from tests.web.ledgers.desk import seat  # noqa: PLC0415

    with standing(django_db_blocker, seat) as made:
        yield made


@pytest.fixture
def desk(one_desk: "Desk", db: None) -> "Iterator[Desk]":
    """A room with an owner in it, entered."""
    from fairterms_web.rooms.walls import acting  # noqa: PLC0415

    found = deepcopy(one_desk)
    with acting(found.by.actor):
        yield found
