"""Alerts at 90, 30, 14, 7 and 1 days, and from the day after."""

from datetime import date, timedelta

import pytest

from fairterms.monitor.obligations.alerts import DAYS_BEFORE, alerts
from tests.monitor.obligations.conftest import BOOK, Stand, event

DUE = date(2028, 8, 31)
ONLY = BOOK[
    BOOK.index('[[obligation]]\nid = "final_report"') : BOOK.index('[[obligation]]\nid = "payment"')
]


@pytest.mark.parametrize("days", [*DAYS_BEFORE, 91, 89, 31, 29, 15, 13, 8, 6, 2, 0])
def test_an_alert_is_given_on_its_days_and_on_no_other(stand: Stand, days: int) -> None:
    found = alerts(stand(ONLY, DUE - timedelta(days=days)))
    assert [one.days for one in found] == ([days] if days in DAYS_BEFORE else [])


def test_an_alert_says_who_owes_what_by_when(stand: Stand) -> None:
    (found,) = alerts(stand(ONLY, date(2028, 8, 30)))
    assert found.words == "The plan: Deliver the final report is due in 1 day, on 2028-08-31."
    assert found.may == ""


def test_what_is_past_is_said_every_day_from_the_day_after(stand: Stand) -> None:
    for days in (1, 2, 40):
        (found,) = alerts(stand(ONLY, DUE + timedelta(days=days)))
        assert found.days == -days
    (first,) = alerts(stand(ONLY, date(2028, 9, 1)))
    assert first.words == (
        "The plan: Deliver the final report was due on 2028-08-31, 1 day ago; it is late."
    )
    assert first.may.startswith("The contract names no consequence")


def test_what_is_past_says_what_the_contract_lets_the_other_side_do(stand: Stand) -> None:
    found = alerts(stand(BOOK, date(2027, 2, 22)))
    late = next(one for one in found if one.obligation.id == "claims_file")
    assert late.may == "The group may ask for a meeting (D-1.2)."
    assert late.words.endswith("it may still be done without being late until 2027-02-26.")


def test_several_due_days_of_one_obligation_are_one_alert(stand: Stand) -> None:
    found = alerts(stand(BOOK, date(2027, 6, 25)))
    late = [one for one in found if one.obligation.id == "claims_file" and one.days < 0]
    assert len(late) == 1
    assert "and 4 more of the same" in late[0].words
    assert len(late[0].occurrences) == 5


def test_each_alert_is_given_once_for_an_obligation_and_day(stand: Stand) -> None:
    for offset in range(0, 400, 13):
        found = alerts(stand(BOOK, date(2027, 1, 1) + timedelta(days=offset)))
        keys = [(one.obligation.id, one.days < 0) for one in found]
        assert len(keys) == len(set(keys))


def test_what_should_have_been_said_meanwhile_is_said_now(stand: Stand) -> None:
    schedule = stand(ONLY, DUE - timedelta(days=27))
    assert alerts(schedule) == ()
    assert [one.days for one in alerts(schedule, since=DUE - timedelta(days=31))] == [27]
    assert alerts(schedule, since=DUE - timedelta(days=30)) == ()


def test_what_is_done_gives_no_alert(stand: Stand) -> None:
    told = ONLY + event("d", "final_report", "done", "2028-08-20", key="2028-08-31")
    assert alerts(stand(told, date(2028, 8, 30))) == ()
    assert alerts(stand(told, date(2028, 9, 5))) == ()


def test_a_dispute_is_said(stand: Stand) -> None:
    told = ONLY + event(
        "x", "final_report", "disputed", "2028-09-02", key="2028-08-31", reason="it came"
    )
    assert "it is disputed" in alerts(stand(told, date(2028, 9, 5)))[0].words


def test_what_is_past_stands_before_what_is_ahead(stand: Stand) -> None:
    days = [one.days for one in alerts(stand(BOOK, date(2027, 4, 29)))]
    assert days == sorted(days)
    assert days[0] < 0 < days[-1]
