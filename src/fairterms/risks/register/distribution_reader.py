"""Read how often and how bad: frequency, severity and limits of one estimate."""

from typing import NamedTuple

from fairterms.risks.loss.frequency import Chance, Frequency, NegativeBinomial, Poisson
from fairterms.risks.loss.limits import NO_LIMITS, ORDERS, Limits
from fairterms.risks.loss.severity import Amounts, Fixed, Lognormal, Pert, Severity
from fairterms.risks.register.block import Block
from fairterms.units.quantity import FACTOR, FRACTION, Quantity, Unit, count

EVENTS = (count("event per year"),)
"""What a frequency counts."""


class Bad(NamedTuple):
    """How bad one event is, and in which unit."""

    severity: Severity
    unit: Unit


def read_frequency(block: Block) -> Frequency | None:
    """Read ``frequency``: a chance in a year, or events per year.

    Parameters
    ----------
    block
        An estimate's block.

    Returns
    -------
    Frequency or None
        None where it is missing or cannot be read; the problem is noted.
    """
    table = _table(block, "frequency", _FREQUENCY)
    if table is None:
        return None
    found = _chance(table) if table.has("chance_in_a_year") else _events(table)
    table.close("a frequency")
    return found


def _chance(table: Block) -> Frequency | None:
    key = "chance_in_a_year"
    if not isinstance(table.raw[key], dict):
        one = _probability(table, key)
        return None if one is None else table.build(lambda: Chance(one), key)
    ends = table.table(key, '{ low = "10 %", high = "30 %" }')
    assert ends is not None, "it was seen to be a table"
    low, high = (_probability(ends, end) for end in ("low", "high"))
    ends.close("a chance")
    if low is None or high is None:
        return None
    if low >= high:
        what = f"the chance runs from {100 * low:g} % to {100 * high:g} %"
        table.add(key, what, "no-chance", "write the smaller one as low, the larger one as high")
        return None
    return table.build(lambda: Chance.from_interval(low, high), key)


def _probability(table: Block, key: str) -> float | None:
    """Read a chance between 0 % and 100 %; neither of the two is a risk."""
    found = table.quantity(key, "20 %", (FRACTION,))
    if found is None or 0 < found.amount < 1:
        return None if found is None else float(found.amount)
    what, fix = _no_chance(key, found)
    table.add(key, what, "no-chance", fix, why=_WHY_CHANCE)
    return None


def _no_chance(key: str, found: Quantity) -> tuple[str, str]:
    """Say why a percentage is no chance, and what to do."""
    if found.amount > 1:
        fix = 'count what comes several times a year: per_year = "2 events per year"'
        return f"{key} is {found}, and no chance is over 100 %", fix
    if found.amount == 1:
        fix = "deal with what is sure to come, in the forecast or with the plan, and take it out"
        return f"{key} is {found}: what is certain is an issue, not a risk", fix
    if found.amount == 0:
        fix = "take the estimate out, or give the small chance that there is"
        return f"{key} is {found}: what cannot happen is no risk", fix
    return f"{key} is {found}, and no chance is below 0 %", "give a chance above 0 %"


def _events(table: Block) -> Frequency | None:
    if not table.has("per_year"):
        what = "the frequency says neither a chance in a year nor events per year"
        table.add("", what, "missing", f"write frequency = {_FREQUENCY}")
        table.asked.add("variance_ratio")
        return None
    events = table.quantity("per_year", "2 events per year", EVENTS)
    ratio = None
    if table.has("variance_ratio"):
        ratio = table.quantity("variance_ratio", "1.8 factor", (FACTOR,))
        if ratio is None:
            return None
    if events is None:
        return None
    if ratio is None:
        return table.build(lambda: Poisson(float(events.amount)), "per_year")
    wide = float(ratio.amount)
    return table.build(lambda: NegativeBinomial(float(events.amount), wide), "variance_ratio")


