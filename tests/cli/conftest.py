"""Run verbs as a user would, and read what they print."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fairterms.cli import console
from fairterms.cli.group import app

CEDAR = Path(__file__).parents[2] / "examples" / "cedar"


@dataclass(frozen=True)
class Ran:
    """What a verb printed, and how it ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def fairterms(monkeypatch: pytest.MonkeyPatch) -> Run:
    # The width is that of the terminal the process was started in, wherever tests run.
    monkeypatch.setattr(console.out, "_width", 120)

    def run(*arguments: str | Path) -> Ran:
        result = CliRunner().invoke(app, [str(one) for one in arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.output
        return Ran(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def deal(fairterms: Run, tmp_path: Path) -> Path:
    """A fresh deal folder, as `fairterms new` makes it."""
    folder = tmp_path / "my-deal"
    assert fairterms("new", folder).code == 0
    return folder


@pytest.fixture
def cedar() -> Path:
    return CEDAR
