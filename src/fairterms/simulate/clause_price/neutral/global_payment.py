"""Without its shares a budget is not settled: nothing is paid out and nothing is owed."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    left_out,
    set_to,
    unlimited,
)

NEUTRAL = NeutralTerms(
    "global_payment",
    (
        set_to("times_risk_score", False, "the risk score", "not multiplied by it"),
        set_to("surplus_share", "0 %", "the share of a surplus"),
        set_to("deficit_share", "0 %", "the share of a deficit"),
        left_out("quality", "the quality rule", "quality changes nothing"),
        unlimited("surplus_cap", "the limit on what is paid"),
        unlimited("deficit_cap", "the limit on what is owed"),
    ),
    {
        "budget": "nothing can be settled without a budget; strike the shares",
        "quality_minimum": "it says when the quality rule is met, and is struck with it",
    },
)
