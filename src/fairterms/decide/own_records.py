"""The group's own records beside the contract: its targets, priced, and what the records say."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.outcomes.group_results.assessment import AskedTarget
from fairterms.outcomes.group_results.declaration import Declaration
from fairterms.outcomes.group_results.feeds import files, loaded
from fairterms.outcomes.group_results.results import Results, gather
from fairterms.outcomes.targets.target import Direction, Target
from fairterms.settle.rate_price import RatePrice, measures_of, price_rate
from fairterms.settle.settlement import first_period
from fairterms.units.refusal import Refusal


def price_measures(deal: Deal, contract: Contract) -> Mapping[str, RatePrice]:
    """Price every measure the expected scenario gives a rate for, in the first performance year.

    Returns
    -------
    Mapping
        By measure; one whose scenario cannot be settled is left out.
    """
    expected = next((one for one in deal.scenarios if one.role == "expected"), None)
    if expected is None:
        return {}
    found = {}
    for measure in measures_of(expected):
        try:
            found[measure] = price_rate(contract, expected, first_period(contract), measure)
        except Refusal:
            continue
    return found


def targets_of(price: RatePrice) -> tuple[AskedTarget, ...]:
    """Turn the rates at which money jumps into targets, from the lowest to the highest."""
    return tuple(
        AskedTarget(
            Target(float(jump.rate), Direction.AT_LEAST if jump.is_at_least else Direction.AT_MOST),
            jump.dollars,
        )
        for jump in price.jumps
    )


def has_records(deal: Deal) -> bool:
    """Say whether the deal's folder holds records."""
    return bool(files(deal.folder))


@contextmanager
def opened(
    deal: Deal,
    contract: Contract,
    declaration: Declaration,
    tell: Callable[[str], None] = lambda _: None,
) -> Iterator[Results]:
    """Load a deal's records and work out what they say, for as long as the block lasts.

    Parameters
    ----------
    deal, contract
        The deal, and its terms.
    declaration
        What outcomes.toml says, without problems.
    tell
        Called with a short sentence before each stage.
    """
    tell("Pricing the measures")
    prices = price_measures(deal, contract)
    targets = {name: targets_of(price) for name, price in prices.items()}
    with loaded(deal.folder, declaration.reached, tell=tell) as records:
        yield gather(deal.folder, declaration, records, targets, tell)
