"""What the readers of reports do: take in, agree to open, move on, answer, look after.

Each act is an entry in the ledger of their room. An entry names who acted, and binds the room to
what was done by a keyed hash; it names no report. A colleague whom a report leaves out reads the
same ledger, and must not find it there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fairterms.audit.ethics.case import Step, next_steps
from fairterms_web import identifiers
from fairterms_web.ethics import access
from fairterms_web.ethics.access import Seen
from fairterms_web.ethics.letterbox import next_number
from fairterms_web.ethics.models import Act, CaseEntry, Letterbox, Report
from fairterms_web.ethics.seals import ENTRIES, REPORTS, commitment, key_of
from fairterms_web.rooms.change import change
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import REMARK
from fairterms_web.vault.keyring import Keyring, keyring

TO_THE_REPORTER = frozenset({Step.ACKNOWLEDGED, Step.OUTCOME_TOLD})
"""Steps that are nothing unless the reporter hears of them."""


class NotDone(ValueError):
    """What a reader wanted cannot be done; says why and what to do."""


@dataclass(frozen=True)
class Said:
    """What a reader does about a report.

    Attributes
    ----------
    act
        Which sort.
    text
        In words; empty where none are needed.
    step
        The step that is taken, if it is one.
    """

    act: Act
    text: str = ""
    step: str = ""


def take_in(*, by: Entered, on: date) -> None:
    """Take in what arrived before a day, as one batch.

    Parameters
    ----------
    by
        The room of the independent party.
    on
        Today. What arrived today waits for tomorrow, so that the time of the entry tells nobody
        when a report was sent.

    Notes
    -----
    The entry is written whether or not anything arrived, and a keyed hash stands for all of it:
    who reads the ledger learns neither how many reports there are nor that there is one.
    """
    with change(by, REMARK) as said:
        box = Letterbox.objects.within(by).select_for_update().get()
        rows = list(Report.objects.within(by).filter(batch=None, received_on__lt=on))
        box.batches += 1
        box.save(update_fields=["batches"])
        for row in rows:
            row.batch = box.batches
            row.save(update_fields=["batch"])
        ring = keyring(by)
        told = commitment(key_of(box, ring), _batch(box.batches, rows, ring))
        said.that("reports.taken-in", {"batch": box.batches, "commitment": told})


def agree(*, by: Entered, report_id: str, on: date) -> None:
    """Agree that a report is opened; it opens once two different people have.

    Raises
    ------
    Http404
        When there is no such report for them.
    NotDone
        When they agreed already.
    """
    with change(by, REMARK) as said:
        seen = access.case_of(by, report_id, on)
        if by.actor.person in seen.openers:
            raise NotDone("You agreed already. Another person must agree before it opens.")
        said.that("report.opening-agreed", _add(by, seen, Said(Act.OPENING), on))


def move_on(*, by: Entered, report_id: str, said: Said, on: date) -> None:
    """Take the next step with a report.

    Raises
    ------
    Http404
        When there is no such report for them.
    NotDone
        When that step cannot be taken now, or words to the reporter are missing.
    """
    with change(by, REMARK) as saying:
        seen = access.case_of(by, report_id, on)
        if said.step not in next_steps(seen.case.state, is_opened=seen.is_opened):
            raise NotDone("This step cannot be taken now. Load the page again to see which can.")
        if said.step in TO_THE_REPORTER and not said.text.strip():
            raise NotDone("Write some words: the reporter reads them in their inbox.")
        saying.that("report.moved-on", _add(by, seen, said, on))


def answer(*, by: Entered, report_id: str, text: str, on: date) -> None:
    """Write to the reporter.

    Raises
    ------
    Http404
        When there is no such report for them.
    NotDone
        When nothing is said.
    """
    with change(by, REMARK) as said:
        seen = access.case_of(by, report_id, on)
        said.that("report.answered", _add(by, seen, Said(Act.ANSWER, _needed(text)), on))


def look_after(*, by: Entered, report_id: str, text: str, on: date) -> None:
    """Note how the reporter fares.

    Raises
    ------
    Http404
        When there is no such report for them.
    NotDone
        When the reporter did not ask for it, or nothing is said.
    """
    with change(by, REMARK) as said:
        seen = access.case_of(by, report_id, on)
        if not seen.slip.has_consent:
            raise NotDone("The reporter did not ask for this. To ask around could tell who spoke.")
        said.that("report.looked-after", _add(by, seen, Said(Act.LOOK, _needed(text)), on))


def _add(by: Entered, seen: Seen, said: Said, on: date) -> dict[str, str]:
    """Add an entry to a report; return what the ledger is told of it."""
    ring = keyring(by)
    report = Report.objects.within(by).select_for_update().get(pk=seen.row.id)
    row = CaseEntry(
        id=identifiers.new(),
        room=by.room,
        report=report,
        number=next_number(CaseEntry.objects.within(by).filter(report=report)),
        act=said.act,
        step=said.step,
        on=on,
        by=by.name,
    )
    row.text = ring.seal(ENTRIES, "text", row.id, said.text.strip().encode())
    row.save(force_insert=True)
    key = key_of(Letterbox.objects.within(by).get(), ring)
    return {"commitment": commitment(key, _parts(row, said.text.strip()))}


def _batch(number: int, rows: Iterable[Report], ring: Keyring) -> list[str]:
    """Return what stands for a batch: each report with its day, its slip and what it says."""
    told = [str(number)]
    for row in sorted(rows, key=lambda one: one.id):
        told += [row.id, str(row.received_on)]
        told += [
            ring.open(REPORTS, column, row.id, bytes(getattr(row, column))).decode()
            for column in ("slip", "body")
        ]
    return told


def _parts(row: CaseEntry, text: str) -> list[str]:
    told = (row.report_id, row.number, row.act, row.step, row.on, row.by, text)
    return [str(one) for one in told]


def _needed(text: str) -> str:
    if not text.strip():
        raise NotDone("Write some words first.")
    return text.strip()
