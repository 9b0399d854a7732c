"""The files of a room: saved, taken out, put back, given and taken; every version is kept."""

import hashlib
import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404

from fairterms_web.deals import access
from fairterms_web.deals.actions import give, put_back, remove_file, save_files, take
from fairterms_web.deals.archive import pack
from fairterms_web.deals.contents import NotTaken
from fairterms_web.deals.models import FileVersion, SealedCopy, SealedFile
from fairterms_web.ledgers.models import LedgerEntry
from fairterms_web.ledgers.store import content_of
from fairterms_web.rooms.access import NotAllowed
from fairterms_web.rooms.actions import Names, open_deal
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting
from fairterms_web.vault.box import Unopened
from fairterms_web.vault.keyring import keyring
from tests.web.cast import Cast
from tests.web.deals.test_archive import folder_of


def said(by: Entered) -> list[tuple[str, dict[str, object]]]:
    """What the room's ledger says, the newest first."""
    ring = keyring(by)
    rows = LedgerEntry.objects.within(by).order_by("-sequence")
    return [(one.kind, content_of(one, ring)) for one in rows]


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_only_what_changed_gets_a_new_version(cast: Cast) -> None:
    with cast.acting_in("group") as by:
        before = len(said(by))
        files = {"a.txt": b"one", "notes.txt": b"What the group room thinks."}
        assert save_files(by=by, files=files, note="first") == 1
        assert save_files(by=by, files={"a.txt": b"two"}, note="second") == 1
        assert save_files(by=by, files={"a.txt": b"two"}) == 0
        versions = access.versions_of(by, "a.txt")
        assert [(one.number, one.size, one.note) for one in versions] == [
            (2, 3, "second"),
            (1, 3, "first"),
        ]
        assert [one.number for one in access.versions_of(by, "notes.txt")] == [1]
        assert {one.saved_by for one in versions} == {by.name}
        assert access.content_of(by, "a.txt") == b"two"
        assert access.version_content(by, versions[1].id)[1] == b"one"
        kind, content = said(by)[1]
        assert kind == "files.saved"
        assert content["files"] == {"a.txt": sha(b"two")}
        assert len(said(by)) == before + 3


def test_one_file_that_is_not_taken_keeps_all_out(cast: Cast) -> None:
    with cast.acting_in("group") as by:
        before = access.listed(by)
        for files in ({"a.txt": b"x", "b.exe": b"MZ"}, {"a.txt": b"x", "NOTES.txt": b"y"}):
            with pytest.raises(NotTaken):
                save_files(by=by, files=files)
        assert access.listed(by) == before


def test_what_was_taken_out_can_be_put_back(cast: Cast) -> None:
    with cast.acting_in("group") as by:
        state = access.state_of(access.listed(by))
        first = access.versions_of(by, "notes.txt")[0]
        remove_file(by=by, path="notes.txt", note="no more")
        assert "notes.txt" not in {one.path for one in access.listed(by)}
        assert access.state_of(access.listed(by)) != state
        for ask in (access.content_of, lambda by, path: remove_file(by=by, path=path)):
            with pytest.raises(Http404):
                ask(by, "notes.txt")
        assert access.versions_of(by, "notes.txt")[0].is_removed
        assert put_back(by=by, version_id=first.id) == "notes.txt"
        assert access.state_of(access.listed(by)) == state
        assert [one.number for one in access.versions_of(by, "notes.txt")] == [3, 2, 1]
        assert [kind for kind, _ in said(by)[:2]] == ["file.put-back", "file.removed"]


def test_nothing_is_put_back_where_it_cannot_lie(cast: Cast) -> None:
    with cast.acting_in("group") as by:
        first = access.versions_of(by, "notes.txt")[0]
        remove_file(by=by, path="notes.txt")
        save_files(by=by, files={"notes.txt/more.txt": b"x"})
        with pytest.raises(NotTaken, match="file and a folder"):
            put_back(by=by, version_id=first.id)


def test_what_was_never_there_is_not_there(cast: Cast) -> None:
    with cast.acting_in("group") as by:
        for ask in (access.versions_of, access.content_of, access.version_content, access.copy_of):
            with pytest.raises(Http404):
                ask(by, "nowhere.txt")
        with pytest.raises(Http404):
            access.copied_content(by, "nowhere", "nothing")


def test_the_state_follows_every_path_and_every_byte(cast: Cast) -> None:
    with cast.acting_in("group") as by:
        states = {access.state_of(access.listed(by))}
        for files in ({"a.txt": b"1"}, {"a.txt": b"2"}, {"b.txt": b"2"}):
            save_files(by=by, files=files)
            states.add(access.state_of(access.listed(by)))
        assert len(states) == 4


def test_a_folder_on_disk_is_private_and_gone_afterwards(cast: Cast) -> None:
    with cast.acting_in("group") as by:
        with access.on_disk(by, "contract/") as folder:
            found = [one.relative_to(folder).as_posix() for one in folder.rglob("*.*")]
            assert found == ["contract/01-agreement.txt"]
            scratch = Path(settings.HOME) / "scratch"
            assert scratch in folder.parents
            assert scratch.stat().st_mode & 0o077 == 0
            assert folder.parent.stat().st_mode & 0o077 == 0
        assert not folder.parent.exists()


