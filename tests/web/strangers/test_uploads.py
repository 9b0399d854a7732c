"""Damaged uploads: told, refused or taken whole; never a mistake of ours, never half a folder."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairterms_web.deals.access import contents
from tests.web.cast import Cast

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from django.test import Client

NAMES = ("a.pdf", "b.docx", "c.csv", "terms.toml", "d.txt", "e.html", "notes", "../f.txt", "g.TXT")
OPTIONS = settings(
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def packed(files: Mapping[str, bytes], way: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack files as anybody's program may."""
    into = BytesIO()
    with zipfile.ZipFile(into, "w", way) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return into.getvalue()


WHOLE = {
    ".pdf": b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
    ".docx": packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>"}),
    ".csv": b"patient,visits\nA,3\n=1+1,4\n",
    ".toml": b'[contract]\ntitle = "made up"\nnotice_days = 30\n',
    ".txt": "Either party may end this agreement with 30 days’ notice.".encode(),
    ".html": b"<p>Either party may end this agreement.<script>alert(1)</script></p>",
    ".zip": packed({"deal/terms.toml": b"a = 1\n", "deal/contract/01.txt": b"Notice."}),
}


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A file that was whole, then cut, changed, doubled or put into another."""
    content = bytearray(draw(st.sampled_from(sorted(WHOLE.values()))))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, max(0, len(content) - 1)))
        match draw(st.sampled_from(["cut", "change", "put in", "double"])):
            case "cut":
                del content[at:]
            case "change":
                content[at : at + 1] = bytes([draw(st.integers(0, 255))])
            case "put in":
                content[at:at] = draw(st.binary(max_size=12))
            case _:
                content += content[at:]
    return bytes(content)


def held(cast: Cast) -> dict[str, bytes]:
    """What the group's room holds."""
    with cast.acting_in("group") as by:
        return dict(contents(by))


def send(client: "Client", cast: Cast, page: str, told: Mapping[str, object]) -> int:
    """Send an upload, look whether the folder is whole, and undo it."""
    before = held(cast)
    with transaction.atomic():
        answer = client.post(f"/rooms/{cast.rooms['group'].id}/{page}/", told)
        after = held(cast)
        transaction.set_rollback(True)
    assert answer.status_code in {302, 400, 422}, answer.status_code
    if answer.status_code == 302:
        assert before.keys() <= after.keys()
    else:
        assert after == before
    return answer.status_code


def _upload(cast: Cast, client: "Client", files: list[tuple[str, bytes]]) -> None:
    given = [SimpleUploadedFile(name, content) for name, content in files]
    send(client, cast, "files", {"files": given})


def _import(cast: Cast, client: "Client", content: bytes) -> None:
    send(client, cast, "import", {"folder": SimpleUploadedFile("deal.zip", content)})


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=9)
FILES = st.lists(st.tuples(st.sampled_from(NAMES), damaged()), max_size=3)
FOLDERS = st.one_of(
    damaged(),
    st.dictionaries(st.sampled_from(NAMES) | WORDS, damaged(), max_size=4).map(packed),
)


@settings(OPTIONS, max_examples=8, derandomize=True)
@given(files=FILES)
def test_a_damaged_contract_is_told_or_taken_whole(
    cast: Cast, files: list[tuple[str, bytes]]
) -> None:
    _upload(cast, cast.client("owner"), files)


@settings(OPTIONS, max_examples=8, derandomize=True)
@given(content=FOLDERS)
def test_a_damaged_folder_is_told_or_taken_whole(cast: Cast, content: bytes) -> None:
    _import(cast, cast.client("owner"), content)


@pytest.mark.slow
@settings(OPTIONS, max_examples=1_000)
@given(files=FILES)
def test_a_thousand_damaged_contracts(cast: Cast, files: list[tuple[str, bytes]]) -> None:
    _upload(cast, cast.client("owner"), files)


@pytest.mark.slow
@settings(OPTIONS, max_examples=1_000)
@given(content=FOLDERS)
def test_a_thousand_damaged_folders(cast: Cast, content: bytes) -> None:
    _import(cast, cast.client("owner"), content)


def test_a_whole_folder_is_taken(cast: Cast) -> None:
    folder = SimpleUploadedFile("deal.zip", WHOLE[".zip"])
    assert send(cast.client("owner"), cast, "import", {"folder": folder}) == 302


def test_one_bad_file_keeps_all_others_out(cast: Cast) -> None:
    content = packed({"contract/01.txt": b"Notice.", "x.exe": b"MZ"})
    folder = SimpleUploadedFile("deal.zip", content)
    assert send(cast.client("owner"), cast, "import", {"folder": folder}) == 422


def test_a_file_where_the_room_has_a_folder_is_told(cast: Cast) -> None:
    content = packed({"deal/notes.txt/more.txt": b"Notice."})
    answer = cast.client("owner").post(
        f"/rooms/{cast.rooms['group'].id}/import/",
        {"folder": SimpleUploadedFile("deal.zip", content)},
    )
    assert answer.status_code == 422
    assert b"a file and a folder at once" in answer.content
