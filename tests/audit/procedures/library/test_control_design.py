"""A control acts on a risk, and somebody else has tested its design."""

from dataclasses import replace

from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import Holds, Observed
from fairterms.risks.control.book import ControlBook
from fairterms.risks.control.test import Part, Result
from tests.audit.procedures.library.controlled import book, tried
from tests.audit.procedures.made_up import ON, YEAR, held, ran


def found(controls: ControlBook) -> tuple[Observed, ...]:
    return ran("control_design", Evidence(on=ON, period=YEAR, controls=controls))


def test_a_control_with_a_purpose_and_a_passed_test_holds() -> None:
    assert held(found(book(tried(Part.DESIGN)))) == [Holds.YES, Holds.YES]


def test_without_a_test_it_is_not_tested() -> None:
    assert held(found(book())) == [Holds.YES, Holds.NOT_TESTED]
    assert found(book())[1].seen == "No test of design."


def test_a_failed_test_and_one_by_the_owner_do_not_hold() -> None:
    assert held(found(book(tried(Part.DESIGN, result=Result.FAILED))))[1] is Holds.NO
    assert held(found(book(tried(Part.DESIGN, tester="clerk"))))[1] is Holds.NO


def test_a_test_that_could_not_be_read_is_no_pass() -> None:
    unread = book(tried(Part.DESIGN), unread=frozenset({"match"}))
    assert held(found(unread))[1] is Holds.NOT_TESTED


def test_a_control_without_a_purpose_is_found() -> None:
    idle = replace(book(tried(Part.DESIGN)), effects=())
    assert held(found(idle)) == [Holds.NO, Holds.YES]
