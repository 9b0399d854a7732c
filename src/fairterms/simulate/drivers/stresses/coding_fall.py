"""Diagnoses are written down less completely, and the risk score falls."""

from fairterms.simulate.drivers.assumptions import is_moved, replanned, shifted
from fairterms.simulate.drivers.stress import Change, Setting, Stress, by


def apply(setting: Setting, size: float) -> Change | str:
    """Move the middle of the factor "coding" by a share."""
    declared = setting.plan.declared
    if not is_moved(declared, "coding"):
        return "No risk score in the forecast moves with coding."
    plan = replanned(setting.plan, shifted(declared, "coding", size), setting.past)
    return Change(f"{by(size).capitalize()} risk score for the same patients.", plan)


STRESS = Stress("coding_fall", "Coding falls", -0.03, apply)
