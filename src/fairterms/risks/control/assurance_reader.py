"""Read tests of controls: the blocks ``test`` of ``risks.toml``."""

import re
from collections.abc import Collection, Mapping
from datetime import date

from fairterms.risks.control.control import Control
from fairterms.risks.control.entry import Entry
from fairterms.risks.control.test import ControlTest, Method, Part, Result, Sampled

_KEYS = (
    "id",
    "control",
    "kind",
    "method",
    "population",
    "seed",
    "sample",
    "expected",
    "deviations",
    "tester",
    "approver",
    "valid_from",
    "valid_to",
    "result",
)
_OF_A_SAMPLE = ("population", "seed", "sample", "expected", "deviations")
_PERSONAL = re.compile(r"\d{7,}|@|\b\d{3}-\d{2}-\d{4}\b")
"""What the number of a person or of a claim looks like, and an address (our choice)."""


def read_test(
    entry: Entry, written: Collection[str], controls: Mapping[str, Control], taken: set[str]
) -> ControlTest | None:
    """Read one test; None where something is missing, or where it proves nothing.

    Parameters
    ----------
    entry
        Its block.
    written
        The ids of controls it may name.
    controls
        Those that could be read, by id.
    taken
        Ids in use; its own is added.
    """
    entry.only(_KEYS)
    name, control = entry.id(taken), entry.known("control", written, "control")
    part, result = entry.choice("kind", Part), entry.choice("result", Result)
    methods = _methods(entry)
    tester, approver = entry.words("tester", "auditor"), entry.words("approver", "compliance lead")
    first, last = entry.day("valid_from"), entry.day("valid_to")
    is_sampled = part is Part.OPERATING or any(entry.has(key) for key in _OF_A_SAMPLE)
    sampled = _sampled(entry) if is_sampled else None
    if not (name and control and tester and approver and methods) or (is_sampled and not sampled):
        return None
    if part is None or result is None:
        return None
    period = _period(first, last)
    if period is None:
        return None
    found = entry.build(
        lambda: ControlTest(
            name, control, part, methods, sampled, tester, approver, *period, result
        )
    )
    if found is None or control not in controls:
        return None
    return None if _is_shared(entry, found, controls[control]) else found


def _period(first: date | None, last: date | None) -> tuple[date, date] | None:
    return None if first is None or last is None else (first, last)


def _methods(entry: Entry) -> tuple[Method, ...]:
    raw = entry.raw.get("method")
    named = raw if isinstance(raw, list) else [raw]
    found = [entry.one_of("method", one, Method) for one in named]
    if raw == []:
        entry.refuse("method", "method is missing", 'write method = "inspection"', "missing")
    return tuple(one for one in found if one) if None not in found else ()


def _sampled(entry: Entry) -> Sampled | None:
    population = entry.count("population", "250 claims", least=1)
    expected = entry.count("expected", "0 deviations")
    deviations = entry.count("deviations", "0 deviations")
    items = _items(entry)
    seed = entry.optional_words("seed", "cedar 2027 first quarter")
    if population is None or expected is None or deviations is None or items is None:
        return None
    counts = int(expected.amount), int(deviations.amount)
    return entry.build(lambda: Sampled(int(population.amount), items, seed, *counts))


def _items(entry: Entry) -> tuple[str, ...] | None:
    """Read which items were looked at; empty for all of them."""
    raw = entry.raw.get("sample")
    if raw == "all":
        return ()
    places = raw if isinstance(raw, list) else []
    if not places or not all(isinstance(one, str | int) for one in places):
        what = "sample is missing" if raw is None else "sample is not a list of places"
        fix = 'write sample = "all", or the places looked at: sample = ["4", "17", "31"]'
        entry.refuse("sample", what, fix, "missing" if raw is None else "bad-control")
        return None
    items = tuple(str(one) for one in places)
    if any(_PERSONAL.search(item) for item in items):
        entry.notes.add(
            (*entry.path, "sample"),
            "an item of the sample looks like the number or address of a person or a claim",
            "personal",
            "this file is shared, and nobody's own number belongs in it",
            "write the item's place in the sorted list, such as 17",
        )
        return None
    return items


def _is_shared(entry: Entry, test: ControlTest, control: Control) -> bool:
    shared = test.shared_person(control)
    if shared:
        entry.notes.add(
            entry.path,
            f"the {shared} has a part in the control {control.id} and in its test",
            "not-independent",
            "who tests, who owns or carries out a control, and who approves are three people",
            "let somebody else test or approve; until then the test proves nothing",
        )
    return bool(shared)
