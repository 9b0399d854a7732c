"""Where each number of a world is from, and how well it is known."""

from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType

from fairterms.outcomes.synthetic.world import World
from fairterms.reference.evidence import Basis, Evidence


def _set(why: str) -> Basis:
    """Mark a number that is set here: only made-up people rest on it."""
    return Basis(f"set for made-up groups: {why}", Evidence.GENERAL)


_FITTED = _set("fitted to the totals of NHS Talking Therapies 2024-25")
_ITEMS = _set("fitted to a PHQ-9 at the start of 14.2 (SD 6.1) and a retest reliability of .84")
_SPREAD = _set("providers differ by 0.35 logits, clinicians by an intraclass correlation of .05")
_DOSE = Basis(
    "18.8 visits in private practice; fewer than 5 in ordinary clinics, with about one patient in "
    "five improved (Hansen 2002)",
    Evidence.READ,
)
_DROPOUT = Basis("dropout 19.7 % to 46.9 %, by how it is defined", Evidence.READ)
_WORSE = Basis("5 % to 10 % of patients get worse", Evidence.READ)
_ASKED = Basis("34 % followed at six months, Minnesota", Evidence.READ)
_PAIRED = Basis("98.7 % of finished courses paired, NHS Talking Therapies", Evidence.RECOMPUTED)
_PLAIN = _set("an ordinary practice")

BASES: Mapping[str, Basis] = MappingProxyType(
    {
        "providers.clinics": _PLAIN,
        "providers.clinicians": _PLAIN,
        "providers.clinic_sigma": _SPREAD,
        "providers.clinician_correlation": _SPREAD,
        "providers.size_sigma": _set("caseloads are log-normal"),
        "course.slope": _FITTED,
        "course.anxiety_slope": _FITTED,
        "course.severity_interaction": _FITTED,
        "course.slope_sigma": _FITTED,
        "course.still_share": _FITTED,
        "course.harm_share": _WORSE,
        "course.harm_slope": _FITTED,
        "course.slope_correlation": _FITTED,
        "course.state_correlation": _FITTED,
        "course.lowest_state": _FITTED,
        "course.slope_per_logit": _set("one logit of a provider is one logit of response"),
        "attendance.visits": _DOSE,
        "attendance.dropout": _DROPOUT,
        "attendance.visits_sigma": _PLAIN,
        "attendance.fewest": _set("a finished course of the NHS has two visits or more"),
        "attendance.missed": _PLAIN,
        "attendance.weekly": _PLAIN,
        "attendance.wait_days": _PLAIN,
        "attendance.wait_sigma": _PLAIN,
        "attendance.telehealth": _PLAIN,
        "follow_up.first_form": _PAIRED,
        "follow_up.session_form": _PAIRED,
        "follow_up.half_year_form": _ASKED,
        "follow_up.trend": _set("who is better answers more often"),
        "follow_up.habit": _set("some patients answer at most visits, some at hardly any"),
        "follow_up.satisfaction_form": _PLAIN,
        "follow_up.item_left_out": _PLAIN,
        "depression.discrimination": _ITEMS,
        "depression.location": _ITEMS,
        "depression.spread": _ITEMS,
        "depression.unrest": _ITEMS,
        "anxiety.discrimination": _FITTED,
        "anxiety.location": _FITTED,
        "anxiety.spread": _FITTED,
        "anxiety.unrest": _FITTED,
    }
)
"""A basis for every number by part and name; a preset may set another value on the same basis."""


def parameters(world: World) -> Mapping[str, float]:
    """Return every number of a world that shapes outcomes, by the name it has in :data:`BASES`.

    Examples
    --------
    >>> from fairterms.outcomes.synthetic.presets import PRIVATE_PRACTICE
    >>> parameters(PRIVATE_PRACTICE)["attendance.visits"]
    18.8
    """
    parts = ("providers", "course", "attendance", "follow_up", "depression", "anxiety")
    return {
        f"{part}.{one.name}": getattr(getattr(world, part), one.name)
        for part in parts
        for one in fields(getattr(world, part))
        if one.name not in {"instrument", "title", "loinc_code", "items"}
    }
