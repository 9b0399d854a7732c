"""The log of the talks in a room: written down, sealed, confirmed by the other side."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from fairterms.correspondence import sealing
from fairterms_web.deals import access as files
from fairterms_web.deals.actions import save_files
from fairterms_web.negotiate import actions, talks
from fairterms_web.rooms.walls import acting
from tests.web.cast import Cast

SAID: Mapping[str, str | date] = {
    "on": date(2026, 10, 3),
    "kind": "request",
    "side": "group",
    "by": "managing partner",
    "to": "contracting lead",
    "quote": "Please send the claims.",
}


def said_by(cast: Cast, name: str, room: str, **more: str | date) -> str:
    """Write something down as somebody; return the entry's id."""
    by = cast.entered(name, room)
    with acting(by.actor):
        return actions.write(by=by, fields={**SAID, **more})


def known(cast: Cast, name: str, room: str) -> talks.Talks:
    """The log of a room as somebody reads it."""
    by = cast.entered(name, room)
    with acting(by.actor):
        return talks.read(by)


def posted(cast: Cast, name: str, room: str, page: str, *more: str, **sent: str) -> tuple[int, str]:
    """The status and the page that answer something sent."""
    url = reverse(f"negotiate:{page}", args=[cast.rooms[room].id, *more])
    answered = cast.client(name).post(url, sent)
    return answered.status_code, answered.content.decode()


def test_what_was_said_stands_in_the_log_file_as_it_was_said(cast: Cast) -> None:
    name = said_by(cast, "owner", "group")
    entry = known(cast, "owner", "group").named(name)
    assert entry is not None
    assert (entry.words, entry.side, entry.on) == (SAID["quote"], "group", SAID["on"])
    with cast.acting_in("group") as by:
        assert b"Please send the claims." in files.content_of(by, "log.toml")


def test_each_entry_gets_a_name_of_its_own(cast: Cast) -> None:
    names = [said_by(cast, "owner", "group") for _ in range(3)]
    assert len(set(names)) == 3


def test_a_promise_without_a_last_day_is_not_written(cast: Cast) -> None:
    with pytest.raises(actions.NotWritten, match="promise"):
        said_by(cast, "owner", "group", kind="promise")
    assert known(cast, "owner", "group").text == ""


def test_in_ones_own_room_both_sides_words_are_kept_and_sealed_when_asked(cast: Cast) -> None:
    said_by(cast, "owner", "group", side="plan")
    assert not known(cast, "owner", "group").is_sealed
    assert posted(cast, "owner", "group", "seal")[0] == 302
    sealed = known(cast, "owner", "group")
    assert sealed.is_sealed
    assert not sealed.log.problems


def test_in_the_joint_room_a_person_speaks_for_their_own_side_alone(cast: Cast) -> None:
    first = said_by(cast, "other party", "joint", side="group")
    second = said_by(cast, "teammate", "joint", side="plan")
    log = known(cast, "owner", "joint")
    assert [getattr(log.named(one), "side", "") for one in (first, second)] == ["plan", "group"]


def test_in_the_joint_room_an_entry_is_sealed_at_once(cast: Cast) -> None:
    said_by(cast, "owner", "joint")
    said_by(cast, "other party", "joint")
    log = known(cast, "owner", "joint")
    assert log.is_sealed
    assert not log.log.problems
    assert len(log.seal.splitlines()) == 2


def test_the_other_side_confirms_and_ones_own_side_cannot(cast: Cast) -> None:
    name = said_by(cast, "owner", "joint")
    posted(cast, "teammate", "joint", "confirm", name)
    log = known(cast, "owner", "joint")
    entry = log.named(name)
    assert entry is not None
    assert log.log.acknowledged(entry) is None
    posted(cast, "other party", "joint", "confirm", name)
    after = known(cast, "owner", "joint")
    assert after.log.acknowledged(entry) == datetime.now(UTC).date()
    assert after.is_sealed


def test_nothing_is_confirmed_in_a_private_room(cast: Cast) -> None:
    name = said_by(cast, "owner", "group", side="plan")
    assert posted(cast, "owner", "group", "confirm", name)[0] == 404


def test_what_was_sealed_and_then_changed_is_told_and_not_sealed_over(cast: Cast) -> None:
    said_by(cast, "owner", "group")
    with cast.acting_in("group") as by:
        actions.seal(by=by)
        text = files.content_of(by, "log.toml").replace(b"Please", b"Never")
        save_files(by=by, files={"log.toml": text})
    log = known(cast, "owner", "group")
    assert any("changed after it was sealed" in one.what for one in log.log.problems)
    name = said_by(cast, "owner", "group", quote="More.")
    assert known(cast, "owner", "group").named(name) is not None
    posted(cast, "owner", "group", "seal")
    assert len(known(cast, "owner", "group").log.seals) == 1


def test_a_form_with_a_mistake_keeps_what_was_typed_and_says_what_to_do(cast: Cast) -> None:
    sent = {**{key: str(value) for key, value in SAID.items()}, "kind": "promise"}
    status, told = posted(cast, "owner", "group", "log", **sent)
    assert status == 422
    assert "Please send the claims." in told
    assert "promise" in told


def test_words_are_shown_as_words_whatever_they_hold(cast: Cast) -> None:
    said_by(cast, "other party", "joint", quote="<script>alert(1)</script>")
    page = cast.client("owner").get(reverse("negotiate:log", args=[cast.rooms["joint"].id]))
    assert "<script>alert" not in page.content.decode()
    assert "&lt;script&gt;alert(1)" in page.content.decode()


def test_the_seal_is_that_of_the_core(cast: Cast) -> None:
    said_by(cast, "owner", "joint")
    with cast.acting_in("joint") as by:
        (line,) = files.content_of(by, sealing.FILE).decode().splitlines()
    log = known(cast, "owner", "joint").log
    assert line == f"{log.written[0].id} {sealing.chained(sealing.START, log.written[0].text)}"
