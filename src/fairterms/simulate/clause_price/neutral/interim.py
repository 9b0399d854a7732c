"""Without the interim share all that is earned is paid early; the true-up stays."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    set_to,
    unlimited,
)

NEUTRAL = NeutralTerms(
    "interim",
    (
        set_to("interim_share", "100 %", "the holding back of a part until the end"),
        unlimited("repayment_limit", "the limit on what is given back"),
    ),
    {"final_run_out": "it says when the year is final, and moves no money by itself"},
)
