"""What the group takes into the talks: asks with their prices."""

from collections.abc import Sequence
from dataclasses import dataclass

from fairterms.contract.deal import Deal
from fairterms.decide.ahead import Ahead
from fairterms.decide.preparation import Preparation
from fairterms.negotiate.ask.book import AskBook, draw_up
from fairterms.negotiate.ask.grounds import Grounds
from fairterms.settle.ambiguity import Ambiguities
from fairterms.units.finding import Finding
from fairterms.units.problem import Problem


@dataclass(frozen=True)
class Position:
    """What the group takes into the talks.

    Attributes
    ----------
    asks
        What to ask for, the first to ask for first.
    """

    asks: AskBook


@dataclass(frozen=True)
class Seen:
    """What other rooms found of the text and the terms.

    Attributes
    ----------
    findings
        What the review saw.
    unstated
        Numbers that the contract does not give.
    ambiguities
        What the text leaves open; None where nothing could be settled.
    """

    findings: Sequence[Finding]
    unstated: Sequence[Problem]
    ambiguities: Ambiguities | None


def take(deal: Deal, seen: Seen, ahead: Ahead, preparation: Preparation | None) -> Position:
    """Take a position on a deal.

    Parameters
    ----------
    deal
        The deal.
    seen
        What other rooms found of the text and the terms.
    ahead
        The years that may come.
    preparation
        What the deal takes; None where only the text was reviewed.
    """
    grounds = Grounds(
        deal,
        seen.findings,
        seen.unstated,
        seen.ambiguities,
        ahead.outlook,
        work=_work(preparation) if preparation else {},
    )
    return Position(draw_up(grounds))


def _work(preparation: Preparation) -> dict[str, float]:
    """Add up, for each check, the likely dollars a year of the duties it quotes."""
    found: dict[str, float] = {}
    for duty in preparation.work.duties:
        for check in duty.duty.findings:
            if duty.load is not None:
                found[check] = found.get(check, 0.0) + float(duty.load.dollars.likely)
    return found
