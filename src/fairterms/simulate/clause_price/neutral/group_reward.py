"""Without a pool nothing is paid; without exclusions everybody has a part in it."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    left_out,
    set_to,
)

NEUTRAL = NeutralTerms(
    "group_reward",
    (
        set_to("pool", "$0.00", "the pool", "nothing is paid"),
        set_to("group_minimum", "0 %", "the group's minimum"),
        left_out("exclusions", "the exclusions", "nobody is excluded"),
        set_to("most_excluded", "100 %", "the limit on exclusions", "no limit"),
    ),
    {
        "findings_required": "it says when somebody is excluded, and is struck with the exclusions",
        "basis": "it says how a share is measured",
        "excluded_money": "it says where excluded money goes, and is struck with the exclusions",
    },
)
