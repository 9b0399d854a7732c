"""A percentage reduction, such as sequestration: left out, taken twice, or taken off losses too."""

from collections.abc import Iterator
from decimal import Decimal

from fairterms.contract.clause import Clause
from fairterms.contract.value import Word
from fairterms.payment.evaluation import model_of
from fairterms.reconcile.hypothesis import Family, Ground, Proposal, said
from fairterms.units.quantity import Quantity


def propose(ground: Ground) -> Iterator[Proposal]:
    """Propose what can go otherwise with each reduction; before or after a cap is an order."""
    for clause in ground.contract.clauses:
        if clause.model == "percentage_reduction":
            yield from _of_rate(ground, clause)
            yield from _of_reach(ground, clause)


def _of_rate(ground: Ground, clause: Clause) -> Iterator[Proposal]:
    rate = clause.terms["rate"].value
    if not isinstance(rate, Quantity) or rate.amount == 0:
        return
    nothing = Decimal(0)
    for key, words, amount in (
        ("left out", f"the reduction of {rate} is left out", nothing),
        (
            "taken twice",
            f"the reduction of {rate} is taken off, and then once more off what is left",
            1 - (1 - rate.amount) * (1 - rate.amount),
        ),
        ("doubled", f"twice {rate} is taken off at once", 2 * rate.amount),
    ):
        contract = ground.contract.replacing(
            clause.with_value("rate", rate.with_amount(min(amount, Decimal(1))))
        )
        yield Proposal(f"{clause.id} {key}", f"{words}, {said(clause, 'rate')}", contract)


def _of_reach(ground: Ground, clause: Clause) -> Iterator[Proposal]:
    term = clause.terms.get("applies_to")
    spec = model_of(clause).term("applies_to")
    assert spec is not None, "the model declares it"
    for choice in spec.choices:
        if term is not None and term.value != Word(choice):
            contract = ground.contract.replacing(clause.with_value("applies_to", Word(choice)))
            sentence = f"the reduction is taken off {choice}, {said(clause, 'applies_to')}"
            yield Proposal(f"{clause.id} {choice}", sentence, contract)


FAMILY = Family("A reduction left out, repeated or taken off losses", propose)
