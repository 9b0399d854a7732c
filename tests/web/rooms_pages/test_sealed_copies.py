"""What one side gives the other: exactly what was seen, by its hash, and nothing behind it."""

import hashlib
import re
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from fairterms_web.deals import access as files
from fairterms_web.deals.actions import CannotGive, give, save_files
from fairterms_web.deals.manifest import manifest
from fairterms_web.rooms.walls import acting
from tests.web.rooms_pages.table import Table, browser, let_in, person

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

HELD = {"deal.toml": b"name = 'Larch'\n", "terms.toml": b"a = 1\n", "records/m.csv": b"who\n"}
WORDS = {"title": "Our offer", "why": "to talk about it"}


@pytest.fixture
def owner(table: Table) -> Client:
    by = table.as_owner(table.group)
    with acting(by.actor):
        save_files(by=by, files=HELD)
    return browser(table.owner)


def look(client: Client, table: Table, *paths: str) -> "Answer":
    return client.post(f"/rooms/{table.group.id}/give/", {"paths": paths, **WORDS})


def seen_in(answer: "Answer") -> str:
    found = re.search(r'name="seen" value="(\w+)"', answer.content.decode())
    assert found is not None
    return found[1]


def give_all(client: Client, table: Table) -> str:
    """Give two files as the pages do; return the address of the copy."""
    paths = ("deal.toml", "terms.toml")
    seen = seen_in(look(client, table, *paths))
    sent = {"paths": paths, **WORDS, "seen": seen}
    answer = client.post(f"/rooms/{table.group.id}/give/", sent)
    assert answer.status_code == 302
    return answer.headers["Location"]


def test_the_hash_of_the_manifest_is_shown_before_anything_is_given(
    owner: Client, table: Table
) -> None:
    answer = look(owner, table, "deal.toml")
    hashes = {"deal.toml": hashlib.sha256(HELD["deal.toml"]).hexdigest()}
    assert seen_in(answer) == manifest(hashes).hash
    assert hashes["deal.toml"] in answer.content.decode()
    assert files.copies_of(table.as_lead(table.joint)) == []


def test_the_other_side_sees_what_was_given_by_whom_and_why(owner: Client, table: Table) -> None:
    address = give_all(owner, table)
    text = browser(table.lead).get(address).content.decode()
    hashes = {one: hashlib.sha256(HELD[one]).hexdigest() for one in ("deal.toml", "terms.toml")}
    for words in ("Our offer", "to talk about it", "Larch Group", "Owner", manifest(hashes).hash):
        assert words in text
    assert table.group.id not in text
    assert "records" not in text


def test_a_file_of_a_copy_is_taken_away_as_it_was_given(owner: Client, table: Table) -> None:
    address, lead = give_all(owner, table), browser(table.lead)
    found = re.search(rf'href="({address}\w+/)">deal.toml', lead.get(address).content.decode())
    assert found is not None
    answer = lead.get(found[1])
    assert answer.content == HELD["deal.toml"]
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_a_copy_does_not_change_when_the_file_does(owner: Client, table: Table) -> None:
    address, by = give_all(owner, table), table.as_owner(table.group)
    before = browser(table.lead).get(address).content.decode().count("<code>")
    with acting(by.actor):
        save_files(by=by, files={"deal.toml": b"name = 'Fir'\n"})
    text = browser(table.lead).get(address).content.decode()
    assert hashlib.sha256(HELD["deal.toml"]).hexdigest() in text
    assert text.count("<code>") == before


def test_what_was_changed_since_it_was_seen_is_not_given(owner: Client, table: Table) -> None:
    seen = seen_in(look(owner, table, "deal.toml"))
    by = table.as_owner(table.group)
    with acting(by.actor):
        save_files(by=by, files={"deal.toml": b"name = 'Fir'\n"})
    sent = {"paths": ["deal.toml"], **WORDS, "seen": seen}
    answer = owner.post(f"/rooms/{table.group.id}/give/", sent)
    assert answer.status_code == 422
    assert "A file was changed since you looked." in answer.content.decode()
    assert files.copies_of(table.as_lead(table.joint)) == []


def test_what_was_not_seen_is_not_given_along(owner: Client, table: Table) -> None:
    seen = seen_in(look(owner, table, "deal.toml"))
    sent = {"paths": ["deal.toml", "terms.toml"], **WORDS, "seen": seen}
    assert owner.post(f"/rooms/{table.group.id}/give/", sent).status_code == 422


def test_patients_never_leave_the_room(owner: Client, table: Table) -> None:
    assert "m.csv" not in owner.get(f"/rooms/{table.group.id}/give/").content.decode()
    assert look(owner, table, "records/m.csv").status_code == 422
    by, joint = table.as_owner(table.group), table.as_owner(table.joint)
    paths = {"records/m.csv": hashlib.sha256(HELD["records/m.csv"]).hexdigest()}
    for wrong in (paths, {}):
        with pytest.raises(CannotGive, match="patients stay here"), acting(by.actor):
            give(by=by, joint=joint, paths=wrong, title="a", why="b")


@pytest.mark.parametrize("missing", ["paths", "title", "why"])
def test_nothing_is_given_without_words(owner: Client, table: Table, missing: str) -> None:
    sent = {"paths": ["deal.toml"], **WORDS}
    del sent[missing]
    assert owner.post(f"/rooms/{table.group.id}/give/", sent).status_code == 422


def test_a_copy_is_taken_into_ones_own_room(owner: Client, table: Table) -> None:
    name = give_all(owner, table).split("/")[-2]
    lead = browser(table.lead)
    answer = lead.post(f"/rooms/{table.plan.id}/take/{name}/", follow=True)
    assert "2 files are new or changed in your room." in answer.content.decode()
    by = table.as_lead(table.plan)
    with acting(by.actor):
        assert files.content_of(by, "deal.toml") == HELD["deal.toml"]


def test_what_is_in_a_copy_is_for_the_joint_room_alone(owner: Client, table: Table) -> None:
    name = give_all(owner, table).split("/")[-2]
    for room in (table.group, table.plan):
        who = browser(table.owner if room == table.group else table.lead)
        assert who.get(f"/rooms/{room.id}/copies/{name}/").status_code == 404
        assert who.get(f"/rooms/{room.id}/copies/").status_code == 404
    assert owner.post(f"/rooms/{table.joint.id}/take/{name}/").status_code == 404
    assert owner.get(f"/rooms/{table.joint.id}/give/").status_code == 404


def test_only_who_may_share_gives(owner: Client, table: Table) -> None:
    bea = person("bea")
    let_in(table.as_owner(table.group), bea, "analyst")
    assert look(browser(bea), table, "deal.toml").status_code == 403


def test_the_list_says_what_to_do_when_it_is_empty(table: Table) -> None:
    text = browser(table.owner).get(f"/rooms/{table.joint.id}/copies/").content.decode()
    assert "No sealed copies yet" in text
    assert f"/rooms/{table.group.id}/give/" in text
    assert "Save a file in this room first." in (
        browser(table.owner).get(f"/rooms/{table.group.id}/give/").content.decode()
    )
