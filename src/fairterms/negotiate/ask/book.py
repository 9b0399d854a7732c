"""The book of asks: everything to ask for, in the order in which to ask."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from fairterms.negotiate.ask.ask import Ask
from fairterms.negotiate.ask.clause_asks import clause_asks
from fairterms.negotiate.ask.finding_asks import finding_asks
from fairterms.negotiate.ask.grounds import Grounds
from fairterms.negotiate.ask.text_asks import number_asks, reading_asks
from fairterms.units.finding import Finding, Status


@dataclass(frozen=True)
class AskBook:
    """Everything to ask for.

    Attributes
    ----------
    asks
        The first to ask for first.
    questions
        What could not be told from the text: to be asked before anything is bargained over.
    weight
        How much the worst 5 % of years count in the order, from 0 to 1.
    """

    asks: tuple[Ask, ...]
    questions: tuple[Finding, ...]
    weight: float

    @property
    def must_haves(self) -> tuple[Ask, ...]:
        """The asks without which the group does not sign."""
        return tuple(one for one in self.asks if one.is_must_have)

    def find(self, name: str) -> Ask | None:
        """Return the ask of an id; None where there is none."""
        return next((one for one in self.asks if one.id == name), None)


def draw_up(grounds: Grounds) -> AskBook:
    """Draw up the asks of a deal.

    Parameters
    ----------
    grounds
        What other rooms found.
    """
    drivers = grounds.outlook.drivers if grounds.outlook else None
    crossings = drivers.break_evens if drivers else None
    from_findings = finding_asks(grounds)
    # A clause that a finding already asks to strike is not asked for twice.
    taken = {name for one in from_findings for name in one.price.struck}
    priced = clause_asks(grounds.pricer, crossings) if grounds.pricer else ()
    from_clauses = [one for one in priced if one.id not in taken]
    found = [
        *number_asks(grounds),
        *from_findings,
        *reading_asks(grounds),
        *from_clauses,
    ]
    ordered = sorted(_once(found), key=lambda one: one.rank(grounds.weight))
    unclear = tuple(one for one in grounds.findings if one.status is Status.UNCLEAR)
    return AskBook(tuple(ordered), unclear, grounds.weight)


def _once(asks: Iterable[Ask]) -> list[Ask]:
    """Return the asks with ids of their own: the second of an id becomes ``id-2``."""
    taken: Counter[str] = Counter()
    found = []
    for one in asks:
        taken[one.id] += 1
        number = taken[one.id]
        found.append(one if number == 1 else replace(one, id=f"{one.id}-{number}"))
    return found
