"""A room of made-up people, for the tests of its ledger."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.web.ledgers.desk import Desk


@pytest.fixture
def desk(db: None) -> "Iterator[Desk]":
    """A room with an owner in it, entered."""
    # Models are there only once Django is set up, which is after this module was read.
    from tests.web.ledgers.desk import seated  # noqa: PLC0415

    with seated() as found:
        yield found
