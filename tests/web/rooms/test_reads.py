"""Who reads in the auditor's room leaves one entry for each page, and nobody does elsewhere."""

import json

from django.urls import reverse

from fairterms_web.ledgers.models import LedgerEntry
from fairterms_web.ledgers.store import content_of
from fairterms_web.vault.keyring import keyring
from tests.web.cast import Cast


def reads(cast: Cast, room: str) -> list[tuple[str, dict[str, object]]]:
    """Who read what in a room, as its ledger tells."""
    with cast.acting_in(room) as by:
        ring = keyring(by)
        rows = LedgerEntry.objects.within(by).filter(kind="page.read").order_by("sequence")
        return [(one.actor, content_of(one, ring)) for one in rows]


def test_each_page_read_in_the_auditors_room_is_one_entry_by_who_read_it(cast: Cast) -> None:
    room = cast.rooms["auditor"].id
    client = cast.client("committee member")
    assert client.get(reverse("start:page", args=[room])).status_code == 200
    asked = reverse("ledgers:page", args=[room]) + "?kind=page.read"
    assert client.get(asked).status_code == 200
    who = f"committee-member.{cast.people['committee member'].id}"
    found = reads(cast, "auditor")
    assert found == [(who, {"route": "start:page"}), (who, {"route": "ledgers:page"})]
    assert "?" not in json.dumps(found)


def test_what_is_not_shown_in_the_auditors_room_was_not_read(cast: Cast) -> None:
    room = cast.rooms["auditor"].id
    for name in ("stranger", "owner", "other party"):
        assert cast.client(name).get(reverse("start:page", args=[room])).status_code == 404
    assert cast.client("auditor").get(reverse("rooms:people", args=[room])).status_code == 403
    assert reads(cast, "auditor") == []


def test_reading_elsewhere_leaves_no_entry(cast: Cast) -> None:
    for name, room in (("owner", "group"), ("other party", "plan"), ("auditor", "joint")):
        page = reverse("start:page", args=[cast.rooms[room].id])
        assert cast.client(name).get(page).status_code == 200
        assert reads(cast, room) == []
