"""Another attribution list: member-months of an earlier list, or of another count in the terms."""

from collections.abc import Iterator

from fairterms.reconcile.hypothesis import Family, Ground, Proposal
from fairterms.units.quantity import Kind, Quantity

COUNTED = ("member-month", "member", "patient")
"""What an attribution list counts."""


def propose(ground: Ground) -> Iterator[Proposal]:
    """Propose the counts of other lists, and the terms' other counts of the same sort."""
    counts = {name: found for name in ground.survey.wanted if (found := _count(ground, name))}
    for name, others in ground.alternatives.items():
        for other in others:
            if name in counts and other.value.unit == counts[name].unit:
                sentence = f"{name} is {other.value}, taken from {other.words}"
                yield Proposal(f"{name} {other.words}", sentence, figures={name: other.value})
    for name, found in counts.items():
        for source, value in counts.items():
            if source != name and _is_alike(found, value):
                sentence = f"{name} is taken from {source} ({value} instead of {found})"
                yield Proposal(f"{name} from {source}", sentence, figures={name: value})


def _count(ground: Ground, name: str) -> Quantity | None:
    found = ground.quantity(name)
    is_count = found is not None and found.unit.kind is Kind.COUNT and found.unit.noun in COUNTED
    return found if is_count else None


def _is_alike(found: Quantity, other: Quantity) -> bool:
    """Say whether two counts could be of one list: member-months, neither twice the other.

    Patients of two measures are not one list, nor are members found later and all members.
    """
    if found.unit != other.unit or found.unit.noun != COUNTED[0]:
        return False
    fewer, more = sorted((found.amount, other.amount))
    return fewer > 0 and more < 2 * fewer


FAMILY = Family("Another attribution list", propose)
