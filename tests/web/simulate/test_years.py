"""A long run is done in parts, is cancelled and goes on, and gives what one run would give."""

import json
from pathlib import Path

import numpy as np
import pytest

from fairterms.decide.trial_run import long_run
from fairterms.decide.trial_run.long_run import Cut, Work
from fairterms.decide.trial_run.prepared import prepare
from fairterms.decide.trial_run.run import REFINED, run
from fairterms.simulate.years import FloatArray
from fairterms_web.jobs import access as work
from fairterms_web.jobs import worker
from fairterms_web.jobs.actions import again, ask, cancel
from fairterms_web.jobs.kind import CannotBeDone
from fairterms_web.jobs.kinds import years as kind
from fairterms_web.jobs.models import Job, State
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting
from tests.decide.small_basis import small_folder
from tests.web.cast import Cast
from tests.web.jobs.made_up_work import now
from tests.web.simulate.room_with_deal import BUDGET, MOVED, put, text, url

TOLD = {"years": "256", "year": "2027", "set": MOVED}


@pytest.fixture
def by(cast: Cast, deal_files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> Entered:
    """The group's room, with a deal in it; parts have 64 years."""
    monkeypatch.setattr(long_run, "SHARD", 64)
    return put(cast.entered("owner", "group"), deal_files)


@pytest.fixture
def simulated(monkeypatch: pytest.MonkeyPatch) -> list[Cut]:
    """The parts that were simulated, in their order."""
    cuts: list[Cut] = []
    real = Work.part

    def part(self: Work, cut: Cut) -> FloatArray:
        cuts.append(cut)
        return real(self, cut)

    monkeypatch.setattr(Work, "part", part)
    return cuts


def asked(by: Entered, **told: str) -> Job:
    """Ask for a long run."""
    with acting(by.actor):
        return ask(by=by, kind="years", arguments={**TOLD, **told})


def part(by: Entered, job: Job, name: str) -> bytes:
    """One part of a job."""
    with acting(by.actor):
        return work.part_of(by, job, name)


def cancelled(by: Entered, monkeypatch: pytest.MonkeyPatch) -> Job:
    """A long run that was cancelled while its second part was made."""
    job = asked(by)
    real = kind._part

    def interrupted(long: Work, cut: Cut, made_before: Path) -> bytes:
        if cut[0] == 64:
            with acting(by.actor):
                cancel(by=by, job_id=job.id)
        return real(long, cut, made_before)

    with monkeypatch.context() as patch:
        patch.setattr(kind, "_part", interrupted)
        worker.run(job.id)
    assert now(by, job).state == State.CANCELLED
    return job


def test_a_long_run_is_kept_with_its_figures_and_its_page(
    cast: Cast, by: Entered, simulated: list[Cut]
) -> None:
    job = asked(by)
    worker.run(job.id)
    assert now(by, job).state == State.DONE
    assert simulated == [(0, 64), (64, 128), (128, 192), (192, 256)]
    client = cast.client("owner")
    html = text(client.get(url(by, "years", job.id)))
    assert "From 256 simulated years" in html
    assert "$2.20 PMPM" in html
    assert "±" in html
    assert "<td>done</td>" in text(client.get(url(by, "long_runs")))
    rows = json.loads(part(by, job, kind.FIGURES))
    assert ["tried", "net_margin"] in [row[:2] for row in rows]


@pytest.mark.slow
def test_a_cancelled_run_goes_on_from_its_parts_and_ends_with_the_same_bytes(
    by: Entered, simulated: list[Cut], monkeypatch: pytest.MonkeyPatch
) -> None:
    job = cancelled(by, monkeypatch)
    assert simulated == [(0, 64), (64, 128)]
    with acting(by.actor):
        other = again(by=by, job_id=job.id)
    worker.run(other.id)
    assert now(by, other).state == State.DONE
    assert simulated == [(0, 64), (64, 128), (128, 192), (192, 256)]
    simulated.clear()
    with acting(by.actor):
        Job.objects.within(by).filter(pk__in=[job.id, other.id]).update(arguments={})
    fresh = asked(by)
    worker.run(fresh.id)
    assert len(simulated) == 4
    for name in (kind.FIGURES, kind.PAGE):
        assert part(by, other, name) == part(by, fresh, name)


def test_a_run_whose_worker_died_goes_on_from_its_parts(
    by: Entered, simulated: list[Cut], monkeypatch: pytest.MonkeyPatch
) -> None:
    job = cancelled(by, monkeypatch)
    # As a worker leaves a job that was killed, once it was put back.
    with acting(by.actor):
        rows = Job.objects.within(by).filter(pk=job.id)
        rows.update(state=State.WAITING, is_cancel_asked=False, ended_at=None)
    worker.run(job.id)
    assert now(by, job).state == State.DONE
    assert len(simulated) == 4


@pytest.mark.slow
def test_parts_of_other_files_or_other_settings_are_not_taken(
    by: Entered, simulated: list[Cut], monkeypatch: pytest.MonkeyPatch
) -> None:
    cancelled(by, monkeypatch)
    simulated.clear()
    worker.run(asked(by, set=f"{BUDGET}:2.3").id)
    assert len(simulated) == 4
    simulated.clear()
    put(by, {"notes.txt": b"other"})
    worker.run(asked(by).id)
    assert len(simulated) == 4


def test_nothing_moved_over_the_reports_years_gives_the_reports_figures(tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "scratch" / "deal")
    told = {"years": f"{REFINED}", "year": "2027", "set": "", "room": "group"}
    parts = dict(kind.run(folder, lambda _: None, told))
    found = run(prepare(folder, year=2027), {}, REFINED)
    assert json.loads(parts[kind.FIGURES]) == [list(row) for row in found.as_rows()]
    assert b"These are the report" in parts[kind.PAGE]


def test_what_cannot_be_simulated_is_said_without_the_place_on_disk(tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "scratch" / "deal", forecast=None)
    with pytest.raises(CannotBeDone) as said:
        list(kind.run(folder, lambda _: None, {**TOLD, "room": "group"}))
    assert "forecast.toml: is missing" in str(said.value)
    assert str(tmp_path) not in str(said.value)


def test_parts_are_arrays_and_never_run_as_a_program() -> None:
    with pytest.raises(ValueError, match="pickle"):
        kind._from_bytes(_pickled())


def _pickled() -> bytes:
    from io import BytesIO  # noqa: PLC0415 - this test alone needs it

    written = BytesIO()
    np.save(written, np.array([{}], dtype=object), allow_pickle=True)
    return written.getvalue()
