"""One patient whose care is very dear."""

from collections.abc import Callable
from dataclasses import replace

from fairterms.payment.book import Given
from fairterms.simulate.drivers.stress import Change, Setting, Stress
from fairterms.simulate.forecast.declaration import Patients
from fairterms.simulate.forecast.panel import Plan
from fairterms.simulate.years import Years
from fairterms.units.quantity import Quantity


def apply(setting: Setting, size: float) -> Change | str:
    """Add what one patient costs to the cost of every year, in dollars."""
    spec = next((one for one in setting.plan.declared.patients if one.paid), None)
    if spec is None:
        return "The contract does not look at what a patient's care costs."
    attachment = attachment_of(spec, setting.plan)
    words = f"One patient more whose care costs ${size:,.0f} in the year."
    if attachment is not None:
        words += f" What one costs above ${attachment:,.0f} is counted apart."
    return Change(words, setting.plan, _with_patient(spec, size, attachment))


def attachment_of(spec: Patients, plan: Plan) -> float | None:
    """Return the point above which one patient's cost is counted apart, in dollars."""
    if not spec.above:
        return None
    clause, _, term = spec.attachment.partition(".")
    value = plan.contract.clause(clause).terms[term].value
    assert isinstance(value, Quantity), "the plan was made with it"
    return float(value.amount)


def _with_patient(
    spec: Patients, dollars: float, attachment: float | None
) -> Callable[[Years], Years]:
    def changed(years: Years) -> Years:
        added = {spec.paid: dollars}
        if attachment is not None:
            added[spec.above] = max(dollars - attachment, 0.0)
        figures = dict(years.figures)
        for name, amount in added.items():
            given = figures[name]
            assert not isinstance(given.values, tuple), "what patients cost is one column"
            figures[name] = Given(given.values + amount, given.unit)
        return replace(years, figures=figures)

    return changed


STRESS = Stress("crisis_patient", "One crisis patient", 250_000.0, apply)
