"""The history tells who did what, to those who may know, from the newest on."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from fairterms_web.ledgers import history
from fairterms_web.people.models import Person
from fairterms_web.read.actions import remark
from fairterms_web.rooms import access
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Grant
from fairterms_web.rooms.walls import acting, as_system
from fairterms_web.vault.keyring import destroy
from fairterms_web.vault.models import RoomKey

if TYPE_CHECKING:
    from tests.web.ledgers.desk import Desk


def shown(by: Entered, **chosen: str) -> list[history.Happening]:
    return history.happenings(by, history.found(by, **chosen), history.names_in(by))


@pytest.fixture
def counsel(desk: "Desk") -> Grant:
    """Somebody else in the room, who said something."""
    person = Person.objects.create_user("counsel@example.org", name="Cy Example")
    grant = Grant.objects.create(
        person=person,
        room=desk.by.room,
        role="counsel",
        purpose="made up",
        starts_at=datetime.now(UTC) - timedelta(days=1),
        granted_by="a test",
    )
    actor = access.actor_for(str(person.pk))
    with acting(actor):
        remark(by=access.enter(actor, desk.by.room.id), finding="f1", text="Mind the notice")
    return grant


def test_the_newest_comes_first_and_everything_is_opened(desk: "Desk") -> None:
    desk.furnish()
    found = shown(desk.by)
    assert [one.sequence for one in found] == [7, 6, 5, 4, 3, 2, 1]
    assert found[1].words == "said about a finding: Ask them why."
    assert found[5].words == "saved more.txt, notes.txt"
    assert dict(found[5].details)["note"] == "made up"
    assert found[-1].words == "opened the room"
    assert {one.who for one in found} == {"Ada Example (Owner)"}


def test_it_is_filtered_by_kind_and_by_person(desk: "Desk", counsel: Grant) -> None:
    desk.furnish()
    kinds = {one.title for one in shown(desk.by, kind="files.saved")}
    assert kinds == {"Files saved"}
    assert [one.who for one in shown(desk.by, person=counsel.person_id)] == ["Cy Example (Counsel)"]
    assert shown(desk.by, kind="files.saved", person=counsel.person_id) == []
    assert shown(desk.by, person="%") == []


def test_one_can_choose_among_what_there_is(desk: "Desk", counsel: Grant) -> None:
    found = history.choices(desk.by, history.names_in(desk.by))
    assert found.kinds == (("remark.made", "Remark made"), ("room.opened", "Room opened"))
    assert [text for _, text in found.persons] == ["Ada Example (Owner)", "Cy Example (Counsel)"]


@pytest.mark.parametrize(
    "change", [{"revoked_at": datetime.now(UTC)}, {"ends_at": datetime.now(UTC)}]
)
def test_of_who_left_the_room_only_the_role_is_told(
    desk: "Desk", counsel: Grant, change: dict[str, datetime]
) -> None:
    Grant.objects.filter(pk=counsel.pk).update(**change)
    by = access.enter(access.actor_for(desk.owner.pk), desk.by.room.id)
    assert shown(by)[0].who == f"Counsel {counsel.person_id[:6]}"


def test_who_gave_no_name_is_told_by_role_and_never_by_address(desk: "Desk") -> None:
    Person.objects.filter(pk=desk.owner.pk).update(name="")
    (one,) = shown(desk.by)
    assert one.who == f"Owner {desk.owner.pk[:6]}"


def test_where_the_keys_are_gone_the_history_still_says_that_something_was(desk: "Desk") -> None:
    with as_system():
        destroy(RoomKey.objects.of_every_room().filter(room_id=desk.by.room.id))
    (one,) = shown(desk.by)
    assert (one.words, one.details, one.title) == (history.LOST, (), "Room opened")
