"""A history of answers, each with what became of the files since the one before."""

import pytest

from fairterms_web.deals.actions import remove_file, save_files
from fairterms_web.decide import access
from fairterms_web.decide.access import Changed, between
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting
from tests.web.cast import Cast
from tests.web.jobs.made_up_work import answer, decided

LEFT, NOW_LEFT = {"A year leaves": "−$20"}, {"A year leaves": "$30", "Chance": "2 %"}


@pytest.fixture
def by(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Entered:
    """The group's room, in which two answers were given, with changes between them."""
    by = cast.entered("owner", "group")
    decided(monkeypatch, by, {"answer.json": answer("Negotiate first", **LEFT)})
    with acting(by.actor):
        save_files(by=by, files={"terms.toml": b"a = 1", "notes.txt": b"New thoughts."})
        remove_file(by=by, path="contract/01-agreement.txt")
    decided(monkeypatch, by, {"answer.json": answer("It can be signed", **NOW_LEFT)})
    return by


def test_answers_come_newest_first_with_their_key_figures(by: Entered) -> None:
    with acting(by.actor):
        newest, oldest = access.history(by)
    assert (newest.title, oldest.title) == ("It can be signed", "Negotiate first")
    assert [one.value for one in newest.figures] == ["$30", "2 %"]
    assert newest.job.ended_at is not None
    assert newest.reasons == ("Because",)


def test_each_answer_says_which_files_changed_since_the_one_before(by: Entered) -> None:
    with acting(by.actor):
        newest, oldest = access.history(by)
    assert oldest.since is None
    assert newest.since == Changed(
        added=("terms.toml",), changed=("notes.txt",), removed=("contract/01-agreement.txt",)
    )
    assert newest.since.count == 3


def test_work_that_gave_no_answer_is_no_answer(
    by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided(monkeypatch, by, {"decide.html": b"of an older version of the program"})
    with acting(by.actor):
        assert len(access.history(by)) == 2


def test_no_more_than_a_page_of_answers_is_listed_and_the_last_knows_its_past(
    by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "MOST", 1)
    with acting(by.actor):
        (only,) = access.history(by)
    assert only.title == "It can be signed"
    assert only.since is not None


def test_two_answers_stand_side_by_side_the_earlier_first(by: Entered) -> None:
    with acting(by.actor):
        newest, oldest = answers = access.history(by)
    for asked in ((newest, oldest), (oldest, newest)):
        found = access.compared(answers, asked[0].job.id, asked[1].job.id)
        assert found is not None
        assert found.first.title == "Negotiate first"
        assert found.figures == (("A year leaves", "−$20", "$30"), ("Chance", "—", "2 %"))
        assert found.files == newest.since
    assert access.compared(answers, newest.job.id, newest.job.id) is None
    assert access.compared(answers, newest.job.id, "0" * 32) is None


def test_files_as_they_were_are_no_change() -> None:
    assert between({"a": "1"}, {"a": "1"}).count == 0
