"""One entry by itself: everything that must be there is, and says one thing only."""

from datetime import date

import pytest

from fairterms.correspondence.entry import Channel, Topic
from fairterms.correspondence.reader import read_text
from tests.correspondence.made_up import PLAIN, codes, entry, promise, sound


def test_a_full_entry_is_read_whole() -> None:
    log = sound(
        entry(
            "asked",
            summary="",
            quote='"Please send the claims."',
            how='"letter"',
            about='"data"',
            due="2026-10-15",
            due_from='"Section 6.2: 14 days"',
            questions='["gf_q15"]',
            tactic='"withheld_information"',
            acknowledged="2026-10-03",
        )
    )
    (one,) = log.entries
    assert (one.said, one.how, one.about) == (
        "“Please send the claims.”",
        Channel.LETTER,
        Topic.DATA,
    )
    assert (one.due, one.due_from) == (date(2026, 10, 15), "Section 6.2: 14 days")
    assert (one.questions, one.tactic) == (("gf_q15",), "withheld_information")
    assert one.acknowledged == date(2026, 10, 3)
    assert one.line == 1


@pytest.mark.parametrize("key", PLAIN)
def test_whatever_is_left_out_is_asked_for_and_the_entry_left_out(key: str) -> None:
    log = read_text(entry("asked", **{key: ""}))
    assert log.entries == ()
    assert [one.code for one in log.problems] == ["words" if key == "summary" else "missing"]


CASES = {
    "two kinds of words": (entry("a", quote='"Please."'), "words"),
    "an id with a space": (entry("a b"), "bad-id"),
    "no id": (entry("a", id=""), "bad-id"),
    "a promise without a date": (promise(due=""), "promise-without-date"),
    "due before it was said": (promise(due="2026-09-30"), "due-too-early"),
    "a notice that is due": (entry("a", kind='"notice"', due="2026-10-15"), "never-due"),
    "an answer to nothing": (entry("a", kind='"answer"'), "replies-to-nothing"),
    "a refusal of nothing": (entry("a", kind='"refusal"'), "replies-to-nothing"),
    "a request that keeps": (entry("a", fulfils="true"), "keeps-nothing"),
    "acknowledged too early": (entry("a", acknowledged="2026-09-30"), "wrong-order"),
    "withdrawn too early": (entry("a", withdrawn="2026-09-30"), "wrong-order"),
    "an unknown side": (entry("a", side='"payer"'), "unknown-side"),
    "an unknown kind": (entry("a", kind='"threat"'), "unknown-kind"),
    "an unknown tactic": (entry("a", tactic='"lies"'), "unknown-tactic"),
    "an unknown question": (entry("a", questions='["gf_q21"]'), "unknown-question"),
    "an unknown key": (entry("a", who='"me"'), "unknown-key-of-an-entry"),
}


@pytest.mark.parametrize("case", CASES)
def test_each_mistake_is_told_once(case: str) -> None:
    text, code = CASES[case]
    assert codes(text) == [code]


def test_an_entry_of_tomorrow_is_told_and_one_of_today_is_not() -> None:
    today = date(2026, 10, 1)
    assert read_text(entry("a"), today=today).problems == ()
    late = read_text(entry("a", on="2026-10-02"), today=today)
    assert [one.code for one in late.problems] == ["in-the-future"]


def test_several_mistakes_of_one_entry_are_told_together() -> None:
    assert codes(entry("a", on="", by="", how='"fax"')) == ["missing", "missing", "unknown-channel"]
