"""A new master key opens everything the old one did; nothing is changed where one does not fit."""

import os

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from fairterms.units.refusal import Refusal
from fairterms_web.deals.access import contents
from fairterms_web.people import outbox
from fairterms_web.people.models import Letter
from fairterms_web.rooms.walls import as_system
from fairterms_web.safekeeping.rewrapping import Rewrapped, rewrap
from fairterms_web.vault.box import Unopened, unseal
from fairterms_web.vault.keyring import of_room
from fairterms_web.vault.master import master_key, path, written
from fairterms_web.vault.models import RoomKey
from tests.web.cast import Cast
from tests.web.safekeeping.keys import forget_keys

pytestmark = pytest.mark.slow

NEW = bytes(range(32))


def use(key: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a master key be the present one."""
    monkeypatch.setenv("FAIRTERMS_MASTER_KEY", written(key))
    forget_keys()


def keys() -> int:
    """How many keys rooms have."""
    with as_system():
        return RoomKey.objects.of_every_room().exclude(wrapped=None).count()


def test_everything_opens_with_the_new_key_alone(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, settings: pytest.FixtureRequest
) -> None:
    settings.SENDS_MAIL = True  # type: ignore[attr-defined] # what the fixture is for
    outbox.put(to="a@example.org", subject="s", text="t")
    with cast.acting_in("group") as by:
        before = dict(contents(by))
    old = master_key()
    assert rewrap(old, NEW) == Rewrapped(keys(), 1)
    use(NEW, monkeypatch)
    with cast.acting_in("group") as by:
        assert dict(contents(by)) == before
    letter = Letter.objects.get()
    assert b"t" in unseal(NEW, outbox.place_of(letter.id), bytes(letter.body))
    with pytest.raises(Unopened):
        unseal(old, outbox.place_of(letter.id), bytes(letter.body))


def test_done_twice_it_does_nothing_more(cast: Cast) -> None:
    old = master_key()
    assert rewrap(old, NEW).keys == keys() > 0
    assert rewrap(old, NEW) == Rewrapped(0, 0)


def test_with_another_old_key_nothing_is_changed(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    with as_system():
        row = RoomKey.objects.of_every_room().latest("pk")
        rest = RoomKey.objects.of_every_room().exclude(pk=row.pk)
        before = list(rest.values_list("pk", "wrapped"))
        ours = master_key()
        # The last row alone is wrapped with another key; the others would have fitted.
        use(bytes(32), monkeypatch)
        RoomKey.objects.of_every_room().filter(pk=row.pk).delete()
        of_room(row.room_id)
        with pytest.raises(Refusal, match="opens neither with the old nor with the new"):
            rewrap(ours, NEW)
        assert list(rest.filter(pk__in=dict(before)).values_list("pk", "wrapped")) == before


def test_the_command_makes_a_key_where_the_old_was_moved_away(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old = master_key()
    path().rename(path().with_name("old.key"))
    monkeypatch.setenv("FAIRTERMS_OLD_MASTER_KEY", written(old))
    forget_keys()
    call_command("rewrap")
    assert f"{keys()} keys and 0 letters" in capsys.readouterr().out
    assert master_key() != old
    with as_system():
        assert of_room(cast.rooms["group"].id).keys


def test_the_command_says_what_it_needs(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "FAIRTERMS_OLD_MASTER_KEY" not in os.environ
    with pytest.raises(CommandError, match="Put the master key that is in use into"):
        call_command("rewrap")
    monkeypatch.setenv("FAIRTERMS_OLD_MASTER_KEY", written(master_key()))
    with pytest.raises(CommandError, match="The present master key is the one in"):
        call_command("rewrap")
