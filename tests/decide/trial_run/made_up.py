"""Two small made-up deals, prepared: one pays on a measure, one on what patients cost."""

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from fairterms.decide.trial_run.case import sliders
from fairterms.decide.trial_run.prepared import Prepared, prepare_deal
from fairterms.decide.trial_run.slider import Slider
from tests.payment.one_clause import HEADER
from tests.simulate.forecast import plans
from tests.simulate.results.small_deals import deal as deal_around
from tests.simulate.small_outlook import CLAUSES, small_contract, small_deal, small_declared

FEW = 64
TEXT = HEADER.replace("ends = 2027-12-31", "ends = 2028-12-31") + CLAUSES
COSTED = plans.FORECAST.replace('paid = "cost"', 'paid = "cost"\nmoved_by = { trend = "100 %" }')


@lru_cache
def paid_on_a_measure() -> Prepared:
    """A withhold and a performance payment; the work costs $4,000.00 a year."""
    return prepare_deal(small_deal(), small_contract(), small_declared())


@lru_cache
def paid_on_cost() -> Prepared:
    """Shared savings and losses with a stop-loss at $10,000.00."""
    deal = replace(deal_around((), cost="4000", loss="5000"), scenarios=(plans.expected(),))
    return prepare_deal(deal, plans.terms(), plans.declared(COSTED, trend="2 %", attribution="3 %"))


def slider(prepared: Prepared, name: str) -> Slider:
    """Return one slider by its id."""
    (found,) = [one for one in sliders(prepared) if one.id == name]
    return found


def at(prepared: Prepared, name: str, steps: int) -> dict[str, Decimal]:
    """Return the setting of one slider, so many steps from where it stands."""
    one = slider(prepared, name)
    return {name: one.now + steps * one.step}
