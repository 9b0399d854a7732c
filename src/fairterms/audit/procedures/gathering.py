"""Gathering what a deal folder holds, and running the chosen procedures on it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from fairterms.audit.procedures import declared
from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import ProcedureResult
from fairterms.audit.procedures.procedure import PROCEDURES
from fairterms.audit.procedures.running import run
from fairterms.contract import reader as terms_reader
from fairterms.outcomes.group_results import declaration_reader
from fairterms.outcomes.group_results.declaration import Declaration
from fairterms.outcomes.group_results.feeds import files, loaded
from fairterms.records.acceptance import Acceptance
from fairterms.risks.register import reader as register_reader
from fairterms.settle import script

RECORDS = "acceptances"
"""The field of the evidence that takes a while to gather: every file of records is loaded."""


def gather(folder: Path, on: date | None = None, *, with_records: bool = True) -> Evidence:
    """Gather all that a deal folder holds for the ready procedures.

    Parameters
    ----------
    folder
        The deal folder.
    on
        The day as of which is asked; None takes the day that audit_evidence.toml gives, if any.
    with_records
        Whether the records are loaded and checked, which takes a second or two.

    Returns
    -------
    Evidence
        None stands for what is not there. Problems are those of audit_evidence.toml; the other
        files have readers of their own, which report theirs.
    """
    found = declared.read(folder)
    reading = terms_reader.read(folder / "terms.toml")
    register = register_reader.read(folder)
    scripts = script.read_folder(folder / "scripts")
    book = register.controls if register else None
    return replace(
        found,
        on=on or found.on,
        contract=None if reading.problems else reading.contract,
        scripts=scripts or None,
        controls=None if book is None or not book.controls else book,
        risks=None if register is None else frozenset(one.id for one in register.risks),
        acceptances=_acceptances(folder) if with_records else None,
    )


def _acceptances(folder: Path) -> tuple[Acceptance, ...] | None:
    """Load and check the records; None where there are none, or a file cannot be loaded at all."""
    if not files(folder):
        return None
    declaration = declaration_reader.read(folder)
    if declaration is None or declaration.problems:
        return None
    return _loaded(folder, declaration)


def _loaded(folder: Path, declaration: Declaration) -> tuple[Acceptance, ...] | None:
    with loaded(folder, declaration.reached) as records:
        return None if records.refused else records.reports or None


def tested(
    folder: Path,
    ids: Iterable[str],
    on: date | None = None,  # noqa: PT028 — it tests a deal, not the program
    given: Evidence | None = None,  # noqa: PT028 - it tests a deal, not the program
) -> tuple[ProcedureResult, ...]:
    """Run procedures on a deal folder.

    Parameters
    ----------
    folder
        The deal folder.
    ids
        Ids of :data:`PROCEDURES`, in the order wanted; each is run once.
    on
        The day as of which is asked; None takes the day that audit_evidence.toml gives.
    given
        Evidence at hand; None gathers it. Records are loaded only where a procedure needs them.

    Returns
    -------
    tuple of ProcedureResult
        One for each id.

    Raises
    ------
    KeyError
        For an id that is no procedure.
    """
    chosen = [PROCEDURES[name] for name in dict.fromkeys(ids)]
    needs_records = any(RECORDS in (*one.needs, *one.any_of) for one in chosen)
    evidence = gather(folder, on, with_records=needs_records) if given is None else given
    return tuple(run(procedure, evidence) for procedure in chosen)
