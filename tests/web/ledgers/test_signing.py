"""The workspace's own key is made once, kept to itself, and names its ledgers."""

import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from fairterms.ledger.key import Purpose, new_key
from fairterms.units.refusal import Refusal
from fairterms_web.ledgers import signing


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: Settings) -> Iterator[Path]:
    """A home of its own, and no key from before or after."""
    settings.HOME = tmp_path / "home"
    signing.ledger_key.cache_clear()
    yield settings.HOME
    signing.ledger_key.cache_clear()


def again() -> str:
    signing.ledger_key.cache_clear()
    return signing.ledger_key().line


def test_the_key_is_made_at_first_use_and_is_the_same_ever_after(home: Path) -> None:
    first = signing.ledger_key()
    assert first.purpose is Purpose.LEDGER
    assert first.name == "fairterms.localhost"
    assert again() == first.line
    assert [one.name for one in home.iterdir()] == ["ledger.key"]


def test_nobody_else_can_read_the_key(home: Path) -> None:
    signing.ledger_key()
    assert stat.S_IMODE((home / "ledger.key").stat().st_mode) == 0o600


def test_the_name_of_the_workspace_is_that_of_its_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(signing.NAME, "fairterms.example")
    assert signing.origin_of("0f" * 16) == f"fairterms.example/{'0f' * 16}"
    monkeypatch.setenv(signing.NAME, "another.example")
    assert again().startswith("PRIVATE+KEY+fairterms.example+")


def test_a_key_from_the_environment_is_used_and_none_is_made(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    given = new_key("cedar.example", Purpose.LEDGER)
    monkeypatch.setenv(signing.VARIABLE, f"{given.line}\n")
    assert signing.ledger_key() == given
    assert not home.exists()


def test_two_programs_that_start_at_once_have_one_key(home: Path) -> None:
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(signing.ledger_key.__wrapped__().line))
        for _ in range(8)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(found) == 8
    assert len(set(found)) == 1


@pytest.mark.parametrize(
    ("key", "what"),
    [
        (new_key("auditor.example", Purpose.WITNESS).line, "holds the key of a witness"),
        (new_key("x" * 61, Purpose.LEDGER).line, "names the workspace too long"),
        ("", "does not begin with PRIVATE+KEY+"),
    ],
    # Workers must call a test by the same name, and these keys are new in each.
    ids=["of a witness", "with a long name", "none"],
)
def test_what_is_no_key_of_a_ledger_is_refused_and_never_replaced(
    monkeypatch: pytest.MonkeyPatch, home: Path, key: str, what: str
) -> None:
    monkeypatch.setenv(signing.VARIABLE, key)
    with pytest.raises(Refusal) as refused:
        signing.ledger_key()
    assert refused.value.what == what
    assert not home.exists()


def test_a_broken_file_is_refused_and_stays(home: Path) -> None:
    home.mkdir()
    (home / "ledger.key").write_text("lost")
    with pytest.raises(Refusal):
        signing.ledger_key()
    assert (home / "ledger.key").read_text() == "lost"
