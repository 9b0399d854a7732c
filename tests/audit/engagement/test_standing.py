"""A finding stands as its answers and follow-ups say, and who is late is named."""

from datetime import date

import pytest

from fairterms.audit.engagement.finding import Party
from fairterms.audit.engagement.reader import read_text
from fairterms.audit.engagement.standing import Standing, State, stand
from tests.audit.engagement.made_up import AGREED, CLOSED, FINDING, HEAD, ISSUE, WORK

TOLD = HEAD + WORK + FINDING + ISSUE
SAYS_NO = AGREED[: AGREED.index("answer")] + 'answer = "disagree"\nreason = "We see it so."\n'
STILL_OPEN = CLOSED.replace('"closed"', '"open"').replace("2028-11-27", "2028-11-20")
ACCEPTED = CLOSED.replace('"closed"', '"risk_accepted"\nreason = "The board bears it."')


def one(text: str, on: date) -> Standing:
    (found,) = stand(read_text(text).book, on)
    return found


@pytest.mark.parametrize(
    ("text", "on", "state", "by"),
    [
        (TOLD, date(2028, 10, 5), State.DRAFT, None),
        (TOLD, date(2028, 10, 6), State.WAITING, date(2028, 11, 5)),
        (TOLD, date(2028, 11, 5), State.WAITING, date(2028, 11, 5)),
        (TOLD, date(2028, 11, 6), State.ANSWER_LATE, date(2028, 11, 5)),
        (TOLD + AGREED, date(2028, 10, 20), State.ACTING, date(2028, 12, 5)),
        (TOLD + AGREED, date(2028, 12, 5), State.ACTING, date(2028, 12, 5)),
        (TOLD + AGREED, date(2028, 12, 6), State.ACTION_LATE, date(2028, 12, 5)),
        (TOLD + SAYS_NO, date(2029, 5, 1), State.DISPUTED, None),
        (TOLD + AGREED + STILL_OPEN, date(2028, 11, 20), State.OPEN, date(2028, 12, 5)),
        (TOLD + AGREED + STILL_OPEN, date(2028, 12, 6), State.ACTION_LATE, date(2028, 12, 5)),
        (TOLD + AGREED + STILL_OPEN + CLOSED, date(2028, 11, 27), State.CLOSED, None),
        (TOLD + AGREED + CLOSED, date(2028, 11, 26), State.ACTING, date(2028, 12, 5)),
        (TOLD + AGREED + ACCEPTED, date(2029, 1, 1), State.RISK_ACCEPTED, None),
        (TOLD + SAYS_NO + CLOSED, date(2029, 1, 1), State.CLOSED, None),
    ],
    ids=lambda one: str(one)[-12:] if isinstance(one, str) and "\n" in one else str(one),
)
def test_a_finding_stands_as_of_a_day(text: str, on: date, state: State, by: date | None) -> None:
    found = one(text, on)
    assert (found.state, found.next_by) == (state, by)


def test_a_finding_for_both_waits_for_the_one_that_has_not_answered() -> None:
    text = TOLD.replace('about = ["plan"]', 'about = ["plan", "group"]') + AGREED
    found = one(text, date(2028, 11, 6))
    assert found.waits_for == (Party.GROUP,)
    assert found.state is State.ANSWER_LATE


def test_the_last_answer_of_a_side_counts_and_all_are_kept() -> None:
    later = AGREED.replace("2028-10-20", "2028-11-02")
    found = one(TOLD + SAYS_NO + later, date(2028, 11, 2))
    assert found.state is State.ACTING
    assert len(found.responses) == 2


def test_late_and_over_say_what_they_say() -> None:
    assert one(TOLD, date(2028, 11, 6)).is_late
    closed = one(TOLD + AGREED + CLOSED, date(2029, 1, 1))
    assert (closed.is_over, closed.is_late) == (True, False)


def test_without_a_programme_no_day_is_guessed() -> None:
    text = "[[engagement]]" + (TOLD + AGREED).split("[[engagement]]", 1)[1]
    found = one(text, date(2030, 1, 1))
    assert (found.state, found.next_by) == (State.ACTING, None)


def test_a_day_at_the_end_of_all_days_is_no_mistake_of_ours() -> None:
    never = AGREED.replace("2028-11-15", "9999-12-31")
    found = one(TOLD + never, date(2029, 1, 1))
    assert (found.state, found.next_by) == (State.ACTING, date.max)
