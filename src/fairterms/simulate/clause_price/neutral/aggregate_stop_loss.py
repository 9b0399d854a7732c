"""Without the aggregate stop-loss, what is owed for the year has no end."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    unlimited,
)

NEUTRAL = NeutralTerms(
    "aggregate_stop_loss",
    (unlimited("loss_limit", "the stop-loss of the whole year"),),
    {
        "limit_on": "it says what the limit is put on, and means nothing without it",
        "loss_rate": "it says how the limit is shared, and means nothing without it",
    },
)
