"""A report only goes forward, and its past can be asked for."""

from datetime import date

import pytest

from fairterms.audit.ethics.case import SUBJECTS, Case, Step, Subject, Taken, next_steps

CAME = date(2027, 3, 1)
CASE = Case(
    Subject.CARE,
    CAME,
    (Taken(Step.ACKNOWLEDGED, date(2027, 3, 5)), Taken(Step.OUTCOME_TOLD, date(2027, 4, 1))),
)


def test_a_report_stands_where_its_last_step_left_it() -> None:
    assert Case(Subject.CARE, CAME).state is Step.RECEIVED
    assert CASE.state is Step.OUTCOME_TOLD


def test_a_step_that_was_passed_over_counts_from_the_one_that_implies_it() -> None:
    assert CASE.day_of(Step.RECEIVED) == CAME
    assert CASE.day_of(Step.TRIAGED) == date(2027, 4, 1)
    assert CASE.day_of(Step.CLOSED) is None


def test_the_past_knows_nothing_of_what_came_later() -> None:
    assert CASE.as_of(date(2027, 2, 28)) is None
    assert CASE.as_of(CAME) == Case(Subject.CARE, CAME)
    then = CASE.as_of(date(2027, 3, 31))
    assert then is not None
    assert then.state is Step.ACKNOWLEDGED
    assert CASE.as_of(date(2027, 4, 1)) == CASE


@pytest.mark.parametrize(
    "taken",
    [
        (Taken(Step.TRIAGED, date(2027, 3, 5)), Taken(Step.ACKNOWLEDGED, date(2027, 3, 6))),
        (Taken(Step.TRIAGED, date(2027, 3, 5)), Taken(Step.TRIAGED, date(2027, 3, 6))),
        (Taken(Step.TRIAGED, date(2027, 2, 5)),),
        (Taken(Step.RECEIVED, date(2027, 3, 5)),),
    ],
    ids=["backwards", "twice", "before it came", "received again"],
)
def test_what_cannot_have_happened_is_our_mistake(taken: tuple[Taken, ...]) -> None:
    with pytest.raises(AssertionError):
        Case(Subject.CARE, CAME, taken)


def test_before_two_have_opened_a_report_its_receipt_alone_can_be_told() -> None:
    for state in Step:
        wanted = (Step.ACKNOWLEDGED,) if state is Step.RECEIVED else ()
        assert next_steps(state, is_opened=False) == wanted


def test_a_report_is_closed_only_after_its_outcome_was_told() -> None:
    for state in Step:
        is_told = state is Step.OUTCOME_TOLD
        assert (Step.CLOSED in next_steps(state, is_opened=True)) == is_told
    assert next_steps(Step.CLOSED, is_opened=True) == ()
    assert next_steps(Step.TRIAGED, is_opened=True) == (Step.INVESTIGATING, Step.OUTCOME_TOLD)


def test_every_subject_has_words() -> None:
    assert set(SUBJECTS) == set(Subject)
