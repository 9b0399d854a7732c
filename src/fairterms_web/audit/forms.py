"""The forms of an audit by the sort of entry that each writes."""

from fairterms_web.audit.plan_forms import (
    EngagementForm,
    IndependenceForm,
    ProgrammeForm,
    ScopeForm,
)
from fairterms_web.audit.told_forms import EffectForm, FollowUpForm, InitiativeForm
from fairterms_web.audit.work_forms import (
    FindingForm,
    ObservationForm,
    ProcedureForm,
    WorkpaperForm,
)

OWN = {
    one.section: one
    for one in (
        *(ProgrammeForm, ScopeForm, EngagementForm, IndependenceForm, ProcedureForm),
        *(WorkpaperForm, ObservationForm, FindingForm),
    )
}
"""Entries of the auditor's own file, by their section."""
TOLD = {one.section: one for one in (FollowUpForm, InitiativeForm, EffectForm)}
"""Entries of the copy both sides have that the auditor writes."""
