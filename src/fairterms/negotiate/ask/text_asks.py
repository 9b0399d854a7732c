"""Asks from the terms: numbers the contract does not give, and readings it leaves open."""

from fairterms.negotiate.ask.ask import Ask, Fallback
from fairterms.negotiate.ask.ask_price import AskPrice, Sort
from fairterms.negotiate.ask.grounds import Grounds
from fairterms.negotiate.ask.stake import Effort
from fairterms.settle.ambiguity import Price
from fairterms.units.finding import Severity
from fairterms.units.problem import Problem

_NO_NUMBER = "Do not sign while it is blank: nobody can settle the contract as it is written."
_NO_READING = "Sign only with one reading in writing, even if it is the plan's."


def number_asks(grounds: Grounds) -> tuple[Ask, ...]:
    """Return an ask for every number that the contract does not give."""
    return tuple(_number(problem) for problem in grounds.unstated)


def _number(problem: Problem) -> Ask:
    words = "The contract cannot be settled without it, so nobody can say what it is worth."
    return Ask(
        f"number-line-{problem.line}",
        _sentence(problem.fix),
        _sentence(problem.what),
        AskPrice(Sort.NOT_PRICED, words),
        Effort.NOTHING,
        walk_away=_NO_NUMBER,
        is_must_have=True,
        severity=Severity.CRITICAL,
        criteria=("A number that both sides can work out from a published source.",),
    )


def reading_asks(grounds: Grounds) -> tuple[Ask, ...]:
    """Return an ask for every open reading that moves money."""
    if grounds.ambiguities is None:
        return ()
    return tuple(_reading(one) for one in grounds.ambiguities.prices if one.scenario is not None)


def _reading(found: Price) -> Ask:
    names = [name for name, _ in found.question.readings]
    best = names[max(range(len(names)), key=lambda at: found.amounts[at])]
    listed = " or ".join(f"“{name}”" for name in names)
    clause = found.question.clause.replace(".", ", ").replace("_", " ")
    words = (
        "The largest difference between its readings in any scenario; it matters in "
        f"{100 * found.share_of_scenarios:.0f} % of the scenarios given."
    )
    return Ask(
        f"reading-{found.question.clause}",
        f"Agree in writing how to read {clause}: {listed}.",
        (
            f"The text can be read in {len(names)} ways; where they differ most, “{best}” pays the "
            "group most."
        ),
        AskPrice(Sort.OPEN, words, at_most=float(found.difference)),
        Effort.NOTHING,
        f"For {clause}, the parties agree that {best}.",
        Fallback("The parties sign a worked example that can be read in one way only."),
        _NO_READING,
        severity=Severity.HIGH,
        clause=found.question.clause,
        criteria=("The words of the text itself, and a worked example that both sides sign.",),
    )


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."
