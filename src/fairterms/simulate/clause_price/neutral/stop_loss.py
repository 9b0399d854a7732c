"""Without the protection every cost counts in full; without the charge it is free."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    set_to,
)

NEUTRAL = NeutralTerms(
    "stop_loss",
    (
        set_to("credit_share", "0 %", "the stop-loss for one member", "every cost counts in full"),
        set_to("charge", "$0.00", "the charge for the stop-loss"),
    ),
    {
        "attachment": "it says where the protection begins, and is struck with its share",
        "excess_from": "it says which figures are read",
    },
)
