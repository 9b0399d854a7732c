"""A new entry is added at the end, reads back as it was meant, and brings no problem with it."""

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.audit.engagement.reader import read_text
from fairterms.audit.engagement.writing import Value, appended, entry
from fairterms.correspondence.entry import EvidenceFile
from fairterms.units.refusal import Refusal
from tests.audit.engagement.made_up import AGREED, CLOSED, FINDING, HASH, HEAD, ISSUE, WORK

TOLD = HEAD + WORK + FINDING + ISSUE


def test_what_stands_there_is_not_touched() -> None:
    text = "# Ours\n" + TOLD
    grown = appended(
        text,
        "response",
        {
            "finding": "order",
            "party": "plan",
            "by": "actuary",
            "on": date(2028, 10, 20),
            "answer": "disagree",
            "reason": 'No.\n\n"Never", we say: \\ \x7f ü.',
        },
    )
    assert grown.startswith(text.rstrip())
    (answer,) = read_text(grown).book.responses
    assert answer.reason == 'No.\n\n"Never", we say: \\ \x7f ü.'


def test_a_new_entry_with_a_problem_is_refused_and_older_problems_are_not_its_matter() -> None:
    broken = (TOLD + AGREED).replace("interviews = 2\n", "")
    before = {one.what for one in read_text(broken).problems}
    assert before
    fields: dict[str, Value] = {
        "finding": "order",
        "verified_by": "data lead",
        "on": date(2028, 11, 27),
    }
    fields["test"], fields["result"] = "Looked.", "open"
    with pytest.raises(Refusal, match="verifies what data lead had to put right"):
        appended(broken, "follow_up", fields)
    assert appended(broken, "follow_up", {**fields, "verified_by": "Idris"}).startswith(broken)


def test_work_may_be_begun_before_its_team_has_declared_itself() -> None:
    start, end = WORK.index("[[engagement]]"), WORK.index("[[independence]]")
    made = read_text(HEAD + WORK[start:end])
    assert [one.code for one in made.problems] == ["not-declared", "not-declared"]
    fields: dict[str, Value] = {"id": "settlement", "title": "A", "kind": "assurance"}
    fields |= {"level": "limited", "criteria": ["B"], "from": date(2028, 9, 11)}
    fields |= {"to": date(2028, 10, 20), "team": ["Maren"], "decision": "audit_1"}
    grown = appended(HEAD, "engagement", {**fields, "budget": "30 hours"})
    assert [one.id for one in read_text(grown).book.engagements] == ["settlement"]
    with pytest.raises(Refusal, match="41 hours is above"):
        appended(HEAD, "engagement", {**fields, "budget": "41 hours"})


def test_a_second_problem_of_the_same_sort_is_refused_too() -> None:
    twice = TOLD + ISSUE
    with pytest.raises(Refusal, match="is issued twice"):
        appended(twice, "issue", {"finding": "order", "on": date(2028, 10, 7), "by": "Maren"})


def test_numbers_flags_lists_and_files_are_written_as_they_are_read() -> None:
    fields: dict[str, Value] = {
        "deviations": 0,
        "are_people": False,
        "about": ["plan", "group"],
        "evidence": [EvidenceFile("new.csv", HASH)],
        "empty": "",
        "none": None,
        "nothing": [],
    }
    read = tomllib.loads(entry("workpaper", fields))["workpaper"][0]
    assert read == {
        "deviations": 0,
        "are_people": False,
        "about": ["plan", "group"],
        "evidence": [{"file": "new.csv", "sha256": HASH}],
    }


def test_a_head_stands_by_itself() -> None:
    assert entry("programme", {"title": "A"}).startswith("[programme]\n")
    assert entry("scope.simple", {"interviews": 1}).startswith("[scope.simple]\n")
    with pytest.raises(AssertionError):
        appended("", "findings", {})


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_words_come_back(words: str) -> None:
    read = tomllib.loads(entry("finding", {"id": "a", "title": words}))["finding"][0]
    assert read.get("title", "") == words


def test_a_closed_follow_up_can_be_written() -> None:
    assert read_text(TOLD + AGREED + CLOSED).problems == ()
