"""Without the sharing rate savings are not shared; without the limit they have none."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    left_out,
    set_to,
    unlimited,
)

_READING = "it says how another term is read"
_COST = "it says what the cost is made of"

NEUTRAL = NeutralTerms(
    "medical_loss_ratio_savings",
    (
        set_to("sharing_rate", "0 %", "the share of savings"),
        left_out("floor", "the floor under the ratio", "no floor"),
        unlimited("limit", "the limit on what is paid"),
        left_out("quality", "the quality rule", "quality changes nothing"),
    ),
    {
        "target": "savings have no beginning without it; strike the sharing rate",
        "cost_adds": _COST,
        "cost_subtracts": _COST,
        "floor_is": _READING,
        "limit_covers": _READING,
        "quality_applies": _READING,
        "quality_minimum": "it says when the quality rule is met, and is struck with it",
    },
)
