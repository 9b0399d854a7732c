"""What the contract's own text shows of who does what: duties, promises of the plan, a table."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fairterms.contract.deal import Deal
from fairterms.document.document import Document
from fairterms.prepare.cost_to_comply.compliance_cost import ComplianceCost
from fairterms.prepare.cost_to_comply.costed_duty import CostedDuty
from fairterms.prepare.cost_to_comply.kind import Trigger
from fairterms.prepare.responsibilities.task import Task, Who
from fairterms.prepare.responsibilities.tasks import TASKS
from fairterms.review.context import Reading
from fairterms.review.features import Features
from fairterms.review.parties import Side
from fairterms.review.passages import Passage

_VERB = re.compile(r"\b(?:shall|must|will|agrees? to)\b(?! (?:not|pay)\b)")
"""A promise to do; to pay is no work."""
_ENDS = re.compile(r"\b(?:shall|must|will|agrees? to|may)\b|;")
_UNPAID = re.compile(
    r"\bat (?:its|their|his|her|the group's) own (?:cost|expense)|\bwithout (?:extra )?charge\b|"
    r"\bbears? its own costs?\b|\bfree of charge\b",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\bwho (?:does|performs|carries)\b.*\bwho (?:pays|funds)\b", re.IGNORECASE)
_DOTTED = re.compile(r"\d+(?:\.\d+)+")
_LONGEST_TABLE = 80
"""Lines after its head in which a table's rows are looked for."""
_CELLS = 3
"""Lines of one row, where its first cell is broken."""


@dataclass(frozen=True)
class Shown:
    """What the text shows of one task.

    Attributes
    ----------
    does, pays
        Who; None where the text does not say.
    where
        The section, as one would cite it.
    words
        The sentence or row, on one line.
    is_table
        Whether a table that divides tasks says it, which is plainer than a sentence.
    """

    does: Who | None
    pays: Who | None
    where: str
    words: str
    is_table: bool = False


def look(
    deal: Deal, documents: Sequence[Document], work: ComplianceCost | None
) -> Mapping[str, Shown]:
    """Find what the text shows of each task of the list.

    Parameters
    ----------
    deal
        Names the parties as the text calls them.
    documents
        The contract's documents; none where no text was read.
    work
        The duties found in the text; None leaves them out.

    Returns
    -------
    Mapping
        By the task's name. A table that divides tasks is believed first. Where sentences give a
        task to each side, both do it.

    Notes
    -----
    A sentence says who does a task. Who pays is taken only from a table, or from words such as
    "at its own expense"; the fee for a service is no such word.
    """
    in_tables = dict(_of_tables(deal, documents))
    ours = dict(_of_duties(work)) if work else {}
    plans = dict(_of_plan(documents))
    found: dict[str, Shown] = {}
    for name in TASKS:
        one = in_tables.get(name) or _together(ours.get(name), plans.get(name))
        if one is not None:
            found[name] = one
    return found


def _together(ours: Shown | None, plans: Shown | None) -> Shown | None:
    if ours is None or plans is None:
        return ours or plans
    pays = ours.pays if ours.pays == plans.pays else None
    return Shown(Who.BOTH, pays, f"{ours.where}; {plans.where}", f"{ours.words} {plans.words}")


def _of_duties(work: ComplianceCost) -> Iterator[tuple[str, Shown]]:
    """Give what the group owes; the first place of each task."""
    for task in TASKS.values():
        owed = [one for one in work.duties if _is_owed(one, task)]
        if owed:
            # A sentence that says who pays tells more than one that does not.
            first = next((one for one in owed if _UNPAID.search(_clause(one))), owed[0])
            clause = _clause(first)
            pays = Who.GROUP if _UNPAID.search(clause) else None
            does = Who.BOTH if first.duty.is_shared else Who.GROUP
            yield task.id, Shown(does, pays, first.duty.section, clause)


def _is_owed(one: CostedDuty, task: Task) -> bool:
    duty = one.duty
    return (
        duty.kind_name in task.duties and bool(duty.places) and duty.trigger is not Trigger.PLAN_MAY
    )


def _clause(one: CostedDuty) -> str:
    return one.duty.places[0].words


def _of_plan(documents: Sequence[Document]) -> Iterator[tuple[str, Shown]]:
    """Give what the plan promises; the first sentence of each task."""
    reading = Reading(tuple(documents), Features())
    seen: set[str] = set()
    for passage in reading.passages:
        for clause in _plan_clauses(reading, passage):
            for task in TASKS.values():
                if task.id not in seen and task.is_in(clause):
                    seen.add(task.id)
                    pays = Who.PLAN if _UNPAID.search(clause) else None
                    where = _section(passage.document, passage.sentence.start)
                    yield task.id, Shown(Who.PLAN, pays, where, clause)


def _plan_clauses(reading: Reading, passage: Passage) -> Iterator[str]:
    """Cut a sentence into the parts that a verb of the plan rules."""
    text = passage.text
    for verb in _VERB.finditer(text):
        if reading.parties.subject(text, verb.start()) is Side.PLAN:
            end = _ENDS.search(text, verb.end())
            yield text[verb.start() : end.start() if end else len(text)].strip()


def _section(document: Document, offset: int) -> str:
    """Cite a place; a dotted number of its own needs no exhibit before it."""
    where = document.locator(offset)
    own = where.rpartition(", ")[2]
    return own if _DOTTED.fullmatch(own) else where


def _of_tables(deal: Deal, documents: Sequence[Document]) -> Iterator[tuple[str, Shown]]:
    """Give the rows of a table of who does what and who pays."""
    sides = dict.fromkeys(("Group", "Provider", *deal.group.called), Who.GROUP)
    sides |= dict.fromkeys(("Plan", "Payer", *deal.plan.called), Who.PLAN)
    party = "|".join(sorted(map(re.escape, sides), key=len, reverse=True))
    row = re.compile(
        rf"^(?P<task>.+?)[\s|]+(?P<does>{party})[\s|]+(?P<pays>{party})\b(?=[,.]|\s|$)"
    )
    seen: set[str] = set()
    for document in documents:
        for where, line in _rows(document):
            match = row.match(line)
            task = _task_of(match["task"]) if match else None
            if match is None or task is None or task.id in seen:
                continue
            seen.add(task.id)
            does, pays = sides[match["does"]], sides[match["pays"]]
            yield task.id, Shown(does, pays, where, " ".join(line.split()), is_table=True)


def _task_of(cell: str) -> Task | None:
    return next((task for task in TASKS.values() if task.is_in(cell)), None)


def _rows(document: Document) -> Iterator[tuple[str, str]]:
    """Give each line under a table's head with those before it that belong to no row."""
    lines = document.text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    for place, line in enumerate(lines):
        if not _HEAD.search(line):
            continue
        where = document.locator(starts[place])
        waiting: list[str] = []
        for later in lines[place + 1 : place + 1 + _LONGEST_TABLE]:
            waiting = [*waiting[-(_CELLS - 1) :], later.strip()]
            for first in range(len(waiting)):
                # The shortest row that a task's name fits is the row; the rest was another's.
                yield where, " ".join(waiting[len(waiting) - 1 - first :])
