"""What other rooms found, for the asks: findings, years ahead, work, open readings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from fairterms.contract.deal import Deal
from fairterms.negotiate.ask.pricer import Pricer
from fairterms.settle.ambiguity import Ambiguities
from fairterms.simulate.outlook import Outlook
from fairterms.units.finding import Finding
from fairterms.units.problem import Problem

USUAL_WEIGHT = 0.25
"""How much the worst 5 % of years count where the group does not say; our choice."""


@dataclass(frozen=True)
class Grounds:
    """What asks rest on.

    Attributes
    ----------
    deal
        The deal.
    findings
        What the review saw.
    unstated
        Numbers that the contract does not give.
    ambiguities
        What the text leaves open, priced; None where nothing could be settled.
    outlook
        The years ahead; None where nobody says how a year may come out.
    work
        Check to the dollars a year of the work it speaks of.
    own
        Check to what the group's own records say of it, as sentences.
    weight
        How much the worst 5 % of years count, from 0 to 1.
    """

    deal: Deal
    findings: Sequence[Finding]
    unstated: Sequence[Problem] = ()
    ambiguities: Ambiguities | None = None
    outlook: Outlook | None = None
    work: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    own: Mapping[str, Sequence[str]] = field(default_factory=lambda: MappingProxyType({}))
    weight: float = USUAL_WEIGHT

    @property
    def must_haves(self) -> tuple[str, ...]:
        """The checks that must be clear before the group signs."""
        return self.deal.appetite.must_haves if self.deal.appetite else ()

    @cached_property
    def pricer(self) -> Pricer | None:
        """What prices asks; None where there is no year to price them on."""
        year = self.outlook.forecast.riskiest if self.outlook else None
        if self.outlook is None or year is None:
            return None
        return Pricer(self.deal, year, self.outlook.forecast.declared.neutrals)
