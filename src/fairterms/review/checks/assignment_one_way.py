"""Only the group needs consent to hand the agreement on."""

import re
from collections.abc import Iterable, Sequence

from fairterms.review import assignments, endings, places
from fairterms.review.assignments import Clause
from fairterms.review.authorities import AMA_MODEL
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_PLANS = (Side.PLAN, Side.UNNAMED, Side.OTHER)
_MUTUAL_SALE = re.compile(
    r"\b(?:of (?:a|either|any|the other|such) party|either party|each party|the other party|"
    r"assigning party|party's)\b",
    re.IGNORECASE,
)
_NEXT = 12
"""Passages after a list of sales in which the right to end because of one may stand."""


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
    sold = [p for p in assignments.sales(reading) if not _MUTUAL_SALE.search(p.text)]
    if not sold:
        return []
    rights = [e for e in endings.find(reading) if e.side in (Side.PLAN, Side.UNNAMED)]
    order = {id(passage): place for place, passage in enumerate(reading.passages)}
    found = []
    for ending in rights:
        at = order[id(ending.place.passage)]
        near = [p for p in sold if 0 <= at - order[id(p.passage)] <= _NEXT]
        named = [p for p in near if reading.parties.names_group(p.text)]
        speaks = assignments.names_sale(ending.clause) or "transaction" in ending.clause
        if named and speaks:
            found += [ending.whole, *(p for p in named if p.passage is not ending.place.passage)]
    return found


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
