"""Without a floor a result counts below zero; without a rate it is not shared here."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    left_out,
    set_to,
)

NEUTRAL = NeutralTerms(
    "netting",
    (
        left_out("upside_only", "the floor under single results", "each counts below zero too"),
        set_to("sharing_rate", "0 %", "the share of gains"),
        set_to("loss_rate", "0 %", "the share of losses"),
        set_to("total_upside_only", False, "the floor under the total", "no floor"),
    ),
    {"level": "results are added somehow; neither way is nothing"},
)
