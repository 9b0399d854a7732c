"""Without the withhold everything is paid at once."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    set_to,
)

NEUTRAL = NeutralTerms(
    "withhold",
    (set_to("rate", "0 %", "the withhold"),),
    {"tiers": "they say how the withhold is earned back, and are struck with it"},
)
