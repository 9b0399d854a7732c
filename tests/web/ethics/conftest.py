"""The cast, with an independent party, for the tests of reports without a name."""

from copy import deepcopy
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.web.cast import Cast
    from tests.web.ethics.desk import Desk


@pytest.fixture
def cast(light_cast: "Cast", db: None) -> "Cast":
    """Everybody, in rooms with little in them."""
    return deepcopy(light_cast)


@pytest.fixture
def desk(cast: "Cast") -> "Desk":
    """An open address, and three independent readers."""
    from tests.web.ethics.desk import furnish  # noqa: PLC0415 - models are there by now

    return furnish(cast)
