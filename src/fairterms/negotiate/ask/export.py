"""An ask as nested records of plain text and numbers, for other programs."""

from typing import Any

from fairterms.negotiate.ask.ask import Ask
from fairterms.negotiate.ask.ask_price import AskPrice
from fairterms.simulate.results.estimate import Estimate


def as_record(ask: Ask, weight: float) -> dict[str, Any]:
    """Return an ask as a record.

    Parameters
    ----------
    ask
        The ask.
    weight
        How much the worst 5 % of years count in its worth, from 0 to 1.
    """
    fallback = ask.fallback
    return {
        "id": ask.id,
        "what": ask.what,
        "because": ask.because,
        "wording": ask.wording,
        "must_have": ask.is_must_have,
        "severity": ask.severity.value,
        "price": _price(ask.price),
        "worth": round(ask.price.worth(weight), 2),
        "fallback": fallback.wording if fallback else "",
        "fallback_price": _price(fallback.price) if fallback and fallback.price else None,
        "walk_away": ask.walk_away,
        "effort_of_the_plan": ask.effort.value,
        "criteria": list(ask.criteria),
    }


def _price(price: AskPrice) -> dict[str, Any]:
    found = price.outcome
    return {
        "read_as": price.sort.value,
        "words": price.words,
        "mean": _estimate(found.mean) if found else None,
        "worst_years": _estimate(found.worst) if found else None,
        "chance_of_loss": _estimate(found.loses, 6) if found else None,
        "costs_plan": _estimate(price.plan_cost) if price.plan_cost else None,
        "at_most": price.at_most,
    }


def _estimate(found: Estimate, places: int = 2) -> dict[str, float]:
    return {"value": round(found.value, places), "error": round(found.error, places)}
