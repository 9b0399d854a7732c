"""The years ahead in a decision: the deal's outlook, or why there is none."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.decide.own_past import past_of
from fairterms.decide.own_records import OwnRecords
from fairterms.decide.rule import YearsAhead
from fairterms.simulate.forecast import declaration_reader
from fairterms.simulate.forecast.declaration import FILE
from fairterms.simulate.forecast.planning import Sample
from fairterms.simulate.outlook import Outlook, look
from fairterms.units.problem import Problem
from fairterms.units.refusal import Refusal

Tell = Callable[[str], None]

SAMPLE = Sample(number=8_192)
"""Years of a decision: enough for its figures, and quick; the verb ``simulate`` draws more."""


@dataclass(frozen=True)
class Ahead:
    """What is known of the years that may come.

    Attributes
    ----------
    outlook
        The outlook; None where there is none.
    why_not
        Why there is none, as sentences for the reader.
    """

    outlook: Outlook | None
    why_not: tuple[str, ...] = ()


NOT_LOOKED = Ahead(None)


def look_ahead(
    deal: Deal,
    contract: Contract,
    records: OwnRecords | None,
    tell: Tell,
    sample: Sample = SAMPLE,
) -> Ahead:
    """Work out a deal's outlook, if it says what its years may bring.

    Parameters
    ----------
    deal, contract
        The deal and its terms.
    records
        What its records say, where they were looked at.
    tell
        Called with a short sentence before each stage.
    sample
        How many years, and from which seed.
    """
    declared = declaration_reader.read(deal.folder)
    if declared is None:
        return Ahead(None, (_NO_FORECAST,))
    if declared.problems:
        return Ahead(None, tuple(_sentence(one) for one in declared.problems))
    assessed = records.results.assessed if records else None
    try:
        past = past_of(deal, contract, declared, assessed, tell)
        return Ahead(look(deal, contract, declared, past, sample, tell))
    except Refusal as refusal:
        return Ahead(None, (refusal.sentences,))


def years_ahead(ahead: Ahead) -> YearsAhead | None:
    """Return what the rule looks at: the worst performance year that could be simulated."""
    if ahead.outlook is None or not ahead.outlook.forecast.years:
        return None
    found = [one.forecast for one in ahead.outlook.forecast.years]
    return YearsAhead(
        min(_cents(one.net_margin.value) for one in found),
        min(_cents(one.worst_years.value) for one in found),
        min(Decimal(1) - _cents(one.loses.value, "0.0001") for one in found),
        tuple(one.period.first.year for one in ahead.outlook.forecast.missing),
    )


def _sentence(problem: Problem) -> str:
    where = f"{FILE}, line {problem.line}" if problem.line else FILE
    return f"{where}: {problem.what} ({problem.fix})."


def _cents(amount: float, tick: str = "0.01") -> Decimal:
    return Decimal(amount).quantize(Decimal(tick))


_NO_FORECAST = (
    f"The deal has no {FILE}: nobody has said how the figures of a year may come out. Copy the one "
    "of examples/cedar and change it."
)
