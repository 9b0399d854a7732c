"""Without the fee nothing is paid a month; without an adjustment it is not changed."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    left_out,
    unpaid,
)

NEUTRAL = NeutralTerms(
    "care_coordination",
    (
        unpaid("rate", "rates", name="the monthly fee"),
        left_out("risk_adjustment", "the risk score", "not multiplied by it"),
        left_out(
            "retroactive_changes", "the later corrections of the list", "the first list is final"
        ),
    ),
    {"rates": "it is struck with the rate"},
)
