"""Without the phase-in all of a gain or loss applies from the first year."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    set_to,
)

NEUTRAL = NeutralTerms(
    "phase_in",
    (
        set_to("downside_share", "100 %", "the phase-in of losses"),
        set_to("upside_share", "100 %", "the phase-in of gains"),
    ),
)
