"""How due days stand on a day: upcoming, late, cured, in default, not yet known."""

from datetime import date

import pytest

from fairterms.monitor.obligations.occurrence import Occurrence, State
from fairterms.monitor.obligations.schedule import Schedule
from tests.monitor.obligations.conftest import BOOK, Stand, event

APRIL = "2027-04"


def _one(found: Schedule, name: str, key: str) -> Occurrence:
    return next(one for one in found.occurrences if (one.obligation.id, one.key) == (name, key))


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2027, 5, 19), State.UPCOMING),
        (date(2027, 5, 20), State.UPCOMING),
        (date(2027, 5, 21), State.IN_GRACE),
        (date(2027, 5, 27), State.IN_GRACE),
        (date(2027, 5, 28), State.LATE),
        (date(2027, 12, 31), State.LATE),
    ],
)
def test_the_grace_moves_the_day_of_being_late_and_not_the_due_day(
    stand: Stand, day: date, state: State
) -> None:
    one = _one(stand(BOOK, day), "claims_file", APRIL)
    assert one.due == date(2027, 5, 20)
    assert one.state is state


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2027, 4, 30), State.UPCOMING),
        (date(2027, 5, 1), State.LATE),
        (date(2027, 5, 10), State.LATE),
        (date(2027, 5, 11), State.IN_DEFAULT),
    ],
)
def test_a_cure_from_the_due_day_moves_the_day_of_default(
    stand: Stand, day: date, state: State
) -> None:
    assert _one(stand(BOOK, day), "quality_files", "2027-q1").state is state


def test_a_cure_from_notice_runs_only_when_notice_was_given(stand: Stand) -> None:
    told = BOOK + event("r", "claims_file", "reminded", "2027-06-01", key=APRIL)
    assert _one(stand(told, date(2027, 6, 11)), "claims_file", APRIL).state is State.LATE
    late = _one(stand(told, date(2027, 6, 12)), "claims_file", APRIL)
    assert (late.state, late.default_from) == (State.IN_DEFAULT, date(2027, 6, 12))
    assert _one(stand(BOOK, date(2027, 6, 12)), "claims_file", APRIL).default_from is None


def test_a_notice_before_it_was_late_starts_no_cure(stand: Stand) -> None:
    told = BOOK + event("r", "claims_file", "reminded", "2027-05-27", key=APRIL)
    assert _one(stand(told, date(2027, 7, 1)), "claims_file", APRIL).default_from is None


def test_nothing_is_in_default_where_the_contract_gives_no_cure(stand: Stand) -> None:
    found = stand(BOOK, date(2029, 1, 1))
    assert _one(found, "final_report", "2028-08-31").state is State.LATE


@pytest.mark.parametrize(
    ("done", "state"),
    [
        ("2027-05-20", State.DONE),
        ("2027-05-27", State.DONE),
        ("2027-05-28", State.CURED),
        ("2027-06-11", State.CURED),
        ("2027-06-12", State.DONE_LATE),
    ],
)
def test_what_is_done_late_is_cured_within_the_cure(stand: Stand, done: str, state: State) -> None:
    told = BOOK + event("r", "claims_file", "reminded", "2027-06-01", key=APRIL)
    told += event("d", "claims_file", "done", done, key=APRIL)
    assert _one(stand(told, date(2027, 8, 1)), "claims_file", APRIL).state is state


def test_what_is_done_late_without_a_cure_in_the_contract_is_done_late(stand: Stand) -> None:
    told = BOOK + event("d", "final_report", "done", "2028-09-01", key="2028-08-31")
    found = stand(told, date(2028, 9, 2))
    assert _one(found, "final_report", "2028-08-31").state is State.DONE_LATE


def test_later_events_are_not_known_yet(stand: Stand) -> None:
    told = BOOK + event("d", "claims_file", "done", "2027-06-09", key=APRIL)
    assert _one(stand(told, date(2027, 6, 8)), "claims_file", APRIL).state is State.LATE
    assert _one(stand(told, date(2027, 6, 9)), "claims_file", APRIL).state is State.CURED


def test_what_waits_is_not_yet_known_until_it_has_started(stand: Stand) -> None:
    day = date(2028, 9, 20)
    assert [one.obligation.id for one in stand(BOOK, day).waiting] == ["answer", "payment"]
    told = BOOK + event("s", "answer", "started", "2028-09-15")
    one = _one(stand(told, day), "answer", "2028-09-15")
    assert (one.due, one.state) == (date(2028, 10, 5), State.UPCOMING)


def test_what_happens_only_once_is_waited_for_only_once(stand: Stand) -> None:
    once = BOOK.replace('what = "Answer a notice"', 'what = "Answer"\nrecurrence = "once"')
    before, after = (
        stand(once, date(2028, 9, 1)),
        once + event("s", "answer", "started", "2028-09-15"),
    )
    assert "answer" in [one.obligation.id for one in before.waiting]
    assert "answer" not in [one.obligation.id for one in stand(after, date(2028, 9, 20)).waiting]


def test_one_obligation_starts_another_when_it_is_done(stand: Stand) -> None:
    told = BOOK + event("f", "final_report", "done", "2028-08-30", key="2028-08-31")
    one = _one(stand(told, date(2028, 10, 1)), "payment", "2028-08-31")
    assert one.due == date(2028, 10, 14)
    told += event("p", "payment", "done", "2028-10-14", key="2028-08-31")
    done = _one(stand(told, date(2028, 10, 20)), "payment", "2028-08-31")
    assert done.state is State.DONE


def test_a_waiver_with_its_approval_closes_the_due_day(stand: Stand) -> None:
    told = BOOK + event(
        *("w", "claims_file", "waived", "2027-06-01"),
        key=APRIL, reason="Sent by courier", approved_by="managing director",
    )  # fmt: skip
    found = stand(told, date(2027, 7, 1))
    assert _one(found, "claims_file", APRIL).state is State.WAIVED
    assert APRIL not in [one.key for one in found.overdue]


