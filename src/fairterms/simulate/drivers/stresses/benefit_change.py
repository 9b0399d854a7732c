"""The plan changes the benefit: patients come less often, and their care costs more elsewhere."""

from dataclasses import replace
from decimal import Decimal

from fairterms.simulate.drivers.assumptions import is_moved, replanned, shifted
from fairterms.simulate.drivers.stress import Change, Setting, Stress, by
from fairterms.simulate.forecast.panel import Plan
from fairterms.units.quantity import Quantity


def apply(setting: Setting, size: float) -> Change | str:
    """Lower the number of visits by a share, and raise the cost of care by half of it."""
    plan, words = setting.plan, []
    names = _visits(plan)
    if names:
        words.append(f"{by(size, is_counted=True)} visits")
        factor = 1 + Decimal(repr(size))
        values = {
            name: value.with_amount(value.amount * factor)
            if name in names and isinstance(value, Quantity)
            else value
            for name, value in plan.expected.values.items()
        }
        plan = replace(plan, expected=replace(plan.expected, values=values))
    if any(one.paid for one in plan.declared.patients) and is_moved(plan.declared, "trend"):
        dearer = -size / 2
        words.append(f"{by(dearer)} for a unit of care")
        # The level of cost is that of the law of one patient, which visits do not change.
        plan = replanned(plan, shifted(plan.declared, "trend", dearer), setting.past)
    if not words:
        return "The contract counts neither visits nor what care costs."
    return Change(f"{' and '.join(words).capitalize()}.", plan)


def _visits(plan: Plan) -> frozenset[str]:
    return frozenset(
        name
        for name, value in plan.expected.values.items()
        if isinstance(value, Quantity) and value.unit.noun == "visit" and name.startswith("visits")
    )


STRESS = Stress("benefit_change", "The plan changes the benefit", -0.10, apply)
