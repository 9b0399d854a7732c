"""Without the case rate nothing is paid for an episode, whatever it costs."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    both,
    left_out,
    set_to,
    unpaid,
)

_OUTLIERS = set_to("outlier_share", "0 %", "the payment for very dear episodes")
_EXCLUDED = set_to("excluded_are", "not paid", "the fees for excluded episodes")

NEUTRAL = NeutralTerms(
    "case_rate",
    (
        unpaid("rate", "rates", also=both(_OUTLIERS, _EXCLUDED)),
        _OUTLIERS,
        left_out("exclusions", "the exclusions", "every episode is paid at the case rate"),
        _EXCLUDED,
    ),
    {
        "rates": "it is struck with the rate",
        "outlier_threshold": "it is struck with the outlier share",
        "excess_from": "it says which figures are read",
    },
)
