"""A deal that is kept belongs to one room and one state of its files, and to nothing else."""

from collections.abc import Callable

import pytest

from fairterms_web.rooms.entered import Entered
from fairterms_web.simulate import access
from fairterms_web.simulate.shelf import SHELF, Key, Overtaken, Ready, Shelf
from tests.decide.trial_run.made_up import paid_on_a_measure
from tests.web.cast import Cast
from tests.web.simulate.room_with_deal import get, put, text


def loads(told: list[str], name: str) -> Callable[[], Ready]:
    """Say that a deal was loaded, each time it is."""

    def load() -> Ready:
        told.append(name)
        return Ready(paid_on_a_measure(), (2027,))

    return load


def test_the_same_files_in_two_rooms_are_two_deals() -> None:
    shelf, told = Shelf(), list[str]()
    first = shelf.get(Key("a", "same", None), loads(told, "a"))
    second = shelf.get(Key("b", "same", None), loads(told, "b"))
    assert first is not second
    assert told == ["a", "b"]
    assert shelf.get(Key("a", "same", None), loads(told, "again")) is first


def test_other_files_or_another_year_are_another_deal_and_old_files_are_forgotten() -> None:
    shelf, told = Shelf(), list[str]()
    for state, year in (("one", None), ("one", 2028), ("two", None), ("one", None)):
        shelf.get(Key("a", state, year), loads(told, f"{state} {year}"))
    assert told == ["one None", "one 2028", "two None", "one None"]
    assert list(shelf._kept) == [Key("a", "one", None)]


def test_the_deal_that_was_asked_for_longest_ago_makes_room() -> None:
    shelf, told = Shelf(most=2), list[str]()
    for room in ("a", "b", "a", "c", "a", "b"):
        shelf.get(Key(room, "s", None), loads(told, room))
    assert told == ["a", "b", "c", "b"]


def test_a_deal_that_does_not_load_is_not_kept() -> None:
    shelf = Shelf()

    def fail() -> Ready:
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - raised above
        shelf.get(Key("a", "s", None), fail)
    assert not shelf._kept


def test_a_newer_turn_of_the_same_person_in_the_same_room_ends_the_older() -> None:
    shelf = Shelf()
    mine, others, elsewhere = (shelf.turn(*one) for one in (("r", "p"), ("r", "q"), ("s", "p")))
    mine("first step")
    newer = shelf.turn("r", "p")
    with pytest.raises(Overtaken):
        mine("second step")
    for goes_on in (newer, others, elsewhere):
        goes_on("a step")


@pytest.mark.slow
def test_two_rooms_with_the_same_files_are_made_ready_apart(
    cast: Cast, deal_files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    group, joint = (cast.entered("owner", room) for room in ("group", "joint"))
    made: list[str] = []
    ready = access._ready

    def counted(by: Entered, *more: object) -> Ready:
        made.append(by.room.id)
        return ready(by, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(access, "_ready", counted)
    own = cast.client("owner")
    for by in (group, joint):
        put(by, {**deal_files, "notes.txt": b"same", "contract/01-agreement.txt": b"same"})
        for _ in range(2):
            text(get(own, by))
    assert made == [group.room.id, joint.room.id]
    keys = [key for key in SHELF._kept if key.room in made]
    assert len({key.state for key in keys}) == 1
    assert len({id(SHELF._kept[key].prepared) for key in keys}) == len(keys) == 2
    stranger = cast.client("other party")
    assert get(stranger, group).status_code == 404
