"""Asking leave before a service."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, Trigger, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Ask for authorizations",
    family=Family.ADMINISTRATION,
    found_by=words(
        r"\b(?:asks?|obtain|request|seek|secure|requir)\w*\b[^.;]{0,40}?\b(?:prior |"
        r"pre-?)?authori[sz]ations?\b(?! (?:of|from) (?:a |the )?(?:patient|member))|"
        r"\bpre-?certification\b",
    ),
    unless=words(
        r"\bpsychotherapy notes\b",
        r"\bdisclos",
        r"\bportal\b",
        r"\bfederal law\b",
    ),
    named_by=words(r"\bauthori[sz]ations?\b"),
    triggers=frozenset({Trigger.OWED, Trigger.PLAN_MAY}),
    driver=Driver.TIME,
    hours=Spread.of(".2", ".4", 1),
    times=Spread.of(12, 60, 300),
    role=Role.OFFICE,
    is_one=True,
    basis="Twelve minutes to an hour each; how many is not in the text.",
)
