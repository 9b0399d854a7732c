"""Hours and dollars of one duty: hours each, times how many, times a wage, and tools."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from fairterms.prepare.cost_to_comply.contract_measures import Need
from fairterms.prepare.cost_to_comply.declaration import NO_CHANGE, Change, Declaration
from fairterms.prepare.cost_to_comply.declaration_reader import SIZES
from fairterms.prepare.cost_to_comply.duty import Duty
from fairterms.prepare.cost_to_comply.kind import OURS, Driver, Role
from fairterms.prepare.cost_to_comply.spread import NOTHING, ONCE, Spread
from fairterms.units.quantity import plural

WAGES: Mapping[Role, Spread] = {
    Role.CLINICIAN: Spread.of(42, 52, 75),
    Role.COORDINATOR: Spread.of(30, 38, 50),
    Role.OFFICE: Spread.of(20, 27, 36),
    Role.ANALYST: Spread.of(38, 50, 70),
    Role.MANAGER: Spread.of(45, 65, 100),
}
"""Dollars an hour, with what the employer pays on top: our choice, please edit."""
FULL_TIME_HOURS = Decimal(2080)
"""Hours of a full-time year: 52 weeks of 40 hours."""


@dataclass(frozen=True)
class Size:
    """How many of something there are in a year, and who says so."""

    amount: Decimal
    source: str


@dataclass(frozen=True)
class Yardstick:
    """What the workload of every duty is measured with.

    Attributes
    ----------
    sizes
        How many clinicians, new patients, forms and so on.
    wages
        Dollars an hour of each role.
    declaration
        What the group changes.
    """

    sizes: Mapping[Driver, Size]
    wages: Mapping[Role, Spread]
    declaration: Declaration


@dataclass(frozen=True)
class Workload:
    """What one duty takes in a year.

    Attributes
    ----------
    hours
        Hours a year.
    tools
        Dollars a year for what must be bought.
    dollars
        Hours times wage, and tools.
    how
        The likely value as it was reckoned: "6 hours × 12 times × $50 per hour".
    basis
        Where the numbers are from.
    """

    hours: Spread
    tools: Spread
    dollars: Spread
    how: str
    basis: str


def yardstick(declaration: Declaration, needs: tuple[Need, ...]) -> Yardstick:
    """Gather sizes and wages: what the group says first, then the expected scenario."""
    sizes = {
        need.driver: Size(need.count, "the expected scenario")
        for need in needs
        if need.count is not None
    }
    sizes |= {driver: Size(amount, "duties.toml") for driver, amount in declaration.sizes.items()}
    return Yardstick(sizes, {**WAGES, **declaration.wages}, declaration)


def changes(duty: Duty, declaration: Declaration) -> tuple[Change, Change]:
    """Return what the group changes of a duty, and of its kind."""
    own = next((one.change for one in declaration.added if one.id == duty.id), None)
    of_duty = own or declaration.duties.get(duty.id, NO_CHANGE)
    return of_duty, declaration.kinds.get(duty.kind_name, NO_CHANGE)


def of(duty: Duty, measure: Yardstick) -> Workload | str:
    """Return the workload of a duty, or what must be known before it can be told.

    Parameters
    ----------
    duty
        The duty.
    measure
        Sizes, wages and the group's own numbers.
    """
    own, of_kind = changes(duty, measure.declaration)
    each = own.hours or of_kind.hours or duty.kind.hours
    number = own.count or of_kind.count or _count(duty, measure)
    if number is None:
        return _wanted(duty.kind.driver)
    people = Spread.exact(duty.people) if duty.people is not None else duty.kind.people
    tools = own.tools or of_kind.tools or _tools(duty, measure)
    if tools is None:
        return _wanted(Driver.CLINICIAN)
    wage = own.wage or measure.wages[duty.role or duty.kind.role]
    hours = each * number * people
    is_own = bool(own.hours or of_kind.hours)
    return Workload(
        hours=hours,
        tools=tools,
        dollars=hours * wage + tools,
        how=_how(duty, (each, number, people), wage, tools),
        basis="your number" if is_own else f"{duty.kind.basis} ({OURS})",
    )


def _count(duty: Duty, measure: Yardstick) -> Spread | None:
    """Return how many of what the kind counts fall in a year; None where it is not known."""
    driver = duty.kind.driver
    if driver is Driver.YEAR:
        return ONCE
    if driver is Driver.TIME:
        times = duty.frequency.times
        return duty.kind.times if times is None else Spread.exact(times)
    if driver is Driver.POST:
        return None if duty.posts is None else Spread.exact(duty.posts)
    size = measure.sizes.get(driver)
    if size is None:
        return None
    return Spread.exact(size.amount) * (duty.kind.times if driver is Driver.CLINICIAN else ONCE)


def _tools(duty: Duty, measure: Yardstick) -> Spread | None:
    tools = duty.kind.tools
    if not duty.kind.is_tool_per_clinician or tools == NOTHING:
        return tools
    clinicians = measure.sizes.get(Driver.CLINICIAN)
    return None if clinicians is None else tools * Spread.exact(clinicians.amount)


def _wanted(driver: Driver) -> str:
    """Say what must be known."""
    key = next((key for key, (one, _) in SIZES.items() if one is driver), "")
    if key:
        return f"how many {plural(driver.value)} there are a year: [size] {key} in duties.toml"
    return f"how many {plural(driver.value)} there are a year: count in duties.toml"


def _how(duty: Duty, factors: tuple[Spread, Spread, Spread], wage: Spread, tools: Spread) -> str:
    """Say how the likely value is reckoned."""
    each, number, people = (one.likely for one in factors)
    noun = duty.kind.driver.value
    said = [_counted(each, "hour"), _counted(number, noun)]
    if people != 1:
        said.append(_counted(people, "person"))
    words = f"{' × '.join(said)} × ${wage.likely:,.2f} per hour"
    if duty.kind.driver is Driver.YEAR and number == 1:
        words = f"{_counted(each, 'hour')} × ${wage.likely:,.2f} per hour"
    return f"{words} + ${tools.likely:,.2f} for tools" if tools.likely else words


def _counted(number: Decimal, noun: str) -> str:
    """Write a number of things without needless zeros.

    Examples
    --------
    >>> _counted(Decimal("0.50"), "hour"), _counted(Decimal(1), "time")
    ('0.5 hours', '1 time')
    """
    written = f"{number:,f}"
    written = written.rstrip("0").rstrip(".") if "." in written else written
    return f"{written} {noun if number == 1 else plural(noun)}"
