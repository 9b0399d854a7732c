"""Controls and effects, block by block."""

from datetime import date
from typing import Any

import pytest

from fairterms.risks.control.control import Control
from fairterms.risks.control.control_reader import note_twice, read_control, read_effect
from fairterms.risks.control.effect import Effect, Leaves, Side
from fairterms.risks.control.entry import Entry
from fairterms.units.notes import Notes

CONTROL: dict[str, Any] = {
    "id": "match",
    "title": "The list is compared",
    "aim": "detect",
    "mode": "manual",
    "cadence": "weekly",
    "key": True,
    "owner": "contracting lead",
    "operator": "billing lead",
    "evidence_kind": "signed list",
}
EFFECT: dict[str, Any] = {
    "control": "match",
    "impact": "pay",
    "acts_on": "severity",
    "leaves": "40 %",
    "rationale": "seen in the pilot",
}


def control(**changes: object) -> tuple[Control | None, int]:
    notes = Notes("risks.toml", (), {})
    raw = {key: value for key, value in {**CONTROL, **changes}.items() if value is not None}
    return read_control(Entry(raw, ("control", 0), notes), set()), len(notes.found)


def effect(**changes: object) -> tuple[Effect | None, int]:
    notes = Notes("risks.toml", (), {})
    raw = {key: value for key, value in {**EFFECT, **changes}.items() if value is not None}
    return read_effect(Entry(raw, ("effect", 0), notes), {"match"}, {"pay"}), len(notes.found)


def test_a_control_is_active_until_it_says_otherwise() -> None:
    found, problems = control()
    assert found is not None
    assert (found.retired, found.is_key, problems) == (None, True, 0)
    retired, problems = control(status="retired", retired=date(2027, 6, 30))
    assert retired is not None
    assert (retired.retired, problems) == (date(2027, 6, 30), 0)


def test_a_day_of_retirement_counts_whatever_the_word_says() -> None:
    found, problems = control(status="active", retired=date(2027, 6, 30))
    assert found is not None
    assert (found.retired, problems) == (date(2027, 6, 30), 1)


@pytest.mark.parametrize("key", [key for key in CONTROL if key != "id"])
def test_what_a_control_needs_is_asked_for(key: str) -> None:
    found, problems = control(**{key: None})
    assert (found, problems) == (None, 1)


def test_three_shares_are_a_range() -> None:
    found, _ = effect(leaves=["30 %", "40 %", "80 %"])
    assert found is not None
    assert (found.leaves, found.acts_on) == (Leaves(0.3, 0.4, 0.8), Side.SEVERITY)


@pytest.mark.parametrize(
    "leaves", [None, 0.4, "40", "40 claims", [], ["40 %"], ["30 %", "40 %", "x"], "-40 %", "0 %"]
)
def test_what_remains_is_never_guessed(leaves: object) -> None:
    found, problems = effect(leaves=leaves)
    assert (found, problems) == (None, 1)


def test_a_share_above_the_whole_is_read_and_flagged() -> None:
    found, problems = effect(leaves="130 %")
    assert found is not None
    assert (found.raises_risk, problems) == (True, 0)


def test_an_effect_written_twice_is_noted_the_second_time() -> None:
    notes = Notes("risks.toml", (), {})
    entry, seen = Entry(EFFECT, ("effect", 0), notes), set[object]()
    found, _ = effect()
    assert found is not None
    assert [note_twice(entry, found, seen) for _ in range(2)] == [False, True]
    assert len(notes.found) == 1


@pytest.mark.parametrize("retired", [None, "last June"])
def test_a_retired_control_without_its_day_is_out_of_use(retired: object) -> None:
    found, problems = control(status="retired", retired=retired)
    assert found is not None
    assert problems == 1
    assert not found.is_active(date(2020, 1, 1))
