"""Read the values and goals of both sides from ``deal.toml``; every problem is reported.

::

    [values]
    shared = ["Care begins when it is asked for"]

    [[objective]]
    id = "first_visit"
    holder = "both"
    goal = "Patients begin care promptly"
    measure = "access"
    target = "80 %"
    by = 2027-12-31
    owner = "intake lead"

    [[objective.elsewhere]]
    contract = "Example Mutual, 2026"
    counts = "days to the second visit"
    same = false
"""

from pathlib import Path

from fairterms.prepare.goals.goal import Declaration, Direction, Elsewhere, Goal, Holder
from fairterms.prepare.toml_file import Entry, entries
from fairterms.units import quantity
from fairterms.units.form_file import open_form
from fairterms.units.notes import Notes
from fairterms.units.quantity import Quantity

FILE = "deal.toml"
WHY = "a goal that nobody can measure can be neither kept nor missed"
_VALUES = ("shared", "group", "plan", "who_signs")
_KEYS = (
    "id",
    "holder",
    "goal",
    "measure",
    "counts",
    "target",
    "by",
    "owner",
    "direction",
    "against",
    "elsewhere",
    "evidence",
)
_ELSEWHERE = ("contract", "counts", "same")


def read(folder: Path) -> Declaration:
    """Read values and goals.

    Parameters
    ----------
    folder
        The deal folder.

    Returns
    -------
    Declaration
        An empty one where deal.toml has no such sections, or is not there. Problems of other
        sections are the deal reader's.
    """
    opened = open_form(folder / FILE)
    if opened is None:
        return Declaration()
    document, notes = opened
    values = _values(document.get("values", {}), notes)
    taken: set[str] = set()
    found = [_goal(one, taken) for one in entries(document, "objective", notes, WHY)]
    goals = tuple(one for one in found if one is not None)
    _check_against(goals, notes)
    return Declaration(
        values.names("shared"),
        values.names("group"),
        values.names("plan"),
        goals,
        values.words("who_signs"),
        notes.problems(),
    )


def _values(raw: object, notes: Notes) -> Entry:
    if not isinstance(raw, dict):
        what, fix = "values is not a section", "write [values] by itself"
        notes.add(("values",), what, "not-a-section", WHY, fix)
        raw = {}
    section = Entry(raw, ("values",), notes, WHY)
    section.only(*_VALUES)
    return section


def _goal(entry: Entry, taken: set[str]) -> Goal | None:
    entry.only(*_KEYS)
    name = entry.id("objective", "first_visit", taken)
    holder, goal = entry.choice("holder", tuple(Holder)), entry.words("goal")
    if not goal:
        entry.note("", "this objective has no goal", "missing", 'write goal = "a sentence"')
    if "holder" not in entry.raw:
        fix = 'write holder = "group", "plan" or "both"'
        entry.note("", "nobody says whose goal this is", "missing", fix)
    direction = entry.choice("direction", tuple(Direction))
    found = Goal(
        name,
        Holder(holder or Holder.GROUP),
        goal,
        measure=entry.words("measure"),
        counts=entry.words("counts"),
        target=_target(entry),
        by=entry.day("by"),
        owner=entry.words("owner"),
        direction=Direction(direction) if direction else None,
        against=entry.names("against"),
        elsewhere=_elsewhere(entry),
        evidence=entry.words("evidence"),
        source=entry.source,
    )
    return found if name and holder and goal else None


def _target(entry: Entry) -> Quantity | None:
    raw = entry.raw.get("target")
    if raw is None:
        return None
    try:
        return quantity.parse(raw if isinstance(raw, str) else "")
    except quantity.NotAQuantity as wrong:
        what = f"target: {wrong.reason}" if isinstance(raw, str) else "target has no unit"
        entry.note("target", what, "not-a-quantity", wrong.fix)
        return None


def _elsewhere(entry: Entry) -> tuple[Elsewhere, ...]:
    found = []
    for one in entries(entry.raw, "elsewhere", entry.notes, WHY, under=entry.path):
        one.only(*_ELSEWHERE)
        contract = one.words("contract")
        if contract:
            found.append(Elsewhere(contract, one.words("counts"), one.flag("same")))
        else:
            fix = 'write contract = "the plan\'s name and the year"'
            one.note("", "nobody says which other contract this is", "missing", fix)
    return tuple(found)


def _check_against(goals: tuple[Goal, ...], notes: Notes) -> None:
    """Note goals that are said to collide with a goal nobody wrote."""
    known = [one.id for one in goals]
    for place, goal in enumerate(goals):
        for name in goal.against:
            if name not in known:
                notes.unknown(("objective", place, "against"), name, known, "objective")
