"""The duties that the contract's text makes, each once however often it is said."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from fairterms.document import numbers
from fairterms.prepare.cost_to_comply import frequency, place, sighting
from fairterms.prepare.cost_to_comply.duty import Duty
from fairterms.prepare.cost_to_comply.frequency import Frequency
from fairterms.prepare.cost_to_comply.kind import KINDS, Family, Role, Trigger
from fairterms.prepare.cost_to_comply.sighting import Sighting
from fairterms.review.context import Reading

_POST = re.compile(
    r"(?P<number>\w+|\d+)(?: \((?P<digits>\d+(?:\.\d+)?)\))? full[- ]time(?:[- ]equivalents?)? "
    r"(?P<what>[a-z][a-z -]{2,40}?)(?= during| and | to |,|;|\.|$)",
    re.IGNORECASE,
)
_REPRESENTATIVES = re.compile(
    r"\b(?P<number>\w+)(?: \((?P<digits>\d+)\))? (?:representatives|delegates|participants)\b", re.I
)
_WITH_A_FILE = re.compile(
    r"\bwith (?:the|each|every|its next) (?:[\w-]+ ){0,2}(?:file|report|delivery|submission)\b",
    re.IGNORECASE,
)
_FALLS_DUE = re.compile(
    r"\b(?:files?|reports?|results|submissions?) (?:is|are) due\b", re.IGNORECASE
)
_FIRST = (Trigger.GROUP_MAY, Trigger.OWED, Trigger.PLAN_MAY)
"""Of several sorts of sentence, the one that a duty is known by."""
_ROLES = {"analyst": Role.ANALYST, "coordinator": Role.COORDINATOR, "manager": Role.MANAGER}


@dataclass
class _Group:
    """Places that demand the same work."""

    kind_name: str
    seen: list[Sighting] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All the clauses together."""
        return " ".join(found.place.words for found in self.seen)

    @property
    def frequency(self) -> Frequency:
        """The first clause that fixes how often; else the first that says anything of it."""
        read = [found.frequency for found in self.seen]
        fixed = [one for one in read if one.times is not None]
        events = [one for one in read if one.words != "not stated"]
        return [*fixed, *events, *read][0]


def find(reading: Reading) -> tuple[Duty, ...]:
    """Find the duties of an agreement's text, in the order of the documents.

    Notes
    -----
    Work of a kind of which there is but one (insurance, a portal) is one duty with several places.
    Other work is one duty for each section, but for a clause that only points to another.
    Giving care, filing claims, keeping a secret and obeying the law are not counted.
    """
    groups: dict[tuple[str, str], _Group] = {}
    for found in sighting.find(reading):
        name = found.kind_name
        key = (name, "" if KINDS[name].is_one else found.place.section)
        groups.setdefault(key, _Group(name)).seen.append(found)
    taken: set[str] = set()
    return tuple(
        duty for group in _joined(tuple(groups.values())) for duty in _duties(reading, group, taken)
    )


def _joined(groups: Sequence[_Group]) -> Iterator[_Group]:
    """Join what only points elsewhere to what it points to."""
    gone: list[_Group] = []
    for group in groups:
        others = [one for one in groups if one is not group and one.kind_name == group.kind_name]
        target = _pointed_to(group, [one for one in others if one not in gone])
        if target is not None:
            target.seen.extend(group.seen)
            gone.append(group)
    yield from (group for group in groups if group not in gone)


def _pointed_to(group: _Group, others: Sequence[_Group]) -> _Group | None:
    """Return the group of which this one says only that it is to be done."""
    if group.frequency.times is not None or KINDS[group.kind_name].is_one:
        return None
    named, tables = place.numbers_in(group.words), place.tables_in(group.words)
    for other in others:
        if any(place.is_named(found.place.section, named) for found in other.seen):
            return other
        if tables & place.tables_in(other.words):
            return other
    regular = [other for other in others if other.frequency.times is not None]
    is_said_again = all(found.is_row for found in group.seen) or _WITH_A_FILE.search(group.words)
    return regular[0] if regular and is_said_again else None


def _duties(reading: Reading, group: _Group, taken: set[str]) -> Iterator[Duty]:
    duty = _duty(reading, group)
    posts = _POST.finditer(group.words) if group.kind_name == "full_time_staff" else ()
    several = [_with_post(duty, match) for match in posts]
    for one in several or [duty]:
        yield replace(one, id=_free(_id_of(one), taken))


def _duty(reading: Reading, group: _Group) -> Duty:
    kind = KINDS[group.kind_name]
    found = group.frequency
    if kind.family is Family.REPORTING and not found.due:
        found = replace(found, due=_due_nearby(reading, group.seen[0]))
    triggers = [seen.trigger for seen in group.seen]
    return Duty(
        id="",
        kind=kind,
        kind_name=group.kind_name,
        what=kind.title,
        places=tuple(dict.fromkeys(seen.place for seen in group.seen)),
        trigger=min(triggers, key=_FIRST.index),
        frequency=found,
        is_shared=all(seen.is_shared for seen in group.seen),
        people=_counted(_REPRESENTATIVES.search(group.words)),
    )


def _with_post(duty: Duty, match: "re.Match[str]") -> Duty:
    """Return the duty to fill the posts one phrase names: "three full-time coordinators"."""
    what = " ".join(match["what"].split())
    role = next((role for word, role in _ROLES.items() if word in what.lower()), None)
    posts = _counted(match) or Decimal(1)
    return replace(duty, what=f"{posts} full-time {what}", posts=posts, role=role)


def _counted(match: "re.Match[str] | None") -> Decimal | None:
    """Read a number written as "three (3)", "3" or "three"; None where there is none."""
    if match is None:
        return None
    said = match["digits"] or match["number"]
    if said.replace(".", "").isdigit():
        return Decimal(said)
    return numbers.in_words(said) or None


def _due_nearby(reading: Reading, found: Sighting) -> str:
    """Return the time allowed as another sentence of the same section says."""
    start, name = found.place.quote.start, found.place.quote.document
    around = [
        passage
        for passage in reading.passages
        if passage.document.name == name and passage.sentence.end > start
    ]
    for passage in reading.same_section(around[0]) if around else ():
        if _FALLS_DUE.search(passage.text):
            return frequency.read(passage.text).due
    return ""


def _id_of(duty: Duty) -> str:
    """Return a name such as ``report_files_c_1``; one that is one of its kind needs no section."""
    role = f"_{duty.role.value}" if duty.role else ""
    if duty.kind.is_one:
        return f"{duty.kind_name}{role}"
    section = re.sub(r"[^a-z0-9]+", "_", _short(duty.section).lower()).strip("_")
    return f"{duty.kind_name}_{section}{role}"


def _short(section: str) -> str:
    return section.rpartition(", ")[2] or section


def _free(wanted: str, taken: set[str]) -> str:
    names: Iterable[str] = (wanted, *(f"{wanted}_{number}" for number in range(2, 100)))
    name = next(name for name in names if name not in taken)
    taken.add(name)
    return name
