"""Without the payment nothing is paid for reports; without the minimum each one counts."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    set_to,
    unlimited_in_its_unit,
    unpaid,
)

NEUTRAL = NeutralTerms(
    "pay_for_reporting",
    (
        unpaid("amount", "rate", name="the payment for reports"),
        set_to("reports_required", "0 reports", "the number of reports required", "none required"),
        unlimited_in_its_unit("most_reports", "the limit on reports"),
    ),
    {
        "rate": "it is struck with the payment",
        "if_fewer": "it says what the number of reports required does",
    },
)
