"""Without the reduction nothing is taken off."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    set_to,
)

NEUTRAL = NeutralTerms(
    "percentage_reduction",
    (set_to("rate", "0 %", "the reduction"),),
    {"applies_to": "it says what the reduction is taken off, and is struck with it"},
)
