"""The years a contract is settled by, and the terms in force in one of them."""

from fairterms.contract.clause import Contract
from fairterms.contract.value import show
from fairterms.units.period import Period, calendar_year
from fairterms.units.refusal import Refusal


def performance_years(contract: Contract) -> tuple[Period, ...]:
    """Return the contract's performance years: calendar years, cut to its first and last day."""
    if contract.period.days <= 366:
        return (contract.period,)
    years = range(contract.starts.year, contract.ends.year + 1)
    return tuple(
        Period(
            max(calendar_year(year).first, contract.starts),
            min(calendar_year(year).last, contract.ends),
        )
        for year in years
    )


def whole_period(contract: Contract) -> Period:
    """Return the contract's period when it is at most a year long; refuse to choose otherwise."""
    if contract.period.days <= 366:
        return contract.period
    raise Refusal(
        "the period",
        f"is not named, and the contract runs from {contract.starts} to {contract.ends}",
        "each performance year is settled by itself",
        f"name the year, like --year {contract.starts.year}",
    )


def first_period(contract: Contract) -> Period:
    """Return the first performance year: the calendar year the contract starts in, within it."""
    if contract.period.days <= 366:
        return contract.period
    year = calendar_year(contract.starts.year)
    return Period(max(year.first, contract.starts), min(year.last, contract.ends))


def terms_in_force(contract: Contract, period: Period) -> Contract:
    """Return the contract as it stands on a period's first day; refuse a change inside it."""
    for clause in contract.clauses:
        for term in clause.terms.values():
            for change in term.changes_within(period):
                raise Refusal(
                    f"{clause.id}.{term.name}",
                    f"changes to {show(change.value)} on {change.effective_from}, "
                    "inside the period settled",
                    "the contract does not say which value governs the whole period",
                    "agree on one value for the period, or settle the two parts separately",
                )
    return contract.on(period.first)
