"""Changes and rules for tests; everything is made up."""

from datetime import date
from typing import Any

from fairterms.monitor.amendments.change import Change, Kind, Way
from fairterms.monitor.amendments.notice_rule import NoticeRule, Said

SAID = Said("agreement.pdf", "10.3", "on forty-five days' notice", line=3)


def change(**given: Any) -> Change:
    """Return a policy notice told 60 days ahead that the plan decided, but for what is given."""
    usual: dict[str, Any] = {
        "id": "columns",
        "line": 1,
        "kind": Kind.POLICY_NOTICE,
        "summary": "Two more columns",
        "received": date(2027, 3, 1),
        "effective": date(2027, 4, 30),
        "how": Way.LETTER,
        "agreed_by": "plan",
    }
    return Change(**{**usual, **given})


def rule(**given: Any) -> NoticeRule:
    """Return a rule on policy notices that asks for nothing, but for what is given."""
    usual: dict[str, Any] = {
        "id": "policy",
        "kinds": (Kind.POLICY_NOTICE,),
        "said": SAID,
        "where": "Section 10.3",
    }
    return NoticeRule(**{**usual, **given})
