"""Logs in few words: an entry is an id with what differs from a plain one."""

from datetime import date

from fairterms.correspondence.log import Log
from fairterms.correspondence.reader import read_text

DAY = date(2026, 11, 20)
PLAIN = {
    "on": "2026-10-01",
    "kind": '"request"',
    "side": '"group"',
    "by": '"managing partner"',
    "to": '"contracting lead"',
    "summary": '"Asked for the claims."',
}


def entry(name: str, **keys: str) -> str:
    """Write one entry; a key of nothing leaves a plain one out."""
    told = {"id": f'"{name}"', **PLAIN, **keys}
    return "[[entry]]\n" + "".join(f"{key} = {value}\n" for key, value in told.items() if value)


def promise(name: str = "promise", on: str = "2026-10-01", due: str = "2026-10-15") -> str:
    """Write a promise of the plan."""
    return entry(name, on=on, kind='"promise"', side='"plan"', due=due)


def kept(on: str, name: str = "sent", of: str = "promise") -> str:
    """Write what keeps the plan's promise."""
    return entry(
        name, on=on, kind='"delivery"', side='"plan"', replies_to=f'"{of}"', fulfils="true"
    )


def sound(*entries: str) -> Log:
    """Read a log that has no problem."""
    log = read_text("\n".join(entries))
    assert log.problems == (), "\n".join(map(str, log.problems))
    return log


def codes(*entries: str) -> list[str]:
    """Read a log, and return the sorts of its problems."""
    return [one.code for one in read_text("\n".join(entries)).problems]
