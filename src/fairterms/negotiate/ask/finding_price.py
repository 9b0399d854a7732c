"""The price of mending what a finding is about, by the kind of thing that is at stake."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from fairterms.negotiate.ask import remedy
from fairterms.negotiate.ask.ask_price import AskPrice, Sort
from fairterms.negotiate.ask.grounds import Grounds
from fairterms.negotiate.ask.pricer import Pricer, struck_words
from fairterms.negotiate.ask.stake import Kind, Stake
from fairterms.simulate.drivers.outcome import Outcome
from fairterms.simulate.drivers.risk_adjustment import SICKER
from fairterms.simulate.drivers.stress_test import StressResult
from fairterms.simulate.page.wording import estimate

_BROADER = "That strikes more than is asked: the ask is worth this at most."

PART = 0.01
"""The part of the fees that a price by fees speaks of: 1 %, so that it can be multiplied."""


def price(stake: Stake, grounds: Grounds) -> AskPrice:
    """Price an ask by what is at stake.

    Parameters
    ----------
    stake
        What is at stake, and how it is priced.
    grounds
        What other rooms found.
    """
    if stake.kind is Kind.NONE:
        return AskPrice(Sort.NOT_PRICED, "No term or figure computes what this protects.")
    if stake.kind is Kind.READINGS:
        return _readings(grounds)
    pricer = grounds.pricer
    if pricer is None:
        return AskPrice(Sort.NOT_PRICED, "There are no simulated years to price it on.")
    return _BY_KIND[stake.kind](stake, grounds, pricer)


def _readings(grounds: Grounds) -> AskPrice:
    found = grounds.ambiguities
    if found is None or found.together == 0:
        words = "No open reading of the terms moves money in the scenarios given."
        return AskPrice(Sort.NOT_PRICED, words)
    words = (
        "The largest difference between readings that the text leaves open, in any scenario: what "
        "hangs on who may check and decide."
    )
    return AskPrice(Sort.OPEN, words, at_most=float(found.together))


def _terms(stake: Stake, grounds: Grounds, pricer: Pricer) -> AskPrice:
    if stake.is_risk_adjustment:
        return _risk_adjustment(grounds)
    if stake.check == "gain-loss-asymmetry":
        changed = remedy.mirror(pricer.contract)
        if changed is not None:
            return pricer.changed(changed, "Losses are shared as savings are.")
    struck = remedy.strike(pricer.contract, pricer.clauses, stake.terms)
    if struck is None:
        return AskPrice(Sort.NOT_PRICED, "The terms hold nothing that could be struck for it.")
    contract, clauses = struck
    price = pricer.changed(contract, struck_words(clauses))
    if not stake.is_broader:
        return replace(price, struck=tuple(one.id for one in clauses))
    # The clauses stay asked for by themselves: this ask is for less than striking them.
    return replace(price, sort=Sort.OPEN, words=f"{price.words} {_BROADER}")


def _risk_adjustment(grounds: Grounds) -> AskPrice:
    drivers = grounds.outlook.drivers if grounds.outlook else None
    found = drivers.risk_adjustment if drivers else None
    if found is None or not found.is_moved:
        words = "How ill patients are does not move the result in the simulated years."
        return AskPrice(Sort.NOT_PRICED, words)
    if found.sicker.mean.value >= 0 and found.sicker.worst.value >= 0:
        words = (
            f"Patients {_per_cent(SICKER)} more ill than expected take nothing from what this deal "
            "leaves the group."
        )
        return AskPrice(Sort.NOT_PRICED, words)
    words = (
        f"If patients are {_per_cent(SICKER)} more ill than expected: what the contract, as it "
        "reads, does not make up for."
    )
    return AskPrice(Sort.IF_USED, words, _turned(found.sicker))


def _stress(stake: Stake, grounds: Grounds, _pricer: Pricer) -> AskPrice:
    drivers = grounds.outlook.drivers if grounds.outlook else None
    tests = drivers.stresses if drivers else None
    if tests is None:
        return AskPrice(Sort.NOT_PRICED, "No stress could be tried on this deal.")
    by_name: Mapping[str, StressResult] = {one.name: one for one in tests.results}
    found = by_name.get(stake.stress)
    if found is None:
        left = next((one for one in tests.not_applied if one.name == stake.stress), None)
        return AskPrice(Sort.NOT_PRICED, left.why if left else "This stress was not tried.")
    if found.change.mean.value >= 0 and found.change.worst.value >= 0:
        return AskPrice(Sort.NOT_PRICED, _not_lost(found))
    return AskPrice(Sort.IF_USED, f"{found.title}. {found.words}", _turned(found.change))


def _not_lost(found: StressResult) -> str:
    """Say that a stress takes nothing from a year, and what cash it takes to outlast it."""
    words = f"The stress “{found.title}” takes nothing from what this deal leaves the group."
    more = found.reserve.more if found.reserve else None
    if more is None or more.value <= 0:
        return words
    return f"{words} The group must hold {estimate(more)} more in cash until the money comes."


def _ended(_stake: Stake, _grounds: Grounds, pricer: Pricer) -> AskPrice:
    used = pricer.without(pricer.favourable) if pricer.favourable else None
    if used is None:
        return AskPrice(Sort.NOT_PRICED, "No term of this deal pays the group in a mean year.")
    words = (
        "If the plan ends or empties what pays the group in this deal, while its work goes on for "
        "a year. How likely that is nobody can say."
    )
    return pricer.spared(used, words)


def _fees(_stake: Stake, _grounds: Grounds, pricer: Pricer) -> AskPrice:
    steps = pricer.year.settled.steps
    named = pricer.deal.without_deal.clauses
    known = [steps[name] for name in named if name in steps]
    if len(known) < len(named):
        words = "A clause that deal.toml names in [without_deal] has no result in dollars."
        return AskPrice(Sort.NOT_PRICED, words)
    anyway = float(pricer.deal.without_deal.amount)
    number = len(pricer.net)
    fees = np.sum([one[:number] for one in known], axis=0) + anyway if known or anyway else None
    if fees is None:
        words = "deal.toml does not say which fees the group is paid anyway ([without_deal])."
        return AskPrice(Sort.NOT_PRICED, words)
    words = f"For every {_per_cent(PART)} of the fees that is cut, taken back or not paid."
    return pricer.spared(pricer.net - PART * fees, words)


def _work(stake: Stake, grounds: Grounds, pricer: Pricer) -> AskPrice:
    amount = grounds.work.get(stake.check)
    if not amount:
        words = "No duty of the text that this speaks of could be put in hours."
        return AskPrice(Sort.NOT_PRICED, words)
    words = "The work of the duties it speaks of, if the plan paid for it."
    return pricer.paid_for(amount, words)


def _per_cent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _turned(change: Outcome) -> Outcome:
    """Return what being spared a change is worth."""
    return Outcome(-change.mean, -change.worst, -change.loses)


_BY_KIND: Mapping[Kind, Callable[[Stake, Grounds, Pricer], AskPrice]] = {
    Kind.TERMS: _terms,
    Kind.STRESS: _stress,
    Kind.ENDED: _ended,
    Kind.FEES: _fees,
    Kind.WORK: _work,
}
