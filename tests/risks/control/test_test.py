"""Tests of controls that cannot have been so are refused."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.risks.control.impossible import Impossible
from fairterms.risks.control.sampling import draw_places
from fairterms.risks.control.test import Method, Result, Sampled
from tests.risks.control.made_up import CONTROL, DESIGN, OPERATING, SAMPLED


def test_asking_alone_never_passes_a_test_of_operation() -> None:
    with pytest.raises(Impossible, match="by asking alone"):
        replace(OPERATING, methods=(Method.INQUIRY,))


def test_asking_alone_may_fail_a_test_of_operation() -> None:
    assert not replace(OPERATING, methods=(Method.INQUIRY,), result=Result.FAILED).is_pass


def test_asking_may_pass_a_test_of_design_or_stand_beside_another_method() -> None:
    assert replace(DESIGN, methods=(Method.INQUIRY,)).is_pass
    assert replace(OPERATING, methods=(Method.INQUIRY, Method.REPERFORMANCE)).is_pass


def test_a_test_of_operation_needs_a_sample() -> None:
    with pytest.raises(Impossible, match="has no sample"):
        replace(OPERATING, sampled=None)


def test_more_deviations_than_expected_cannot_pass() -> None:
    two = replace(SAMPLED, expected=1, deviations=2)
    with pytest.raises(Impossible, match="it found 2 of at most 1 deviations"):
        replace(OPERATING, sampled=two)
    assert not replace(OPERATING, sampled=two, result=Result.FAILED).is_pass
    assert replace(OPERATING, sampled=replace(two, expected=2)).is_pass


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"deviations": 26}, "26 deviations were found in a sample of 25"),
        ({"population": 24}, "the sample has 25 items, the whole list 24"),
        ({"items": ("1", "1")}, "stands twice"),
        ({"seed": ""}, "has no seed"),
    ],
)
def test_counts_that_cannot_be_are_refused(changes: dict[str, object], said: str) -> None:
    with pytest.raises(Impossible, match=said):
        replace(SAMPLED, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["auditor", "AUDITOR", " auditor "])
def test_nobody_approves_their_own_test(name: str) -> None:
    with pytest.raises(Impossible, match="both tests and approves"):
        replace(DESIGN, approver=name)


@pytest.mark.parametrize(
    ("key", "name"),
    [("tester", "Billing lead"), ("tester", "contracting lead"), ("approver", "billing  lead")],
)
def test_who_owns_or_carries_out_a_control_neither_tests_nor_approves(key: str, name: str) -> None:
    assert replace(DESIGN, **{key: name}).shared_person(CONTROL) == name  # type: ignore[arg-type]
    assert DESIGN.shared_person(CONTROL) == ""


def test_a_test_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Impossible, match="stops counting"):
        replace(DESIGN, valid_to=date(2027, 1, 9))
    assert replace(DESIGN, valid_to=date(2027, 1, 10)).is_current(date(2027, 1, 10))


def test_a_result_counts_from_its_first_day_to_its_last() -> None:
    days = [date(2027, 1, 9), date(2027, 1, 10), date(2027, 12, 31), date(2028, 1, 1)]
    assert [DESIGN.is_current(day) for day in days] == [False, True, True, False]


def test_the_bound_is_that_of_the_list() -> None:
    assert round(100 * SAMPLED.bound95, 1) == 11.3
    assert Sampled(12, (), "", 0, 0).bound95 == 0
    assert Sampled(12, (), "", 0, 0).size == 12
    assert Sampled(12, ("1", "2"), "cedar", 0, 0).bound95 > 0.6


def test_it_is_told_whether_the_seed_draws_the_sample() -> None:
    drawn = draw_places(250, "cedar", 3)
    assert Sampled(250, drawn, "cedar", 0, 0).is_replayed is True
    assert Sampled(250, drawn[::-1], "cedar", 0, 0).is_replayed is True
    assert Sampled(250, drawn, "juniper", 0, 0).is_replayed is False
    assert Sampled(250, ("row 4", "17", "31"), "cedar", 0, 0).is_replayed is None
    assert Sampled(250, (), "", 0, 0).is_replayed is True
    assert Sampled(10**12, ("4", "17"), "cedar", 0, 0).is_replayed is None
