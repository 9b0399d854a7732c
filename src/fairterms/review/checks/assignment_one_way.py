"""Only the group needs consent to hand the agreement on."""

import re
from collections.abc import Iterable, Sequence

from fairterms.review import assignments, endings, places
from fairterms.review.assignments import Clause
from fairterms.review.authorities import AMA_MODEL
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_PLANS = (Side.PLAN, Side.UNNAMED, Side.OTHER)
_MUTUAL_SALE = re.compile(
    r"\b(?:of (?:a|either|any|the other|such) party|either party|each party|the other party|"
    r"assigning party|party's)\b",
    re.IGNORECASE,
)
_EVENTS = re.compile(r"\b(?:transactions?|events?) (?:listed|described|set forth|in|under)", re.I)
_NEXT = 12
"""Passages before a right to end in which the list of sales it refers to may stand."""


def _find(reading: Reading) -> Iterable[Sighting]:
    barred, free = assignments.barred(reading), assignments.free(reading)
    of_group = [c for c in barred if c.side is Side.GROUP]
    of_plan = [c for c in free if c.side in _PLANS and _goes_on(c)]
    shared = [c for c in barred if c.side is Side.BOTH]
    if any(c.side is Side.GROUP for c in free):
        of_plan = []
    found: list[Place] = []
    detail = ""
    if of_group and not shared and not any(c.side is Side.PLAN for c in barred):
        found = [c.place for c in (*of_group, *of_plan)]
        detail = "Only the group needs consent to hand the agreement on."
    elif of_plan and (of_group or shared):
        found = [c.place for c in (*of_plan, *of_group, *shared)]
        detail = "The plan may hand the agreement on without consent; the group may not."
    elif not reading.is_provider_agreement:
        found = _one_of_two(barred, shared)
        detail = "One side alone needs consent to hand the agreement on."
    sold = _ends_on_sale(reading)
    if sold:
        detail = f"{detail} The plan may leave when the group is sold or changes hands.".strip()
    if found or sold:
        yield places.sighting([*found[:1], *sold[:1], *found[1:], *sold[1:]], detail)


def _goes_on(clause: Clause) -> bool:
    """Say whether a freedom is of this agreement, and to hand it to someone else."""
    return re.search(r"\b(?:assign|transfer|novate|delegate)", clause.place.match[0]) is not None


def _one_of_two(barred: Sequence[Clause], shared: Sequence[Clause]) -> list[Place]:
    """Return a bar on one named party, where the text does not tell whose side it is."""
    named = [c for c in barred if c.name and c.side in (Side.PLAN, Side.OTHER)]
    if shared or len({c.name for c in named}) != 1:
        return []
    return [c.place for c in named]


def _ends_on_sale(reading: Reading) -> list[Place]:
    """Return the plan's right to end the agreement because the group is sold."""
    found = []
    for ending in endings.find(reading):
        if ending.side not in (Side.PLAN, Side.UNNAMED) or _MUTUAL_SALE.search(ending.clause):
            continue
        if assignments.names_sale(ending.clause) and reading.parties.names_group(ending.after):
            found.append(ending.whole)
        elif _EVENTS.search(ending.clause):
            listed = _listed_before(reading, ending.place.passage)
            found += [ending.whole, *listed] if listed else []
    return found


def _listed_before(reading: Reading, passage: Passage) -> list[Place]:
    """Return the sales of the group that a list right before a passage names."""
    at = next(n for n, other in enumerate(reading.passages) if other is passage)
    before = reading.passages[max(0, at - _NEXT) : at]
    return [
        place
        for place in assignments.sales_in(before)
        if reading.parties.names_group(place.text) and not _MUTUAL_SALE.search(place.text)
    ]


CHECK = Check(
    id="assignment-one-way",
    title="Assignment and sale",
    detects=(Detects.ONE_SIDED,),
    severity=Severity.MEDIUM,
    theme=Theme.FAIR_DEALING,
    tactics=("take_it_or_leave_it",),
    questions=("gf_q02",),
    lesson="training_5",
    sources=(AMA_MODEL,),
    why=(
        "You chose whom to deal with. If the plan may pass the agreement on and you may not, you "
        "can wake up with another partner, and you cannot sell or merge your practice."
    ),
    asks=("Ask that neither side may assign the agreement without the other's consent.",),
    wording="Neither party may assign this Agreement without the other's written consent.",
    find=_find,
)
