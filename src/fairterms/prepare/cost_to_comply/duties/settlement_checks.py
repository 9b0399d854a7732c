"""Checking the plan's lists and settlements before they count as accepted."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, Trigger, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Check the plan's settlements and lists in time",
    family=Family.CHECKING,
    found_by=words(
        r"\bmay (?:ask \w+ to )?(?:question|object|reconsider|report an error|ask for (?:a|"
        r"the) correction|appeal)\b",
        r"\b(?:disputes?|requests?|objections?|appeals?)\b[^.;]{0,80}?\b(?:shall|must) be "
        r"(?:submitted|made|filed)\b[^.;]{0,80}?\bwithin\b",
    ),
    unless=words(
        r"\bMember may\b",
    ),
    named_by=words(r"\bsettlement\b|\bactuary\b|\baccountant\b|\breconcil"),
    triggers=frozenset({Trigger.GROUP_MAY, Trigger.OWED}),
    driver=Driver.TIME,
    hours=Spread.of(8, 24, 80),
    times=Spread.of(1, 1, 2),
    role=Role.ANALYST,
    is_one=True,
    basis=(
        "Eight to eighty hours for each settlement or year of lists. Nobody must do it, "
        "but what is not questioned in time is accepted."
    ),
)
