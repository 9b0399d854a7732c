"""Line by line: the plan's number, ours on the plan's figures, and ours on our own figures.

Notes
-----
A statement's lines are figures (measured) or steps (worked out). The same terms are settled twice:
on the figures the statement prints, and on the group's own. A figure that one side does not give
comes from the other and is named; one that neither gives is refused.

A step agrees when it lies within half of the last digit that the statement prints: half a cent for
dollars, half a dollar where no amount of the statement shows cents.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet, FigureValue
from fairterms.contract.performance_year import terms_in_force
from fairterms.payment.book import Wanted
from fairterms.payment.evaluation import run, survey
from fairterms.payment.given import stack
from fairterms.payment.worksheet import PAYABLE, Step, Worksheet
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.units.period import Period
from fairterms.units.quantity import MONEY, Kind, Quantity, Unit, write
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Spot:
    """Where a line of a statement stands in our arithmetic, whatever the terms are changed to.

    Attributes
    ----------
    clause
        Empty for the amount payable.
    step
        The name of the step; empty for the clause's result.
    """

    clause: str
    step: str

    def find(self, worksheet: Worksheet) -> Step | None:
        """Return the step in a worksheet; None where changed terms do not write it."""
        try:
            if not self.clause:
                return worksheet.payable
            if not self.step:
                return worksheet.result(self.clause)
        except KeyError:
            return None
        wanted = f"{self.clause}.{self.step}"
        return next((step for step in worksheet.steps if step.id == wanted), None)


@dataclass(frozen=True)
class ComparedLine:
    """One line of the statement beside ours.

    Attributes
    ----------
    line
        As the plan states it.
    spot
        Its place in our arithmetic; None for a figure.
    on_plans
        Ours on the plan's figures; for a figure, the plan's own number.
    on_ours
        Ours on our figures; None where we have none.
    tolerance
        How far a number may lie from the printed one and still be the same: half its last digit.
    order
        Its place among our steps; figures come first.
    """

    line: StatementLine
    spot: Spot | None
    on_plans: Decimal
    on_ours: Decimal | None
    tolerance: Decimal
    order: int

    @property
    def plan(self) -> Decimal:
        """The plan's number."""
        return self.line.value.amount

    @property
    def unit(self) -> Unit:
        """The unit of all its numbers."""
        return self.line.value.unit

    @property
    def is_figure(self) -> bool:
        """Whether it was measured, not worked out."""
        return self.spot is None

    @property
    def difference(self) -> Decimal | None:
        """The plan's number less ours: on the plan's figures; of a figure, less our own figure."""
        ours = self.on_ours if self.is_figure else self.on_plans
        return None if ours is None else self.plan - ours

    @property
    def differs(self) -> bool:
        """Whether the two are more than a rounding apart."""
        return self.difference is not None and not self.agrees(self.plan - self.difference)

    def agrees(self, amount: Decimal | None) -> bool:
        """Say whether a number is the printed one, to its last digit."""
        return amount is not None and abs(self.plan - amount) <= self.tolerance


@dataclass(frozen=True)
class Comparison:
    """A statement beside the same terms settled on the plan's figures and on ours.

    Attributes
    ----------
    contract
        The terms in force in the period.
    plans_figures, our_figures
        What was settled on; ours is None where the group has no figures of its own.
    borrowed
        Figures the statement does not print, taken from ours.
    lent
        Figures we do not have, taken from the statement.
    lines
        Every line that shows a figure or a step, in the statement's order.
    left_out
        Lines of the whole panel that name a figure or step and cannot be compared, with why.
    amount
        The line of the amount that is explained; always a step in dollars.
    worksheet
        The agreed terms on the plan's figures.
    """

    contract: Contract
    period: Period
    statement: Statement
    plans_figures: FigureSet
    our_figures: FigureSet | None
    borrowed: tuple[str, ...]
    lent: tuple[str, ...]
    lines: tuple[ComparedLine, ...]
    left_out: tuple[tuple[StatementLine, str], ...]
    amount: ComparedLine
    worksheet: Worksheet

    @property
    def figures(self) -> tuple[ComparedLine, ...]:
        """The lines that were measured."""
        return tuple(line for line in self.lines if line.is_figure)

    @property
    def steps(self) -> tuple[ComparedLine, ...]:
        """The lines that were worked out."""
        return tuple(line for line in self.lines if not line.is_figure)

    @property
    def first_difference(self) -> ComparedLine | None:
        """The first step that differs on the plan's figures, in the order of our arithmetic."""
        differing = [line for line in self.steps if line.differs]
        return min(differing, key=lambda line: line.order, default=None)

    @property
    def differing_figures(self) -> tuple[str, ...]:
        """The figures that are not the same in both sets, in the order the terms read them."""
        if self.our_figures is None:
            return ()
        ours = self.our_figures.values
        return tuple(
            name
            for name, value in self.plans_figures.values.items()
            if name in ours and _amounts(ours[name]) != _amounts(value)
        )


