"""The joint room opens an address and sees a number; nobody outside learns more."""

import pytest
from django.test import Client
from lxml import html

from fairterms.audit.ethics.case import Subject
from fairterms_web.ethics import outside
from fairterms_web.ethics.intake import open_intake
from fairterms_web.ethics.models import Intake, Letterbox
from fairterms_web.ethics.slip import Slip
from fairterms_web.rooms.models import Grant, Invitation, Room
from fairterms_web.rooms.walls import as_system
from fairterms_web.vault.keyring import destroy
from fairterms_web.vault.models import RoomKey
from tests.web.cast import Cast
from tests.web.ethics.desk import YESTERDAY, Desk


def url(cast: Cast, room: str, name: str = "page") -> str:
    """An address of the page in a room of the cast."""
    return f"/rooms/{cast.rooms[room].id}/ethics/" + ("" if name == "page" else f"{name}/")


def page(cast: Cast, who: str, room: str) -> str:
    """What the page says there."""
    answer = cast.client(who).get(url(cast, room))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.slow
def test_before_there_is_an_address_each_room_says_what_to_do(cast: Cast) -> None:
    assert "Open the address" in page(cast, "owner", "joint")
    assert "no address for reports yet" in page(cast, "auditor", "joint")
    assert "Nothing of it is shown in this room" in page(cast, "owner", "group")
    assert "Nothing of it is shown in this room" in page(cast, "auditor", "auditor")


@pytest.mark.slow
def test_who_may_let_others_in_opens_the_address_once(cast: Cast) -> None:
    client = cast.client("owner")
    assert client.post(url(cast, "joint", "open"), {"party": ""}).status_code == 422
    for _ in range(2):
        done = client.post(url(cast, "joint", "open"), {"party": "Rowan Office"})
        assert done.status_code == 302
    with as_system():
        code = Intake.objects.of_every_room().get().code
        assert Letterbox.objects.of_every_room().count() == 1
    shown = page(cast, "owner", "joint")
    assert f'id="address" readonly value="http://testserver/speak-up/{code}/"' in shown
    assert Client().get(f"/speak-up/{code}/").status_code == 200


@pytest.mark.slow
@pytest.mark.parametrize("name", ["open", "invite"])
def test_it_is_opened_from_the_joint_room_alone_and_by_those_who_may(cast: Cast, name: str) -> None:
    form = {"party": "x", "email": "ada@rowan.example", "role": "owner", "purpose": "reads"}
    assert cast.client("owner").post(url(cast, "group", name), form).status_code == 404
    assert cast.client("teammate").post(url(cast, "joint", name), form).status_code == 403
    assert cast.client("auditor").post(url(cast, "joint", name), form).status_code == 403
    assert not Room.objects.filter(kind="independent").exists()


@pytest.mark.slow
def test_the_first_of_the_independent_party_is_asked_in_and_no_more_after_that(
    cast: Cast,
) -> None:
    client = cast.client("owner")
    client.post(url(cast, "joint", "open"), {"party": "Rowan Office"})
    assert "Ask the independent party in" in page(cast, "owner", "joint")
    form = {"email": "ada@rowan.example", "role": "owner", "purpose": "reads reports"}
    wrong = client.post(url(cast, "joint", "invite"), {**form, "purpose": ""})
    assert wrong.status_code == 422
    answer = client.post(url(cast, "joint", "invite"), form)
    assert b"The invitation is ready" in answer.content
    row = Invitation.objects.get()
    assert (row.room.kind, row.side, row.role) == ("independent", "independent", "owner")
    Grant.objects.create(
        person=cast.people["stranger"],
        room=row.room,
        role="owner",
        purpose="made up",
        starts_at=cast.entered("owner", "joint").actor.at,
        granted_by="a test",
    )
    assert "Ask the independent party in" not in page(cast, "owner", "joint")
    assert client.post(url(cast, "joint", "invite"), form).status_code == 404


@pytest.mark.parametrize(("who", "room"), [("owner", "joint"), ("auditor", "auditor")])
def test_others_see_a_number_and_nothing_else(desk: Desk, who: str, room: str) -> None:
    shown = page(desk.cast, who, room)
    assert "no report had waited" in shown
    for _ in range(3):
        desk.arrived(
            "The words of it.", Slip(Subject.CARE), on=YESTERDAY.replace(year=2026, month=2, day=1)
        )
    shown = page(desk.cast, who, room)
    assert "some reports had waited" in shown
    for hidden in ("The words of it", "Ada Birch", desk.room.id):
        assert hidden not in shown
    cells = [str(one.text or "") for one in html.fromstring(shown).iter("td")]
    assert "3" not in cells
    assert cells.count("not shown") >= 2


@pytest.mark.slow
def test_the_private_rooms_see_no_number(desk: Desk) -> None:
    desk.arrived(on=YESTERDAY.replace(year=2026, month=2, day=1))
    for who, room in (("owner", "group"), ("other party", "plan")):
        shown = page(desk.cast, who, room)
        assert "had waited" not in shown
        assert desk.code not in shown


@pytest.mark.slow
def test_where_the_readers_room_was_destroyed_no_number_is_shown(desk: Desk) -> None:
    desk.arrived()
    with as_system():
        destroy(RoomKey.objects.of_every_room().filter(room=desk.room))
    assert outside.numbers(desk.cast.entered("owner", "joint"), YESTERDAY) == ()


@pytest.mark.slow
def test_opening_again_gives_the_address_that_is_there(desk: Desk) -> None:
    with desk.cast.acting_in("joint") as by:
        assert open_intake(by=by, party="Another", on=YESTERDAY).code == desk.code
    # It is there.
    assert Room.objects.get(pk=desk.room.id).party.name == "Rowan Ombuds Office"  # type: ignore[union-attr]
