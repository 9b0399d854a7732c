"""Read a number of a value-based performance report with its unit.

A number states its unit, or has the unit that the definition of its metric gives. A share without
a unit is not read: 0.85 and 85 would both be possible. Units that UCUM does not know are written as
its annotations: "{member-month}" counts member-months, "{USD}/{visit}" is dollars per visit.
"""

import re
from decimal import Decimal

from fairterms.reconcile.statement.vbpr_codes import METRICS, Metric
from fairterms.units.quantity import (
    FACTOR,
    FRACTION,
    MONEY,
    POINTS,
    Kind,
    Quantity,
    Unit,
    count,
    per,
)

PER_100 = count("events per 100 members")
PER_1000 = count("events per 1,000 members")
UCUM = {
    "/10*2": PER_100,
    "/100": PER_100,
    "{/100}": PER_100,
    "/10*3": PER_1000,
    "/1000": PER_1000,
    "{/1000}": PER_1000,
    "d": count("day"),
    "mo": count("month"),
    "1": FACTOR,
}
POINT = "{percentage_point}"
DOLLARS = "USD"
HUNDREDTH = Decimal("0.01")
_NOUN = r"\{([a-z][a-z0-9_,-]*)\}"
_COUNT = re.compile(_NOUN)
_PER = re.compile(r"\{USD\}/" + _NOUN)


class NoUnit(ValueError):
    """Raised with the reason why a number cannot be read with its unit."""


def read(amount: Decimal, unit: str, code: str) -> Quantity:
    """Return a number with its unit.

    Parameters
    ----------
    amount
        As written.
    unit
        The unit beside it: a UCUM code, "USD" for money, or empty.
    code
        The metric it states.

    Raises
    ------
    NoUnit
        When the unit is not known here, or there is none and the metric gives none.

    Examples
    --------
    >>> str(read(Decimal("83.3"), "%", "med-cost-fund"))
    '83.3 %'
    >>> str(read(Decimal("33"), "", "revenue-pmpm"))
    '$33.00 PMPM'
    """
    metric = METRICS.get(code)
    if not unit:
        return Quantity(amount, _by_definition(code, metric))
    if unit in {"%", POINT}:
        return Quantity(amount * HUNDREDTH, FRACTION if unit == "%" else POINTS)
    if unit == DOLLARS:
        return Quantity(amount, _money(metric))
    return Quantity(amount, _unit(unit))


def unit_text(unit: Unit) -> str:
    """Return a unit as a report writes it, so that :func:`read` reads it back.

    Examples
    --------
    >>> unit_text(count("member-month")), unit_text(per("visit"))
    ('{member-month}', '{USD}/{visit}')
    """
    noun = "{" + unit.noun.replace(" ", "_") + "}"
    return {
        Kind.FRACTION: "%",
        Kind.POINTS: POINT,
        Kind.FACTOR: "1",
        Kind.MONEY: DOLLARS,
        Kind.MONEY_PER: "{USD}/" + noun,
        Kind.COUNT: noun,
    }[unit.kind]


def contradicts(quantity: Quantity, code: str) -> bool:
    """Say whether a number's unit is not one that the definition of its metric allows."""
    metric = METRICS.get(code)
    if metric is None or quantity.unit in metric.units:
        return False
    return not (metric.counts_events and quantity.unit in {PER_100, PER_1000})


def _unit(text: str) -> Unit:
    if text in UCUM:
        return UCUM[text]
    counted, paid_per = _COUNT.fullmatch(text), _PER.fullmatch(text)
    if counted:
        return count(counted[1].replace("_", " "))
    if paid_per:
        return per(paid_per[1].replace("_", " "))
    raise NoUnit(f'the unit "{text}" is not one this reader knows')


def _money(metric: Metric | None) -> Unit:
    """Return dollars, or dollars per something where the metric is defined so."""
    kinds = {Kind.MONEY, Kind.MONEY_PER}
    units = [unit for unit in metric.units if unit.kind in kinds] if metric else []
    return units[0] if units else MONEY


def _by_definition(code: str, metric: Metric | None) -> Unit:
    if metric is None:
        return count("unit")
    if metric.units[0] == FRACTION:
        raise NoUnit(f'"{code}" is a share and has no unit: 0.85 and 85 could both be meant')
    return metric.units[0]
