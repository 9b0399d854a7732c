"""A unit of care costs far more than expected."""

from fairterms.simulate.drivers.assumptions import is_moved, replanned, shifted
from fairterms.simulate.drivers.stress import Change, Setting, Stress, by


def apply(setting: Setting, size: float) -> Change | str:
    """Move the middle of the factor "trend" by a share."""
    declared = setting.plan.declared
    if not is_moved(declared, "trend"):
        return "Nothing in the forecast moves with the cost of care."
    plan = replanned(setting.plan, shifted(declared, "trend", size), setting.past)
    return Change(f"{by(size).capitalize()} for a unit of care.", plan)


STRESS = Stress("trend_shock", "Care gets dearer", 0.10, apply)
