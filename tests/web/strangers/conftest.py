"""The cast, for the tests of what strangers may see."""

from copy import deepcopy
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.web.cast import Cast


@pytest.fixture
def cast(full_cast: "Cast", db: None) -> "Cast":
    """Everybody, with something to see in every room."""
    return deepcopy(full_cast)
