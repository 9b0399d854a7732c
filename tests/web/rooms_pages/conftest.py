"""The table that most of these tests sit at."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.web.rooms_pages.table import Table


@pytest.fixture
def table(db: None) -> "Table":
    # Models are there only once Django is set up, which is after this module was read.
    from tests.web.rooms_pages.table import lay  # noqa: PLC0415

    return lay()
