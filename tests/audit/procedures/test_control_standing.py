"""A control without a current test is not tested; one that failed, or was tested by its own owner,
does not hold."""

from datetime import date

from fairterms.audit.procedures.control_standing import active, judged
from fairterms.audit.procedures.observed import Holds
from fairterms.risks.control.book import ControlBook
from fairterms.risks.control.cadence import Cadence
from fairterms.risks.control.control import Aim, Control, Mode
from fairterms.risks.control.credit import standing
from fairterms.risks.control.test import ControlTest, Method, Part, Result

ON = date(2027, 6, 1)


def control(name: str = "match", *, is_key: bool = True, retired: date | None = None) -> Control:
    return Control(
        *(name, "The list is compared", Aim.DETECT, Mode.MANUAL, Cadence.MONTHLY, is_key),
        *("lead", "clerk", "signed list"),
        retired=retired,
    )


def design(tester: str = "auditor", result: Result = Result.PASSED, to: int = 2028) -> ControlTest:
    return ControlTest(
        *("t", "match", Part.DESIGN, (Method.INSPECTION,), None, tester, "officer"),
        *(date(2027, 1, 1), date(to, 1, 31), result),
    )


def said(*tests: ControlTest) -> Holds:
    return judged(control(), standing(control(), Part.DESIGN, tests, ON))


def test_tests_are_read_as_an_auditor_reads_them() -> None:
    assert said(design()) is Holds.YES
    assert said() is Holds.NOT_TESTED
    assert said(design(to=2027)) is Holds.NOT_TESTED
    assert said(design(result=Result.FAILED)) is Holds.NO
    assert said(design(tester="Clerk")) is Holds.NO


def test_controls_in_use_come_key_controls_first() -> None:
    book = ControlBook((control("b", is_key=False), control("a"), control("c", retired=ON)))
    assert [one.id for one in active(book, ON)] == ["a", "b"]
