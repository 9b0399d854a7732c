"""Fewer clinicians than planned, all year."""

from fairterms.simulate.drivers.assumptions import is_moved, replanned, shifted
from fairterms.simulate.drivers.stress import Change, Setting, Stress, by


def apply(setting: Setting, size: float) -> Change | str:
    """Move the middle of the factor "staffing" by a share."""
    declared = setting.plan.declared
    if not is_moved(declared, "staffing"):
        return "Nothing in the forecast moves with the number of clinicians."
    plan = replanned(setting.plan, shifted(declared, "staffing", size), setting.past)
    return Change(f"{by(size, is_counted=True).capitalize()} clinicians.", plan)


STRESS = Stress("loss_of_staff", "Loss of staff", -0.15, apply)
