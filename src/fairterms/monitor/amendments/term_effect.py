"""What a change moves in the settlement: the same figures settled before it and after it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet
from fairterms.contract.performance_year import performance_years
from fairterms.contract.value import show
from fairterms.monitor.amendments.change import Change
from fairterms.settle.settlement import settle
from fairterms.units.period import Period
from fairterms.units.quantity import Kind, Quantity
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Effect:
    """What one change moves in one year of one scenario.

    Attributes
    ----------
    change
        The change.
    year
        The performance year.
    scenario
        The title of the scenario.
    before, after
        What the plan pays the group, in dollars, negative when the group owes; None where the
        year cannot be settled.
    why_not
        Why it cannot; empty where it can.
    is_whole_year
        Whether the change applies from the first day of the year. Where it begins later, the
        contract does not say which value governs: it is settled as if the change did.
    """

    change: Change
    year: Period
    scenario: str
    before: Decimal | None
    after: Decimal | None
    why_not: str = ""
    is_whole_year: bool = True

    @property
    def difference(self) -> Decimal | None:
        """Dollars the group gains, or loses below 0; None where the year cannot be settled."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


def effects(
    contract: Contract, change: Change, scenarios: Sequence[FigureSet]
) -> tuple[Effect, ...]:
    """Settle every scenario before and after a change, in every year it reaches.

    Parameters
    ----------
    contract
        Terms without problems.
    change
        A change of terms, or one of a benefit that says which figures move.
    scenarios
        Figures of a year.

    Returns
    -------
    tuple of Effect
        By year, then in the order of the scenarios; empty where the change moves no term and no
        figure.
    """
    if not change.terms and not (change.benefit and change.benefit.figures):
        return ()
    years = (year for year in performance_years(contract) if year.last >= change.effective)
    return tuple(_effect(contract, change, year, one) for year in years for one in scenarios)


def _effect(contract: Contract, change: Change, year: Period, scenario: FigureSet) -> Effect:
    is_whole = change.effective <= year.first
    try:
        old, new = _contracts(contract, change, year)
        before = settle(old, scenario, year).payable
        after = settle(new, _moved(scenario, change), year).payable
    except Refusal as refusal:
        why = refusal.sentences
        return Effect(change, year, scenario.title, None, None, why, is_whole)
    return Effect(change, year, scenario.title, before, after, "", is_whole)


def _contracts(contract: Contract, change: Change, year: Period) -> tuple[Contract, Contract]:
    """Return the contract with the old values and with the new ones, for one year."""
    old = new = contract
    for one in change.terms:
        clause = contract.clause(one.clause)
        in_force = clause.terms[one.term].on(year.first)
        if in_force is None or in_force.value not in (one.old, one.new):
            stands = show(in_force.value) if in_force else "no value"
            raise Refusal(
                one.name,
                f"has {stands} in {year.first.year}, which the change does not name",
                "the change may mean that year too, or may not",
                f"ask which value applies in {year.first.year}, and write a change of its own",
            )
        old = old.replacing(old.clause(one.clause).with_value(one.term, one.old))
        new = new.replacing(new.clause(one.clause).with_value(one.term, one.new))
    return old, new


def _moved(scenario: FigureSet, change: Change) -> FigureSet:
    """Return the scenario with the figures a change of a benefit moves."""
    shares = change.benefit.figures if change.benefit else {}
    values = dict(scenario.values)
    for name, share in shares.items():
        found = values.get(name)
        if found is None:
            raise Refusal(
                name,
                "is not a figure of the scenario",
                "the change of the benefit is said to move it",
                f"name a figure of {scenario.file or 'the scenario'} in amendments.toml",
            )
        items = found if isinstance(found, tuple) else (found,)
        moved = tuple(_scaled(item, share) for item in items)
        values[name] = moved if isinstance(found, tuple) else moved[0]
    return replace(scenario, values=values)


def _scaled(item: Quantity, share: Decimal) -> Quantity:
    """Return a quantity changed by a share: dollars to the cent, counts to the whole."""
    amount = item.amount * (1 + share)
    places = {Kind.MONEY: Decimal("0.01"), Kind.COUNT: Decimal(1)}.get(item.unit.kind)
    return item.with_amount(amount.quantize(places, ROUND_HALF_UP) if places else amount)


def priced(
    contract: Contract, changes: Sequence[Change], scenarios: Sequence[FigureSet]
) -> tuple[Effect, ...]:
    """Settle every scenario before and after each of several changes, each by itself."""
    return tuple(_all(contract, changes, scenarios))


def _all(
    contract: Contract, changes: Sequence[Change], scenarios: Sequence[FigureSet]
) -> Iterator[Effect]:
    for change in changes:
        yield from effects(contract, change, scenarios)
