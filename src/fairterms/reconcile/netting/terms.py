"""A netting level as terms that can be settled: the same model that settles contracts works it out.

Each unit's saving is its target less its cost. The clause of model "netting" pools the savings or
takes each by itself, and shares gains and losses at the implied rates.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet, FigureValue
from fairterms.contract.reader import read_text
from fairterms.reconcile.arithmetic.measured import Measured, measured
from fairterms.reconcile.netting.level import Level, Scope
from fairterms.reconcile.statement.statement import Statement
from fairterms.settle.settlement import Settlement, settle
from fairterms.units.period import Period
from fairterms.units.quantity import FRACTION, MONEY, Quantity, write

HEADER = """[contract]
name = "Netting as the statement implies it"
starts = {first}
ends = {last}
rounding = "to the cent, half up, once at the end"
payable = ["net"]
"""
UNIT = """
[[figure]]
id = "{id}_target"
unit = "$"

[[figure]]
id = "{id}_cost"
unit = "$"

[[clause]]
id = "{id}"
model = "formula"
title = {title}
steps = [{{ name = "saving", value = "= {id}_target - {id}_cost", words = "target − cost" }}]
"""
NET = """
[[clause]]
id = "net"
model = "netting"
of = [{of}]
level = "{level}"
sharing_rate = "{savings}"
loss_rate = "{losses}"
"""
REST = "rest"


@dataclass(frozen=True)
class Shares:
    """The shares of savings and of losses, as fractions."""

    savings: Decimal
    losses: Decimal

    def __post_init__(self) -> None:
        assert 0 <= self.savings <= 1, "a share is between 0 and 1"
        assert 0 <= self.losses <= 1, "a share is between 0 and 1"


def net(level: Level, statement: Statement, shares: Shares, period: Period) -> Settlement:
    """Settle a statement's targets and costs at a level.

    Parameters
    ----------
    level
        Which parts are units, which of them bear no loss, and whether they are pooled.
    statement
        Its targets and costs, in dollars.
    shares
        Of savings and losses.
    period
        The year settled; one year at the most.
    """
    by_scope = {one.scope: one for one in measured(statement)}
    units = [by_scope[scope] for scope in level.units]
    rest = _rest(level, by_scope, units)
    figures = _figures(units, rest)
    return settle(_contract(level, units, rest, (shares, period)), FigureSet("", figures), period)


def _rest(level: Level, by_scope: Mapping[Scope, Measured], units: Sequence[Measured]) -> Decimal:
    """Return what the whole's saving is more than its parts': the pool is the whole as printed."""
    if not level.is_pooled or () not in by_scope:
        return Decimal(0)
    return by_scope[()].saving - sum((unit.saving for unit in units), Decimal(0))


def _contract(
    level: Level, units: Sequence[Measured], rest: Decimal, given: tuple[Shares, Period]
) -> Contract:
    shares, period = given
    ids = [f"unit_{at}" for at in range(len(units))]
    text = HEADER.format(first=period.first, last=period.last)
    for name, unit in zip(ids, units, strict=True):
        text += UNIT.format(id=name, title=_quoted(", ".join(unit.scope)))
    if rest:
        text += UNIT.format(id=REST, title=_quoted("what the parts leave of the whole"))
        ids.append(REST)
    text += NET.format(
        of=", ".join(map(_quoted, ids)),
        level="pooled" if level.is_pooled else "each",
        savings=write(shares.savings, FRACTION),
        losses=write(shares.losses, FRACTION),
    )
    floored = [
        name
        for name, unit in zip(ids, units, strict=False)
        if unit.scope in level.floored and not level.is_pooled
    ]
    if floored:
        text += f"upside_only = [{', '.join(map(_quoted, floored))}]\n"
    reading = read_text(text)
    assert reading.contract is not None, f"terms of our own do not read: {reading.problems}"
    assert not reading.problems, f"terms of our own have problems: {reading.problems}"
    return reading.contract


def _figures(units: Sequence[Measured], rest: Decimal) -> dict[str, FigureValue]:
    figures: dict[str, FigureValue] = {}
    for at, unit in enumerate(units):
        figures[f"unit_{at}_target"] = unit.target.value
        figures[f"unit_{at}_cost"] = unit.cost.value
    if rest:
        figures[f"{REST}_target"] = Quantity(rest, MONEY)
        figures[f"{REST}_cost"] = Quantity(Decimal(0), MONEY)
    return figures


def _quoted(text: str) -> str:
    escaped = "".join(one for one in text if one.isprintable())
    return '"' + escaped.replace("\\", "\\\\").replace('"', '\\"') + '"'
