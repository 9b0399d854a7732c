"""A practice is one person's own, sealed, in the ledger, and never in a file of the room."""

import pytest
from django.http import Http404

from fairterms.negotiate.practice.talk import Choice
from fairterms_web.deals.access import listed
from fairterms_web.ledgers.models import LedgerEntry
from fairterms_web.practice import access, actions
from fairterms_web.practice.models import PracticeTalk
from fairterms_web.rooms.access import NotAllowed
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Grant
from fairterms_web.rooms.walls import acting
from tests.web.cast import Cast

FIRST = Choice("final_figures", "see_first", "withheld_information", "Show us\nthe data.")
SECOND = Choice("benchmarks", "clearer")


@pytest.fixture
def by(cast: Cast) -> Entered:
    """The group's room."""
    return cast.entered("owner", "group")


def said(by: Entered) -> tuple[str, ...]:
    """What a person said by now."""
    with acting(by.actor):
        return tuple(one.said for one in access.played(by).talk.turns)


def answered(by: Entered, *choices: Choice) -> None:
    for one in choices:
        with acting(by.actor):
            actions.answer(by=by, choice=one)


def test_an_answer_is_kept_with_its_own_words_in_one_line(by: Entered) -> None:
    answered(by, FIRST, SECOND)
    assert said(by)[0] == "Show us the data."
    assert len(said(by)) == 2


def test_a_practice_is_one_persons_own(by: Entered, cast: Cast) -> None:
    answered(by, FIRST)
    other = cast.entered("teammate", "group")
    assert said(other) == ()
    answered(other, Choice("final_figures", "trust"), SECOND)
    assert len(said(by)) == 1
    assert said(cast.entered("owner", "joint")) == ()


def test_what_was_chosen_is_stored_sealed(by: Entered) -> None:
    answered(by, FIRST)
    with acting(by.actor):
        (row,) = PracticeTalk.objects.within(by)
    assert b"Show us" not in bytes(row.choices)
    assert b"see_first" not in bytes(row.choices)


def test_a_row_of_another_person_does_not_open_in_place_of_ones_own(
    by: Entered, cast: Cast
) -> None:
    answered(by, FIRST)
    other = cast.entered("teammate", "group")
    answered(other, FIRST)
    with acting(by.actor):
        mine, theirs = (
            PracticeTalk.objects.within(by).get(player=access.player_of(one)) for one in (by, other)
        )
        theirs.choices = mine.choices
        theirs.save()
    with acting(other.actor), pytest.raises(Exception, match="does not open"):
        access.played(other)


def test_each_change_has_one_entry_without_the_words(by: Entered) -> None:
    with acting(by.actor):
        before = LedgerEntry.objects.within(by).count()
    answered(by, FIRST)
    with acting(by.actor):
        actions.take_back(by=by)
        actions.begin_again(by=by)
        kinds = [one.kind for one in LedgerEntry.objects.within(by).order_by("sequence")][before:]
    assert kinds == ["practice.answered", "practice.taken-back", "practice.begun"]


def test_no_file_of_the_room_is_touched(by: Entered) -> None:
    with acting(by.actor):
        before = [(one.path, one.id) for one in listed(by)]
    answered(by, FIRST, SECOND)
    with acting(by.actor):
        assert [(one.path, one.id) for one in listed(by)] == before
    assert "log.toml" not in {path for path, _ in before}


def test_the_last_answer_is_taken_back_and_no_other(by: Entered) -> None:
    answered(by, FIRST, SECOND)
    with acting(by.actor):
        actions.take_back(by=by)
    assert len(said(by)) == 1
    with acting(by.actor):
        actions.take_back(by=by)
        with pytest.raises(actions.Elsewhere, match="Nothing was answered yet"):
            actions.take_back(by=by)


def test_an_answer_to_another_round_is_not_taken(by: Entered) -> None:
    answered(by, FIRST)
    for wrong in (FIRST, Choice("benchmarks", "nothing")):
        with acting(by.actor), pytest.raises(actions.Elsewhere):
            actions.answer(by=by, choice=wrong)
    assert len(said(by)) == 1


def test_a_clinician_may_practise_and_who_was_let_out_may_not(cast: Cast) -> None:
    clinician = cast.entered("clinician", "group")
    answered(clinician, FIRST)
    assert len(said(clinician)) == 1
    rows = Grant.objects.filter(room=clinician.room, person_id=clinician.actor.person)
    rows.update(revoked_at=clinician.actor.at)
    with acting(clinician.actor), pytest.raises(Http404):
        actions.answer(by=clinician, choice=SECOND)


def test_who_only_reads_changes_nothing(cast: Cast) -> None:
    viewer = cast.entered("viewer", "group")
    with acting(viewer.actor), pytest.raises(NotAllowed):
        actions.answer(by=viewer, choice=FIRST)
    assert said(viewer) == ()
