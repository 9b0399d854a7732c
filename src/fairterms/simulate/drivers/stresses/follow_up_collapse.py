"""Far fewer patients have the scores a measure needs."""

from fairterms.simulate.drivers.assumptions import is_moved, replanned, shifted
from fairterms.simulate.drivers.stress import Change, Setting, Stress, by


def apply(setting: Setting, size: float) -> Change | str:
    """Move the middle of the factor "completion" by a share."""
    declared = setting.plan.declared
    if not is_moved(declared, "completion"):
        return "Nothing in the forecast moves with the completion of scores."
    plan = replanned(setting.plan, shifted(declared, "completion", size), setting.past)
    words = f"{by(size, is_counted=True).capitalize()} patients with the scores a measure needs."
    return Change(words, plan)


STRESS = Stress("follow_up_collapse", "Follow-up collapses", -0.20, apply)
