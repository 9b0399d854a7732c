"""More people, requests and visits wanted, with the same clinicians."""

from dataclasses import replace

from fairterms.simulate.drivers.assumptions import is_moved, replanned, scaled, shifted
from fairterms.simulate.drivers.stress import Change, Setting, Stress, by


def apply(setting: Setting, size: float) -> Change | str:
    """Enlarge all that grows with the people, and spread the same clinicians over them."""
    words = f"{by(size, is_counted=True).capitalize()} people and requests"
    # The contract was signed for the group as it was: its fixed payments stay.
    plan = replace(scaled(setting.plan, 1 + size), contract=setting.plan.contract)
    if is_moved(plan.declared, "staffing"):
        # Visits then stay as they were, and what depends on clinicians per patient falls.
        plan = replanned(plan, shifted(plan.declared, "staffing", 1 / (1 + size) - 1), setting.past)
        words += ", and the same clinicians"
    return Change(f"{words}.", plan)


STRESS = Stress("surge_in_demand", "Surge in demand", 0.20, apply)
