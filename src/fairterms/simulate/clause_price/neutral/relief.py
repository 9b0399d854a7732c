"""Without relief all that is owed stays owed."""

from fairterms.contract.value import read
from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerm,
    NeutralTerms,
    is_always_there,
)

_NOTHING = read("$0.00")

NEUTRAL = NeutralTerms(
    "relief",
    (
        NeutralTerm(
            "relief",
            "the relief",
            "nothing is let off",
            lambda clause: clause.with_value("relief", _NOTHING),
            is_always_there,
        ),
    ),
)
