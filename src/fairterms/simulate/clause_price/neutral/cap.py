"""Without a cap, what is paid or owed has no limit."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    unlimited,
)

NEUTRAL = NeutralTerms(
    "cap",
    (
        unlimited("paid_cap", "the limit on what is paid"),
        unlimited("owed_cap", "the limit on what is owed"),
    ),
)
