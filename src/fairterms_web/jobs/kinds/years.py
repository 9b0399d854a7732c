"""Many years with some numbers moved: the report's, with every price; or a hundred thousand."""

import json
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

import numpy as np

from fairterms.decide.trial_run.blocks import trial_blocks
from fairterms.decide.trial_run.long_run import LONG, Work, long_blocks, work_of
from fairterms.decide.trial_run.past_text import past_from_text
from fairterms.decide.trial_run.prepared import Prepared, prepare
from fairterms.decide.trial_run.run import REFINED
from fairterms.decide.trial_run.run import run as run_years
from fairterms.publish import fragment
from fairterms.publish.blocks import Block
from fairterms.simulate.years import FloatArray
from fairterms.units.refusal import Refusal
from fairterms_web.deals import access as files
from fairterms_web.jobs import access as work
from fairterms_web.jobs.kind import Arguments, CannotBeDone, Kind, Tell
from fairterms_web.jobs.kinds.decision import laid_aside
from fairterms_web.jobs.models import Job
from fairterms_web.jobs.wording import for_the_web, on_a_page
from fairterms_web.jobs.worker import FILES
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import Kind as RoomKind
from fairterms_web.simulate.moves import read
from fairterms_web.simulate.past import PART as PAST
from fairterms_web.simulate.past import kept

PAGE, FIGURES = "years.html", "years.json"
CHOICES: Mapping[str, str] = {
    f"{REFINED}": f"{REFINED:,} years, those of the report, with every price",
    f"{LONG}": f"{LONG:,} years",
}
_PART = "years-"
_BEGUN_BEFORE = 5
"""Earlier attempts at the same work that are looked at."""


def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
    """Simulate the years a part at a time; parts that were made before are taken as they are."""
    try:
        yield from _made(folder, tell, arguments)
    except Refusal as refusal:
        raise CannotBeDone(on_a_page(refusal.sentences, folder)) from None


def _made(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
    beside = folder.parent / "beside"
    settings = read(arguments.get("set", "").split()).settings
    prepared = _prepared(folder, beside / PAST, tell, arguments)
    years = int(arguments["years"])
    if years == REFINED:
        found = run_years(prepared, settings, REFINED, tell)
        yield from _shown(trial_blocks(found), found.as_rows(), folder)
        return
    long = work_of(prepared, settings, years)
    parts = []
    for cut in long.cuts:
        name = f"{_PART}{cut[0]:07}"
        tell(f"Simulating years {cut[0] + 1:,} to {cut[1]:,} of {years:,}")
        content = _part(long, cut, beside / name)
        parts.append(_from_bytes(content))
        yield name, content
    whole = long.whole(parts)
    rows = [("tried", *row) for row in whole.tried.forecast.as_rows()]
    yield from _shown(long_blocks(whole, long.cases[-1].deal), rows, folder)


def beside(by: Entered, job: Job) -> Mapping[str, bytes]:
    """Return what was kept of the records, and parts of the same work that was not ended."""
    listed = files.listed(by)
    known = kept(by, listed)
    found = {PAST: known.text.encode()} if known.text else {}
    now = {one.path: one.sha256 for one in listed}
    same = work.jobs_of(by, job.kind).filter(arguments=job.arguments)
    for earlier in same[:_BEGUN_BEFORE]:
        names = [one for one in work.names_of(by, earlier) if one.startswith(_PART)]
        parts = work.parts_of(by, earlier, [FILES, *names]) if names else {}
        if FILES in parts and json.loads(parts.pop(FILES)) == now:
            return {**found, **parts}
    return found


def _prepared(folder: Path, past: Path, tell: Tell, arguments: Arguments) -> Prepared:
    text = past.read_text(encoding="utf-8") if past.exists() else ""
    known = past_from_text(text) if text else None
    year = int(arguments["year"]) if arguments.get("year") else None
    with laid_aside(folder, is_needed=arguments.get("room") != RoomKind.GROUP):
        return prepare(folder, known, year=year, tell=tell)


def _part(long: Work, cut: tuple[int, int], made_before: Path) -> bytes:
    if made_before.exists():
        return made_before.read_bytes()
    written = BytesIO()
    np.save(written, long.part(cut), allow_pickle=False)
    return written.getvalue()


def _from_bytes(content: bytes) -> FloatArray:
    found: FloatArray = np.load(BytesIO(content), allow_pickle=False)
    return found


def _shown(
    blocks: list[Block], rows: list[tuple[str, str, float, float, str]], folder: Path
) -> Iterator[tuple[str, bytes]]:
    yield FIGURES, json.dumps([list(row) for row in rows]).encode()
    told = for_the_web(tuple(blocks), folder)
    yield PAGE, fragment.render(told, prefix="years-").encode()


KIND = Kind("years", "Simulating more years", run, stages=55, beside=beside)
