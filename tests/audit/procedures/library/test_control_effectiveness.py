"""A control ran every time, or the exact bound says how sure a sample can be."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import Holds, Observed
from fairterms.audit.procedures.operated import Operated
from fairterms.risks.control.book import ControlBook
from fairterms.risks.control.cadence import Cadence
from fairterms.risks.control.sampling import draw_places
from fairterms.risks.control.test import Part, Result, Sampled
from tests.audit.procedures.library.controlled import MATCH, book, tried
from tests.audit.procedures.made_up import ON, YEAR, held, ran

MONTHS = tuple(date(2027, month, 15) for month in range(1, 13))


def found(controls: ControlBook, *operated: Operated) -> tuple[Observed, ...]:
    evidence = Evidence(on=ON, period=YEAR, controls=controls, operated=operated or None)
    return ran("control_effectiveness", evidence)


def operation(population: int, size: int, deviations: int = 0, seed: str = "s") -> ControlBook:
    places = draw_places(population, "s", size) if size < population else ()
    sampled = Sampled(population, places, seed if places else "", deviations, deviations)
    return book(tried(Part.OPERATING, sampled))


@pytest.mark.parametrize(
    ("population", "size", "holds", "bound"),
    [
        (12, 12, Holds.YES, "0 %"),
        (250, 26, Holds.YES, "10 %"),
        (250, 25, Holds.NOT_TESTED, "10.4 %"),
        (12, 2, Holds.NOT_TESTED, "66.7 %"),
    ],
)
def test_a_passed_test_proves_as_much_as_its_sample_can(
    population: int, size: int, holds: Holds, bound: str
) -> None:
    (one,) = found(operation(population, size))
    assert (one.holds, one.figure) == (holds, bound)


def test_a_sample_that_the_seed_does_not_draw_is_found() -> None:
    (one,) = found(operation(250, 60, seed="another"))
    assert one.holds is Holds.NO
    assert "does not draw this sample" in one.seen


def test_a_sample_only_its_owner_can_draw_again_is_no_pass() -> None:
    names = tuple(f"week {number}" for number in range(60))
    (one,) = found(book(tried(Part.OPERATING, Sampled(250, names, "s", 0, 0))))
    assert one.holds is Holds.NOT_TESTED
    assert one.figure == "4 %"


def test_no_test_a_failed_one_and_an_unread_one() -> None:
    assert held(found(book())) == [Holds.NOT_TESTED]
    failed = tried(Part.OPERATING, Sampled(12, (), "", 0, 3), Result.FAILED)
    assert held(found(book(failed))) == [Holds.NO]
    unread = replace(operation(12, 12), unread=frozenset({"match"}))
    assert held(found(unread)) == [Holds.NOT_TESTED]


def test_a_control_that_ran_each_month_holds_and_one_missed_month_is_found() -> None:
    controls = operation(12, 12)
    one = found(controls, Operated("match", MONTHS, "log"))[1]
    assert (one.holds, one.figure) == (Holds.YES, "0 %")
    missed = found(controls, Operated("match", MONTHS[1:], "log"))[1]
    assert (missed.holds, missed.figure) == (Holds.NO, "8.3 %")
    assert "12 of 12 times were looked at; in 1 of them" in missed.seen


def test_two_months_of_twelve_are_too_few_to_say() -> None:
    few = found(operation(12, 12), Operated("match", MONTHS, "log", "s", 2))[1]
    assert (few.holds, few.figure) == (Holds.NOT_TESTED, "66.7 %")


def test_events_cannot_be_counted_by_the_calendar() -> None:
    each = replace(MATCH, cadence=Cadence.EACH)
    controls = replace(operation(12, 12), controls=(each,))
    assert found(controls, Operated("match", MONTHS, "log"))[1].holds is Holds.NOT_TESTED


def test_a_control_that_nobody_knows_is_not_tested() -> None:
    one = found(operation(12, 12), Operated("other", MONTHS, "log"))[1]
    assert (one.holds, one.seen) == (Holds.NOT_TESTED, "There is no control of that id.")


def test_a_month_that_is_still_to_come_was_not_missed() -> None:
    evidence = Evidence(
        on=date(2027, 6, 30),
        period=YEAR,
        controls=operation(12, 12),
        operated=(Operated("match", MONTHS[:6], "log"),),
    )
    one = ran("control_effectiveness", evidence)[1]
    assert one.holds is Holds.YES
    assert one.seen.startswith("6 of 6 times were looked at")
    before = replace(evidence, on=date(2026, 12, 31))
    assert len(ran("control_effectiveness", before)) == 1
