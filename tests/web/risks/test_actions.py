"""The register's file: begun from proposals, written by hand, never lost."""

import hashlib

import pytest

from fairterms.risks.register.reader import read_text
from fairterms_web.deals.access import content_of, versions_of
from fairterms_web.deals.actions import save_files
from fairterms_web.risks import access, actions
from fairterms_web.rooms.access import NotAllowed
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting
from tests.web.cast import Cast
from tests.web.jobs.made_up_work import decided
from tests.web.risks.proposals import IDS, PARTS


@pytest.fixture
def by(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Entered:
    """The group's room, in which an answer was given."""
    by = cast.entered("owner", "group")
    decided(monkeypatch, by, PARTS)
    return by


def text_in(by: Entered) -> str:
    """What risks.toml says."""
    return content_of(by, "risks.toml").decode()


def test_proposals_begin_the_file_with_every_number_a_gap(by: Entered) -> None:
    with acting(by.actor):
        assert actions.add_proposed(by=by, ids=IDS) == len(IDS)
        text = text_in(by)
        found = access.register(by)
    assert text.count("# Proposed by the library of risks.") == 1
    assert found.of_library == set(IDS)
    assert len(found.problems) > len(IDS)
    assert all(one.line for one in found.problems)
    assert {one.code for one in found.problems} >= {one.code for one in read_text(text).problems}


def test_one_of_the_proposals_can_be_chosen(by: Entered) -> None:
    with acting(by.actor):
        assert actions.add_proposed(by=by, ids=IDS[1:]) == len(IDS) - 1
        assert access.register(by).of_library == set(IDS[1:])


def test_proposals_stand_below_what_was_written_and_never_twice(by: Entered) -> None:
    with acting(by.actor):
        save_files(by=by, files={"risks.toml": b"# ours\n"})
        actions.add_proposed(by=by, ids=IDS[:1])
        assert actions.add_proposed(by=by, ids=IDS) == len(IDS) - 1
        text = text_in(by)
        assert text.startswith("# ours\n\n# Proposed")
        assert [text.count(f'library = "{one}"') for one in IDS] == [1] * len(IDS)
        with pytest.raises(actions.CannotSave, match="Choose at least one"):
            actions.add_proposed(by=by, ids=IDS)
        assert len(versions_of(by, "risks.toml")) == 3


def test_what_nobody_proposed_is_not_written(by: Entered) -> None:
    with acting(by.actor), pytest.raises(actions.CannotSave):
        actions.add_proposed(by=by, ids=["nothing"])


def test_gaps_may_be_saved_and_are_told_with_their_lines(by: Entered) -> None:
    with acting(by.actor):
        actions.write(by=by, text='[[risk]]\r\nid = "late"\r\n\r\n', seen="")
        assert text_in(by) == '[[risk]]\nid = "late"\n'
        assert access.register(by).problems


def test_a_text_that_is_no_toml_is_not_saved(by: Entered) -> None:
    with acting(by.actor):
        with pytest.raises(actions.CannotSave) as refused:
            actions.write(by=by, text="[[risk]]\nid = \n", seen="")
        assert refused.value.problem is not None
        assert "at line 2" in refused.value.problem.what
        assert access.register(by).text == ""


def test_nobody_writes_over_what_another_wrote_meanwhile(by: Entered) -> None:
    with acting(by.actor):
        actions.write(by=by, text="# first", seen="")
        with pytest.raises(actions.CannotSave, match="while you wrote"):
            actions.write(by=by, text="# second", seen="")
        seen = hashlib.sha256(b"# first\n").hexdigest()
        actions.write(by=by, text="# second", seen=seen)
        assert text_in(by) == "# second\n"


def test_a_viewer_writes_nothing(cast: Cast, by: Entered) -> None:
    viewer = cast.entered("viewer", "group")
    with acting(viewer.actor):
        with pytest.raises(NotAllowed):
            actions.add_proposed(by=viewer, ids=IDS)
        with pytest.raises(NotAllowed):
            actions.write(by=viewer, text="# mine", seen="")
