"""Open items from the talks and from what changed after signing."""

from datetime import date

from fairterms.correspondence.reader import read_text as read_log
from fairterms.monitor.amendments.reader import Amendments
from fairterms.monitor.meetings.agenda import Topic
from fairterms.monitor.meetings.open_points import from_amendments, from_log
from tests.monitor.amendments.made_up import change

LOG = """
[[entry]]
id = "list"
on = 2027-01-04
kind = "promise"
side = "plan"
by = "network manager"
to = "clinical director"
summary = "Will send the list."
due = 2027-02-01

[[entry]]
id = "question"
on = 2027-01-05
kind = "request"
side = "group"
by = "analyst"
to = "actuary"
quote = "Which trend?"
due = 2027-02-03

[[entry]]
id = "open"
on = 2027-01-06
kind = "request"
side = "group"
by = "analyst"
to = "actuary"
quote = "Which factor?"
"""


def test_a_promise_past_its_day_and_a_request_without_an_answer_are_open() -> None:
    log = read_log(LOG)
    assert log.problems == ()
    promise, request = from_log(log, date(2027, 2, 4))
    assert (promise.topic, promise.owner, promise.since) == (
        Topic.BROKEN_PROMISE,
        "plan",
        date(2027, 2, 1),
    )
    assert promise.text == "Will send the list. (broken, 3 days past due)"
    assert promise.source == "log.toml, line 2"
    assert (request.topic, request.owner) == (Topic.OTHER, "plan")


def test_before_the_last_day_nothing_is_open() -> None:
    assert from_log(read_log(LOG), date(2027, 2, 1)) == ()


def test_a_change_nobody_of_the_group_agreed_to_is_open() -> None:
    agreed = change(id="agreed", agreed_by="managing member", agreed_on=date(2027, 3, 5))
    book = Amendments((change(document="Notice 4"), agreed, change(id="b", agreed_by="nobody")))
    plan, nobody = from_amendments(book, date(2027, 12, 31))
    assert plan.topic is Topic.AMENDMENT
    assert plan.text == (
        "Two more columns (policy notice, from 2027-04-30): the plan decided it alone."
    )
    assert (plan.since, plan.source) == (date(2027, 3, 1), "Notice 4")
    assert nobody.text.endswith("nobody has agreed yet.")
    assert nobody.source == "amendments.toml, line 1"
    assert from_amendments(book, date(2027, 2, 28)) == ()
    assert len(from_amendments(book, date(2027, 3, 4))) == 3
