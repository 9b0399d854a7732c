"""Without the fee members pay nothing, and nothing is refunded."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    both,
    set_to,
    unpaid,
)

_JOINING = set_to("joining_fee", "$0.00 per member", "the joining fee")

NEUTRAL = NeutralTerms(
    "direct_fee",
    (
        unpaid("rate", "rates", name="the membership fee", also=both(_JOINING)),
        _JOINING,
        set_to("refund_share", "0 %", "the refunds"),
    ),
    {
        "rates": "it is struck with the rate",
        "paid_by": "it says who pays, and moves no money",
    },
)