def compare(
    contract: Contract, statement: Statement, period: Period, ours: FigureSet | None = None
) -> Comparison:
    """Settle the terms on the plan's figures and on ours, and lay the statement beside both.

    Parameters
    ----------
    contract
        Terms without problems.
    statement
        Its lines name the figure or step they show (``ours``).
    period
        The performance year.
    ours
        What the group measured; may be absent.

    Raises
    ------
    Refusal
        When a figure is given by neither side, when the statement shows no amount of the terms, or
        when the terms cannot be settled.
    """
    in_force = terms_in_force(contract, period)
    wanted = survey(in_force).wanted
    shown, left_out = _shown(statement)
    names = {figure.id for figure in in_force.figures} | set(wanted)
    measured = {name: line for name, line in shown.items() if name in names}
    printed: dict[str, FigureValue] = {name: line.value for name, line in measured.items()}
    mine = dict(ours.values) if ours else {}
    _refuse_missing(wanted, printed, mine)
    plans = FigureSet(statement.file, {**mine, **printed}, file=statement.file)
    own = replace(ours, values={**printed, **mine}) if ours else None
    sides = _Sides(
        statement,
        run(in_force, stack([plans]), rows=1),
        run(in_force, stack([own]), rows=1) if own else None,
    )
    lines = [sides.figure(line, mine.get(name)) for name, line in measured.items()]
    for name in shown.keys() - measured.keys():
        found = sides.step(shown[name])
        if isinstance(found, str):
            left_out.append((shown[name], found))
        else:
            lines.append(found)
    return Comparison(
        in_force,
        period,
        statement,
        plans,
        own,
        tuple(name for name in wanted if ours and name not in printed),
        tuple(name for name in wanted if ours and name not in mine),
        tuple(sorted(lines, key=lambda line: statement.lines.index(line.line))),
        tuple(sorted(left_out, key=lambda each: statement.lines.index(each[0]))),
        _amount_line(lines),
        sides.on_plans,
    )


def _shown(
    statement: Statement,
) -> tuple[dict[str, StatementLine], list[tuple[StatementLine, str]]]:
    """Return the lines of the whole panel by what they show, and those that show it twice."""
    found: dict[str, StatementLine] = {}
    left_out = []
    for line in statement.lines:
        if not line.ours or line.scope:
            continue
        if statement.showing(line.ours) is None:
            left_out.append((line, f"another line shows {line.ours} too"))
        else:
            found[line.ours] = line
    return found, left_out


def _refuse_missing(
    wanted: Mapping[str, Wanted],
    printed: Mapping[str, FigureValue],
    mine: Mapping[str, FigureValue],
) -> None:
    missing = [one for name, one in wanted.items() if name not in printed and name not in mine]
    if not missing:
        return
    named = ", ".join(one.name for one in missing)
    first = missing[0]
    example = write(Decimal(1000), first.unit) if isinstance(first.unit, Unit) else "with its unit"
    raise Refusal(
        named,
        "given neither by the statement nor by our own figures",
        f"the clause {first.clause} reads {first.name}, and no number that moves money is assumed",
        f'ask the plan for it, or give it with our figures, like {first.name} = "{example}"',
    )


def _amount_line(lines: list[ComparedLine]) -> ComparedLine:
    """Return the line of the amount payable; else the last in our arithmetic that is in dollars."""
    money = [line for line in lines if line.unit == MONEY and not line.is_figure]
    if not money:
        raise Refusal(
            "the statement",
            "shows no amount that the terms work out",
            "without it there is nothing to compare our settlement with",
            f'say which of its lines is the amount, like ours = "{PAYABLE}"',
        )
    return max(money, key=lambda line: line.order)


@dataclass(frozen=True)
class _Sides:
    """Both settlements, to lay a line of the statement beside them."""

    statement: Statement
    on_plans: Worksheet
    on_ours: Worksheet | None

    def figure(self, line: StatementLine, mine: FigureValue | None) -> ComparedLine:
        own = mine.amount if isinstance(mine, Quantity) else None
        return ComparedLine(line, None, line.value.amount, own, self._tolerance(line), -1)

    def step(self, line: StatementLine) -> ComparedLine | str:
        """Lay a step beside ours, or say why it cannot be."""
        try:
            found = self.on_plans.step(line.ours)
        except KeyError:
            return f"the terms have no figure and no step called {line.ours}"
        if found.unit != line.value.unit:
            return f"it is in {line.value.unit}, and {line.ours} is worked out in {found.unit}"
        spot = self._spot(found)
        own = spot.find(self.on_ours) if self.on_ours else None
        return ComparedLine(
            line,
            spot,
            found.values[0],
            own.values[0] if own else None,
            self._tolerance(line),
            self.on_plans.steps.index(found),
        )

    def _spot(self, found: Step) -> Spot:
        is_result = self.on_plans.result(found.clause) is found
        return Spot(found.clause, "" if is_result else found.name)

    def _tolerance(self, line: StatementLine) -> Decimal:
        if line.value.unit == MONEY:
            cents = [one for one in self.statement.lines if one.value.unit == MONEY]
            is_whole = all(
                one.value.amount == one.value.amount.to_integral_value() for one in cents
            )
            if is_whole:
                return Decimal("0.5")
        exponent = line.value.amount.as_tuple().exponent
        most = -2 if line.value.unit.kind in {Kind.MONEY, Kind.MONEY_PER} else 0
        places = min(exponent, most) if isinstance(exponent, int) else most
        return Decimal(1).scaleb(places) / 2


def _amounts(value: FigureValue) -> tuple[Decimal, ...]:
    items = value if isinstance(value, tuple) else (value,)
    return tuple(item.amount for item in items)
