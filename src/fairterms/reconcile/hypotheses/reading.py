"""A reading the text leaves open: one that the terms declare, or a choice they are silent about."""

from collections.abc import Iterator

from fairterms.reconcile.hypothesis import Family, Ground, Proposal, said
from fairterms.settle.ambiguity import questions


def propose(ground: Ground) -> Iterator[Proposal]:
    """Propose every reading of every open question."""
    for question in questions(ground.contract):
        clause = ground.contract.clause(question.clause)
        is_declared = bool(clause.readings) and question.about == "how to read the clause"
        about = "the text is read so" if is_declared else question.about.partition(": ")[2]
        for name, contract in question.readings:
            sentence = f"{about}: {name}, {said(clause)}"
            yield Proposal(f"{question.clause} {name}", sentence, contract)


FAMILY = Family("A reading the text leaves open", propose)
