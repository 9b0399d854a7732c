"""Without a rate nothing is shared; without a minimum, rule or limit nothing holds it back."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    left_out,
    set_to,
    unlimited,
)

NEUTRAL = NeutralTerms(
    "shared_savings",
    (
        set_to("minimum_savings_rate", "0 %", "the minimum savings rate"),
        set_to("sharing_rate", "0 %", "the share of savings"),
        set_to("sharing_rate_below_minimum", "0 %", "the share of savings below the minimum"),
        set_to(
            "savings_eligibility",
            "100 %",
            "the condition on savings",
            "all savings may be shared",
        ),
        set_to("shared_from", "first dollar", "the sharing of the excess only"),
        left_out("quality", "the quality rule", "quality changes nothing"),
        unlimited("savings_cap", "the limit on what is earned"),
        set_to("minimum_loss_rate", "0 %", "the minimum loss rate"),
        set_to("loss_rate", "0 %", "the share of losses"),
        unlimited("loss_cap", "the limit on what is owed"),
    ),
    {
        "benchmark": "savings have no beginning without it; strike the rates",
        "quality_minimum": "it says when the quality rule is met, and is struck with it",
    },
)
