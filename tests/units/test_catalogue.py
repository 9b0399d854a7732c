"""A folder is a registry."""

import sys
from pathlib import Path

import pytest

from fairterms.units.catalogue import Catalogue

NAME = "a_folder_of_entries"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = tmp_path / NAME
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    for name, entry in (("second", "2"), ("first", "1"), ("wrong", '"a word"')):
        (package / f"{name}.py").write_text(f"ENTRY = {entry}\n", encoding="utf-8")
    (package / "empty.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    for module in [module for module in sys.modules if module.startswith(NAME)]:
        monkeypatch.delitem(sys.modules, module)
    return package


def test_the_entries_are_the_modules_of_the_folder(folder: Path) -> None:
    entries = Catalogue(NAME, "ENTRY", int)
    assert list(entries) == ["empty", "first", "second", "wrong"]
    assert len(entries) == 4
    assert entries["first"] == 1
    assert "second" in entries
    assert entries.get("third") is None


def test_an_unknown_name_is_a_key_error_and_imports_nothing(folder: Path) -> None:
    with pytest.raises(KeyError, match="third"):
        Catalogue(NAME, "ENTRY", int)["third"]


def test_a_module_is_imported_only_when_it_is_asked_for(folder: Path) -> None:
    (folder / "broken.py").write_text("raise RuntimeError", encoding="utf-8")
    assert Catalogue(NAME, "ENTRY", int)["second"] == 2
    assert f"{NAME}.broken" not in sys.modules


@pytest.mark.parametrize("name", ["wrong", "empty"])
def test_a_module_without_its_constant_is_our_own_mistake(folder: Path, name: str) -> None:
    with pytest.raises(AssertionError, match=f"{name} has no ENTRY"):
        Catalogue(NAME, "ENTRY", int)[name]
