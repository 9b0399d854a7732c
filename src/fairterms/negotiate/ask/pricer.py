"""Prices asks on the simulated years of one performance year, every one on the same years."""

from collections.abc import Iterable
from functools import cached_property

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.negotiate.ask.ask_price import AskPrice, Sort
from fairterms.simulate.clause_price.declared_neutral import DeclaredNeutral
from fairterms.simulate.clause_price.priced_clause import PricedClause, candidates, strike_all
from fairterms.simulate.deal_forecast import YearForecast
from fairterms.simulate.drivers.outcome import Outcome, difference
from fairterms.simulate.results import statistic
from fairterms.simulate.years import FloatArray, net_gains
from fairterms.units.refusal import Refusal

YEARS = 8_192
"""Years an ask is priced on: those that clauses are priced on."""

PROTECTIONS = frozenset(
    {
        "aggregate_stop_loss",
        "benchmark",
        "cap",
        "deficit_carry_forward",
        "interim",
        "netting",
        "phase_in",
        "quality_adjustment",
        "relief",
        "stop_loss",
        "truncation",
    }
)
"""Payment models that limit or correct an amount, and pay nothing of their own."""

PROTECTING_TERMS = frozenset(
    {
        "charge_back_cap",
        "deficit_cap",
        "loss_cap",
        "minimum_loss_rate",
        "rate_rounding",
        "risk_adjustment",
        "times_risk_score",
    }
)
"""Terms of paying models that limit or correct an amount, and pay nothing of their own."""


def struck_words(clauses: Iterable[PricedClause]) -> str:
    """Say in a sentence what a price compares: the same years on terms without some clauses."""
    return f"The same years, settled on terms {' and '.join(one.words for one in clauses)}."


class Pricer:
    """Prices changes to one deal, on the same years as its clauses.

    Parameters
    ----------
    deal
        It says what the group would be paid anyway, and what the contract's work costs.
    year
        The performance year.
    declared
        The deal's own neutral values.
    """

    def __init__(
        self, deal: Deal, year: YearForecast, declared: Iterable[DeclaredNeutral] = ()
    ) -> None:
        self.deal = deal
        self.year = year
        self.contract = year.plan.contract
        self.years = year.years.part(0, min(len(year.years), YEARS))
        self._declared = tuple(declared)

    @cached_property
    def net(self) -> FloatArray:
        """The net margin of each year as the contract reads, in dollars; shape (years,)."""
        return net_gains(self.deal, self.contract, self.years)

    @cached_property
    def clauses(self) -> tuple[PricedClause, ...]:
        """What can be struck from the contract."""
        return candidates(self.contract, self.deal, self._declared).clauses

    @cached_property
    def favourable(self) -> tuple[PricedClause, ...]:
        """The clauses that pay the group: without them a mean year leaves it less.

        Limits and other protections are left out: a plan that ends a program does not also end
        what protects the group from its losses.
        """
        found = []
        models = {clause.id: clause.model for clause in self.contract.clauses}
        for one in self.clauses:
            if models[one.clause] in PROTECTIONS or one.id.partition(".")[2] in PROTECTING_TERMS:
                continue
            without = self.without([one])
            if without is not None and float((self.net - without).mean()) > 0:
                found.append(one)
        return tuple(found)

    def without(self, struck: Iterable[PricedClause]) -> FloatArray | None:
        """Return the net margins without some clauses; None where nothing can then be settled."""
        return self.under(strike_all(self.contract, struck))

    def under(self, contract: Contract) -> FloatArray | None:
        """Return the net margins under changed terms; None where they cannot be settled."""
        try:
            return net_gains(self.deal, contract, self.years)
        except Refusal:
            return None

    def gained(self, then: FloatArray, now: FloatArray | None = None) -> Outcome:
        """Say what changing from one case to another adds, on the same years.

        Parameters
        ----------
        then
            Net margins with the ask, in dollars; shape (years,).
        now
            Net margins without it; the contract as it reads when not given.
        """
        return difference(then, self.net if now is None else now, self.years.blocks)

    def changed(self, contract: Contract, words: str) -> AskPrice:
        """Price changed terms: what they add for the group, the plan pays.

        Parameters
        ----------
        contract
            The terms with the ask granted.
        words
            What was changed, as a sentence.
        """
        then = self.under(contract)
        if then is None:
            return AskPrice(Sort.NOT_PRICED, f"{words} The terms then cannot be settled.")
        # Care costs the group the same under both, so all of the difference is what the plan pays.
        cost = statistic.paired_difference(then, self.net, self.years.blocks)
        return AskPrice(Sort.EXPECTED, words, self.gained(then), cost)

    def spared(self, used: FloatArray, words: str) -> AskPrice:
        """Price being spared something: the contract as it reads against what may happen.

        Parameters
        ----------
        used
            Net margins if it happens, in dollars; shape (years,).
        words
            What may happen, as a sentence.
        """
        return AskPrice(Sort.IF_USED, words, self.gained(self.net, used))

    def paid_for(self, amount: float, words: str) -> AskPrice:
        """Price work that the plan would pay for.

        Parameters
        ----------
        amount
            Dollars a year.
        words
            Which work, as a sentence.
        """
        found = self.gained(self.net + amount)
        return AskPrice(Sort.WORK, words, found, found.mean)
