"""An audit of a deal as of a day, gathered once; the report and its export rest on it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from fairterms.audit.engagement import reader
from fairterms.audit.engagement.book import AuditBook
from fairterms.audit.engagement.engagement import Engagement
from fairterms.audit.engagement.reader import FILE, AuditReading
from fairterms.audit.engagement.standing import Standing, stand
from fairterms.audit.procedures import declared, gathering
from fairterms.audit.procedures.observed import ProcedureResult
from fairterms.audit.procedures.procedure import PROCEDURES
from fairterms.audit.rights import reader as rights_reader
from fairterms.audit.rights.reader import RightsReading
from fairterms.contract import deal as deals
from fairterms.document.document import Document
from fairterms.document.quotes import find
from fairterms.document.reader import read_all
from fairterms.risks.register import reader as register_reader
from fairterms.risks.register.risk import Risk
from fairterms.units.problem import Problem


@dataclass(frozen=True)
class Audited:
    """An audit as of a day.

    Attributes
    ----------
    name
        What the deal is called.
    on
        The day; what was written after it is left out.
    book
        What is written down up to that day.
    standings
        How each finding stands.
    risks
        The risks of risks.toml by their id.
    problems
        What to mend in audit.toml and beside it.
    results
        What came of the ready procedures that were chosen.
    rights
        The rights to audit and the requests; None where nobody looked.
    is_written
        Whether there is an audit.toml at all.
    """

    name: str
    on: date
    book: AuditBook
    standings: tuple[Standing, ...]
    risks: Mapping[str, Risk] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    is_written: bool = True
    results: tuple[ProcedureResult, ...] = ()
    rights: RightsReading | None = None

    @property
    def issued(self) -> tuple[Standing, ...]:
        """The findings both sides were told."""
        return tuple(one for one in self.standings if one.issued_on is not None)

    @property
    def drafts(self) -> tuple[Standing, ...]:
        """The findings nobody was told yet; they never stand in a report."""
        return tuple(one for one in self.standings if one.issued_on is None)


def audit(folder: Path, on: date, *, is_tested: bool = True) -> Audited:
    """Look at the audit of a deal as of a day.

    Parameters
    ----------
    folder
        The deal folder.
    on
        The day.
    is_tested
        Whether the chosen procedures are run on the deal, which takes a while.
    """
    deal, reading = deals.read(folder), reader.read(folder, tuple(PROCEDURES))
    register = register_reader.read(folder)
    risks = {one.id: one for one in register.risks} if register is not None else {}
    quoting = any(one.clause for one in reading.book.engagements) or has_rights(folder)
    documents = read_all(deal.documents)[0] if quoting else ()
    rights = rights_reader.read(folder, documents)
    found = (
        *reading.problems,
        *unquoted(reading.book.engagements, documents),
        *(unknown_risks(reading.book, risks) if register is not None else ()),
    )
    chosen = [one.uses for one in reading.book.procedures if one.uses in PROCEDURES]
    declared_problems = declared.read(folder).problems if is_tested and chosen else ()
    problems = (*sorted(found, key=_line), *rights.problems, *declared_problems)
    seen = of_reading(deal.name, on, reading, risks, problems)
    results = gathering.tested(folder, chosen, on) if is_tested and chosen else ()
    return replace(seen, rights=rights, results=results)


def has_rights(folder: Path) -> bool:
    """Tell whether a deal says something of rights to audit."""
    return (folder / rights_reader.FILE).is_file()


def of_reading(
    name: str,
    on: date,
    reading: AuditReading,
    risks: Mapping[str, Risk],
    problems: tuple[Problem, ...],
) -> Audited:
    """Return an audit as of a day from what was read of it."""
    book = reading.book
    return Audited(name, on, book.up_to(on), stand(book, on), risks, problems, reading.is_written)


def _line(problem: Problem) -> int:
    return problem.line


def unquoted(
    engagements: Sequence[Engagement], documents: Sequence[Document]
) -> tuple[Problem, ...]:
    """Return a problem for each engagement whose words the contract does not say."""
    return tuple(_unquoted(engagements, {one.name: one for one in documents}))


def _unquoted(
    engagements: Sequence[Engagement], documents: Mapping[str, Document]
) -> Iterator[Problem]:
    for one in engagements:
        clause = one.clause
        if clause is None:
            continue
        document = documents.get(clause.document)
        if document is not None and find(document, clause.quote):
            continue
        lacks = "is not in the deal folder" if document is None else "does not say these words"
        yield Problem(
            FILE,
            clause.line,
            f'{clause.document} {lacks}: "{clause.quote}"',
            "citation-not-found",
            "work that rests on words nobody agreed on can be refused",
            "copy the words from the document, letter for letter, and name its file",
        )


def unknown_risks(book: AuditBook, risks: Mapping[str, Risk]) -> tuple[Problem, ...]:
    """Return a problem for each risk that is named and is not in risks.toml."""
    programme = () if book.programme is None else (book.programme,)
    named = (
        (part.line, one)
        for part in (*programme, *book.procedures, *book.findings)
        for one in part.risks
    )
    return tuple(_unknown(line, one, risks) for line, one in named if one not in risks)


def _unknown(line: int, name: str, risks: Mapping[str, Risk]) -> Problem:
    return Problem(
        FILE,
        line,
        f'risks.toml has no risk called "{name}"',
        "unknown-risk",
        "an audit looks where something may go wrong, and says where that is",
        f"use one of: {', '.join(sorted(risks))}" if risks else "write the risk there first",
    )
