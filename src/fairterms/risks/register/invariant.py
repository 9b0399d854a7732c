"""What must hold between the records of a register; each rule is one function."""

from collections.abc import Callable, Iterator, Mapping

from fairterms.risks.register.breach import Breach
from fairterms.risks.register.chain import broken_links
from fairterms.risks.register.objective import Holder
from fairterms.risks.register.register import Register
from fairterms.units.quantity import FRACTION, POINTS, Unit


def breaches(register: Register) -> tuple[Breach, ...]:
    """Return every rule the records break together.

    Parameters
    ----------
    register
        The records, each sound by itself.

    Returns
    -------
    tuple of Breach
        All of them, rule by rule.
    """
    found = [one for rule in RULES for one in rule(register)]
    return (*found, *broken_links(register.estimates))


def _open_without_impact(register: Register) -> Iterator[Breach]:
    touched = {one.risk for one in register.impacts}
    for one in register.risks:
        if one.is_open and one.id not in touched:
            yield Breach(
                "risk",
                one.id,
                "",
                f"the open risk {one.id} touches no objective",
                "no-impact",
                "a risk exists only against an objective: what nobody wants cannot be missed",
                f'add a block [[impact]] with risk = "{one.id}", or write status = "closed"',
            )


def _impact_twice(register: Register) -> Iterator[Breach]:
    first: dict[object, str] = {}
    for one in register.impacts:
        if one.key in first:
            yield Breach(
                "impact",
                one.id,
                "",
                f"{one.id} says what {first[one.key]} says: the same risk, objective and source",
                "impact-twice",
                "counted twice, one loss would look like two",
                f"keep one of them, or name the other source of {one.id}",
            )
        first.setdefault(one.key, one.id)


def _shared_not_adopted(register: Register) -> Iterator[Breach]:
    values = {one.id: one for one in register.values}
    for one in register.objectives:
        value = values.get(one.value)
        if one.holder is Holder.SHARED and value is not None and not value.is_adopted:
            have = "has" if len(value.waits_for) == 1 else "have"
            sides = f"{' and the '.join(value.waits_for)} {have}"
            yield Breach(
                "objective",
                one.id,
                "holder",
                f"the objective {one.id} is called shared, and the {sides} not adopted its value "
                f"{value.id}",
                "not-adopted",
                "what one side alone has adopted binds nobody else",
                f"add the day of adoption to {value.id}, or name the side that holds the objective",
            )


def _target_unit(register: Register) -> Iterator[Breach]:
    for one in register.objectives:
        if not fits(one.target.unit, one.unit):
            yield Breach(
                "objective",
                one.id,
                "target",
                f"the target of {one.id} is in {one.target.unit}, and the objective is in "
                f"{one.unit}",
                "unit-differs",
                "how far a target is missed is counted in the objective's unit",
                f"write the target in {one.unit}, or change the unit",
            )


def _estimate_unit(register: Register) -> Iterator[Breach]:
    units = objective_units(register)
    for one in register.estimates:
        unit = units.get(one.impact)
        if unit is not None and one.unit != unit:
            key = "from_contract" if one.is_computed else "severity"
            yield Breach(
                "estimate",
                one.id,
                key,
                f"the loss of {one.id} is in {one.unit}, and its objective is in {unit}",
                "unit-differs",
                "losses of different units cannot be set beside one tolerance",
                f"write the severity in {unit}, or point the impact at another objective",
            )


def objective_units(register: Register) -> Mapping[str, Unit]:
    """Return, by the id of each impact, the unit of the objective it touches."""
    units = {one.id: one.unit for one in register.objectives}
    return {one.id: units[one.objective] for one in register.impacts if one.objective in units}


def fits(target: Unit, unit: Unit) -> bool:
    """Say whether a target can stand in an objective: "80 %" falls short by percentage points.

    Examples
    --------
    >>> fits(FRACTION, POINTS)
    True
    """
    return target == unit or (unit == POINTS and target == FRACTION)


RULES: tuple[Callable[[Register], Iterator[Breach]], ...] = (
    _open_without_impact,
    _impact_twice,
    _shared_not_adopted,
    _target_unit,
    _estimate_unit,
)
"""Every rule but those of the chains of estimates."""
