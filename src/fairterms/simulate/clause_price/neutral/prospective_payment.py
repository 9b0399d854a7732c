"""Without the rate nothing is paid for a day or month; extras can be struck apart."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    both,
    left_out,
    set_to,
    unpaid,
)

_OUTLIERS = set_to("outlier_share", "0 %", "the payment for very dear clients")
_BONUS = set_to("quality_bonus", "$0.00", "the quality bonus")

NEUTRAL = NeutralTerms(
    "prospective_payment",
    (
        unpaid("rate", "rates", also=both(_OUTLIERS, _BONUS)),
        _OUTLIERS,
        _BONUS,
        left_out("quality", "the quality rule of the bonus", "the bonus is paid in full"),
    ),
    {
        "rates": "it is struck with the rate",
        "outlier_threshold": "it is struck with the outlier share",
        "excess_from": "it says which figures are read",
        "quality_minimum": "it says when the quality rule is met, and is struck with it",
    },
)
