"""A statement checked beside the terms, and the same with what was sent to support it."""

from pathlib import Path

from fairterms.contract.clause import Contract
from fairterms.reconcile.statement import reader, vbpr_folder
from fairterms.reconcile.statement.statement import Statement
from fairterms.reconcile.statement.submission import Submission


def read(
    path: Path, contract: Contract | None, *, own_room: bool = True
) -> tuple[Statement, Submission]:
    """Read a statement, and what was sent to support it.

    Parameters
    ----------
    path
        The statement; a contract header and a bundle of quality reports may lie beside it.
    contract
        The terms to check it beside; None where there are none.
    own_room
        Whether what is about 1 to 10 people may be read from a remittance.

    Returns
    -------
    tuple
        The statement, checked beside the terms; and the same with its support, for the checks of
        its arithmetic.
    """
    statement = reader.read_beside(path, contract, own_room=own_room)
    is_report = bool(statement.lines) and path.suffix.lower() == ".json"
    return statement, vbpr_folder.read_beside(path) if is_report else Submission(statement)
