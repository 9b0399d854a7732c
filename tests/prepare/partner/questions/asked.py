"""One question assessed by itself, with replies and findings made up."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fairterms.contract.clause import Contract
from fairterms.payment.loading import load
from fairterms.prepare.partner.assessment import Assessed, Outcome, assess
from fairterms.prepare.partner.question import Question, Reply, Weighs
from tests.prepare.findings import seen

GOOD = Reply("It is so", Weighs.FOR, "a letter")
EXAMPLES = Path(__file__).parents[4] / "examples"


def ask(question: Question, check: str = "", contract: Contract | None = None) -> Assessed:
    """Assess a question with a good reply, and with a finding of one check where one is named."""
    findings = (seen(check),) if check else ()
    replies: Mapping[str, Reply] = {question.name: GOOD}
    found = assess(replies, findings, contract).assessed
    return next(one for one in found if one.question is question)


def warns(question: Question, check: str) -> bool:
    """Tell whether a finding makes a warning of a good reply; it must stand against it."""
    found = ask(question, check)
    assert found.speaks_against, f"{check} says nothing about {question.name}"
    return found.outcome is Outcome.WARNING


def clauses(question: Question, example: str) -> list[str]:
    """Return where the terms of an example speak for a good answer."""
    return [proof.source for proof in ask(question, "", terms(example)).speaks_for[1:]]


@cache
def terms(example: str) -> Contract:
    """Return the terms of an example; they are read once."""
    contract = load(EXAMPLES / example / "terms.toml").contract
    assert contract is not None
    return contract
