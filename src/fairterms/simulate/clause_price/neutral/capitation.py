"""Without capitation nothing is paid a month, and nothing is charged back."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    both,
    left_out,
    set_to,
    unlimited,
    unpaid,
)

_CARVE_OUTS = left_out("carve_outs", "the carve-outs", "nothing is taken off the rate")
_CHARGE_BACKS = set_to("charge_back_share", "0 %", "the charge-backs")

NEUTRAL = NeutralTerms(
    "capitation",
    (
        unpaid("rate", "rates", also=both(_CARVE_OUTS, _CHARGE_BACKS)),
        set_to("times_risk_score", False, "the risk score", "not multiplied by it"),
        set_to("rate_rounding", "not rounded", "the rounding of the rate"),
        _CARVE_OUTS,
        _CHARGE_BACKS,
        unlimited("charge_back_cap", "the limit on charge-backs"),
    ),
    {
        "rates": "it is struck with the rate",
        "scope": "it names the sort of payment and moves no money",
        "is_linked_to_quality": "it names the sort of payment and moves no money",
    },
)
