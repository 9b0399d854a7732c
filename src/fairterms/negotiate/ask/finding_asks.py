"""Asks from findings: one for each check that saw something, its words ready to offer."""

import re
from collections.abc import Sequence

from fairterms.contract.deal import Deal
from fairterms.negotiate.ask.ask import Ask, Fallback
from fairterms.negotiate.ask.criteria import criteria
from fairterms.negotiate.ask.finding_price import price
from fairterms.negotiate.ask.grounds import Grounds
from fairterms.negotiate.ask.stake import stakes
from fairterms.units.finding import Finding, Severity, Status

_MUST_HAVE = "Do not sign without it, or without words that do the same: deal.toml says so."
_CRITICAL = "Without it or its fallback, have counsel say what you would be signing."
_TRADED = "May be given up for something worth more."


def finding_asks(grounds: Grounds) -> tuple[Ask, ...]:
    """Return an ask for each check that found something; what could not be told is a question.

    Parameters
    ----------
    grounds
        What other rooms found.
    """
    by_check: dict[str, list[Finding]] = {}
    for one in grounds.findings:
        if one.status is Status.FINDING:
            by_check.setdefault(one.check, []).append(one)
    return tuple(_ask(check, found, grounds) for check, found in by_check.items())


def _ask(check: str, found: list[Finding], grounds: Grounds) -> Ask:
    worst = max(found, key=lambda one: one.severity)
    stake = stakes()[check]
    is_must_have = check in grounds.must_haves
    return Ask(
        check,
        f"{_request(worst.asks).rstrip('.')}.",
        worst.why,
        price(stake, grounds),
        stake.effort,
        in_its_names(worst.wording, grounds.deal),
        Fallback(in_its_names(stake.fallback, grounds.deal)),
        _limit(worst.severity, is_must_have=is_must_have),
        is_must_have,
        worst.severity,
        tuple(found),
        authorities=worst.sources,
        criteria=criteria(check, worst.sources, grounds.own.get(check, ())),
    )


def in_its_names(words: str, deal: Deal) -> str:
    """Return words of ours with the parties called as the contract calls them.

    Parameters
    ----------
    words
        They say Provider or Group, and Plan.
    deal
        It says what the text calls each party; where it does not, the words stay.
    """
    for names, party in ((r"Provider|Group", deal.group), (r"Plan", deal.plan)):
        if party.called:
            words = re.sub(rf"\b(?:{names})\b", party.called[0], words)
    return words


def _request(asks: Sequence[str]) -> str:
    """Return the first sentence that asks for something; a mere question where none does."""
    return next((one for one in asks if not _is_question(one)), asks[0])


def _is_question(ask: str) -> bool:
    return ask.startswith(("Ask whether ", "Ask which ", "Ask who ")) and " for " not in ask


def _limit(severity: Severity, *, is_must_have: bool) -> str:
    if is_must_have:
        return _MUST_HAVE
    return _CRITICAL if severity is Severity.CRITICAL else _TRADED
