"""Read ``audit_rights.toml``: the contract's rights to audit, and the requests under them.

The entries, each as often as needed::

    [[right_to_audit]]
    id = "records_of_the_group"
    holder = "plan"                     # who may audit: group, plan or either
    of = "records that support the measures of Exhibit C"
    notice_days = 30
    response_days = { not_stated = true, section = "7.10", ask = "Ask for ten days to answer" }
    look_back_years = 3
    yearly_cap = 1                      # 0 where the clause says that there is no limit
    cost_bearer = "the plan pays for copies"
    survival = "Article 7 survives until each begun year is settled"
    days = "calendar"                   # or "business": Monday to Friday without the holidays
    holidays = [2028-07-04]             # listed here, because the clause does not list them
    blackouts = [{ from = 2028-12-20, to = 2029-01-02 }]
    scope_limits = ["120 patients, drawn at random"]
    records_owed = ["records that support the measures"]
    stops_when = "..."                  # the clause's own words; left out where it has none
    cite = { document = "01-agreement.pdf", section = "7.10", quote = "..." }

    [[audit_request]]
    id = "spring_2028"
    right = "records_of_the_group"
    noticed = 2028-03-01
    from = 2027-01-01                   # the period asked about
    to = 2027-12-31
    scope = "records of the first appointment"
    acknowledged = 2028-03-06           # each left out until it happens
    granted = 2028-03-31
    escalated = 2028-04-10
    stops = [{ from = 2028-03-10, to = 2028-03-12, why = "..." }]

A term that is left out is a problem, and one marked ``not_stated`` is a gap of the contract.
Neither is filled in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fairterms.audit.procedures.evidence_table import EvidenceTable, rows
from fairterms.audit.rights.right import AuditRequest, RightToAudit, Stop
from fairterms.audit.rights.right_reader import read_right
from fairterms.document.document import Document
from fairterms.document.quotes import find
from fairterms.units.form_file import open_form
from fairterms.units.problem import Problem

FILE = "audit_rights.toml"
SECTIONS = ("right_to_audit", "audit_request")
REQUEST_KEYS = (
    *("id", "right", "noticed", "from", "to", "scope"),
    *("acknowledged", "granted", "escalated", "stops"),
)


@dataclass(frozen=True)
class RightsReading:
    """What the file gave.

    Attributes
    ----------
    rights, requests
        What could be read.
    problems
        What to mend.
    is_written
        Whether there is such a file at all.
    """

    rights: tuple[RightToAudit, ...] = ()
    requests: tuple[AuditRequest, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_written: bool = True

    def right(self, name: str) -> RightToAudit:
        """Return a right by its id; an id that is not there is a KeyError."""
        return {one.id: one for one in self.rights}[name]


def read(folder: Path, documents: Sequence[Document] | None = None) -> RightsReading:
    """Read the rights to audit of a deal.

    Parameters
    ----------
    folder
        The deal folder.
    documents
        The contract as read, in which every quotation is looked up; None looks up none.

    Returns
    -------
    RightsReading
        An empty one, not written, where the deal has no such file.
    """
    opened = open_form(folder / FILE)
    if opened is None:
        return RightsReading(is_written=False)
    document, notes = opened
    for key in document.keys() - set(SECTIONS):
        notes.unknown((key,), key, SECTIONS, "section")
    taken: set[str] = set()
    tables = rows(document, "right_to_audit", notes)
    found = [(table, read_right(table, taken)) for table in tables]
    rights = tuple(right for _, right in found if right)
    if documents is not None:
        for table, right in found:
            if right is not None:
                _look_up(table, right, documents)
    # A right that could not be read has its own problem; a request under it needs no second one.
    known = tuple(str(table.raw.get("id", "")) for table in tables)
    requests = [_request(table, known, taken) for table in rows(document, "audit_request", notes)]
    usable = {one.id for one in rights}
    return RightsReading(
        rights,
        tuple(one for one in requests if one is not None and one.right in usable),
        notes.problems(),
    )


def _look_up(table: EvidenceTable, right: RightToAudit, documents: Sequence[Document]) -> None:
    """Note each quotation that the document does not hold word for word.

    That the clock may stop is money and time to one side: its words are looked up as well.
    """
    name = right.cite.document
    named = next((one for one in documents if one.name == name), None)
    quoted = {"cite": right.cite.quote, "stops_when": right.stops_when}
    for key, words in quoted.items():
        if not words or (named is not None and find(named, words)):
            continue
        what = f'{name} does not say "{words}"' if named else f"there is no document called {name}"
        fix = "copy the words from the document, letter for letter, and name its file"
        table.note(key, what, "citation-not-found", fix)


def _request(table: EvidenceTable, known: tuple[str, ...], taken: set[str]) -> AuditRequest | None:
    table.only(*REQUEST_KEYS)
    name = table.notes.id((*table.path, "id"), table.raw.get("id"), "request", taken)
    right = table.needed_words("right", known[0] if known else "records")
    if right and right not in known:
        table.notes.unknown((*table.path, "right"), right, known, "right")
        return None
    noticed, covers = table.needed_day("noticed"), table.span()
    scope = table.needed_words("scope", "records of the first appointment")
    later = _later_days(table, noticed)
    stops = [_stop(part) for part in table.parts("stops")]
    if not (name and right and scope) or noticed is None or covers is None:
        return None
    if later is None or None in stops:
        return None
    return AuditRequest(
        *(name, right, noticed, covers, scope, *later),
        stops=tuple(one for one in stops if one),
    )


def _later_days(
    table: EvidenceTable, noticed: date | None
) -> tuple[date | None, date | None, date | None] | None:
    """Read what followed the notice; None where a day comes before it."""
    found = (table.day("acknowledged"), table.day("granted"), table.day("escalated"))
    for key, day in zip(("acknowledged", "granted", "escalated"), found, strict=True):
        if noticed is not None and day is not None and day < noticed:
            what = f"{key} ({day}) comes before the notice ({noticed})"
            table.note(key, what, "bad-days", f"mend {key} or noticed")
            return None
    return found


def _stop(part: EvidenceTable) -> Stop | None:
    part.only("from", "to", "why")
    during, why = part.span(), part.needed_words("why", "the office was closed by a flood")
    return Stop(during, why) if during and why else None
