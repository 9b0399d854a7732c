"""Without the recoupment, nothing of an advance is taken back from what is earned."""

from fairterms.contract.value import read
from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerm,
    NeutralTerms,
    is_always_there,
)

_NOTHING = read("$0.00")

NEUTRAL = NeutralTerms(
    "advance",
    (
        NeutralTerm(
            "recoupment_cap",
            "the taking back of the advance",
            "nothing is taken back",
            lambda clause: clause.with_value("recoupment_cap", _NOTHING),
            is_always_there,
        ),
    ),
)
