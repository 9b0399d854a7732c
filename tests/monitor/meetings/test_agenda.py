"""The agenda, drafted from what is open."""

from datetime import date
from pathlib import Path

from fairterms.monitor.meetings.agenda import EQUITY, OpenItem, Topic, agenda, own_items
from fairterms.monitor.meetings.reader import Meetings, read, read_text
from tests.monitor.meetings.made_up import TEXT

BOOK = read_text(TEXT)
ON = date(2027, 11, 20)
EMPTY = Meetings()


def item(topic: Topic, text: str, since: date | None = None) -> OpenItem:
    return OpenItem(topic, text, since, "a file, line 1")


def test_items_stand_by_topic_and_the_longest_open_first() -> None:
    given = [
        item(Topic.AMENDMENT, "a change", date(2027, 3, 1)),
        item(Topic.OVERDUE_DUTY, "a young duty", date(2027, 10, 1)),
        item(Topic.OVERDUE_DUTY, "an old duty", date(2027, 4, 1)),
        item(Topic.RED_INDICATOR, "a red one", date(2027, 9, 1)),
    ]
    found = agenda(given, EMPTY, ON, has_subgroups=False)
    assert [one.text for one in found.items] == [
        "an old duty",
        "a young duty",
        "a red one",
        "a change",
    ]


def test_what_opened_later_is_left_out_and_what_is_given_twice_stands_once() -> None:
    given = [
        item(Topic.DISPUTE, "a", date(2027, 11, 20)),
        item(Topic.DISPUTE, "a", date(2027, 11, 20)),
        item(Topic.DISPUTE, "b", date(2027, 11, 21)),
    ]
    assert [one.text for one in agenda(given, EMPTY, ON, has_subgroups=False).items] == ["a"]


def test_equity_is_a_standing_item_where_subgroups_are_reported() -> None:
    (standing,) = agenda([], EMPTY, ON).items
    assert (standing.topic, standing.text, standing.since) == (Topic.EQUITY, EQUITY, None)
    assert standing.days_open(ON) is None
    assert agenda([], EMPTY, ON, has_subgroups=False).items == ()
    own = item(Topic.EQUITY, "a gap by language", date(2027, 9, 1))
    assert [one.text for one in agenda([own], EMPTY, ON).items] == ["a gap by language"]


def test_a_decision_past_its_day_is_on_the_agenda_until_it_is_done() -> None:
    (decision,) = agenda([], BOOK, ON).of(Topic.DECISION)
    assert decision.text == "The factors are shown. It was due on 2027-09-15."
    assert (decision.owner, decision.days_open(ON)) == ("actuary", 66)
    assert agenda([], BOOK, date(2027, 9, 15)).of(Topic.DECISION) == ()
    assert len(agenda([], BOOK, date(2027, 9, 16)).of(Topic.DECISION)) == 1


def test_a_decision_without_a_day_waits_from_its_meeting_on() -> None:
    book = read_text(TEXT.replace("due = 2027-09-15\n", ""))
    (decision,) = agenda([], book, ON).of(Topic.DECISION)
    assert decision.since == date(2027, 6, 17)
    assert decision.text.endswith("No day was set.")


def test_an_initiative_is_spoken_of_from_its_review_until_a_result_closes_it() -> None:
    assert agenda([], BOOK, ON).of(Topic.INITIATIVE) == ()
    (late,) = agenda([], BOOK, date(2028, 4, 1)).of(Topic.INITIATIVE)
    assert late.text == "Nobody leaves hospital unseen: no result is measured yet."
    still = read_text(TEXT.replace("closes = true", "closes = false"))
    (shown,) = agenda([], still, ON).of(Topic.INITIATIVE)
    assert shown.text == "Nobody waits three weeks: last result 86.2 %, 2027-10-29."
    few = read_text(
        TEXT.replace("closes = true", "closes = false").replace("1,148 patients", "9 patients")
    )
    (hidden,) = agenda([], few, ON).of(Topic.INITIATIVE)
    assert "86.2" not in hidden.text
    assert "too few people" in hidden.text


def test_a_report_without_its_people_is_on_the_agenda() -> None:
    assert agenda([], BOOK, ON).of(Topic.REPORT) == ()
    without = read_text(TEXT.replace('contact = "intake lead"\n', ""))
    (report,) = agenda([], without, ON).of(Topic.REPORT)
    assert report.text == "Counts by month: nobody has named whom to ask."


def test_the_example_asks_for_the_factors_and_for_a_contact() -> None:
    book = read(Path(__file__).parents[3] / "examples" / "juniper")
    assert book is not None
    assert [one.topic for one in own_items(book, date(2027, 12, 15))] == [
        Topic.DECISION,
        Topic.REPORT,
    ]
