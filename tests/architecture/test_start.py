"""`start.py` installs what a job needs, and no more, before it starts it."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
Asked = list[tuple[str, ...]]


@pytest.fixture
def start() -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def asked(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What was installed and started, in order; nothing really is."""
    found: Asked = []

    def install(lock: str) -> int:
        found.append((f"lock {lock}",))
        return 0

    def run(*command: object) -> int:
        found.append(tuple(str(part) for part in command[1:]))
        return 0

    monkeypatch.setattr(start, "set_up", install)
    monkeypatch.setattr(start, "run", run)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return found


def test_the_workspace_is_set_up_and_opened_with_what_follows(
    start: ModuleType, asked: Asked
) -> None:
    assert start.main(["serve", "--port", "9000"]) == 0
    assert asked == [("lock web",), ("-m", "fairterms.cli", "serve", "--port", "9000")]


@pytest.mark.parametrize(
    ("address", "lock"), [("Postgres://db/a", "postgres"), ("sqlite:///a", "web")]
)
def test_the_library_under_another_licence_comes_only_for_its_database(
    start: ModuleType, asked: Asked, monkeypatch: pytest.MonkeyPatch, address: str, lock: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", address)
    start.main(["serve"])
    assert asked[0] == (f"lock {lock}",)


def test_nothing_is_opened_when_the_setting_up_failed(
    start: ModuleType, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "set_up", lambda _lock: 4)
    assert start.main(["serve"]) == 4
    assert asked == []


def test_stopping_the_workspace_is_no_failure(
    start: ModuleType, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_command: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "run", stopped)
    assert start.main(["serve"]) == 0


def test_the_example_needs_the_core_alone(start: ModuleType, asked: Asked) -> None:
    assert start.main(["demo"]) == 0
    assert asked == [("lock run",), ("-m", "fairterms.cli", "decide", "examples/cedar")]


@pytest.mark.parametrize("words", [[], ["other"], ["demo", "--port"], ["test", "x"]])
def test_what_it_does_not_know_it_answers_with_what_it_knows(
    start: ModuleType, asked: Asked, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert start.main(words) == 2
    assert asked == []
    said = capsys.readouterr().out
    for job in ("demo", "serve", "test", "setup"):
        assert f"python3 start.py {job} " in said
