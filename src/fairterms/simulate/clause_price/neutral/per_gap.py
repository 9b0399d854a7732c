"""Without the rate nothing is paid for a gap; without a limit all of them count."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    unlimited,
    unlimited_in_its_unit,
    unpaid,
)

NEUTRAL = NeutralTerms(
    "per_gap",
    (
        unpaid("rate", "rates"),
        unlimited_in_its_unit("limit_per_member", "the limit for one member"),
        unlimited("limit", "the limit on what is paid"),
    ),
    {"rates": "it is struck with the rate"},
)
