"""What the commands have in common: rooms to choose, refusals as they are told, progress."""

import os
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from django.core.management.base import CommandError

from fairterms.units.refusal import Refusal
from fairterms_web.safekeeping import keeper, rotation
from fairterms_web.safekeeping.rewrapping import OLD
from fairterms_web.vault import master
from fairterms_web.vault.box import Unopened
from fairterms_web.vault.master import NoMasterKey


class Written(Protocol):
    """Where a command writes its lines."""

    def write(self, text: str) -> object:
        """Write a line."""


@contextmanager
def refusals_told() -> Iterator[None]:
    """Tell a refusal as a command does: without a trace of the program."""
    try:
        yield
    except Refusal as refusal:
        raise CommandError(refusal.sentences) from None
    except (NoMasterKey, Unopened) as wrong:
        raise CommandError(str(wrong)) from None
    except KeyboardInterrupt:
        raise CommandError(
            "Stopped. What was done is kept; run the command reseal to go on.", returncode=130
        ) from None


def old_master_key() -> bytes | None:
    """Return the master key before the present one, if it is told."""
    told = os.environ.get(OLD)
    return master.read(told, OLD) if told else None


def ask_rooms(parser: ArgumentParser) -> None:
    """Let a command be told which rooms."""
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--room", help="the room's identifier")
    which.add_argument("--all", action="store_true", help="every room that was not destroyed")


def chosen_rooms(options: Mapping[str, Any]) -> Sequence[str]:
    """Return the rooms a command was told."""
    if options["room"]:
        return (options["room"],)
    return tuple(one for one in keeper.rooms() if not rotation.is_destroyed(one))


def reseal_told(out: Written, rooms: Sequence[str]) -> None:
    """Seal rooms again and destroy their older keys, telling how it goes."""
    for number, room in enumerate(rooms, start=1):
        out.write(f"room {room} ({number} of {len(rooms)})")
        done = rotation.reseal(room, lambda name, count: out.write(f"  {name}: {count}"))
        gone = rotation.retire(room)
        out.write(f"  {done.count} values sealed with the newest key")
        if done.unopened:
            out.write(f"  {done.unopened} values do not open, and were left as they are")
        if gone.versions:
            out.write(f"  older keys destroyed: {', '.join(map(str, gone.versions))}")
        if gone.is_at_work:
            out.write("  work goes on in this room: run reseal again when it is over")
        elif gone.needed:
            out.write(f"  older keys still needed: {', '.join(map(str, gone.needed))}")
