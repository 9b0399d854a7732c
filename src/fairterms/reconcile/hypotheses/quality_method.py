"""Another use of quality: a scale for a gate, the other way round, or none; on losses too."""

from collections.abc import Iterator

from fairterms.contract.clause import Clause
from fairterms.contract.value import Word
from fairterms.payment.evaluation import model_of
from fairterms.reconcile.hypothesis import Family, Ground, Proposal, said
from fairterms.simulate.clause_price.neutral_catalogue import NEUTRALS

NEEDS = {"gate": "quality_minimum", "ladder": "ladder"}
"""What each method cannot do without."""


def propose(ground: Ground) -> Iterator[Proposal]:
    """Propose the other methods whose numbers the terms give, no quality, and another reach."""
    for clause in ground.contract.clauses:
        for name in ("method", "quality"):
            yield from _other_methods(ground, clause, name)
        if clause.model == "quality_adjustment":
            yield from _other_reach(ground, clause)


def _other_methods(ground: Ground, clause: Clause, name: str) -> Iterator[Proposal]:
    term, spec = clause.terms.get(name), model_of(clause).term(name)
    if term is None or spec is None or "gate" not in spec.choices:
        return
    for choice in spec.choices:
        needed = NEEDS.get(choice)
        has_numbers = needed is None or needed in clause.terms
        if has_numbers and term.value != Word(choice):
            contract = ground.contract.replacing(clause.with_value(name, Word(choice)))
            sentence = f"quality works as a {choice}, not as a {term.value}, {said(clause, name)}"
            yield Proposal(f"{clause.id} {choice}", sentence, contract)
    for neutral in NEUTRALS[clause.model].terms:
        if neutral.term == name and neutral.stands_in(clause) and not neutral.moved(clause):
            contract = ground.contract.replacing(neutral.strike(clause))
            sentence = f"quality changes nothing, {said(clause, name)}"
            yield Proposal(f"{clause.id} no quality", sentence, contract)


def _other_reach(ground: Ground, clause: Clause) -> Iterator[Proposal]:
    term, spec = clause.terms.get("applies_to"), model_of(clause).term("applies_to")
    assert spec is not None, "the model declares it"
    for choice in spec.choices if term is not None else ():
        if term is not None and term.value != Word(choice):
            contract = ground.contract.replacing(clause.with_value("applies_to", Word(choice)))
            sentence = f"quality changes {choice}, {said(clause, 'applies_to')}"
            yield Proposal(f"{clause.id} {choice}", sentence, contract)


FAMILY = Family("Another use of quality", propose)
