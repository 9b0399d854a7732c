"""Without the schedule nothing is paid for a service."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    set_to,
    unpaid,
)

NEUTRAL = NeutralTerms(
    "fee_schedule",
    (
        unpaid("fees", name="the fees"),
        set_to("percentage_of_schedule", "100 %", "the percentage of the schedule"),
    ),
)
