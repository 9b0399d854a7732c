"""Without carrying, a deficit of one year takes nothing from the next."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    set_to,
)

NEUTRAL = NeutralTerms(
    "deficit_carry_forward",
    (
        set_to("years", "0 years", "the deficits of earlier years", "none is carried"),
        set_to("offset_limit", "100 %", "the limit on what old deficits may use up", "no limit"),
    ),
)
