"""What the group takes into the talks: asks with their prices, and risks with their losses."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.correspondence.log import Log
from fairterms.correspondence.reader import read as read_log
from fairterms.decide.ahead import Ahead
from fairterms.decide.contract_losses import contract_losses
from fairterms.decide.own_criteria import own_criteria
from fairterms.decide.own_records import OwnRecords
from fairterms.decide.preparation import Preparation
from fairterms.decide.risk_study import RiskStudy, study_risks
from fairterms.decide.trades import Trades, work_out
from fairterms.negotiate.ask.book import AskBook, draw_up
from fairterms.negotiate.ask.grounds import USUAL_WEIGHT, Grounds
from fairterms.negotiate.positions.position import Positions
from fairterms.negotiate.positions.reader import read as read_positions
from fairterms.settle.ambiguity import Ambiguities
from fairterms.units.finding import Finding
from fairterms.units.problem import Problem

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Position:
    """What the group takes into the talks.

    Attributes
    ----------
    asks
        What to ask for, the first to ask for first.
    risks
        What may go wrong, and what it may cost.
    trades
        What may be traded, or why that is not known.
    log
        What was said in the talks; None where no log is kept.
    """

    asks: AskBook
    risks: RiskStudy
    trades: Trades
    log: Log | None = None


@dataclass(frozen=True)
class Seen:
    """What other rooms found of the text and the terms.

    Attributes
    ----------
    contract
        The terms.
    findings
        What the review saw.
    unstated
        Numbers that the contract does not give.
    ambiguities
        What the text leaves open; None where nothing could be settled.
    """

    contract: Contract
    findings: Sequence[Finding]
    unstated: Sequence[Problem]
    ambiguities: Ambiguities | None


@dataclass(frozen=True)
class Known:
    """What is known beside the text: the years ahead, the records, what the deal takes.

    Attributes
    ----------
    ahead
        The years that may come.
    records
        What the group's records say, where they were looked at.
    preparation
        What the deal takes; None where only the text was reviewed.
    """

    ahead: Ahead
    records: OwnRecords | None
    preparation: Preparation | None


def take(deal: Deal, seen: Seen, known: Known, on: date, tell: Tell) -> Position:
    """Take a position on a deal.

    Parameters
    ----------
    deal
        The deal.
    seen
        What other rooms found of the text and the terms.
    known
        What is known beside the text.
    on
        The day on which it is taken.
    tell
        Called with a short sentence before each stage.
    """
    positions = read_positions(deal.folder)
    tell("Pricing what to ask for")
    grounds = Grounds(
        deal,
        seen.findings,
        seen.unstated,
        seen.ambiguities,
        known.ahead.outlook,
        work=_work(known.preparation) if known.preparation else {},
        own=own_criteria(known.records),
        weight=_weight(positions),
    )
    asks = draw_up(grounds)
    tell("Appraising the risks")
    losses = contract_losses(known.ahead, grounds.pricer)
    risks = study_risks(deal, seen.contract, seen.findings, losses, on)
    trades = work_out(deal, positions, known.ahead, tell)
    return Position(asks, risks, trades, read_log(deal.folder, on))


def _weight(positions: Positions | None) -> float:
    """Return how much bad years count: what the group says, else the usual weight."""
    said = positions.appetite_weight if positions else None
    return USUAL_WEIGHT if said is None else float(said)


def _work(preparation: Preparation) -> dict[str, float]:
    """Add up, for each check, the likely dollars a year of the duties it quotes."""
    found: dict[str, float] = {}
    for duty in preparation.work.duties:
        for check in duty.duty.findings:
            if duty.load is not None:
                found[check] = found.get(check, 0.0) + float(duty.load.dollars.likely)
    return found
