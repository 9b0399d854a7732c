"""The table that most of these tests sit at."""

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

    from tests.web.rooms_pages.table import Table

# Models are there only once Django is set up, which is after this module was read.


@pytest.fixture(scope="module")
def one_table(django_db_setup: None, django_db_blocker: "DjangoDbBlocker") -> "Iterator[Table]":
    """The table, laid once for all tests of a module."""
    from tests.web.databases.standing import standing  # noqa: PLC0415
    from tests.web.rooms_pages.table import lay  # noqa: PLC0415

    with standing(django_db_blocker, lay) as made:
        yield made


@pytest.fixture
def table(one_table: "Table", db: None) -> "Table":
    """The table as it was laid."""
    return deepcopy(one_table)
