"""Ask for one stress on the small year."""

from fairterms.simulate.drivers.stress import Change, Setting
from fairterms.simulate.drivers.stress_catalogue import STRESSES
from fairterms.simulate.forecast.panel import Plan
from fairterms.units.quantity import Quantity
from tests.simulate.drivers.small_year import deal, plan


def change(name: str, size: float | None = None, of: Plan | None = None) -> Change:
    stress = STRESSES[name]
    found = stress.apply(Setting(deal(), of or plan()), stress.size if size is None else size)
    assert isinstance(found, Change), found
    return found


def level(of: Plan, name: str) -> float:
    value = of.expected.values[name]
    assert isinstance(value, Quantity)
    return float(value.amount)
