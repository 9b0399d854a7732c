"""Without a share, a gain or loss on episodes is not shared; without a limit it has none."""

from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerms,
    left_out,
    set_to,
    unlimited,
)

_READING = "it says how another term is read"

NEUTRAL = NeutralTerms(
    "episode",
    (
        set_to("gain_share", "0 %", "the share of gains"),
        set_to("loss_share", "0 %", "the share of losses"),
        set_to("risk_adjustment", "none", "the risk adjustment"),
        left_out("gain_share_limit", "the gain-share limit", "no limit"),
        left_out("indicators", "the linked measures", "gains are paid whatever quality is"),
        set_to("minimum_episodes", "0 episodes", "the minimum number of episodes"),
        unlimited("loss_cap", "the limit on what is owed"),
    ),
    {
        "acceptable": "losses have no beginning without it; strike the share of losses",
        "commendable": "gains have no beginning without it; strike the share of gains",
        "gain_measured_from": _READING,
        "limit_is": _READING,
        "without_cases": _READING,
    },
)
