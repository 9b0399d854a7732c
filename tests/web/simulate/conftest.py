"""The cast, and a small deal in the group's room, for the tests of simulate."""

from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.web.cast import Cast


@pytest.fixture
def cast(light_cast: "Cast", db: None) -> "Cast":
    """Everybody, in rooms with little in them."""
    return deepcopy(light_cast)


@pytest.fixture(scope="session")
def deal_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a small deal of two years, without records."""
    from tests.decide.small_basis import small_folder  # noqa: PLC0415 - not needed to collect

    folder: Path = small_folder(tmp_path_factory.mktemp("small") / "deal")
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
