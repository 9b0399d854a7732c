"""What became of an entry follows from the entries, on the day it is looked at."""

from datetime import date, timedelta

import pytest

from fairterms.correspondence.log import Log
from fairterms.correspondence.reader import read_text
from fairterms.correspondence.state import State, standings
from tests.correspondence.made_up import DAY, entry, kept, promise, sound

DUE = date(2026, 10, 15)


def state(log: Log, name: str, today: date = DAY) -> State:
    return next(one.state for one in standings(log, today) if one.entry.id == name)


def words(log: Log, name: str, today: date = DAY) -> str:
    return next(one.words for one in standings(log, today) if one.entry.id == name)


PROMISES = {
    "on its last day it is kept": (promise() + kept("2026-10-15"), State.KEPT),
    "a day later it is late": (promise() + kept("2026-10-16"), State.LATE),
    "nothing came, so it is broken": (promise(), State.BROKEN),
    "what was sent without keeping it keeps nothing": (
        promise() + kept("2026-10-09").replace("true", "false"),
        State.BROKEN,
    ),
    "taken back on its last day it is withdrawn": (
        promise() + "withdrawn = 2026-10-15\n",
        State.WITHDRAWN,
    ),
    "taken back a day later it was broken already": (
        promise() + "withdrawn = 2026-10-16\n",
        State.BROKEN,
    ),
    "taken back by a later entry it is withdrawn": (
        promise() + entry("n", kind='"notice"', side='"plan"', withdraws='"promise"'),
        State.WITHDRAWN,
    ),
    "what kept it was taken back, so it is broken": (
        promise() + kept("2026-10-09") + "withdrawn = 2026-10-12\n",
        State.BROKEN,
    ),
    "kept after it was taken back it is kept": (
        promise() + "withdrawn = 2026-10-05\n" + kept("2026-10-09"),
        State.KEPT,
    ),
}


@pytest.mark.parametrize("case", PROMISES)
def test_a_promise(case: str) -> None:
    text, expected = PROMISES[case]
    assert state(sound(text), "promise") is expected


def test_a_promise_is_pending_on_its_last_day_and_broken_on_the_next() -> None:
    log = sound(promise())
    assert state(log, "promise", DUE) is State.PENDING
    assert words(log, "promise", DUE) == "pending, due this day"
    assert words(log, "promise", DUE - timedelta(1)) == "pending, 1 day left"
    assert state(log, "promise", DUE + timedelta(1)) is State.BROKEN
    assert words(log, "promise", DUE + timedelta(2)) == "broken, 2 days past due"


def test_only_who_promised_can_keep_it_even_where_the_log_says_otherwise() -> None:
    log = read_text(promise() + kept("2026-10-09").replace('side = "plan"', 'side = "group"'))
    assert len(log.problems) == 1
    assert state(log, "promise") is State.BROKEN


def test_what_comes_after_the_day_is_not_known_on_it() -> None:
    log = sound(promise(), kept("2026-10-20"))
    assert state(log, "promise", date(2026, 10, 18)) is State.BROKEN
    assert words(log, "promise") == "late, 5 days past due"
    assert words(sound(promise(), kept("2026-10-12")), "promise") == "kept"


def reply(kind: str, on: str = "2026-10-10", side: str = "plan", **keys: str) -> str:
    return entry(
        f"{kind}_{on[-2:]}",
        on=on,
        kind=f'"{kind}"',
        side=f'"{side}"',
        replies_to='"asked"',
        **keys,
    )


ASKED = entry("asked", due="2026-10-15")
OFFER = entry("asked", kind='"offer"', due="2026-10-15")
REQUESTS = {
    "an answer answers": (ASKED + reply("answer"), State.ANSWERED),
    "a promise answers": (ASKED + reply("promise", due="2026-10-30"), State.ANSWERED),
    "a refusal refuses": (ASKED + reply("refusal"), State.REFUSED),
    "the last word counts, a refusal": (
        ASKED + reply("answer") + reply("refusal", "2026-10-12"),
        State.REFUSED,
    ),
    "the last word counts, a concession": (
        ASKED + reply("refusal") + reply("concession", "2026-10-12"),
        State.ANSWERED,
    ),
    "a notice of receipt is no answer": (ASKED + reply("notice"), State.UNANSWERED),
    "a request in return is no answer": (ASKED + reply("request"), State.UNANSWERED),
    "one's own reminder is no answer": (ASKED + reply("notice", side="group"), State.UNANSWERED),
    "one's own word is no answer": (ASKED + reply("answer", side="group"), State.UNANSWERED),
    "a refusal that was taken back is none": (
        ASKED + reply("refusal", withdrawn="2026-10-11"),
        State.UNANSWERED,
    ),
    "silence past the last day": (ASKED, State.UNANSWERED),
    "silence on an offer": (OFFER, State.UNANSWERED),
    "taken back": (ASKED + "withdrawn = 2026-10-16\n", State.WITHDRAWN),
    "without a last day it stays open": (entry("asked"), State.PENDING),
}


@pytest.mark.parametrize("case", REQUESTS)
def test_a_request_or_offer(case: str) -> None:
    text, expected = REQUESTS[case]
    assert state(sound(text), "asked") is expected


def test_a_request_without_a_last_day_counts_the_days_it_is_open() -> None:
    log = sound(entry("asked"))
    assert words(log, "asked", date(2026, 10, 4)) == "pending, 3 days open, no last day named"


def test_a_late_answer_says_how_late() -> None:
    log = sound(ASKED, reply("answer", "2026-10-18"))
    assert words(log, "asked") == "answered, 3 days past due"


def test_a_corrected_entry_is_only_shown() -> None:
    fixed = entry("fixed", kind='"notice"', corrects='"asked"')
    assert state(sound(ASKED, fixed), "asked") is State.CORRECTED
    assert words(sound(ASKED, fixed), "asked") == "corrected"


def test_what_asks_nothing_is_on_record_until_it_is_taken_back() -> None:
    given = entry("given", kind='"concession"')
    assert state(sound(given), "given") is State.RECORDED
    assert state(sound(given + "withdrawn = 2026-10-16\n"), "given") is State.WITHDRAWN


def test_every_state_of_a_promise_is_one_of_five_on_every_day() -> None:
    log = sound(promise(), kept("2026-10-20"))
    seen = [state(log, "promise", date(2026, 10, 1) + timedelta(n)) for n in range(30)]
    assert seen == [State.PENDING] * 15 + [State.BROKEN] * 4 + [State.LATE] * 11
