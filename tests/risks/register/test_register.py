"""The register as it is, and as it was on any past day."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from fairterms.risks.register.estimate import Stage
from fairterms.risks.register.incident import Incident
from fairterms.risks.register.objective import Holder
from fairterms.risks.register.reader import read_text
from fairterms.risks.register.register import Register, as_of
from fairterms.risks.register.risk import Status
from fairterms.risks.register.workshop_note import Frame
from tests.risks.register.made_up import (
    AUTUMN,
    SPRING,
    SUMMER,
    estimate,
    impact,
    objective,
    risk,
)

CHAIN = Register(
    estimates=(
        estimate("third", "second", on=AUTUMN),
        estimate("first", on=SPRING),
        estimate("second", "first", on=SUMMER),
        estimate("aim", stage=Stage.TARGET, on=SPRING),
    )
)
SOUND = read_text((Path(__file__).parents[2] / "golden" / "risks.toml").read_text(encoding="utf-8"))


def standing(register: Register, day: date) -> str:
    found = as_of(register, day).standing("late_pay", Stage.CURRENT)
    return "" if found is None else found.id


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (SPRING - timedelta(days=1), ""),
        (SPRING, "first"),
        (SUMMER - timedelta(days=1), "first"),
        (SUMMER, "second"),
        (AUTUMN, "third"),
    ],
)
def test_any_past_day_is_read_again_as_it_was(day: date, name: str) -> None:
    assert standing(CHAIN, day) == name


def test_a_later_estimate_never_changes_an_earlier_day() -> None:
    later = replace(
        CHAIN, estimates=(*CHAIN.estimates, estimate("fourth", "third", on=date(2027, 1, 1)))
    )
    for day in (SPRING, SUMMER, AUTUMN, date(2026, 12, 31)):
        assert as_of(later, day) == as_of(CHAIN, day)
    assert standing(later, date(2027, 1, 1)) == "fourth"


def test_a_chain_is_told_from_its_first_estimate_to_the_one_that_stands() -> None:
    told = [one.id for one in CHAIN.history("late_pay", Stage.CURRENT)]
    assert told == ["first", "second", "third"]
    assert CHAIN.history("late_pay", Stage.INHERENT) == ()
    assert CHAIN.standing("nothing", Stage.CURRENT) is None


def test_a_broken_chain_still_has_an_end_that_stands() -> None:
    circle = Register(estimates=(estimate("a", "b"), estimate("b", "a", on=SUMMER)))
    assert [one.id for one in circle.history("late_pay", Stage.CURRENT)] == ["a", "b"]
    fork = Register(
        estimates=(
            estimate("a"),
            estimate("c", "a", on=AUTUMN),
            estimate("b", "a", on=SUMMER),
        )
    )
    assert standing(fork, AUTUMN) == "c"


def test_what_was_not_there_yet_is_left_out() -> None:
    early = as_of(SOUND, date(2026, 10, 11))
    assert [one.number for one in early.matrices] == [1]
    assert as_of(SOUND, date(2026, 9, 30)).matrices == ()
    assert early.values[0].waits_for == ("group", "plan")
    assert as_of(SOUND, date(2026, 9, 11)).interests == ()
    assert as_of(SOUND, date(2026, 4, 29)).incidents == ()


def test_an_incident_closed_later_was_open_and_its_lesson_not_learnt() -> None:
    (seen,) = as_of(SOUND, date(2026, 5, 19)).incidents
    assert (seen.is_open, seen.lesson) == (True, "")
    assert as_of(SOUND, date(2026, 5, 20)).incidents == SOUND.incidents


def test_today_nothing_is_left_out() -> None:
    assert as_of(SOUND, date(2026, 12, 31)) == SOUND


def test_records_are_found_by_id_and_strangers_are_not() -> None:
    assert SOUND.risk("late_files").owner == "office manager"
    assert SOUND.objective("margin").holder is Holder.GROUP
    assert SOUND.impact("withhold_margin").risk == "withhold_lost"
    with pytest.raises(KeyError):
        SOUND.risk("nobody")


def test_risks_and_notes_are_found_by_what_they_belong_to() -> None:
    touched = [one.id for one in SOUND.impacts_of("late_files")]
    assert touched == ["late_files_margin", "late_files_waiting"]
    assert [one.id for one in SOUND.held_by(Holder.PUBLIC)] == ["first_visits"]
    (note,) = SOUND.notes_of(Frame.SWOT, "weakness")
    assert note.risk == "late_files"
    assert SOUND.notes_of(Frame.SWOT, "threat") == ()


def test_public_harm_is_named_by_an_open_risk_against_an_objective_of_the_public() -> None:
    public = Register(
        objectives=(objective(holder=Holder.PUBLIC),), risks=(risk(),), impacts=(impact(),)
    )
    assert public.names_public_harm
    assert not replace(public, objectives=(objective(),)).names_public_harm
    assert not replace(public, risks=(risk(status=Status.CLOSED),)).names_public_harm
    assert not replace(public, impacts=()).names_public_harm


def test_an_open_incident_stays_as_it_is() -> None:
    one = Incident(SPRING, "a file was late", "pay", None, "the plan")
    assert as_of(Register(incidents=(one,)), SPRING).incidents == (one,)
