"""Asks from prices: every clause that costs the group, struck first and halved in the second."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import starmap

from fairterms.contract.clause import Clause
from fairterms.contract.value import Value, show
from fairterms.negotiate.ask.ask import Ask, Fallback
from fairterms.negotiate.ask.ask_price import AskPrice
from fairterms.negotiate.ask.pricer import Pricer, struck_words
from fairterms.negotiate.ask.stake import Effort
from fairterms.simulate.clause_price.neutral_term import NO_LIMIT
from fairterms.simulate.clause_price.priced_clause import PricedClause, strike_all
from fairterms.simulate.drivers.break_even import BreakEvens
from fairterms.simulate.drivers.wording import amount
from fairterms.units.finding import Severity
from fairterms.units.quantity import Quantity

ERRORS = 2
"""A price counts when it is so many of its errors away from nothing."""

LEAST = 0.5
"""Dollars a year below which a price is none."""

_SOFTER = "The same years, settled on this softer term."


def clause_asks(
    pricer: Pricer, break_evens: tuple[BreakEvens, ...] | None = None
) -> tuple[Ask, ...]:
    """Return an ask for every clause or term that costs the group.

    Parameters
    ----------
    pricer
        Prices on the simulated years.
    break_evens
        Where terms just meet a mean margin of nothing: what the group walks away at. None where
        nobody searched.

    Notes
    -----
    A clause costs the group where striking it adds to the mean year or to the worst 5 %. What
    also serves the group in one of the two is asked for all the same, and its price shows it.
    """
    found = []
    for one in pricer.clauses:
        price = pricer.changed(strike_all(pricer.contract, (one,)), struck_words((one,)))
        if _costs(price):
            found.append(_ask(pricer, one, price, break_evens))
    return tuple(found)


def _costs(price: AskPrice) -> bool:
    if price.outcome is None:
        return False
    figures = (price.outcome.mean, price.outcome.worst)
    return any(one.value > max(ERRORS * one.error, LEAST) for one in figures)


def _ask(
    pricer: Pricer, one: PricedClause, price: AskPrice, break_evens: tuple[BreakEvens, ...] | None
) -> Ask:
    clause = pricer.contract.clause(one.clause)
    softer = _halved(clause, one)
    fallback = None
    if softer is not None:
        changed, words = softer
        halved = pricer.changed(pricer.contract.replacing(changed), _SOFTER)
        fallback = Fallback(words, halved)
    return Ask(
        one.id,
        f"Ask for terms {_named(one)}.",
        _because(clause, one),
        price,
        Effort.SOME,
        _wording(clause, one),
        fallback=fallback,
        walk_away=_limit(one, break_evens),
        severity=Severity.MEDIUM,
        clause=one.clause,
    )


def _because(clause: Clause, one: PricedClause) -> str:
    """Say what costs the group, as it reads, and where the text says so."""
    found = (cite for cite in clause.cites if cite.term in ("", _term(one)))
    place = next((f" ({cite})" for cite in found), "")
    is_formula = one.in_force.startswith("=")
    if is_formula or one.in_force == "as written":
        return f"{one.title} costs the group as it is written{place}."
    return f"{one.title} costs the group: it reads “{one.in_force}”{place}."


def _wording(clause: Clause, one: PricedClause) -> str:
    """Offer words that take the term out, and say what they amend."""
    found = (cite.section for cite in clause.cites if cite.term in ("", _term(one)))
    place = next((section for section in found if section), "")
    amended = f" This amends {place}." if place else ""
    return f"The payment terms apply {_named(one)}.{amended}"


def _named(one: PricedClause) -> str:
    """Say what is struck; with its title where the words only point at it: “this quality rule”."""
    return f"{one.words} (“{one.title}”)" if " this " in one.words else one.words


def _term(one: PricedClause) -> str:
    return one.id.partition(".")[2]


def _halved(clause: Clause, one: PricedClause) -> tuple[Clause, str] | None:
    """Return the clause half-way to its neutral value, and that in words; None where none is."""
    struck = one.apply(clause)
    changed, words = clause, []
    for name, was, then in _moved(clause, struck):
        middle = _middle(was, then)
        if middle is None:
            return None
        changed = changed.with_value(name, middle)
        words.append(f"{name.replace('_', ' ')} {show(middle)} instead of {show(was)}")
    return (changed, f"{_joined(words)}.") if words else None


def _joined(words: list[str]) -> str:
    text = " and ".join(words)
    return f"{text[:1].upper()}{text[1:]}"


def _moved(clause: Clause, struck: Clause) -> Iterator[tuple[str, Value, Value | None]]:
    for name, term in clause.terms.items():
        then = struck.terms[name].value if name in struck.terms else None
        if then != term.value:
            yield name, term.value, then


def _middle(was: Value, then: Value | None) -> Value | None:
    """Return the amount half-way; twice a limit where the neutral value is none at all."""
    if isinstance(was, tuple) and isinstance(then, Quantity):
        each = list(starmap(_middle, ((one, then) for one in was)))
        return None if any(one is None for one in each) else tuple(one for one in each if one)
    if not isinstance(was, Quantity) or not isinstance(then, Quantity):
        return None
    if then.amount == NO_LIMIT:
        return was.with_amount(was.amount * 2)
    if was.unit != then.unit:
        return None
    return was.with_amount((was.amount + then.amount) / Decimal(2))


def _limit(one: PricedClause, break_evens: tuple[BreakEvens, ...] | None) -> str:
    """Say where the group stops: the value at which a mean year just leaves nothing."""
    if break_evens is None:
        return "Nobody has worked out where a mean year would just break even."
    place = (one.clause, _term(one))
    its = [found for found in break_evens if found.knob.place[:2] == place]
    for found in its:
        if found.roots:
            return _stop(found)
    if its:
        return f"A mean year just breaks even while {_flat(its[0])}."
    return "Within the values tried, this term alone never makes a mean year just break even."


def _stop(found: BreakEvens) -> str:
    root, knob = found.roots[0], found.knob
    side = "below" if root.is_good_above else "above"
    at, now = amount(root.at, knob.unit), amount(knob.now, knob.unit)
    return f"A mean year loses money once {knob.title} is {side} {at}; now it is {now}."


def _flat(found: BreakEvens) -> str:
    flat, knob = found.flats[0], found.knob
    return f"{knob.title} lies from {amount(flat.low, knob.unit)} to {amount(flat.high, knob.unit)}"
