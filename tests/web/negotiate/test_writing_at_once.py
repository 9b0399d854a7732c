"""Two who write into one log at the same time: neither entry is lost."""

from datetime import date

import pytest

from fairterms_web.negotiate import actions, talks
from fairterms_web.negotiate.actions import NotWritten, seal, write
from fairterms_web.negotiate.talks import Talks
from fairterms_web.rooms.entered import Entered
from tests.web.cast import NOW, Cast

pytestmark = pytest.mark.slow


def entry(words: str) -> dict[str, str | date]:
    """An entry's fields."""
    told: dict[str, str | date] = {
        "on": NOW.date(),
        "kind": "request",
        "side": "group",
        "by": "contracting lead",
    }
    return {**told, "to": "plan lead", "quote": words}


def interrupt(monkeypatch: pytest.MonkeyPatch, times: int) -> list[str]:
    """Let another entry be written each time after a log was read; return the entries' names."""
    read, written = talks.read, list[str]()

    def read_then_write(by: Entered) -> Talks:
        known = read(by)
        if len(written) < times:
            monkeypatch.setattr(talks, "read", read)
            written.append(write(by=by, fields=entry(f"First {len(written)}.")))
            monkeypatch.setattr(talks, "read", read_then_write)
        return known

    monkeypatch.setattr(talks, "read", read_then_write)
    return written


@pytest.mark.parametrize("room", ["group", "joint"])
def test_who_writes_meanwhile_loses_nothing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, room: str
) -> None:
    with cast.acting_in(room) as by:
        written = interrupt(monkeypatch, 1)
        name = write(by=by, fields=entry("Second."))
        log = talks.read(by).log
    assert [one.id for one in log.entries] == [*written, name] == ["request_1", "request_2"]
    assert log.problems == ()


def test_who_never_comes_through_is_told_to_send_it_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    with cast.acting_in("group") as by:
        interrupt(monkeypatch, actions.MOST_TRIES)
        with pytest.raises(NotWritten, match="at the same time"):
            write(by=by, fields=entry("Second."))
        assert len(talks.read(by).log.entries) == actions.MOST_TRIES


def test_what_was_written_while_others_are_sealed_is_sealed_with_them(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    with cast.acting_in("group") as by:
        write(by=by, fields=entry("Zeroth."))
        interrupt(monkeypatch, 1)
        assert seal(by=by) == 2
        assert talks.read(by).is_sealed