def test_a_dispute_stops_no_clock(stand: Stand) -> None:
    told = BOOK + event("x", "claims_file", "disputed", "2027-06-01", key=APRIL, reason="It came")
    one = _one(stand(told, date(2027, 7, 1)), "claims_file", APRIL)
    assert (one.state, one.is_disputed) == (State.LATE, True)


def test_a_corrected_event_no_longer_counts(stand: Stand) -> None:
    told = BOOK + event("d", "claims_file", "done", "2027-05-20", key=APRIL)
    told += event("d2", "claims_file", "done", "2027-05-30", key=APRIL, corrects="d")
    assert _one(stand(told, date(2027, 7, 1)), "claims_file", APRIL).state is State.CURED


def test_what_nobody_confirmed_has_no_due_days_and_an_event_confirms_it(stand: Stand) -> None:
    day = date(2027, 3, 1)
    found = stand(BOOK, day)
    assert [one.id for one in found.proposed] == ["contacts"]
    assert "contacts" not in [one.obligation.id for one in found.occurrences]
    told = BOOK + event("c", "contacts", "confirmed", "2027-02-01")
    assert "contacts" in [one.obligation.id for one in stand(told, day).waiting]


NEWER = """
[[obligation]]
id = "claims_file_2"
owed_by = "plan"
what = "Send the claims file"
due = "15th of each month"
replaces = "claims_file"
confirmed = { by = "contracting lead", on = 2027-02-10 }
"""


def test_an_obligation_that_is_replaced_gives_way(stand: Stand) -> None:
    names = {one.obligation.id for one in stand(BOOK + NEWER, date(2027, 3, 1)).occurrences}
    assert "claims_file" not in names
    assert "claims_file_2" in names


def test_an_obligation_runs_until_the_day_its_successor_starts(stand: Stand) -> None:
    newer = BOOK + NEWER.replace("replaces", "starts = 2028-01-01\nreplaces")
    found = stand(newer, date(2027, 3, 1)).occurrences
    assert [one.key for one in found if one.obligation.id == "claims_file"][-1] == "2027-12"
    assert next(one.key for one in found if one.obligation.id == "claims_file_2") == "2028-01"


def test_named_days_and_triggers_end_with_their_obligation_too(stand: Stand) -> None:
    text = BOOK.replace("due = [2028", "ends = 2029-06-30\ndue = [2028").replace(
        'due = "20 days after receipt', 'ends = 2028-01-31\ndue = "20 days after receipt'
    )
    told = text + event("s", "answer", "started", "2028-01-31")
    told += event("t", "answer", "started", "2028-02-01")
    found = stand(told, date(2028, 3, 1)).occurrences
    assert [one.key for one in found if one.obligation.id == "final_report"] == ["2028-08-31"]
    assert [one.key for one in found if one.obligation.id == "answer"] == ["2028-01-31", ""]


def test_what_nobody_confirmed_replaces_nothing(stand: Stand) -> None:
    found = stand(BOOK + NEWER, date(2027, 2, 9))
    assert "claims_file" in {one.obligation.id for one in found.occurrences}
    assert [one.id for one in found.proposed] == ["contacts", "claims_file_2"]


def test_an_obligation_runs_on_its_own_days_where_it_has_any(stand: Stand) -> None:
    text = BOOK.replace('cure = "10 days after notice"', "starts = 2027-04-01\nends = 2027-06-30")
    found = stand(text, date(2027, 3, 1))
    keys = [one.key for one in found.occurrences if one.obligation.id == "claims_file"]
    assert keys == ["2027-04", "2027-05", "2027-06"]


@pytest.mark.parametrize(
    ("key", "what"),
    [
        ({"key": "April"}, 'claims_file has no due day called "April"'),
        ({}, "does not say which due day of claims_file it is about"),
    ],
)
def test_an_event_of_no_due_day_is_a_problem(stand: Stand, key: dict[str, str], what: str) -> None:
    found = stand(BOOK + event("d", "claims_file", "done", "2027-05-20", **key), date(2027, 7, 1))
    assert len(found.problems) == 1
    assert what in found.problems[0].what
    assert "2027-01" in found.problems[0].fix


def test_due_days_stand_in_order_and_what_waits_stands_last(stand: Stand) -> None:
    found = stand(BOOK, date(2027, 3, 1)).occurrences
    days = [one.due for one in found if one.due]
    assert days == sorted(days)
    assert [one.due for one in found[-2:]] == [None, None]
    assert len(days) == 36 + 12 + 3


def test_what_is_ahead_is_open_and_within_the_days(stand: Stand) -> None:
    told = BOOK + event("d", "claims_file", "done", "2027-03-18", key="2027-02")
    found = stand(told, date(2027, 3, 18))
    assert [(one.obligation.id, one.key) for one in found.ahead(43)] == [
        ("claims_file", "2027-03"),
        ("quality_files", "2027-q1"),
    ]


@pytest.mark.parametrize(
    ("line", "late_from"),
    [
        ("", date(2027, 6, 8)),
        ("also_open = [2027-05-31]", date(2027, 6, 5)),
        ("also_closed = [2027-06-01]", date(2027, 6, 9)),
    ],
)
def test_the_file_may_say_which_days_its_contract_counts(
    stand: Stand, line: str, late_from: date
) -> None:
    text = f"{line}\n{BOOK}".replace("20 days after the end", "28 days after the end")
    one = _one(stand(text, date(2027, 5, 1)), "claims_file", APRIL)
    assert (one.due, one.late_from) == (date(2027, 5, 28), late_from)
