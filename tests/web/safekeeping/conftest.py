"""A workspace with keys of its own, for the tests of what keeps it safe."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytest_django.fixtures import Settings

    from tests.web.cast import Cast


@pytest.fixture
def home(tmp_path: Path, settings: "Settings", monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for keys, empty at first."""
    from tests.web.safekeeping.keys import forget_keys  # noqa: PLC0415 - it needs Django

    settings.HOME = tmp_path / "home"
    monkeypatch.delenv("FAIRTERMS_MASTER_KEY", raising=False)
    monkeypatch.delenv("FAIRTERMS_LEDGER_KEY", raising=False)
    forget_keys()
    yield settings.HOME
    forget_keys()


@pytest.fixture
def cast(home: Path, db: None) -> "Cast":
    """Everybody, with two files in the room of the group."""
    from tests.web.jobs.light_cast import make_light  # noqa: PLC0415 - it needs Django

    return make_light()
