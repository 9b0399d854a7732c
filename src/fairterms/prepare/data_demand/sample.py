"""The plan's sample, run through the acceptance rules of the records.

The files stand in the deal's folder ``samples``, each named after its table, with a column map
beside it as the records use. ``received.toml`` says when they came, because a rule asks for what
lies in the future and the clock of a machine decides nothing here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from fairterms.outcomes.forms.known_instruments import known_instruments
from fairterms.outcomes.group_results.feeds import propose_map
from fairterms.prepare.data_demand.demand import Demand
from fairterms.prepare.toml_file import Entry
from fairterms.records.acceptance import Acceptance, Outcome, accept
from fairterms.records.catalogues import TABLES
from fairterms.records.delivery import Delivery
from fairterms.records.need import Need
from fairterms.records.readers import SUFFIXES
from fairterms.records.refusals import FeedRefusal
from fairterms.records.store import Store
from fairterms.units.form_file import open_form
from fairterms.units.problem import Problem

FOLDER = "samples"
DAY = "received.toml"
WHY = "what lies after that day has not happened, and no machine's clock is asked"


class Result(StrEnum):
    """What came of the test."""

    ACCEPTED = "accepted"
    NOT_YET = "not yet accepted"
    NONE = "no sample given"
    NOT_TESTED = "not tested"


@dataclass(frozen=True)
class Failure:
    """A rule that found something in a file, or a reason why it cannot be used.

    Attributes
    ----------
    file
        The file's name.
    title
        What was looked for.
    count
        How many rows; 0 where it is about the whole file.
    fix
        What to do.
    """

    file: str
    title: str
    count: int
    fix: str


@dataclass(frozen=True)
class SampleTest:
    """The test of the plan's sample.

    Attributes
    ----------
    result
        Accepted, not yet accepted, no sample given, or not tested.
    files
        Each file with its rows read.
    failures
        What was found, by file; rules that set rows aside first.
    gaps
        Figures of the terms that cannot be worked out from the sample, with what they lack.
    lacking
        Files the terms need and the sample does not hold.
    rules
        How many rules were asked of all files together.
    received
        When it came.
    problems
        What is wrong with ``received.toml``.
    """

    result: Result
    files: tuple[tuple[str, int], ...] = ()
    failures: tuple[Failure, ...] = ()
    gaps: tuple[tuple[str, str], ...] = ()
    lacking: tuple[str, ...] = ()
    rules: int = 0
    received: date | None = None
    problems: tuple[Problem, ...] = ()


def try_sample(folder: Path, demanded: Demand) -> SampleTest:
    """Test the sample of a deal.

    Parameters
    ----------
    folder
        The deal folder.
    demanded
        What the terms need.

    Returns
    -------
    SampleTest
        It is accepted only where no rule found anything, every file asked for is there and every
        figure can be worked out: our choice, because a sample is the best the plan has to show.
    """
    found = files(folder)
    if not found:
        return SampleTest(Result.NONE, lacking=demanded.tables)
    received, problems = _received(folder)
    if received is None:
        return SampleTest(Result.NOT_TESTED, problems=problems)
    reports, refused, gaps = _run(found, received, demanded.needs)
    failures = (*refused, *(one for report in reports for one in _failures(report)))
    tables = {table for _, table in found}
    lacking = tuple(one for one in demanded.tables if one not in tables)
    is_clean = not (failures or gaps or lacking)
    return SampleTest(
        Result.ACCEPTED if is_clean else Result.NOT_YET,
        tuple((one.load.file, one.load.rows_read) for one in reports),
        failures,
        gaps,
        lacking,
        sum(answer.outcome is not Outcome.NOT_ASKED for one in reports for answer in one.answers),
        received,
        problems,
    )


def files(folder: Path) -> tuple[tuple[Path, str], ...]:
    """List the files of the sample that are named after a table.

    Parameters
    ----------
    folder
        The deal folder.

    Returns
    -------
    tuple of (Path, str)
        Each file and its table, patients first, so that others can be checked against them.
    """
    samples = folder / FOLDER
    if not samples.is_dir():
        return ()
    named = [
        (path, path.name.split(".", 1)[0])
        for path in sorted(samples.iterdir())
        if path.suffix.lower() in SUFFIXES
    ]
    known = [(path, table) for path, table in named if table in TABLES]
    return tuple(sorted(known, key=lambda one: (one[1] != "patients", one[1])))


def _received(folder: Path) -> tuple[date | None, tuple[Problem, ...]]:
    path = folder / FOLDER / DAY
    opened = open_form(path)
    if opened is None:
        fix = f"write {FOLDER}/{DAY} with the line: received = 2026-11-12"
        what = "nobody says when the sample came"
        return None, (Problem(f"{FOLDER}/{DAY}", 0, what, "missing", WHY, fix),)
    document, notes = opened
    entry = Entry(document, (), notes, WHY)
    entry.only("received", "note")
    day = entry.day("received")
    if "received" not in document and not notes.found:
        entry.note("", "nobody says when the sample came", "missing", "write received = 2026-11-12")
    return day, notes.problems()


def _run(
    found: tuple[tuple[Path, str], ...], received: date, needs: tuple[Need, ...]
) -> tuple[list[Acceptance], list[Failure], tuple[tuple[str, str], ...]]:
    """Load every file into a database that is deleted at the end, and ask every rule."""
    instruments = known_instruments()
    loads: list[int] = []
    refused: list[Failure] = []
    with (
        TemporaryDirectory(prefix="fairterms-") as place,
        Store(Path(place) / "sample.duckdb") as store,
    ):
        for path, table in found:
            try:
                columns = propose_map(store, path, table).columns
                delivery = Delivery(path, table, feed=table, received=received)
                loads.append(store.load(delivery, columns, instruments).load_id)
            except FeedRefusal as refusal:
                refused.append(Failure(path.name, refusal.what, 0, refusal.fix))
        reports = [accept(store, one, needs, instruments) for one in loads]
    gaps = dict.fromkeys(
        (gap.term, "; ".join(gap.lacking)) for report in reports for gap in report.gaps
    )
    return reports, refused, tuple(gaps)


def _failures(report: Acceptance) -> Iterator[Failure]:
    for answer in report.found:
        yield Failure(report.load.file, answer.rule.title, answer.count, answer.rule.fix)
