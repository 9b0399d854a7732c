"""Obligations are confirmed, and what became of them is added; nothing is lost or rewritten."""

from collections.abc import Callable
from datetime import date

import pytest

from fairterms.monitor.obligations.book import FILE
from fairterms.monitor.obligations.event import Event, Kind
from fairterms.monitor.obligations.reader import read_text
from fairterms_web.deals.access import content_of, versions_of
from fairterms_web.deals.actions import save_files
from fairterms_web.monitor import access, actions
from fairterms_web.rooms.access import NotAllowed
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting
from tests.web.cast import Cast
from tests.web.jobs.made_up_work import done, put_kind, yields
from tests.web.monitor.looked import BOOK, PARTS, WITH_RULE, WITHOUT_RULE

DAY = date(2027, 7, 31)
EVENT = Event(
    id="list_of_members_2027_08_done",
    line=0,
    obligation="list_of_members",
    key="2027-08",
    kind=Kind.DONE,
    on=date(2027, 8, 9),
    by="",
)


@pytest.fixture
def by(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Entered:
    """The group's room, whose deal was looked at."""
    by = cast.entered("owner", "group")
    done(by, put_kind(monkeypatch, yields(PARTS), access.KIND))
    return by


def text_in(by: Entered) -> str:
    """What obligations.toml says, to the letter."""
    return content_of(by, FILE).decode()


def test_the_first_confirmation_begins_the_file(by: Entered) -> None:
    with acting(by.actor):
        actions.confirm(by=by, proposal=WITH_RULE, due="", on=DAY)
        book = read_text(text_in(by))
    (one,) = book.obligations
    assert book.problems == ()
    assert one.id == WITH_RULE
    assert one.confirmed is not None
    assert (one.confirmed.by, one.confirmed.on) == (by.name, DAY)
    assert one.rule.words == "30 days after the end of each quarter"


def test_a_rule_that_a_person_corrected_is_taken(by: Entered) -> None:
    with acting(by.actor):
        actions.confirm(by=by, proposal=WITH_RULE, due=" 15th of each month ", on=DAY)
        (one,) = read_text(text_in(by)).obligations
    assert one.rule.words == "15th of each month"


def test_without_a_day_nothing_is_confirmed_and_it_is_said_what_to_write(by: Entered) -> None:
    with acting(by.actor):
        for due in ("", "soon"):
            with pytest.raises(actions.NotWritten, match=r"days after|each month"):
                actions.confirm(by=by, proposal=WITHOUT_RULE, due=due, on=DAY)
        assert access.obligations(by).text == ""


def test_what_was_confirmed_is_not_proposed_again_nor_confirmed_twice(by: Entered) -> None:
    with acting(by.actor):
        actions.confirm(by=by, proposal=WITH_RULE, due="", on=DAY)
        job = done(by, access.KIND)
        assert [one["id"] for one in access.shown(by, job).proposals] == [WITHOUT_RULE]
        with pytest.raises(actions.NotWritten, match="already"):
            actions.confirm(by=by, proposal=WITH_RULE, due="", on=DAY)
        assert len(versions_of(by, FILE)) == 1


def test_what_nobody_proposed_is_not_confirmed(by: Entered) -> None:
    with acting(by.actor), pytest.raises(actions.NotWritten, match="Look again"):
        actions.confirm(by=by, proposal="nothing", due="", on=DAY)


def test_an_event_is_added_below_what_stands_there(by: Entered) -> None:
    with acting(by.actor):
        save_files(by=by, files={FILE: BOOK})
        actions.record(by=by, event=EVENT)
        text = text_in(by)
    assert text.startswith(BOOK.decode())
    (event,) = read_text(text).events
    assert (event.obligation, event.key, event.kind) == ("list_of_members", "2027-08", Kind.DONE)
    assert (event.on, event.by) == (EVENT.on, by.name)


def test_the_same_written_down_twice_stands_there_under_two_names(by: Entered) -> None:
    with acting(by.actor):
        # A name may be written with other spaces than ours.
        save_files(by=by, files={FILE: BOOK.replace(b'id = "list', b'id="list')})
        for _ in range(3):
            actions.record(by=by, event=EVENT)
        names = [one.id for one in read_text(text_in(by)).events]
    assert names == [EVENT.id, f"{EVENT.id}_2", f"{EVENT.id}_3"]


@pytest.mark.parametrize("kind", [Kind.WAIVED, Kind.DISPUTED, Kind.NOTE])
def test_what_needs_a_reason_is_not_written_without_one(by: Entered, kind: Kind) -> None:
    event = Event(
        id="a_b", line=0, obligation=EVENT.obligation, key=EVENT.key, kind=kind, on=DAY, by=""
    )
    with acting(by.actor):
        save_files(by=by, files={FILE: BOOK})
        with pytest.raises(actions.NotWritten, match="does not say why"):
            actions.record(by=by, event=event)
        assert text_in(by) == BOOK.decode()


@pytest.mark.parametrize(
    "mark", [b"\xef\xbb\xbf", b""], ids=["with a mark of byte order", "with none"]
)
def test_a_file_of_another_machine_is_added_to(by: Entered, mark: bytes) -> None:
    with acting(by.actor):
        save_files(by=by, files={FILE: mark + BOOK.replace(b"\n", b"\r\n")})
        actions.record(by=by, event=EVENT)
        assert text_in(by).startswith(BOOK.decode().replace("\n", "\r\n"))
        assert len(read_text(text_in(by)).events) == 1


def test_a_file_that_is_no_plain_text_is_not_touched(by: Entered) -> None:
    with acting(by.actor):
        save_files(by=by, files={FILE: b"# \xe4 in another code\n"})
        with pytest.raises(actions.NotWritten, match="not plain text"):
            actions.confirm(by=by, proposal=WITH_RULE, due="", on=DAY)
        assert content_of(by, FILE) == b"# \xe4 in another code\n"


def test_two_who_write_at_the_same_moment_lose_nothing(
    by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, other = access.obligations, [True]

    def late(by: Entered) -> access.Obligations:
        found = read(by)
        if other.pop() if other else False:
            save_files(by=by, files={FILE: BOOK + b"# Theirs.\n"})
        return found

    monkeypatch.setattr(access, "obligations", late)
    with acting(by.actor):
        save_files(by=by, files={FILE: BOOK})
        actions.record(by=by, event=EVENT)
        assert "# Theirs." in text_in(by)
        assert EVENT.id in text_in(by)


def test_whoever_is_never_alone_is_told_to_try_again(
    by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "obligations", lambda _: access.Obligations("", "another"))
    with acting(by.actor), pytest.raises(actions.NotWritten, match="Try again"):
        actions.confirm(by=by, proposal=WITH_RULE, due="", on=DAY)


@pytest.mark.parametrize(
    "change",
    [
        lambda by: actions.confirm(by=by, proposal=WITH_RULE, due="", on=DAY),
        lambda by: actions.record(by=by, event=EVENT),
    ],
    ids=["confirm", "record"],
)
def test_a_viewer_writes_nothing(
    cast: Cast, by: Entered, change: Callable[[Entered], None]
) -> None:
    with acting(by.actor):
        save_files(by=by, files={FILE: BOOK})
    viewer = cast.entered("viewer", "group")
    with acting(viewer.actor), pytest.raises(NotAllowed):
        change(viewer)
