"""Records are read once, in the group's own room alone, and read again when they change."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from fairterms.decide.trial_run import prepared as preparing
from fairterms.decide.trial_run.past_text import past_from_text
from fairterms.simulate.forecast.past import NOTHING_PAST, Past
from fairterms.simulate.patient_cost.law import ObservedCost
from fairterms.units.refusal import Refusal
from fairterms_web.deals import access as files
from fairterms_web.jobs.kind import CannotBeDone
from fairterms_web.jobs.kinds import prepared as kind
from fairterms_web.jobs.models import State
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting
from fairterms_web.simulate import past as pasts
from fairterms_web.simulate.past import Kept, kept
from tests.web.cast import Cast
from tests.web.jobs.made_up_work import asked, done, put_kind, yields
from tests.web.simulate.room_with_deal import get, put, text

pytestmark = pytest.mark.slow

LEARNED = Past(cost=ObservedCost(np.array([1200, 3400], dtype=np.int64), 1.5))
RECORDS = {"records/patients.csv": b"made up", "outcomes.toml": b"# made up"}


@pytest.fixture
def learned(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Reading records takes no time; tells for each reading whether there were any."""
    told: list[bool] = []

    def past_of(deal: object, *more: object, **named: object) -> Past:
        folder = deal.folder  # type: ignore[attr-defined]
        told.append((folder / "records").exists())
        return LEARNED if told[-1] else NOTHING_PAST

    monkeypatch.setattr(preparing, "past_of", past_of)
    return told


@pytest.fixture
def by(cast: Cast, deal_files: dict[str, bytes]) -> Entered:
    """The group's room, with a deal and records in it."""
    return put(cast.entered("owner", "group"), {**deal_files, **RECORDS})


def known(by: Entered) -> Kept:
    """What is kept of a room's past now."""
    with acting(by.actor):
        return kept(by, files.listed(by))


def test_records_are_read_by_a_job_and_the_page_waits_for_it(
    cast: Cast, by: Entered, learned: list[bool]
) -> None:
    client = cast.client("owner")
    html = text(get(client, by))
    assert "Getting ready takes about a minute" in html
    assert 'name="at.' not in html
    assert "Ask somebody who may change files" in text(get(cast.client("viewer"), by))
    asked(by, "prepared")
    assert "Waiting for its turn." in text(get(client, by))
    job = done(by, "prepared")
    assert (job.state, learned) == (State.DONE, [True])
    assert 'name="at.' in text(get(client, by))
    assert learned == [True]
    found = known(by)
    assert found.past is not None
    assert found.past.cost is not None
    assert found.past.cost.amounts_in_cents.tolist() == [1200, 3400]
    assert past_from_text(found.text).cost is not None


@pytest.mark.slow
def test_what_was_learned_holds_while_what_was_read_is_as_it_was(
    by: Entered, learned: list[bool], deal_files: dict[str, bytes]
) -> None:
    done(by, "prepared")
    put(by, {"notes.txt": b"other", "offers/a.toml": b"title = 'a'"})
    assert known(by).past is not None
    for path, content in (
        ("records/patients.csv", b"changed"),
        ("records/new.csv", b"new"),
        ("outcomes.toml", b"# changed"),
        ("terms.toml", deal_files["terms.toml"] + b"\n# changed\n"),
        ("forecast.toml", deal_files["forecast.toml"] + b"\n# changed\n"),
        ("deal.toml", deal_files["deal.toml"] + b"\n# changed\n"),
    ):
        put(by, {path: content})
        assert known(by).past is None, path
        done(by, "prepared")
        assert known(by).past is not None, path
    assert len(learned) == 7


def test_what_another_version_kept_is_read_again(
    by: Entered, learned: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        done(by, put_kind(patch, yields({pasts.PART: b'{"form": "older"}'}), "prepared"))
    assert known(by).past is None


@pytest.mark.parametrize("room", ["joint", "plan", "auditor"])
def test_outside_the_groups_room_no_record_is_read(
    cast: Cast, by: Entered, learned: list[bool], room: str, deal_files: dict[str, bytes]
) -> None:
    done(by, "prepared")
    who = {"joint": "owner", "plan": "other party", "auditor": "auditor"}[room]
    other = put(cast.entered(who, room), {**deal_files, **RECORDS})
    assert known(other) == Kept(NOTHING_PAST)
    html = text(get(cast.client(who), other))
    assert "Records are left out here" in html
    job = done(other, "prepared")
    assert (job.state, learned) == (State.DONE, [True, False])


def test_a_deal_without_records_is_ready_at_once(cast: Cast, deal_files: dict[str, bytes]) -> None:
    by = put(cast.entered("owner", "group"), {**deal_files, "outcomes.toml": b"# made up"})
    assert known(by) == Kept(NOTHING_PAST)


def test_the_folder_is_laid_out_without_records_once_they_were_read(
    cast: Cast, by: Entered, learned: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    done(by, "prepared")
    asked_for: list[list[str]] = []
    real = files.contents_of

    def contents_of(by: Entered, paths: list[str]) -> Iterator[tuple[str, bytes]]:
        asked_for.append(list(paths))
        return real(by, paths)

    monkeypatch.setattr(files, "contents_of", contents_of)
    text(get(cast.client("owner"), by))
    (paths,) = asked_for
    assert "terms.toml" in paths
    assert not [one for one in paths if one.startswith("records/")]


def test_what_cannot_be_prepared_is_said_without_the_place_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "scratch" / "deal"
    folder.mkdir(parents=True)

    def prepare(folder: Path, **named: object) -> None:
        raise Refusal(f"{folder}/forecast.toml", "is missing", "nobody guesses", "write it")

    monkeypatch.setattr(kind, "prepare", prepare)
    with pytest.raises(CannotBeDone) as said:
        list(kind.run(folder, lambda _: None, {"room": "group"}))
    assert str(said.value) == "forecast.toml: is missing. Nobody guesses. Write it."


def test_no_name_of_a_file_of_records_is_in_what_is_kept(by: Entered, learned: list[bool]) -> None:
    done(by, "prepared")
    assert set(json.loads(known(by).text)) == {"access", "back_test", "cost", "form", "rates"}
    assert replace(known(by), past=None).text.count("patients") == 0
