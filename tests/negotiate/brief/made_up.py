"""A made-up brief's material, in few words."""

from typing import Any

from fairterms.negotiate.ask.ask import Ask, Fallback
from fairterms.negotiate.ask.ask_price import AskPrice, Sort
from fairterms.negotiate.ask.book import AskBook
from fairterms.negotiate.brief.material import Material
from fairterms.simulate.drivers.outcome import Outcome
from fairterms.simulate.results.estimate import Estimate
from fairterms.units.finding import (
    AbsenceEvidence,
    Evidence,
    Finding,
    QuoteEvidence,
    Severity,
    Status,
)

OFFER = "Both parties sign a change."


def quote(text: str = "Plan may do so.", start: int = 0, page: int = 3) -> QuoteEvidence:
    return QuoteEvidence("agreement.pdf", page, start, start + len(text), text)


ABSENT = AbsenceEvidence(("agreement.pdf",), 9, ("a duty",))


def finding(check: str, *evidence: Evidence, unclear: str = "", **parts: Any) -> Finding:
    first, *more = evidence or (quote(),)
    keys: dict[str, Any] = {
        "check": check,
        "title": "Something seen",
        "severity": Severity.HIGH,
        "evidence": first,
        "more_evidence": tuple(more),
        "why": "It matters.",
        "sources": (),
        "asks": ("Ask for it.",),
        "wording": "",
        "tactics": (),
        "questions": (),
        "lesson": "",
        "status": Status.UNCLEAR if unclear else Status.FINDING,
        "unclear_because": unclear,
    }
    return Finding(**{**keys, **parts})


def mean_price(mean: float = 1000.0, cost: float | None = 800.0, error: float = 10.0) -> AskPrice:
    found = Outcome(Estimate(mean, error), Estimate(mean / 2, error), Estimate(-0.1, 0.001))
    paid = None if cost is None else Estimate(cost, error)
    return AskPrice(Sort.EXPECTED, "The terms without it.", found, paid)


NO_PRICE = AskPrice(Sort.NOT_PRICED, "No term computes it.")


def ask(name: str, *evidence: Evidence, price: AskPrice = NO_PRICE, **parts: Any) -> Ask:
    keys: dict[str, Any] = {
        "wording": OFFER,
        "fallback": Fallback("Plan gives notice."),
        "walk_away": "May be given up.",
        "findings": (finding(name, *evidence),) if evidence else (),
    }
    words = name.replace("-", " ")
    return Ask(name, f"Ask that {words} is settled.", "It matters.", price, **{**keys, **parts})


def book(*asks: Ask, questions: tuple[Finding, ...] = ()) -> AskBook:
    return AskBook(asks, questions, 0.25)


def material(asks: AskBook | None = None, **parts: Any) -> Material:
    keys: dict[str, Any] = {
        "deal": "Made-up deal",
        "group": "Made-up Group",
        "plan": "Made-up Plan",
        "command": "deals/made-up",
        "on_the_table": ("A contract for 2027", "What moves money: fees"),
        "answer": "negotiate",
        "reasons": ("A must-have is missing.", "A mean year loses money."),
        "asks": asks or book(ask("first-ask", quote())),
    }
    return Material(**{**keys, **parts})
