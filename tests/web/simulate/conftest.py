"""The cast, and a small deal in the group's room, for the tests of simulate."""

from pathlib import Path
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
