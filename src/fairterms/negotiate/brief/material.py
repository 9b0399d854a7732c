"""What a brief is made of: the answer, the figures, the asks, and what other rooms know."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from fairterms.correspondence.log import Log
from fairterms.negotiate.ask.book import AskBook
from fairterms.publish.blocks import Block
from fairterms.review.scorecard import Line
from fairterms.review.tactics import Signs
from fairterms.simulate.drivers.outcome import Outcome
from fairterms.units.finding import QuoteEvidence
from fairterms.units.problem import Problem


@dataclass(frozen=True)
class Years:
    """What the simulated years of the riskiest performance year leave the group.

    Attributes
    ----------
    year
        The calendar year in which it begins.
    outcome
        Net margin after the work: the mean and the mean of the worst 5 %, in dollars a year, and
        the chance of a loss, from 0 to 1.
    """

    year: int
    outcome: Outcome


@dataclass(frozen=True, kw_only=True)
class Material:
    """Everything a brief is made of.

    Attributes
    ----------
    deal, group, plan
        Names.
    command
        The deal as the reader would name it on the command line.
    on_the_table
        What is offered, in one or two sentences.
    answer
        Sign, negotiate or walk away, in words.
    reasons
        Why, the strongest first; sentences.
    asks
        What to ask for.
    years
        The simulated years; None where nobody said what a year may bring.
    where_to_stop
        The group's own limits, as sentences.
    who_agrees
        Who may agree to what, as sentences.
    trades
        The section on trades, with its heading; empty where none were studied.
    suggestions
        Trades to suggest, the best first, as sentences.
    log
        The log of the talks; None where none is kept.
    missing
        Documents the contract binds the group to and that are not at hand.
    unstated
        Numbers that the contract does not give.
    good_faith
        The good-faith questions whose answer is not clear.
    signs
        Signs of the seven tactics, the most signs first.
    leverage
        What gives the group weight; a section with its heading, or nothing.
    places
        Where the words of a finding stand, as one would cite it: "Section 4.2".
    identity
        Names and hashes of what the brief was made from.
    """

    deal: str
    group: str
    plan: str
    command: str
    on_the_table: tuple[str, ...]
    answer: str
    reasons: tuple[str, ...]
    asks: AskBook
    years: Years | None = None
    where_to_stop: tuple[str, ...] = ()
    who_agrees: tuple[str, ...] = ()
    trades: tuple[Block, ...] = ()
    suggestions: tuple[str, ...] = ()
    log: Log | None = None
    missing: tuple[str, ...] = ()
    unstated: tuple[Problem, ...] = ()
    good_faith: tuple[Line, ...] = ()
    signs: tuple[Signs, ...] = ()
    leverage: tuple[Block, ...] = ()
    places: Mapping[QuoteEvidence, str] = field(default_factory=lambda: MappingProxyType({}))
    identity: tuple[tuple[str, str], ...] = ()
