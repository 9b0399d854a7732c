"""What is remembered from one check to the next, and what is not."""

from typing import Any

import pytest

from fairterms.settle import settlement, trial
from fairterms.settle.settlement import Settlement
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting
from fairterms_web.terms import access, checks
from fairterms_web.terms.checks import Checked, check
from tests.web.cast import Cast
from tests.web.terms.table import BOTH, DEARER, DEARER_SCRIPT, PATH, SCRIPT, TERMS, lay


@pytest.fixture
def by(cast: Cast) -> Entered:
    """The group's room, with terms and a script."""
    by = cast.entered("owner", "group")
    lay(by, BOTH)
    return by


def checked(by: Entered, text: str) -> Checked:
    """What is found in a text of terms."""
    with acting(by.actor):
        return check(access.desk(by, "terms.toml"), text)


def test_the_same_text_is_read_once_and_only_while_its_room_is_the_same(by: Entered) -> None:
    first = checked(by, TERMS)
    assert checked(by, TERMS) is first
    lay(by, {PATH: SCRIPT.replace("$200.00", "$201.00")})
    again = checked(by, TERMS)
    assert again.failing == ("A hundred months",)
    assert "$201.00" in str(again.reading)


def test_scripts_that_passed_run_again_only_under_other_terms(
    by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[int] = []
    settle = settlement.settle

    def counted(*told: Any) -> Settlement:
        runs.append(1)
        return settle(*told)

    monkeypatch.setattr(trial, "settle", counted)
    checked(by, TERMS)
    assert len(runs) == 1
    assert "Passes" in str(checked(by, f"# a note\n{TERMS}").reading)
    assert len(runs) == 1
    assert checked(by, DEARER).failing
    assert len(runs) == 2
    checked(by, f"# a note\n{DEARER}")
    assert len(runs) == 3
    lay(by, {PATH: DEARER_SCRIPT})
    assert checked(by, TERMS).failing


def test_rooms_with_the_same_texts_share_nothing(cast: Cast, by: Entered) -> None:
    plan = cast.entered("other party", "plan")
    lay(plan, BOTH)
    own, theirs = checked(by, TERMS), checked(plan, TERMS)
    assert own is not theirs
    assert by.room.id in str(own.reading)
    assert by.room.id not in str(theirs.reading)
    assert plan.room.id in str(theirs.reading)


def test_memory_is_bounded(by: Entered, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "MOST", 3)
    for number in range(5):
        checked(by, f"# {number}\n{TERMS}")
    assert len(checks._kept) == 3


def test_problems_speak_of_pages_and_not_of_commands(by: Entered) -> None:
    text = TERMS.replace("care_coordination", "unheard_of")
    (first, *_) = checked(by, text).problems
    assert "fairterms " not in f"{first.what} {first.why} {first.fix}", first
