"""The cast, and tokens of theirs."""

from collections.abc import Callable
from copy import deepcopy
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.web.api.program import Program
    from tests.web.cast import Cast


@pytest.fixture
def cast(full_cast: "Cast", db: None) -> "Cast":
    """Everybody, with something to see in every room."""

    return deepcopy(full_cast)


@pytest.fixture
def program(cast: "Cast") -> "Callable[..., Program]":
    """Makes a program with a token of somebody of the cast."""
    from tests.web.api.program import program_of  # noqa: PLC0415 - Django is set up by now

    def made(name: str, *rooms: str, may: str = "") -> "Program":
        return program_of(cast, name, rooms, may)

    return made
