"""Work that a test makes up: what it does, and doing it at once."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from fairterms_web.jobs import worker
from fairterms_web.jobs.access import job_of
from fairterms_web.jobs.actions import ask
from fairterms_web.jobs.kind import Arguments, Kind, Run, Tell
from fairterms_web.jobs.kinds import kinds
from fairterms_web.jobs.models import Job
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting

Parts = Mapping[str, bytes]


def put_kind(monkeypatch: pytest.MonkeyPatch, run: Run, slug: str = "made-up") -> str:
    """Put a kind of work beside the others, or in place of one."""
    monkeypatch.setitem(kinds(), slug, Kind(slug, "Made-up work", run, stages=4))
    return slug


def yields(parts: Parts) -> Run:
    """Work that tells one stage for each part it makes."""

    def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
        for name, content in parts.items():
            tell(f"Making {name}")
            yield name, content

    return run


def asked(by: Entered, kind: str = "made-up") -> Job:
    """Ask for work in a room."""
    with acting(by.actor):
        return ask(by=by, kind=kind)


def now(by: Entered, job: Job) -> Job:
    """The job as it stands in the database."""
    with acting(by.actor):
        return job_of(by, job.id)


def done(by: Entered, kind: str = "made-up") -> Job:
    """Ask for work and do it."""
    job = asked(by, kind)
    worker.run(job.id)
    return now(by, job)


def decided(monkeypatch: pytest.MonkeyPatch, by: Entered, parts: Parts) -> Job:
    """Do the work of a decision, which here makes what the test says."""
    return done(by, put_kind(monkeypatch, yields(parts), "decision"))


def answer(title: str, **figures: str) -> bytes:
    """The part that a history reads."""
    told = {
        "answer": "negotiate",
        "title": title,
        "reasons": ["Because"],
        "figures": [[label, value, ""] for label, value in figures.items()],
        "terms": "sha256:0",
    }
    return json.dumps(told).encode()
