"""The cast, for the tests of reading."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.web.cast import Cast


@pytest.fixture
def cast(db: None) -> "Cast":
    """Everybody, in rooms with little in them."""
    # Models are there only once Django is set up, which is after this module was read.
    from tests.web.jobs.light_cast import make_light  # noqa: PLC0415

    return make_light()
