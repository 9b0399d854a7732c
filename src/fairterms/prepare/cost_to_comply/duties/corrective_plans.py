"""Explaining a result and writing a plan to mend it."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, Trigger, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Explain results and write plans of correction",
    family=Family.CHECKING,
    found_by=words(
        r"\bplans? of correction\b",
        r"\bcorrective (?:action )?plans?\b",
        r"\bfor an explanation\b",
        r"\b(?:shall|must|will) explain\b",
        r"\bexplains why\b",
    ),
    named_by=words(r"\bcorrective\b|\bplans? of correction\b|\bexplain"),
    triggers=frozenset({Trigger.OWED, Trigger.PLAN_MAY}),
    driver=Driver.TIME,
    hours=Spread.of(4, 12, 40),
    times=Spread.of(0, 1, 3),
    role=Role.MANAGER,
    basis="Four to forty hours each.",
)
