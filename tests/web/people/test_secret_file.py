"""A secret is made once, kept by its owner alone, and never replaced."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from fairterms_web.secret_file import EmptySecret, kept, signing_key


def test_a_secret_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "home" / "secret.key"
    assert signing_key(path) == signing_key(path)
    assert len(signing_key(path)) == 64


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "home" / "secret.key"
    signing_key(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_of_many_who_begin_at_once_one_is_heard(tmp_path: Path) -> None:
    for round_ in range(10):
        path = tmp_path / str(round_)
        with ThreadPoolExecutor(8) as pool:
            made = [f"secret {one}".encode() for one in range(8)]
            found = set(pool.map(lambda one, to=path: kept(to, lambda: one), made))
        assert len(found) == 1
    assert sorted(one.name for one in tmp_path.iterdir()) == [str(one) for one in range(10)]


def test_an_empty_file_is_not_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "secret.key"
    path.write_bytes(b"\n")
    with pytest.raises(EmptySecret, match=r"secret\.key is empty\. Put the file back"):
        signing_key(path)
    assert path.read_bytes() == b"\n"
