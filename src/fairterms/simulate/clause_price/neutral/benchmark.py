"""Without its caps and its region, a benchmark is the group's own trended history."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    set_to,
    unlimited_in_its_unit,
)

NEUTRAL = NeutralTerms(
    "benchmark",
    (
        unlimited_in_its_unit("risk_cap_up", "the upper limit on the risk ratio"),
        set_to("risk_cap_down", "100 %", "the lower limit on the risk ratio", "no limit"),
        set_to("regional_weight", "0 %", "the blend with the region", "the group's history alone"),
    ),
    {
        "years": "without base years there is no benchmark",
        "regional_pmpm": "it is struck with the regional weight",
        "result": "it says what the benchmark is an amount of",
    },
)
