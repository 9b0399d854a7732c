"""Without a rate nothing is paid for a change in use; without the limit it has none."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    set_to,
    unlimited,
    unpaid,
)

NEUTRAL = NeutralTerms(
    "utilization_incentive",
    (
        unpaid("rate", "tiers"),
        set_to("part_steps", "in proportion", "the rule of whole steps"),
        unlimited("limit", "the limit on what is paid"),
    ),
    {
        "tiers": "they are struck with the rate",
        "direction": "it says which way use should move",
        "per": "it says what use is counted by",
        "baseline": "a change has no beginning without it; strike the rate",
        "for_each": "it says for how much change the rate is paid",
    },
)
