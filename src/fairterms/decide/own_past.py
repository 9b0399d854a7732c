"""What a forecast takes from the group's own records: past rates, and what its patients cost."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.decide.own_records import has_records, judge_targets
from fairterms.outcomes.group_results import declaration_reader
from fairterms.outcomes.group_results.assessment import MeasureAssessment
from fairterms.outcomes.group_results.feeds import loaded
from fairterms.records.engine.connection import Connection
from fairterms.simulate.capacity.observed import from_records
from fairterms.simulate.forecast.declaration import Declaration
from fairterms.simulate.forecast.own_back_test import try_past
from fairterms.simulate.forecast.past import (
    NOTHING_PAST,
    Past,
    known_rates,
    observed_cost,
    whole_years,
    yearly_cost,
)
from fairterms.simulate.forecast.past_years import YearlyCost
from fairterms.units.period import Period, calendar_year

Tell = Callable[[str], None]


def past_of(
    deal: Deal,
    contract: Contract,
    declared: Declaration,
    assessed: Iterable[MeasureAssessment] | None = None,
    tell: Tell = lambda _: None,
) -> Past:
    """Return what the forecast asks of the records, and nothing more.

    Parameters
    ----------
    deal, contract
        The deal and its terms.
    declared
        What forecast.toml says.
    assessed
        The measures, where the records were already looked at; None to look now.
    tell
        Called with a short sentence before each stage.

    Returns
    -------
    Past
        Empty where the deal holds no records, or outcomes.toml is missing or has problems.
    """
    outcomes = declaration_reader.read(deal.folder)
    if outcomes is None or outcomes.problems or not has_records(deal):
        return NOTHING_PAST
    wants_rates = any(one.from_records for one in declared.measures)
    wants_cost = any(one.cost is not None and one.cost.is_observed for one in declared.patients)
    if wants_rates and assessed is None:
        assessed, _ = judge_targets(deal, contract, outcomes, tell)
    judged = tuple(assessed or ())
    rates = known_rates(judged) if wants_rates else {}
    has_cost = any(one.cost is not None for one in declared.patients)
    if not has_cost and declared.capacity is None:
        return Past(rates=rates, back_test=try_past(judged, (), declared))
    with loaded(deal.folder, outcomes.reached, tell=tell) as records:
        connection = records.store.connection
        cost = observed_cost(connection, last_whole_year(outcomes.reached)) if wants_cost else None
        access = from_records(connection) if declared.capacity is not None else None
        costs = _costs(connection, outcomes.reached) if has_cost else ()
    return Past(cost, rates, access, try_past(judged, costs, declared))


def _costs(connection: Connection, reached: date) -> Sequence[YearlyCost]:
    last = last_whole_year(reached).first.year
    return yearly_cost(connection, whole_years(connection, last))


def last_whole_year(reached: date) -> Period:
    """Return the last calendar year that records which reach a day hold in full.

    Examples
    --------
    >>> str(last_whole_year(date(2026, 12, 31))), str(last_whole_year(date(2026, 12, 30)))
    ('2026-01-01 to 2026-12-31', '2025-01-01 to 2025-12-31')
    """
    is_whole = (reached.month, reached.day) == (12, 31)
    return calendar_year(reached.year if is_whole else reached.year - 1)
