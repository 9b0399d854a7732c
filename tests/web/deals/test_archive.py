"""A deal folder as one ZIP file."""

import warnings
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from fairterms_web.deals import archive
from fairterms_web.deals.archive import checked, clashes, pack, unpack
from fairterms_web.deals.contents import NotTaken
from tests.web.strangers.test_uploads import packed

EXAMPLES = Path(__file__).parents[3] / "examples"


def folder_of(name: str) -> dict[str, bytes]:
    """The files of an example."""
    root = EXAMPLES / name
    found = [one for one in root.rglob("*") if one.is_file() and "__pycache__" not in one.parts]
    return {one.relative_to(root).as_posix(): one.read_bytes() for one in found}


@pytest.mark.parametrize("name", ["cedar", "juniper"])
def test_what_was_packed_comes_out_byte_for_byte(name: str) -> None:
    files = folder_of(name)
    assert len(files) > 20
    assert unpack(pack(files.items())) == files
    wrapped = {f"{name}/{path}": content for path, content in files.items()}
    assert unpack(packed(wrapped)) == files


def test_the_same_files_give_the_same_bytes_whatever_their_order() -> None:
    files = [("b.txt", b"2"), ("a.txt", b"1"), ("contract/c.txt", b"3")]
    assert pack(files) == pack(reversed(files))


def test_a_folder_of_a_deal_is_not_taken_for_its_wrapping() -> None:
    assert unpack(packed({"contract/01.txt": b"x"})) == {"contract/01.txt": b"x"}
    assert unpack(packed({"deal/01.txt": b"x"})) == {"01.txt": b"x"}
    both = {"one/01.txt": b"x", "two/01.txt": b"y"}
    assert unpack(packed(both)) == both


def test_what_programs_that_pack_add_is_left_away() -> None:
    files = {
        "__MACOSX/x/._a.txt": b"x",
        ".git/config": b"x",
        "x/.DS_Store": b"\x00",
        "x/a.txt": b"x",
    }
    assert unpack(packed(files)) == {"a.txt": b"x"}


def test_every_file_that_is_not_taken_is_named() -> None:
    with pytest.raises(NotTaken) as told:
        unpack(packed({"a.exe": b"MZ", "b.txt": b"", "c.txt": b"good"}))
    assert [line.partition(":")[0] for line in str(told.value).split("\n")] == ["a.exe", "b.txt"]


@pytest.mark.parametrize("content", [b"", b"PK", b"no archive", packed({"a.txt": b"x" * 99})[:-9]])
def test_what_is_no_archive_is_told(content: bytes) -> None:
    with pytest.raises(NotTaken, match="no ZIP file that can be opened"):
        unpack(content)


def test_a_damaged_file_within_is_told() -> None:
    for way in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        content = bytearray(packed({"a.txt": bytes(range(1, 200)) * 9}, way))
        content[60] ^= 255
        with pytest.raises(NotTaken, match="no ZIP file that can be opened"):
            unpack(bytes(content))


def test_an_archive_with_nothing_in_it_is_told() -> None:
    with pytest.raises(NotTaken, match="no file in it"):
        unpack(packed({}))


def test_a_name_that_stands_there_twice_is_told() -> None:
    into = BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(into, "w") as twice:
        twice.writestr("a.txt", b"one")
        twice.writestr("a.txt", b"two")
    for content in (into.getvalue(), packed({"a.txt": b"x", "A.txt": b"y"})):
        with pytest.raises(NotTaken, match="the same name stands there twice"):
            unpack(content)


def test_two_ways_of_writing_one_name_are_told() -> None:
    with pytest.raises(NotTaken, match="twice"):
        checked({"a\u0308.txt": b"x", "\u00e4.txt": b"y"})


def test_a_file_that_is_a_folder_too_is_told() -> None:
    assert clashes(["a.txt", "b/A.txt", "c/d.txt"]) == []
    assert clashes(["a/b.txt", "A/B.TXT/c.txt"]) == ["a/b.txt: it is a file and a folder at once."]


def test_too_much_of_everything_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    content = packed({"a.txt": b"x" * 900, "b.txt": b"y" * 900})
    for name, most, why in (
        ("MOST_FILES", 1, "more than 1 files"),
        ("MOST_UNPACKED", 1_799, "together"),
        ("MOST_TIMES_SMALLER", 0.5, "unpacks to far more"),
    ):
        with monkeypatch.context() as changed:
            changed.setattr(archive, name, most)
            with pytest.raises(NotTaken, match=why):
                unpack(content)
    assert len(unpack(content)) == 2
