"""The cast, for the tests of audit."""

from copy import deepcopy
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.web.cast import Cast


@pytest.fixture
def cast(light_cast: "Cast", db: None) -> "Cast":
    """Everybody, in rooms with little in them."""
    return deepcopy(light_cast)
