"""Read ``responsibilities.toml``; everything wrong in it is reported together.

::

    [[task]]
    id = "crisis_line"
    does = "group"
    pays = "plan"
    by = "Exhibit E, row 9"
"""

from pathlib import Path

from fairterms.prepare.responsibilities.declaration import Assigned, Declaration
from fairterms.prepare.responsibilities.task import Division, Task, Who
from fairterms.prepare.responsibilities.tasks import TASKS
from fairterms.prepare.toml_file import Entry, entries
from fairterms.units.form_file import open_form
from fairterms.units.problem import nearest

FILE = "responsibilities.toml"
WHY = "work that nobody was given, or nobody pays for, ends with the clinicians"
_KEYS = (
    "id",
    "task",
    "does",
    "pays",
    "by",
    "paid_from",
    "split",
    "in_total_cost",
    "since",
    "note",
)
_WHO = tuple(one.value for one in Who)


def read(folder: Path) -> Declaration | None:
    """Read who does what.

    Parameters
    ----------
    folder
        The deal folder.

    Returns
    -------
    Declaration or None
        None when the deal has no such file. Problems of the file are part of the result.
    """
    opened = open_form(folder / FILE)
    if opened is None:
        return None
    document, notes = opened
    for name in document.keys() - {"task"}:
        notes.unknown((name,), name, ("task",), "section")
    taken: set[str] = set()
    found = [_assigned(one, taken) for one in entries(document, "task", notes, WHY)]
    return Declaration(tuple(one for one in found if one is not None), notes.problems())


def _assigned(entry: Entry, taken: set[str]) -> Assigned | None:
    entry.only(*_KEYS)
    task = _task(entry, taken)
    if task is None:
        return None
    does, pays = _who(entry, "does"), _who(entry, "pays")
    return Assigned(
        task,
        does,
        pays,
        by=entry.words("by"),
        paid_from=entry.words("paid_from"),
        split=entry.words("split"),
        in_total_cost=_in_total_cost(entry, task),
        since=entry.day("since"),
        note=entry.words("note"),
        source=entry.source,
    )


def _task(entry: Entry, taken: set[str]) -> Task | None:
    """Return the task an entry is about: one of the list, or one of the group's own words."""
    name = entry.id("task", "crisis_line", taken)
    title = entry.words("task")
    if not name:
        return None
    if name in TASKS:
        return TASKS[name]
    if title:
        is_service = entry.raw.get("in_total_cost") is not None
        return Task(name, title, Division.FINANCIAL if is_service else Division.OPERATIONAL)
    own = f'add task = "what it is" for a task of your own, or use one of: {", ".join(TASKS)}'
    what = f'the list has no task called "{name}", and no words say what it is'
    entry.note("id", what, "unknown-task", nearest(name, TASKS) or own)
    return None


def _who(entry: Entry, key: str) -> Who | None:
    if key not in entry.raw:
        verb = "does it" if key == "does" else "pays for it"
        what = f"{entry.raw.get('id')} does not say who {verb}"
        entry.note("", what, "missing", f'write {key} = "group", "plan", "both", or another')
        return None
    said = entry.choice(key, _WHO)
    return Who(said) if said else None


def _in_total_cost(entry: Entry, task: Task) -> bool | None:
    said = entry.flag("in_total_cost")
    if said is not None and task.division is Division.OPERATIONAL:
        what = f"{task.id} is work and no service, so its cost is in no total of services"
        entry.note("in_total_cost", what, "not-a-service", "take the line out")
        return None
    return said
