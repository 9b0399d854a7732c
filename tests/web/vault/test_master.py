"""The master key is made once, kept from others, and never replaced."""

import base64
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from fairterms_web.vault import master
from fairterms_web.vault.master import NoMasterKey, make, master_key, path, present, written
from tests.web.cast import Cast
from tests.web.safekeeping.keys import forget_keys

KEY = bytes(range(32))


@pytest.mark.django_db
def test_a_new_workspace_makes_its_key_once(home: Path) -> None:
    first = master_key()
    forget_keys()
    assert master_key() == first
    assert len(first) == 32
    assert base64.b64decode(path().read_bytes()) == first


@pytest.mark.django_db
def test_only_its_owner_may_read_the_file(home: Path) -> None:
    master_key()
    assert stat.S_IMODE(path().stat().st_mode) == 0o600
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert [one.name for one in home.iterdir()] == ["master.key"]


@pytest.mark.parametrize(
    "wrong", ["", "\n", "no key", "AAAA", base64.b64encode(bytes(31)).decode(), "ÿ" * 44]
)
def test_a_wrong_key_is_refused_and_never_replaced(home: Path, wrong: str) -> None:
    home.mkdir()
    path().write_text(wrong, encoding="utf-8")
    for ask in (master_key, present, make):
        with pytest.raises(NoMasterKey, match="Put the key back from where you keep it"):
            ask()
    assert path().read_text(encoding="utf-8") == wrong


def test_the_environment_comes_before_the_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAIRTERMS_MASTER_KEY", written(KEY))
    assert master_key() == KEY
    assert not path().exists()


@pytest.mark.parametrize("wrong", ["", "no key"])
def test_a_wrong_key_in_the_environment_does_not_fall_back_to_the_file(
    home: Path, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    make()
    monkeypatch.setenv("FAIRTERMS_MASTER_KEY", wrong)
    with pytest.raises(NoMasterKey, match="FAIRTERMS_MASTER_KEY does not hold a key"):
        master_key()


def test_a_lost_key_is_not_made_anew_where_rooms_need_it(cast: Cast) -> None:
    path().unlink()
    forget_keys()
    with pytest.raises(NoMasterKey, match=r"master.key is missing, and the rooms"):
        master_key()
    assert not path().exists()


def test_a_message_does_not_hold_the_key(home: Path) -> None:
    home.mkdir()
    path().write_text(written(KEY)[:-4], encoding="utf-8")
    with pytest.raises(NoMasterKey) as told:
        master_key()
    assert written(KEY)[:8] not in str(told.value)


@pytest.mark.slow
def test_two_processes_that_begin_at_once_use_one_key(tmp_path: Path) -> None:
    program = (
        "import django; django.setup();"
        "from fairterms_web.vault.master import make; print(make().hex())"
    )
    told = {
        **os.environ,
        "FAIRTERMS_HOME": str(tmp_path / "home"),
        "DJANGO_SETTINGS_MODULE": "fairterms_web.settings",
    }
    told.pop(master.VARIABLE, None)
    running = [
        subprocess.Popen([sys.executable, "-c", program], env=told, stdout=subprocess.PIPE)
        for _ in range(4)
    ]
    found = {one.communicate()[0] for one in running}
    assert [one.returncode for one in running] == [0] * 4
    assert len(found) == 1
