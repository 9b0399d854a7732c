"""A made-up control with its effect and tests, which the tests of this room change as they need."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fairterms.risks.control.book import ControlBook
from fairterms.risks.control.cadence import Cadence
from fairterms.risks.control.control import Aim, Control, Mode
from fairterms.risks.control.effect import Effect, Leaves, Side
from fairterms.risks.control.exception import ExceptionItem
from fairterms.risks.control.indicator import Direction, Indicator, Reading, Timing
from fairterms.risks.control.rcm import NamedImpact
from fairterms.risks.control.test import ControlTest, Method, Part, Result, Sampled
from fairterms.units.finding import Severity
from fairterms.units.period import Period
from fairterms.units.quantity import FRACTION, Quantity, count

ON = date(2027, 6, 1)
IMPACTS = (
    NamedImpact("wrong_pay", "The plan's list holds patients who are not ours", "Right pay"),
    NamedImpact("late_pay", "The settlement comes late", "Timely pay"),
)
CONTROL = Control(
    "match",
    "The list is compared with our roster",
    Aim.DETECT,
    Mode.MANUAL,
    Cadence.MONTHLY,
    True,
    "contracting lead",
    "billing lead",
    "signed comparison",
)
EFFECT = Effect("match", "wrong_pay", Side.FREQUENCY, Leaves.exactly(0.4), "seen in the pilot")
SAMPLED = Sampled(10_001, tuple(str(place) for place in range(1, 26)), "cedar", 0, 0)
DESIGN = ControlTest(
    "d1",
    "match",
    Part.DESIGN,
    (Method.INSPECTION,),
    None,
    "auditor",
    "compliance lead",
    date(2027, 1, 10),
    date(2027, 12, 31),
    Result.PASSED,
)
OPERATING = replace(
    DESIGN, id="o1", part=Part.OPERATING, sampled=SAMPLED, valid_from=date(2027, 4, 1)
)
BOOK = ControlBook(controls=(CONTROL,), effects=(EFFECT,), tests=(DESIGN, OPERATING))


def share(percent: str) -> Quantity:
    return Quantity(Decimal(percent) / 100, FRACTION)


INDICATOR = Indicator(
    "mismatch",
    "wrong_pay",
    Timing.LEADING,
    "lines that differ, of all lines",
    Direction.HIGHER,
    share("3"),
    share("6"),
    60,
    Cadence.MONTHLY,
    "billing lead",
    date(2027, 1, 1),
)


def reading(month: int, percent: str) -> Reading:
    last = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31}[month]
    period = Period(date(2027, month, 1), date(2027, month, last))
    return Reading("mismatch", period, share(percent), Quantity(Decimal(400), count("line")))


def exception(**changes: object) -> ExceptionItem:
    item = ExceptionItem(
        "march_list",
        "every list is accepted within 10 days",
        "",
        "the plan's list of March",
        Severity.MEDIUM,
        date(2027, 4, 11),
        date(2027, 4, 25),
        "data lead",
    )
    return replace(item, **changes)  # type: ignore[arg-type]
