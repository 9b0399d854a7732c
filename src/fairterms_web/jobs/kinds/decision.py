"""Everything an answer rests on, gathered once; each page takes from it what it shows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from fairterms.contract import deal as deals
from fairterms.decide.basis import UnusableDeal, gather
from fairterms.units.problem import Problem
from fairterms_web.jobs.kind import Arguments, CannotBeDone, Kind, Tell
from fairterms_web.jobs.made import makers


def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
    """Gather the basis of a decision and yield what the pages show of it."""
    if not (folder / "terms.toml").exists():
        raise CannotBeDone(
            "The payment terms are not written down yet. Write them on the page Terms: what the "
            "contract does not say must not be guessed."
        )
    today = datetime.now(UTC).date()
    try:
        basis = gather(deals.read(folder), tell, on=today)
    except UnusableDeal as unusable:
        told = "\n\n".join(_without_place(one, folder) for one in unusable.problems)
        raise CannotBeDone(told) from None
    for name, make in makers().items():
        tell(f"Writing the page {name.capitalize()}")
        yield from make(basis, today)


def _without_place(problem: Problem, folder: Path) -> str:
    """Write a problem without where its folder was laid out."""
    return str(replace(problem, file=problem.file.replace(f"{folder}/", "")))


KIND = Kind("decision", "Working out the answer", run, stages=60)
