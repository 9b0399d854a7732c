"""`serve` becomes the workspace, and says what is missing for it."""

import importlib.metadata
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from fairterms.cli import serve
from tests.cli.conftest import Run

LISTED = ["rich>=15.0", 'made-up-server>=1; extra == "web"', "numba; extra == 'fast'"]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    found: list[list[str]] = []
    monkeypatch.setattr(serve, "become", found.append)
    monkeypatch.setattr(serve, "missing", list)
    monkeypatch.setenv("FAIRTERMS_HOME", "somewhere else")
    return found


def test_the_workspace_starts_for_this_machine_alone_with_an_example_in_a_folder_one_can_see(
    fairterms: Run,
    started: list[list[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert fairterms("serve").code == 0
    said = "-m fairterms_web serve --host 127.0.0.1 --port 8731"
    assert started == [[sys.executable, *said.split()]]
    assert os.environ["FAIRTERMS_HOME"] == str(tmp_path / "workspace")


def test_what_is_asked_for_is_handed_on(
    fairterms: Run, started: list[list[str]], tmp_path: Path
) -> None:
    home = tmp_path / "ours"
    asked = ("--host", "::1", "--port", "9000", "--no-example", "--folder", home)
    assert fairterms("serve", *asked).code == 0
    assert started[0][4:] == ["--host", "::1", "--port", "9000", "--no-example"]
    assert os.environ["FAIRTERMS_HOME"] == str(home)


def test_a_file_is_no_place_for_a_workspace(
    fairterms: Run, started: list[list[str]], tmp_path: Path
) -> None:
    (tmp_path / "notes").write_text("")
    said = fairterms("serve", "--folder", tmp_path / "notes")
    assert said.code == 1
    assert "this is a file, and the workspace needs a folder" in said.err
    assert "fix: name another one with --folder" in said.err
    assert started == []


def test_a_port_that_is_none_is_refused(fairterms: Run, started: list[list[str]]) -> None:
    assert fairterms("serve", "--port", "70000").code == 2
    assert started == []


def test_what_is_not_installed_is_named_with_the_command_that_installs_it(
    fairterms: Run, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "missing", lambda: ["made-up-server", "other"])
    said = fairterms("serve")
    assert said.code == 1
    assert said.err == (
        "the workspace in the browser: needs packages that are not installed: made-up-server, "
        "other\n      why: they come apart, so that who needs the command line alone installs less"
        "\n      fix: run: pip install 'fairterms[web]' (from a clone: python3 start.py serve)\n"
    )
    assert started == []


def test_what_is_missing_is_read_from_our_own_requirements(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importlib.metadata, "requires", lambda _name: [*LISTED, "x; extra=='web'"])
    assert serve.missing() == ["made-up-server", "x"]
    monkeypatch.setattr(importlib.metadata, "requires", lambda _name: [*LISTED[:1], *LISTED[2:]])
    assert serve.missing() == []


def test_run_from_sources_alone_nothing_is_said_to_be_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unknown(name: str) -> list[str]:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "requires", unknown)
    assert serve.missing() == []


def test_where_a_program_cannot_be_replaced_its_end_is_ours(
    fairterms: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "missing", list)
    monkeypatch.setattr(serve, "os", SimpleNamespace(name="nt", environ={}))
    ended = SimpleNamespace(returncode=3)
    monkeypatch.setattr(subprocess, "run", lambda _command, **_how: ended)
    assert fairterms("serve").code == 3


@pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")
def test_the_workspace_takes_our_place_so_that_a_signal_reaches_it(tmp_path: Path) -> None:
    here = tmp_path / "here"
    waits = f"""import os, pathlib, time
pathlib.Path({str(here)!r}).write_text(str(os.getpid()) + ";")
time.sleep(30)"""
    starts = f"serve.become([sys.executable, '-c', {waits!r}])"
    code = f"import sys; from fairterms.cli import serve; {starts}"
    with subprocess.Popen([sys.executable, "-c", code]) as program:
        while not (here.exists() and here.read_text().endswith(";")):
            assert program.poll() is None
            time.sleep(0.02)
        assert here.read_text() == f"{program.pid};"
        program.send_signal(signal.SIGTERM)
        assert program.wait(timeout=30) == -signal.SIGTERM
