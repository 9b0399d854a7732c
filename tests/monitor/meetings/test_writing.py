"""New entries are added at the end; what stands there is not touched."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.correspondence.writing import Value
from fairterms.monitor.meetings.reader import read_text
from fairterms.monitor.meetings.writing import (
    with_decision,
    with_done,
    with_meeting,
    with_minutes,
    with_result,
)
from fairterms.units.refusal import Refusal
from tests.monitor.meetings.made_up import TEXT

MEETING: dict[str, Value] = {
    "id": "autumn",
    "on": date(2027, 11, 18),
    "kind": "Committee",
    "group": ["clinical director"],
    "plan": ["actuary"],
}
DECISION: dict[str, Value] = {
    "id": "language",
    "meeting": "summer",
    "what": 'Results by "language" are read.',
    "agreed_by": ["actuary", "analyst"],
    "owner": "analyst",
    "due": date(2028, 2, 15),
}


def test_a_new_file_begins_with_its_first_entry() -> None:
    assert with_meeting("", MEETING).startswith('[[meeting]]\nid = "autumn"\n')


def test_older_text_is_the_beginning_of_the_new_one() -> None:
    for text in (TEXT, TEXT.rstrip(), TEXT + "\n\n# a note"):
        grown = with_decision(with_meeting(text, MEETING), DECISION)
        assert grown.startswith(text)
        found = read_text(grown)
        assert found.problems == ()
        assert [one.id for one in found.meetings] == ["spring", "summer", "autumn"]
        assert found.decisions[-1].what == 'Results by "language" are read.'
        assert found.decisions[-1].due == date(2028, 2, 15)


def test_a_decision_is_carried_out_by_an_entry_of_its_own() -> None:
    grown = with_done(TEXT, "factors", date(2027, 9, 20), "a letter")
    assert read_text(grown).open_decisions(date(2027, 12, 31)) == ()


def test_an_entry_with_a_problem_is_refused_and_says_what_to_do() -> None:
    with pytest.raises(Refusal, match=r'there is no meeting called "winter"'):
        with_decision(TEXT, {**DECISION, "meeting": "winter"})
    with pytest.raises(Refusal, match="used twice"):
        with_decision(TEXT, {**DECISION, "id": "layout"})


def test_what_was_wrong_before_is_not_the_new_entrys_matter() -> None:
    broken = TEXT.replace('owner = "actuary"\n', "")
    assert read_text(broken).problems
    assert with_decision(broken, DECISION).startswith(broken)
    with pytest.raises(Refusal, match="owner"):
        with_decision(broken, {**DECISION, "owner": ""})


def test_a_result_without_a_number_closes_nothing() -> None:
    fields: dict[str, Value] = {
        "initiative": "hospital",
        "on": date(2028, 3, 1),
        "source": "work done",
    }
    with pytest.raises(Refusal) as refused:
        with_result(TEXT, {**fields, "closes": True})
    assert "having done something is not a result" in refused.value.fix
    grown = with_result(TEXT, {**fields, "value": "56 %", "closes": True})
    found = read_text(grown)
    assert found.is_closed(found.initiatives[1])


def test_minutes_are_added_once_with_the_hash_of_their_file(tmp_path: Path) -> None:
    (tmp_path / "spring.txt").write_text("Who was there.")
    grown = with_minutes(TEXT, "spring", date(2027, 3, 29), "spring.txt", tmp_path)
    found = read_text(grown, tmp_path)
    assert found.problems == ()
    assert found.minutes_of(found.meetings[0]) is not None
    with pytest.raises(Refusal, match="has minutes already"):
        with_minutes(grown, "spring", date(2027, 4, 1), "spring.txt", tmp_path)
    with pytest.raises(Refusal, match="is not in the deal folder"):
        with_minutes(TEXT, "spring", date(2027, 3, 29), "summer.txt", tmp_path)
    with pytest.raises(Refusal, match="there is no meeting"):
        with_minutes(TEXT, "winter", date(2027, 3, 29), "spring.txt", tmp_path)
