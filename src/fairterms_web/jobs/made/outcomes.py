"""What the group's own records say: for its own room whole, for every other room protected."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from fairterms.contract.deal import Deal
from fairterms.decide import own_records
from fairterms.decide.basis import Basis
from fairterms.decide.own_records import OwnRecords
from fairterms.outcomes.expected_response import exception_report
from fairterms.outcomes.group_results import declaration_reader
from fairterms.outcomes.group_results.own_episodes import EPOCH
from fairterms.outcomes.group_results.page.report import build
from fairterms.outcomes.small_cells.audience import Audience
from fairterms.publish import fragment, pdf, xlsx
from fairterms.publish.page import Report
from fairterms.records.refusals import FeedRefusal
from fairterms.units.refusal import Refusal
from fairterms_web.jobs.kind import Tell
from fairterms_web.jobs.wording import for_the_web, on_a_page

STATE = "outcomes.json"
PAGE, OUTSIDE = "outcomes.html", "outcomes-outside.html"
EXCEPTIONS = "exceptions.csv"


@dataclass(frozen=True)
class _Lacking:
    """What must be there before anything can be worked out from records."""

    what: str
    problems: tuple[str, ...] = ()


def make(basis: Basis, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield the page of the group's own room, and the one that may leave it.

    Both hold what the rules of acceptance found in each file of records.
    """
    records = basis.records
    yield STATE, _state(_lacking(basis.deal) if records is None else None)
    if records is None:
        return
    yield from _forms(_report(basis, records, Audience.GROUP, today), PAGE)
    yield from _forms(_report(basis, records, Audience.OUTSIDE, today), OUTSIDE)
    expectation = records.results.expectation
    if expectation is not None:
        listed = exception_report.render_for_group(expectation.report, EPOCH)
        yield EXCEPTIONS, listed.encode()


def make_protected(basis: Basis, today: date, tell: Tell) -> Iterator[tuple[str, bytes]]:
    """Read the records and yield only what may be seen outside the group's own room.

    Parameters
    ----------
    basis
        The basis, gathered without records.
    today
        The day the page is made.
    tell
        Tells the stage.
    """
    try:
        records = own_records.look(basis.deal, basis.contract, tell)
    except Refusal:
        # Why it was refused may count a few people.
        yield STATE, _state(_Lacking("The records of this room could not be read."))
        return
    yield STATE, _state(_lacking(basis.deal) if records is None else None)
    if records is not None:
        yield from _forms(_report(basis, records, Audience.OUTSIDE, today), OUTSIDE)


def _report(basis: Basis, records: OwnRecords, audience: Audience, today: date) -> Report:
    titles = {measure.id: measure.name for measure in basis.contract.measures}
    results, group = records.results, basis.deal.group.name
    if audience is Audience.OUTSIDE:
        # Why a file was refused is said in words of its rows, which may be few.
        refused = tuple((name, _not_said(name)) for name, _ in results.loaded.refused)
        results = replace(results, loaded=replace(results.loaded, refused=refused))
    more = own_records.care_blocks(records.care, audience)
    report = build(results, group, titles, audience, today.isoformat(), more)
    return for_the_web(report, basis.deal.folder)


def _not_said(name: str) -> FeedRefusal:
    why = "the group's own room says why"
    return FeedRefusal(name, "the file was refused as a whole", why, "ask the group about it")


def _forms(report: Report, name: str) -> Iterator[tuple[str, bytes]]:
    stem = name.removesuffix(".html")
    yield name, fragment.render(report.blocks, prefix=f"{stem}-").encode()
    yield f"{stem}.pdf", pdf.render(report)
    yield f"{stem}.xlsx", xlsx.render(report)


def _lacking(deal: Deal) -> _Lacking:
    """Say what is missing, in the order in which it would be asked for."""
    if not own_records.has_records(deal):
        return _Lacking(
            "This room holds no records of the group. Each table is one file in the folder "
            "records, such as records/assessments.csv."
        )
    declared = declaration_reader.read(deal.folder)
    if declared is None:
        return _Lacking(
            "There is no outcomes.toml yet: it says how each measure of the contract is worked "
            "out, so that nothing is guessed. The sample deal holds one to begin from."
        )
    problems = tuple(on_a_page(str(one), deal.folder) for one in declared.problems)
    return _Lacking("outcomes.toml must be mended first.", problems)


def _state(lacking: _Lacking | None) -> bytes:
    told = {"lacks": lacking.what, "problems": lacking.problems} if lacking else {"lacks": ""}
    return json.dumps(told, ensure_ascii=False).encode()
