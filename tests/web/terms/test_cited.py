"""The documents of a room in memory, and the page that is cited."""

import pytest
from django.http import Http404

from fairterms.document.document import Document
from fairterms.document.spans import Page
from fairterms_web.jobs.access import standing
from fairterms_web.jobs.models import Job
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting
from fairterms_web.terms import cited
from tests.web.cast import Cast
from tests.web.terms.table import lay, read_contract

TEXT = "First page. Second page, with words."
DOCUMENT = Document(
    name="a.txt",
    kind="text",
    text=TEXT,
    pages=(Page(0, 12, 1), Page(12, len(TEXT), 2)),
    sections=(),
    sentences=(),
    furniture=(),
    unread_pages=(),
    revisions=(),
    sha256="0",
)


def test_a_page_is_cut_where_the_words_begin_and_end() -> None:
    found = cited.page((DOCUMENT,), "a.txt", 12, 23)
    assert (found.before, found.words, found.after) == ("", "Second page", ", with words.")
    assert (found.number, found.count, found.place) == (2, 2, 1)


def test_words_that_run_over_a_page_end_with_it() -> None:
    found = cited.page((DOCUMENT,), "a.txt", 6, 23)
    assert (found.before, found.words, found.after) == ("First ", "page. ", "")


@pytest.mark.parametrize(
    ("name", "start", "end"), [("b.txt", 0, 1), ("a.txt", 3, 2), ("a.txt", 0, 99)]
)
def test_a_place_that_is_not_there_is_not_found(name: str, start: int, end: int) -> None:
    with pytest.raises(Http404):
        cited.page((DOCUMENT,), name, start, end)


def reading(by: Entered) -> Job:
    """The last reading of a room's contract."""
    with acting(by.actor):
        found = standing(by, "review").shown
    assert found is not None
    return found


def test_a_room_keeps_its_last_reading_alone_and_memory_is_bounded(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = cast.entered("owner", "group")
    read_contract(monkeypatch, by)
    first = reading(by)
    with acting(by.actor):
        assert cited.documents(by, first) is cited.documents(by, first)
    lay(by, {"contract/01-agreement.txt": "Another agreement."})
    read_contract(monkeypatch, by)
    second = reading(by)
    with acting(by.actor):
        assert cited.documents(by, second)[0].text == "Another agreement."
    assert list(cited._kept) == [(by.room.id, second.id)]
    monkeypatch.setattr(cited, "MOST", 1)
    plan = cast.entered("other party", "plan")
    lay(plan, {"contract/01.txt": "The plan's."})
    read_contract(monkeypatch, plan)
    with acting(plan.actor):
        cited.documents(plan, reading(plan))
    assert [room for room, _ in cited._kept] == [plan.room.id]


def test_a_reading_is_looked_at_in_its_own_room(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = cast.entered("owner", "group")
    read_contract(monkeypatch, by)
    plan = cast.entered("other party", "plan")
    with pytest.raises(AssertionError, match="its own room"):
        cited.documents(plan, reading(by))
