"""What entries say of each other makes sense, or is told."""

import pytest

from fairterms.correspondence.reader import read_text
from tests.correspondence.made_up import codes, entry, kept, promise, sound


def answer(to: str = "asked", **keys: str) -> str:
    return entry("answer", kind='"answer"', side='"plan"', replies_to=f'"{to}"', **keys)


def test_a_reply_of_the_same_day_is_in_order() -> None:
    sound(entry("asked"), answer(on="2026-10-01"))


CASES = {
    "a reply before its request": (
        entry("asked") + answer(on="2026-09-30"),
        "reply-before-request",
    ),
    "a reply to nobody": (answer("asked"), "unknown-entry"),
    "one id twice": (entry("asked") + entry("asked"), "duplicate-id"),
    "a reply to itself": (answer("answer"), "bad-link"),
    "no promise to keep": (entry("asked") + kept("2026-10-05", of="asked"), "bad-link"),
    "a promise kept by the other": (
        promise() + kept("2026-10-05").replace('side = "plan"', 'side = "group"'),
        "bad-link",
    ),
    "keeping without a name": (
        entry("a", kind='"delivery"', fulfils="true"),
        "bad-link",
    ),
    "one acknowledges oneself": (
        entry("asked") + entry("n", kind='"notice"', acknowledges='"asked"'),
        "bad-link",
    ),
    "the other takes it back": (
        entry("asked") + entry("n", kind='"notice"', side='"plan"', withdraws='"asked"'),
        "bad-link",
    ),
    "taken back before it was said": (
        entry("asked") + entry("n", on="2026-09-30", kind='"notice"', withdraws='"asked"'),
        "wrong-order",
    ),
    "corrected twice": (
        entry("a") + entry("b", corrects='"a"') + entry("c", corrects='"a"'),
        "bad-link",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_mistake_is_told_once(case: str) -> None:
    text, code = CASES[case]
    assert codes(text) == [code]


def test_corrections_in_a_circle_are_told_at_each() -> None:
    text = entry("a", corrects='"c"') + entry("b", corrects='"a"') + entry("c", corrects='"b"')
    assert codes(text) == ["correction-circle"] * 3
    assert read_text(text).newest("a") in ("a", "b", "c")


def test_a_tail_that_leads_into_a_circle_ends() -> None:
    text = entry("a", corrects='"b"') + entry("b", corrects='"c"') + entry("c", corrects='"b"')
    assert "correction-circle" in codes(text)
    assert len(codes(text)) >= 2


def test_a_reply_to_an_entry_that_could_not_be_read_is_no_second_problem() -> None:
    assert codes(entry("asked", by=""), answer()) == ["missing"]


def test_of_two_entries_with_one_id_the_first_stands() -> None:
    log = read_text(entry("asked") + entry("asked", summary='"Asked again."'))
    assert [one.words for one in log.entries] == ["Asked for the claims."]
    (problem,) = log.problems
    assert problem.line > 1
    assert "first in line 1" in problem.what


def test_an_unknown_id_gets_the_nearest_one() -> None:
    (problem,) = read_text(entry("data_request") + answer("data_requst")).problems
    assert problem.fix == 'did you mean "data_request"?'