def read_severity(block: Block) -> Bad | None:
    """Read ``severity``: an interval, three points, amounts seen, or one amount.

    Parameters
    ----------
    block
        An estimate's block.

    Returns
    -------
    Bad or None
        None where it is missing or cannot be read; the problem is noted.
    """
    table = _table(block, "severity", _SEVERITY)
    if table is None:
        return None
    shape = next((one for one in _SHAPES if one[-1] in table.raw), ())
    amounts = _amounts(table) if shape == ("amounts",) else _points(table, shape)
    table.close("a severity")
    if not shape:
        what = "the severity says neither its range nor an amount"
        table.add("", what, "missing", f"write severity = {_SEVERITY}")
    if not amounts or not _is_one_unit(table, amounts):
        return None
    built = table.build(lambda: _severity(shape, [float(one.amount) for one in amounts]))
    return None if built is None else Bad(built, amounts[0].unit)


def _severity(shape: tuple[str, ...], amounts: list[float]) -> Severity:
    if shape == ("exactly",):
        return Fixed(amounts[0])
    if shape == ("amounts",):
        return Amounts(tuple(amounts))
    if len(amounts) == len(("low", "likely", "high")):
        return Pert(*amounts)
    return Lognormal.from_interval(*amounts)


def _points(table: Block, shape: tuple[str, ...]) -> list[Quantity]:
    if "high" in shape and "likely" in table.raw:
        shape = ("low", "likely", "high")
    found = [table.quantity(key, "$5,000.00") for key in shape]
    read = [one for one in found if one is not None]
    return read if len(read) == len(found) else []


def _amounts(table: Block) -> list[Quantity]:
    raw = table.raw["amounts"] if table.has("amounts") else []
    if not isinstance(raw, list) or not raw:
        fix = 'write amounts = ["$1,200.00", "$8,400.00"]'
        table.add("amounts", "amounts is not a list of what was lost", "not-a-list", fix)
        return []
    found = [table.read_quantity("amounts", one, "$1,200.00") for one in raw]
    return [one for one in found if one is not None] if None not in found else []


def _is_one_unit(table: Block, amounts: list[Quantity]) -> bool:
    units = list(dict.fromkeys(str(one.unit) for one in amounts))
    if len(units) == 1:
        return True
    what = f"the severity is in {' and in '.join(units)}"
    table.add("", what, "wrong-unit", "write every amount in the objective's unit")
    return False


def read_limits(block: Block, unit: Unit | None) -> Limits | None:
    """Read ``limits``: what the contract takes off an event and off a year.

    Parameters
    ----------
    block
        An estimate's block.
    unit
        The severity's; None where that could not be read.

    Returns
    -------
    Limits or None
        No limits where the estimate names none; None where they cannot be read.
    """
    if not block.has("limits"):
        return NO_LIMITS
    table = block.table("limits", '{ per_year = "$140,000.00" }')
    if table is None or unit is None:
        return None
    units = {**dict.fromkeys(AMOUNTS, (unit,)), **dict.fromkeys(SHARES, (FRACTION,))}
    found = {
        key: table.quantity(key, "10 %" if key in SHARES else "$140,000.00", of)
        for key, of in units.items()
        if table.has(key)
    }
    order = table.one_of("order", ORDERS) if table.has("order") else ""
    table.close("limits")
    amounts = {key: float(one.amount) for key, one in found.items() if one is not None}
    if len(amounts) < len(found):
        return None
    return table.build(lambda: Limits(**amounts, order=order))


def _table(block: Block, key: str, example: str) -> Block | None:
    if not block.has(key):
        block.missing(key, f"write {key} = {example}")
        return None
    return block.table(key, example)


AMOUNTS = tuple(
    f"{sort}per_{what}" for sort in ("", "deductible_", "floor_") for what in ("event", "year")
)
SHARES = ("share_above_event", "share_above_year")
_WHY_CHANCE = "a risk may happen and may not happen; only then is there something to weigh"
_SHAPES = (("exactly",), ("amounts",), ("low", "high"))
_FREQUENCY = '{ chance_in_a_year = "20 %" } or { per_year = "2 events per year" }'
_SEVERITY = '{ low = "$5,000.00", high = "$60,000.00" }, nine in ten between them'
