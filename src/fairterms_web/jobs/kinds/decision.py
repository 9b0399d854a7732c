"""Everything an answer rests on, gathered once; each page takes from it what it shows.

Outside the group's own room no count of 1 to 10 people may be shown, nor anything it can be worked
out from. So there the records are laid aside while the basis is gathered: no page made from it can
hold what was counted in them. The page Outcomes alone is made from them, protected by the core.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from fairterms.contract import deal as deals
from fairterms.decide.basis import Basis, UnusableDeal, gather
from fairterms.outcomes.group_results.feeds import FOLDER
from fairterms.units.problem import Problem
from fairterms.units.refusal import Refusal
from fairterms_web.jobs.kind import Arguments, CannotBeDone, Kind, Tell
from fairterms_web.jobs.made import makers, outcomes
from fairterms_web.jobs.wording import on_a_page
from fairterms_web.rooms.roles import Kind as RoomKind

OF_RECORDS = "outcomes"
"""The maker that outside the group's room reads the records in a way of its own."""
_TEXTS = (".html", ".json", ".csv", ".toml")


def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
    """Gather the basis of a decision and yield what the pages show of it."""
    if not (folder / "terms.toml").exists():
        raise CannotBeDone(
            "The payment terms are not written down yet. Write them on the page Terms: what the "
            "contract does not say must not be guessed."
        )
    today = datetime.now(UTC).date()
    # Who forgets to say which room it is gets what may be shown in any.
    is_own = arguments.get("room") == RoomKind.GROUP
    for name, content in _made(folder, tell, today, is_own=is_own):
        yield name, _told(name, content, folder)


def _made(folder: Path, tell: Tell, today: date, *, is_own: bool) -> Iterator[tuple[str, bytes]]:
    with laid_aside(folder, is_needed=not is_own):
        basis = _gathered(folder, tell, today)
        for name, make in makers().items():
            if is_own or name != OF_RECORDS:
                tell(f"Writing the page {name.capitalize()}")
                yield from make(basis, today)
    if not is_own:
        yield from outcomes.make_protected(basis, today, tell)


def _gathered(folder: Path, tell: Tell, today: date) -> Basis:
    """Gather the basis, or say what must be mended first."""
    try:
        return gather(deals.read(folder), tell, on=today)
    except UnusableDeal as unusable:
        told = "\n\n".join(_without_place(one, folder) for one in unusable.problems)
        raise CannotBeDone(told) from None
    except Refusal as refusal:
        raise CannotBeDone(on_a_page(refusal.sentences, folder)) from None


@contextmanager
def laid_aside(folder: Path, *, is_needed: bool) -> Iterator[None]:
    """Take the records out of a folder for as long as the block lasts."""
    records, aside = folder / FOLDER, folder.parent / "laid-aside"
    if not is_needed or not records.exists():
        yield
        return
    records.rename(aside)
    try:
        yield
    finally:
        aside.rename(records)


def _told(name: str, content: bytes, folder: Path) -> bytes:
    """Leave no command and no place on disk in a part that is text, whoever made it."""
    if not name.endswith(_TEXTS):
        return content
    return on_a_page(content.decode(), folder).encode()


def _without_place(problem: Problem, folder: Path) -> str:
    """Write a problem without where its folder was laid out."""
    plain = replace(problem, file=problem.file.replace(f"{folder}/", ""))
    return on_a_page(str(plain), folder)


KIND = Kind("decision", "Working out the answer", run, stages=60)
