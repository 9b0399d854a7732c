"""Whether somebody coordinates care and watches the rules."""

from fairterms.prepare.readiness.criterion import (
    Case,
    Criterion,
    Judgement,
    Standing,
    When,
)
from fairterms.prepare.readiness.declaration import Declaration
from fairterms.prepare.readiness.situation import Situation
from fairterms.prepare.readiness.wording import listed
from fairterms.prepare.readiness.work_cover import Needed, hear_all

_COORDINATOR, _OFFICER = "care coordination", "compliance"
_FIRST_OF_ALL = (_COORDINATOR, _OFFICER)


def judge(declaration: Declaration, _situation: Situation) -> Judgement:
    """Judge by four roles; without a coordinator and a compliance officer it is too early."""
    case, roles = Case(), declaration.roles
    found = hear_all(
        case,
        (
            Needed(_COORDINATOR, roles.care_coordinator),
            Needed(_OFFICER, roles.compliance_officer),
            Needed("work in a team of several professions", roles.multidisciplinary_team),
            Needed("contact with partners in the community", roles.community_partners),
        ),
    )
    gone = (*found.lacking, *found.planned)
    urgent = [name for name in gone if name in _FIRST_OF_ALL]
    if urgent:
        first = f"Name somebody for {listed(urgent)}, with paid hours; put that cost to the plan."
        return case.judged(Standing.NOT_YET, f"Not there yet: {listed(gone)}.", first)
    if found.unsaid:
        first = f"Say under [roles] who covers {listed(found.unsaid)}."
        return case.unknown(f"Not said who covers {listed(found.unsaid)}.", first)
    if gone:
        first = f"Agree with others on {listed(gone)}, for patients who need more than therapy."
        return case.judged(Standing.WATCH, f"Not there yet: {listed(gone)}.", first)
    return case.judged(Standing.READY, "Coordination and compliance have people of their own.")


CRITERION = Criterion(
    name="coordination_roles",
    title="Coordination",
    question="Does somebody coordinate care and watch the rules?",
    why=(
        "Patients who cost most need more than one professional: after a hospital stay, with a "
        "physical illness, without a home. Somebody must follow them up, and somebody must see "
        "that what is reported is true."
    ),
    requirements=("R-D7",),
    when=When.SIGNING,
    judge=judge,
)
