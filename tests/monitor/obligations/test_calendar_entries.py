"""The calendar of obligations: both sides, stable names, nothing personal."""

from datetime import UTC, date, datetime
from typing import Any

import icalendar

from fairterms.monitor.obligations.alerts import DAYS_BEFORE
from fairterms.monitor.obligations.calendar_entries import calendar_file, entries
from tests.monitor.obligations.conftest import BOOK, Stand, event

ON = date(2027, 3, 1)
MADE = datetime(2027, 3, 1, 8, tzinfo=UTC)


def test_the_duties_of_both_sides_are_entries_and_what_waits_is_none(stand: Stand) -> None:
    found = list(entries(stand(BOOK, ON), "Cedar"))
    assert len(found) == 36 + 12 + 3
    assert {one.sort for one in found} == {"Plan owes", "Group owes"}
    assert len({one.uid for one in found}) == len(found)


def test_an_entry_says_what_who_and_where_and_not_the_words_of_the_contract(stand: Stand) -> None:
    told = BOOK + event("n", "claims_file", "note", "2027-02-25", reason="Kim says it is late")
    found = list(entries(stand(told, ON), "Cedar"))
    first = next(one for one in found if "claims" in one.title)
    assert first.title == "Plan owes: Send the claims file (January 2027)"
    assert first.words == (
        "Due 20 days after the end of each month. Section D-1.2. Grace: 5 business days. "
        "Time to cure: 10 days after notice."
    )
    everything = " ".join(f"{one.title} {one.words} {one.uid}" for one in found)
    for secret in ("Kim", "P-2", "contracting lead", "analyst", "Cedar"):
        assert secret not in everything


def test_a_name_stays_when_the_day_moves_and_differs_between_deals(stand: Stand) -> None:
    before = {one.uid: one.day for one in entries(stand(BOOK, ON), "Cedar")}
    moved = BOOK.replace("20 days after the end", "25 days after the end")
    after = {one.uid: one.day for one in entries(stand(moved, ON), "Cedar")}
    assert before.keys() == after.keys()
    assert before != after
    assert not before.keys() & {one.uid for one in entries(stand(BOOK, ON), "Juniper")}


def test_days_that_are_past_remind_nobody_and_monthly_ones_only_in_their_month(
    stand: Stand,
) -> None:
    reminders = {one.day: one.reminders for one in entries(stand(BOOK, ON), "Cedar")}
    assert reminders[date(2027, 2, 20)] == ()
    assert reminders[date(2027, 3, 20)] == (14, 7, 1)
    assert reminders[date(2028, 8, 31)] == DAYS_BEFORE


def test_an_obligation_that_follows_another_says_what_it_follows(stand: Stand) -> None:
    told = BOOK + event("f", "final_report", "done", "2028-08-30", key="2028-08-31")
    found = entries(stand(told, date(2028, 9, 1)), "Cedar")
    pay = next(one for one in found if one.sort == "Both sides owe")
    assert pay.words == "Due 45 days after “Deliver the final report” is done."


def test_a_due_day_that_is_waived_is_cancelled_in_the_next_file(stand: Stand) -> None:
    first = calendar_file(stand(BOOK, ON), "Cedar", MADE)
    told = BOOK + event(
        *("w", "claims_file", "waived", "2027-02-26"),
        key="2027-02", reason="agreed", approved_by="managing director",
    )  # fmt: skip
    second = calendar_file(stand(told, ON), "Cedar", MADE, first)
    read: Any = icalendar.Calendar.from_ical(second)
    gone = [one for one in read.walk("VEVENT") if str(one["status"]) == "CANCELLED"]
    assert [str(one["summary"]) for one in gone] == [
        "Plan owes: Send the claims file (February 2027)"
    ]
    assert [int(one["sequence"]) for one in gone] == [1]
    assert len(list(read.walk("VEVENT"))) == 51
