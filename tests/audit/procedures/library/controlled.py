"""Made-up controls with their tests."""

from datetime import date

from fairterms.risks.control.book import ControlBook
from fairterms.risks.control.cadence import Cadence
from fairterms.risks.control.control import Aim, Control, Mode
from fairterms.risks.control.effect import Effect, Leaves, Side
from fairterms.risks.control.test import ControlTest, Method, Part, Result, Sampled

MATCH = Control(
    *("match", "The list is compared", Aim.DETECT, Mode.MANUAL, Cadence.MONTHLY, True),
    *("lead", "clerk", "signed list"),
)
EFFECT = Effect("match", "wrong_list", Side.FREQUENCY, Leaves.exactly(0.4), "seen in the pilot")


def tried(
    part: Part,
    sampled: Sampled | None = None,
    result: Result = Result.PASSED,
    tester: str = "auditor",
) -> ControlTest:
    """Return a test of the control that counts from 2027 to 2028."""
    return ControlTest(
        *(part.value, "match", part, (Method.INSPECTION,), sampled, tester, "officer"),
        *(date(2027, 1, 15), date(2028, 12, 31), result),
    )


def book(*tests: ControlTest, unread: frozenset[str] = frozenset()) -> ControlBook:
    """Return a book of that one control."""
    return ControlBook((MATCH,), (EFFECT,), tests, unread=unread)
