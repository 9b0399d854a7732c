"""Counts of each side, each with what it is a count of."""

from datetime import date

from fairterms.correspondence.entry import Side
from fairterms.correspondence.state import State
from fairterms.correspondence.tally import tally
from tests.correspondence.made_up import DAY, entry, kept, promise, sound


def answer(to: str, on: str, kind: str = "answer") -> str:
    return entry(f"{kind}_{to}", on=on, kind=f'"{kind}"', side='"plan"', replies_to=f'"{to}"')


LOG = sound(
    promise("one"),
    kept("2026-10-09", "sent_one", "one"),
    promise("two"),
    kept("2026-10-20", "sent_two", "two"),
    promise("three"),
    entry("quick"),
    entry("slow"),
    entry("refused"),
    entry("silent", due="2026-10-12"),
    answer("quick", "2026-10-03"),
    answer("slow", "2026-10-21"),
    answer("refused", "2026-10-06", "refusal"),
    entry("given", kind='"concession"', side='"plan"'),
    entry("taken", kind='"concession"', side='"plan"', withdrawn="2026-10-05"),
    entry("offered", kind='"offer"'),
)


def test_promises_are_counted_for_the_side_that_made_them() -> None:
    counts = tally(LOG, DAY)
    plan = counts[Side.PLAN]
    assert plan.promises == {State.KEPT: 1, State.LATE: 1, State.BROKEN: 1}
    assert plan.promise_count == 3
    assert counts[Side.GROUP].promise_count == 0


def test_requests_are_counted_for_the_side_that_was_asked() -> None:
    counts = tally(LOG, DAY)
    plan = counts[Side.PLAN]
    assert plan.asked == {State.ANSWERED: 2, State.REFUSED: 1, State.UNANSWERED: 1}
    assert plan.asked_count == 4
    assert plan.days_to_answer == (2, 5, 20)
    assert plan.median_days_to_answer == 5.0
    assert counts[Side.GROUP].asked_count == 0
    assert counts[Side.GROUP].median_days_to_answer is None


def test_what_was_taken_back_was_not_given() -> None:
    counts = tally(LOG, DAY)
    assert (counts[Side.PLAN].concessions, counts[Side.PLAN].refusals) == (1, 1)
    assert (counts[Side.GROUP].offers, counts[Side.PLAN].offers) == (1, 0)


def test_nothing_after_the_day_is_counted() -> None:
    plan = tally(LOG, date(2026, 10, 4))[Side.PLAN]
    assert plan.promises == {State.PENDING: 3}
    assert plan.days_to_answer == (2,)
    assert plan.concessions == 2


def test_a_corrected_promise_is_counted_once() -> None:
    again = promise("again").replace("[[entry]]", '[[entry]]\ncorrects = "promise"')
    plan = tally(sound(promise(), again), DAY)[Side.PLAN]
    assert plan.promise_count == 1
