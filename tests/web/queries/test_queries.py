"""A page asks the database few questions, and no more of them when there is more to show."""

from collections.abc import Iterable, Mapping

import pytest

from fairterms_web.jobs.access import jobs_of
from tests.web.cast import Cast
from tests.web.queries.content import help_to
from tests.web.queries.questions import counted
from tests.web.strangers.addresses import Address, addresses, arguments, url_for

pytestmark = pytest.mark.slow

MOST = 15
"""Questions of one page (our choice)."""
VISITORS = {"group": "owner", "joint": "owner", "plan": "other party", "auditor": "auditor"}
LISTS = (
    "start:page",
    "start:file",
    "read:page",
    "ledgers:page",
    "ledgers:checkpoints",
    "decide:history",
    "jobs:listing",
    "negotiate:log",
    "rooms:people",
    "rooms:copies",
    "rooms:copy",
)
"""Pages that show one line for each thing there is."""
OF_ANOTHER_JOB = {
    **dict.fromkeys(("decide:earlier", "decide:take_earlier"), "decision"),
    **dict.fromkeys(("reconcile:found", "reconcile:take"), "reconciliation"),
}
"""Addresses of work that is not the newest of its room: their kind of work."""
Counts = Mapping[tuple[str, str], tuple[int, int]]
"""Status and number of questions, by the room and the name of the address."""


def pages() -> list[Address]:
    """Every address that answers GET in a browser."""
    return [one for one in addresses() if one.policy is not None and one.policy.has_get]


def to_address(one: Address, cast: Cast, room: str) -> str:
    """The address of a page of a room."""
    told = arguments(one, cast, room)
    if one.name in OF_ANOTHER_JOB:
        with cast.acting_in(room) as by:
            told["job_id"] = jobs_of(by, OF_ANOTHER_JOB[one.name])[0].id
    return url_for(one, cast.rooms[room].id, told)


def counts(cast: Cast, rooms: Iterable[str], asked: Iterable[Address]) -> Counts:
    """What each page of some rooms asked; pages of no room are looked at once."""
    found = {}
    for room in rooms:
        client = cast.client(VISITORS[room])
        for one in asked:
            if one.has_room or room == "group":
                found[room, one.name] = counted(client, to_address(one, cast, room))
    return found


def grown(first: Counts, later: Counts) -> list[str]:
    """Pages that ask more when there is more to show."""
    return [
        f"{' '.join(key)}: {first[key][1]}, then {number}"
        for key, (_, number) in later.items()
        if number > first[key][1]
    ]


def too_many(found: Counts) -> list[str]:
    """Pages that ask too much."""
    return [f"{' '.join(key)}: {count}" for key, (_, count) in found.items() if count > MOST]


def test_lists_ask_few_questions_and_no_more_of_them_for_three_times_as_much(cast: Cast) -> None:
    asked = [one for one in pages() if one.name in LISTS]
    help_to(cast, 1, ["joint"])
    first = counts(cast, ["joint"], asked)
    help_to(cast, 2, ["joint"])
    help_to(cast, 3, ["joint"])
    later = counts(cast, ["joint"], asked)
    assert len(later) == len(LISTS)
    assert {status for status, _ in later.values()} == {200}
    assert too_many(later) == []
    assert grown(first, later) == []


@pytest.mark.slow
@pytest.mark.parametrize("room", VISITORS)
def test_every_page_asks_few_questions_and_no_more_of_them_for_three_times_as_much(
    cast: Cast, room: str
) -> None:
    help_to(cast, 1, {room, "group"})
    # What an account is given when it is first asked for is there from now on.
    counts(cast, [room], [one for one in pages() if not one.has_room])
    first = counts(cast, [room], pages())
    help_to(cast, 2, {room, "group"})
    help_to(cast, 3, {room, "group"})
    later = counts(cast, [room], pages())
    shown = [name for (_, name), (status, _) in later.items() if status == 200]
    assert len(shown) > 40, "pages of a room that holds something of everything"
    assert too_many(later) == []
    assert grown(first, later) == []