def test_what_lies_in_the_database_is_sealed_for_its_own_place(cast: Cast) -> None:
    with cast.acting_in("group") as by:
        rows = {one.path: one for one in FileVersion.objects.within(by)}
        notes, agreement = rows["notes.txt"], rows["contract/01-agreement.txt"]
        assert b"thinks" not in bytes(notes.body)
        FileVersion.objects.within(by).filter(pk=agreement.pk).update(body=notes.body)
        with pytest.raises(Unopened):
            access.content_of(by, agreement.path)


def both(cast: Cast) -> tuple[Entered, Entered]:
    """The owner in the group's room and in the joint one."""
    return cast.entered("owner", "group"), cast.entered("owner", "joint")


def test_a_copy_is_given_with_its_manifest_and_why(cast: Cast) -> None:
    by, joint = both(cast)
    with acting(by.actor):
        seen = {one.path: one.sha256 for one in access.listed(by)}
        copy = give(by=by, joint=joint, paths=seen, title="All", why="to agree")
        found = access.copy_of(joint, copy)
        assert json.loads(found.manifest) == {"files": seen}
        assert found.manifest_hash == sha(found.manifest.encode())
        assert (found.party, found.why, found.given_by) == ("Larch Group", "to agree", joint.name)
        for one in access.copied_files(joint, found):
            path, content = access.copied_content(joint, copy, one.id)
            assert sha(content) == seen[path] == one.sha256
        for room, kind in ((by, "copy.given"), (joint, "copy.received")):
            newest = said(room)[0]
            assert newest[0] == kind
            assert newest[1]["manifest"] == found.manifest_hash
    received = cast.entered("other party", "joint")
    with acting(received.actor):
        assert copy in {one.id for one in access.copies_of(received)}


def test_a_copy_stays_as_it_was_when_the_file_changes(cast: Cast) -> None:
    by, joint = both(cast)
    with acting(by.actor):
        copy = access.copies_of(joint)[0]
        save_files(by=by, files={"notes.txt": b"changed"})
        file = access.copied_files(joint, copy)[0]
        assert access.copied_content(joint, copy.id, file.id)[1] == b"What the group room thinks."


def test_what_changed_since_it_was_seen_is_not_given(cast: Cast) -> None:
    by, joint = both(cast)
    with acting(by.actor):
        seen = {"notes.txt": sha(b"another"), "contract/01-agreement.txt": sha(b"x")}
        before = len(access.copies_of(joint))
        with pytest.raises(Http404):
            give(by=by, joint=joint, paths=seen, title="All", why="to agree")
        assert len(access.copies_of(joint)) == before
        assert SealedFile.objects.within(joint).count() == before


def test_a_copy_stays_within_its_deal_and_goes_to_the_joint_room(cast: Cast) -> None:
    by, joint = both(cast)
    names = Names(title="Other", group="Larch Group", plan="Other Plan")
    other = open_deal(person=cast.people["owner"].id, names=names)
    for one, to in ((other, joint), (by, other)):
        with acting(by.actor), pytest.raises(AssertionError):
            give(by=one, joint=to, paths={"notes.txt": "x"}, title="All", why="")


def test_who_may_not_share_gives_nothing(cast: Cast) -> None:
    by = cast.entered("auditor", "auditor")
    joint = cast.entered("auditor", "joint")
    seen = {"notes.txt": sha(b"What the auditor room thinks.")}
    with acting(by.actor), pytest.raises(NotAllowed):
        give(by=by, joint=joint, paths=seen, title="All", why="to agree")
    with acting(joint.actor):
        assert SealedCopy.objects.within(joint).count() == 1


def test_a_copy_is_taken_into_ones_own_room(cast: Cast) -> None:
    joint, own = cast.entered("other party", "joint"), cast.entered("other party", "plan")
    with acting(own.actor):
        copy = access.copies_of(joint)[0]
        assert take(by=own, joint=joint, copy_id=copy.id) == 1
        assert access.content_of(own, "notes.txt") == b"What the group room thinks."
        assert access.versions_of(own, "notes.txt")[0].note == "from the sealed copy “Our notes”"
        assert take(by=own, joint=joint, copy_id=copy.id) == 0


@pytest.mark.parametrize("name", ["cedar", "juniper"])
def test_an_exported_folder_is_the_imported_one_byte_for_byte(cast: Cast, name: str) -> None:
    client, files = cast.client("owner"), folder_of(name)
    room = f"/rooms/{cast.rooms['group'].id}"
    with cast.acting_in("group") as by:
        for one in access.listed(by):
            remove_file(by=by, path=one.path)
    sent = SimpleUploadedFile(f"{name}.zip", pack(files.items()))
    assert client.post(f"{room}/import/", {"folder": sent}).status_code == 302
    taken = client.get(f"{room}/export/")
    assert taken.headers["Content-Disposition"].startswith("attachment")
    with zipfile.ZipFile(BytesIO(taken.content)) as found:
        assert {one: found.read(one) for one in found.namelist()} == files
    assert taken.content == pack(files.items())
